"""Pictures as people put them beside their workbook: of a telephone, a printer, a logo and a scan."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

PHONE, PRINTER, LOGO, SCAN = (
    "Foto's van ’t plein (één).JPG",
    "folder CMYK.jpeg",
    "logo-alpha.png",
    "scan 16 bits.png",
)


def write_pictures(folder: Path) -> None:
    """Write the four pictures to a folder that is there."""
    _phone(folder / PHONE)
    _drawn("CMYK", (900, 600), "Jaarfeest").save(folder / PRINTER, quality=85)
    _drawn("RGBA", (500, 500), "Logo", background=(0, 0, 0, 0)).save(folder / LOGO)
    scan = Image.new("I;16", (640, 400))
    scan.putdata([column * 100 for _ in range(400) for column in range(640)])
    scan.save(folder / SCAN)


def _phone(path: Path) -> None:
    """A photo of someone who held the telephone upright: stored on its side, with where and when."""
    upright = _drawn("RGB", (900, 1200), "Boven")
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Model] = "Telefoon van Jan"
    exif[Base.DateTime] = "2026:05:01 12:00:00"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 9.0, 36.0)
    upright.transpose(Image.Transpose.ROTATE_90).save(path, exif=exif, quality=85)


def _drawn(
    mode: str, size: tuple[int, int], word: str, *, background: tuple[int, ...] = (210, 225, 240)
) -> Image.Image:
    """A drawing of which a reader sees what is up: the word stands at the top, above a bar."""
    width, height = size
    picture = Image.new("RGBA" if mode == "RGBA" else "RGB", size, background)
    pen = ImageDraw.Draw(picture)
    pen.text((width / 10, height / 10), word, fill=(20, 60, 120), font_size=height / 10)
    pen.rectangle((width / 10, height * 0.4, width * 0.9, height * 0.9), fill=(0, 110, 90))
    return picture if mode == picture.mode else picture.convert(mode)
