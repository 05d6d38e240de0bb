"""Pictures as cameras, phones, scanners and programs write them: each comes out as a browser shows it."""

from __future__ import annotations

import io
import itertools
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from pipeline.pictures import (
    MAX_PIXELS,
    PRINT_HEIGHT,
    PRINT_WIDTH,
    Picture,
    UnusablePicture,
    load_picture,
    prepare,
)
from tests.document.beeld import jpeg, png

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 160, 40), (30, 40, 200), (250, 250, 250)
CORNERS = (RED, GREEN, BLUE, WHITE)
"""The colours of a flag that is upright: top left, top right, bottom left, bottom right."""
PRIVATE = (
    b"GPS",
    b"Exif",
    b"Canon",
    b"2026:05:12",
    b"xmpmeta",
    b"Jan de Vries",
    b"8BIM",
    b"ICC_PROFILE",
    b"thumb",
)


def flag(width: int = 64, height: int = 48, mode: str = "RGB") -> Any:
    """Return a picture whose four quarters have colours of their own."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for (down, right), colour in zip(itertools.product((0, 1), (0, 1)), CORNERS, strict=True):
        left, top = right * width // 2, down * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return picture.convert(mode)


def encoded(picture: Any, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(picture: Picture) -> Any:
    return Image.open(io.BytesIO(picture.content)).convert("RGB")


def looks_upright(picture: Picture, tolerance: int = 40) -> bool:
    image = opened(picture)
    places = [(image.width * x // 4, image.height * y // 4) for y, x in itertools.product((1, 3), (1, 3))]
    return all(
        max(abs(seen - meant) for seen, meant in zip(image.getpixel(place), colour, strict=True)) <= tolerance
        for place, colour in zip(places, CORNERS, strict=True)
    )


def with_density(content: bytes, unit: int, across: int, down: int) -> bytes:
    """Change the density in the JFIF header that a JPEG begins with."""
    assert content[6:11] == b"JFIF\0"
    return content[:13] + struct.pack(">BHH", unit, across, down) + content[18:]


def without_header(content: bytes) -> bytes:
    """Take the header (of JFIF, of Adobe) out of a JPEG."""
    (length,) = struct.unpack(">H", content[4:6])
    assert content[2:4] in (b"\xff\xe0", b"\xff\xee")
    return content[:2] + content[4 + length :]


def segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(rows: list[bytes], width: int, depth: int, colour: int, *between: bytes) -> bytes:
    """Write a PNG by hand, in a form that Pillow does not write."""
    header = struct.pack(">IIBBBBB", width, len(rows), depth, colour, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    parts = [chunk(b"IHDR", header), *between, chunk(b"IDAT", data), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def exif(orientation: int, **more: Any) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    for tag, value in more.items():
        tags[int(tag[1:])] = value
    return bytes(tags.tobytes())


# What a browser shows is placed


JPEG_FLAG = encoded(flag(), "JPEG", quality=95, subsampling=0)
PROGRESSIVE = encoded(flag(), "JPEG", quality=95, subsampling=0, progressive=True)
SIXTEEN = [
    b"".join(
        bytes(c for part in CORNERS[2 * down + right] for c in (part, part))
        for right in (0,) * 32 + (1,) * 32
    )
    for down in (0,) * 24 + (1,) * 24
]
SHOWN = {
    "jpeg": JPEG_FLAG,
    "jpeg, progressive": PROGRESSIVE,
    "jpeg without a header": without_header(JPEG_FLAG),
    "jpeg in CMYK without a header": without_header(encoded(flag(mode="CMYK"), "JPEG", quality=95)),
    "jpeg in CMYK": encoded(flag(mode="CMYK"), "JPEG", quality=95),
    "jpeg with a damaged EXIF": JPEG_FLAG[:2]
    + segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")
    + JPEG_FLAG[2:],
    "jpeg with a damaged profile": encoded(flag(), "JPEG", quality=95, icc_profile=b"geen profiel"),
    "jpeg with bytes behind its end": JPEG_FLAG + b"\0" * 3000,
    "jpeg of two pictures": JPEG_FLAG + JPEG_FLAG,
    "png": encoded(flag(), "PNG"),
    "png, palette": encoded(flag(mode="P"), "PNG"),
    "png, alpha": encoded(flag(mode="RGBA"), "PNG"),
    "png, 16 bits": png_of(SIXTEEN, 64, 16, 2),
    "png, a colour that is transparent": png_of(
        SIXTEEN, 64, 16, 2, chunk(b"tRNS", struct.pack(">HHH", 1, 2, 3))
    ),
    "png with an unknown chunk": png_of(SIXTEEN, 64, 16, 2, chunk(b"vpAg", b"123456789")),
}


@pytest.mark.parametrize("content", SHOWN.values(), ids=SHOWN)
def test_what_a_browser_shows_is_placed_as_it_is(content: bytes) -> None:
    picture = prepare(content)
    assert looks_upright(picture, 60)
    assert picture.is_complete
    assert picture == prepare(content)


def test_an_interlaced_png_is_placed() -> None:
    """Pillow writes none: seven passes of a picture of one colour, by Adam7."""
    data = b"".join(
        b"\0" + b"\x80" * width
        for width, height in ((1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4))
        for _ in range(height)
    )
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 1))
    content += chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    assert opened(prepare(content)).getcolors() == [(64, (128, 128, 128))]


@pytest.mark.parametrize("depth", [1, 2, 4, 8, 16])
def test_grey_of_any_depth_keeps_its_tones(depth: int) -> None:
    most = 2**depth - 1
    bits = "".join(f"{value:0{depth}b}" for value in (0, most) * 8)
    row = bytes(int(bits[place : place + 8], 2) for place in range(0, len(bits), 8))
    seen = opened(prepare(png_of([row] * 16, 16, depth, 0)))
    assert [seen.getpixel((x, 8))[0] for x in range(4)] == [0, 255, 0, 255]
    if depth == 16:
        middle = struct.pack(">H", 0x8080) * 16
        assert opened(prepare(png_of([middle] * 16, 16, 16, 0))).getpixel((8, 8)) == (128, 128, 128)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(10))
def test_a_picture_stands_upright(orientation: int, kind: str) -> None:
    """The camera kept it on its side, or mirrored, and says so; 0 and 9 say nothing."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    lying = flag() if orientation not in undo else flag().transpose(undo[orientation])
    content = encoded(lying, kind, exif=exif(orientation), dpi=(96, 96))
    picture = prepare(content)
    assert looks_upright(picture)
    assert (round(picture.width * 96), round(picture.height * 96)) == (64, 48)


@pytest.mark.parametrize(
    ("density", "inches"),
    [
        ((1, 0, 0), 64 / 72),
        ((1, 1, 1), 64 / 72),
        ((0, 1, 1), 64 / 72),
        ((2, 0, 0), 64 / 72),
        ((1, 65535, 65535), 64 / 72),
        ((1, 96, 96), 64 / 96),
        ((1, 100, 200), 64 / 100),
        ((2, 118, 118), 64 / 299.72),
        ((7, 96, 96), 64 / 72),
    ],
)
def test_a_density_that_cannot_be_meant_is_72(density: tuple[int, int, int], inches: float) -> None:
    picture = prepare(with_density(JPEG_FLAG, *density))
    assert picture.width == pytest.approx(inches, rel=0.01)
    assert picture.height / picture.width == pytest.approx(48 / 64)


def test_a_density_in_a_png_counts_too() -> None:
    for per_metre, unit, inches in ((3780, 1, 64 / 96), (0, 1, 64 / 72), (3780, 0, 64 / 72)):
        extra = chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, unit))
        assert prepare(png_of(SIXTEEN, 64, 16, 2, extra)).width == pytest.approx(inches, rel=0.01)


# Colours


def test_a_profile_becomes_srgb() -> None:
    """A profile whose red and blue have changed places shows at once whether it was followed."""
    swapped = swapped_profile()
    content = encoded(Image.new("RGB", (16, 16), RED), "JPEG", quality=95, subsampling=0, icc_profile=swapped)
    red, _, blue = opened(prepare(content)).getpixel((8, 8))
    assert blue > red


def swapped_profile() -> bytes:
    content = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = content.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")
    assert swapped != content
    return swapped.replace("sRGB".encode("utf-16-be"), "anders".encode("utf-16-be")[:8])


# Sizes


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (3000, 4000), (9000, 100), (60, 6000)])
def test_a_large_picture_has_the_pixels_that_print_needs(width: int, height: int, kind: str) -> None:
    picture = prepare(encoded(flag(width, height), kind, dpi=(300, 300)))
    image = Image.open(io.BytesIO(picture.content))
    assert image.width <= PRINT_WIDTH
    assert image.height <= PRINT_HEIGHT
    assert image.width == PRINT_WIDTH or image.height == PRINT_HEIGHT
    assert (picture.width, picture.height) == (width / 300, height / 300)
    assert looks_upright(picture)


def test_a_large_photograph_on_its_side_is_turned_and_made_smaller() -> None:
    picture = prepare(encoded(flag(4000, 3000).transpose(2), "JPEG", exif=exif(6)))
    assert looks_upright(picture)
    assert Image.open(io.BytesIO(picture.content)).size == (2000, 1500)


MEASURE = """
import resource, sys, time
from pathlib import Path
from pipeline.pictures import UnusablePicture, load_picture
try:
    load_picture(Path(sys.argv[1]))
    said = "placed"
except UnusablePicture as refusal:
    said = refusal.kind
top = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(said, top / (2**20 if sys.platform == "darwin" else 2**10), time.process_time())
"""


@pytest.mark.parametrize(
    ("name", "width", "height", "verdict"),
    [
        ("a.png", 8900, 8900, "placed"),
        ("a.jpg", 8900, 8900, "placed"),
        ("a.png", 9000, 9000, "size"),
        ("a.jpg", 65000, 65000, "size"),
        ("a.png", 2**31 - 1, 2**31 - 1, "size"),
    ],
)
def test_a_huge_picture_takes_bounded_memory_and_time(
    name: str, width: int, height: int, verdict: str, tmp_path: Path
) -> None:
    if height < 10_000:
        content = (png if name.endswith("png") else jpeg)(width, height)
    elif name.endswith("png"):
        content = png(8, 8)[:16] + struct.pack(">II", width, height) + png(8, 8)[24:]
        content = content[:29] + struct.pack(">I", zlib.crc32(content[12:29])) + content[33:]
    else:
        content = jpeg(8, 8).replace(
            struct.pack(">HH", 8, 8) + b"\x01", struct.pack(">HH", height, width) + b"\x01", 1
        )
    (tmp_path / name).write_bytes(content)
    process = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / name)], check=True, capture_output=True, text=True
    )
    said, memory, seconds = process.stdout.split()
    assert said == verdict
    assert float(memory) < 500
    assert float(seconds) < 10


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.write(JPEG_FLAG)
        os.truncate(file.fileno(), 100_000_001)
    with pytest.raises(UnusablePicture) as refusal:
        load_picture(path)
    assert (refusal.value.kind, refusal.value.found) == ("size", "100 MB")
    assert MAX_PIXELS == 80_000_000


# Nothing private


def test_what_a_camera_or_a_program_knows_does_not_get_into_the_picture() -> None:
    tags = Image.Exif()
    tags[0x010F], tags[0x0132], tags[0x013B] = "Canon", "2026:05:12 10:00:00", "Jan de Vries"
    tags.get_ifd(0x8825)[1] = "N"
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS Jan de Vries</x:xmpmeta>")
    iptc = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04Jan de Vries")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = encoded(flag(), "JPEG", exif=tags, comment=b"Jan de Vries thumb", icc_profile=profile)
    content = content[:2] + xmp + iptc + content[2:] + b"thumb GPS"
    written = prepare(content).content
    assert all(word in content for word in PRIVATE)
    assert not [word for word in PRIVATE if word in written]


def test_the_texts_and_the_time_in_a_png_are_taken_out() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Jan de Vries")
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>GPS</x:xmpmeta>")
    words.add_text("Comment", "Canon", zip=True)
    words.add(b"tIME", struct.pack(">HBBBBB", 2026, 5, 12, 10, 0, 0))
    content = encoded(flag(), "PNG", pnginfo=words, exif=exif(1, t271="Canon"), icc_profile=swapped_profile())
    written = prepare(content).content
    kinds = set()
    place = 8
    while place < len(written):
        (length,) = struct.unpack(">I", written[place : place + 4])
        kinds.add(written[place + 4 : place + 8])
        place += length + 12
    assert kinds == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


# What cannot be placed


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_was_cut_off_shows_what_there_is(kind: str) -> None:
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    content = encoded(noise, kind)
    picture = prepare(content[: len(content) // 2])
    assert not picture.is_complete
    assert opened(picture).size == (400, 300)


@pytest.mark.parametrize(
    ("begin", "found"),
    [
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"GIF89a", "GIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"MM\0*\0\0\0\x08", "TIFF"),
        (b"BM\x36\0\0\0", "BMP"),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg">', "SVG"),
        (b"<SVG>", "SVG"),
        (b"%PDF-1.7", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF", "EPS"),
        (b"8BPS\0\x01", "Photoshop"),
        (b"\xff\x0a", "JPEG XL"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b"PK\x03\x04", "Office of zip"),
    ],
)
def test_a_picture_of_another_kind_is_named_whatever_it_is_called(
    begin: bytes, found: str, tmp_path: Path
) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(begin + b"\0" * 40)
    with pytest.raises(UnusablePicture) as refusal:
        load_picture(path)
    assert (refusal.value.kind, refusal.value.found) == ("format", found)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen plaatje",
        b"\xff\xd8\xff",
        b"\xff\xd8tekst",
        b"\x89PNG\r\n\x1a\n",
        png(40, 30)[:40],
        png(0, 30),
        jpeg(40, 30)[:30],
        jpeg(0, 30),
        JPEG_FLAG[:200],
    ],
)
def test_what_is_no_picture_is_told(content: bytes) -> None:
    with pytest.raises(UnusablePicture) as refusal:
        prepare(content)
    assert refusal.value.kind == "unreadable"


def test_a_picture_spoilt_anywhere_is_placed_or_told() -> None:
    """One byte is another, each time elsewhere."""
    for content in (JPEG_FLAG, PROGRESSIVE, encoded(flag(), "PNG", exif=exif(6)), SHOWN["jpeg in CMYK"]):
        for place in range(2, len(content), max(1, len(content) // 150)):
            spoilt = bytearray(content)
            spoilt[place] ^= 0x41
            try:
                assert prepare(bytes(spoilt)).content
            except UnusablePicture:
                continue
