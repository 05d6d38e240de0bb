"""Makes any JPEG or PNG that a browser shows fit for print: upright, in sRGB, not too large, nothing private.

A picture is always decoded and written anew. So what cameras, phones and programs put beside the pixels
(place, time, device, names, thumbnails, second pictures, profiles with a clock) cannot get into a plan.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

MAX_BYTES = 100_000_000
MAX_PIXELS = 80_000_000
"""Pixels of a picture that is read; decoded this is some 300 MB."""
PRINT_WIDTH, PRINT_HEIGHT = 2000, 1660
"""Pixels that serve print: 300 to an inch over the column (16.9 cm) and over the highest picture (14 cm)."""
FALLBACK_DENSITY = 72.0
PLAUSIBLE_DENSITY = (10, 2400)
"""Pixels to an inch that a person can have meant; other numbers are fillers such as 0 or 1."""
QUALITY = 90
_ORIENTATION = 0x0112
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Pillow's turn (FLIP_LEFT_RIGHT is 0, ROTATE_180 is 3 ...) for each value of EXIF's orientation."""
_SIDEWAYS = (2, 4, 5, 6)
"""The turns by which width and height change places."""
_HEAD = 512
"""Bytes of a file from which its kind can be told."""

_FTYP = {
    b"avif": "AVIF",
    b"avis": "AVIF",
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "HEIC"),
    b"crx ": "RAW",
    **dict.fromkeys((b"qt  ", b"isom", b"mp41", b"mp42"), "video"),
}
_BEGINS = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"II+\0": "TIFF",
    b"%PDF": "PDF",
    b"%!PS": "EPS",
    b"8BPS": "Photoshop",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\0\0\x01\0": "ICO",
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\0\0\0": "EMF",
    b"PK": "Office of zip",
}
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is ready to be placed."""

    content: bytes
    """A JPEG or PNG, the same for the same source."""
    width: float
    """Width and height in inches, by the density that the source gives."""
    height: float
    is_complete: bool
    """Whether all of it could be read; what is missing is grey or empty, as in a browser."""


class UnusablePicture(Exception):
    """A file that cannot be placed: `kind` says what is wrong, `found` what was seen."""

    def __init__(self, kind: Literal["unreadable", "format", "size"], found: str) -> None:
        super().__init__(kind, found)
        self.kind = kind
        self.found = found


def load_picture(path: Path) -> Picture:
    """Read a file and make it ready.  Raises UnusablePicture."""
    try:
        state = path.stat()
        return _load(path, state.st_mtime_ns, state.st_size)
    except OSError as error:
        raise UnusablePicture("unreadable", "het bestand is niet te openen") from error


@lru_cache(maxsize=20)
def _load(path: Path, _changed: int, size: int) -> Picture:
    """Read a file once: building and rendering, and each rule, may ask for it."""
    if size > MAX_BYTES:
        raise UnusablePicture("size", f"{size // 1_000_000} MB")
    return prepare(path.read_bytes())


def prepare(content: bytes) -> Picture:
    """Make the bytes of a picture ready.  Raises UnusablePicture for what is no readable JPEG or PNG."""
    if not content.startswith((_JPEG, _PNG)):
        raise _refusal(content[:_HEAD])
    with _quiet():
        try:
            return _prepare(content, lenient=False)
        except UnusablePicture:
            raise
        except Exception:  # noqa: BLE001 - Pillow has no error of its own for a damaged picture
            # As a browser does: show as much as there is.
            try:
                return _prepare(content, lenient=True)
            except UnusablePicture:
                raise
            except Exception as error:
                raise UnusablePicture("unreadable", "het bestand is beschadigd") from error


def _refusal(head: bytes) -> UnusablePicture:
    if not head:
        return UnusablePicture("unreadable", "het bestand is leeg")
    kind = next((name for begin, name in _BEGINS.items() if head.startswith(begin)), "")
    if head[4:8] == b"ftyp":
        kind = _FTYP.get(head[8:12], "HEIC of video")
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        kind = "WebP"
    elif b"<svg" in head.lower():
        kind = "SVG"
    if kind:
        return UnusablePicture("format", kind)
    return UnusablePicture("unreadable", "het is geen afbeelding, of het bestand is beschadigd")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Pillow from warning of what is decided here: the size, and damage in what is thrown away."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _prepare(content: bytes, *, lenient: bool) -> Picture:
    from PIL import Image

    try:
        source: Any = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    except Image.DecompressionBombError as error:
        raise UnusablePicture("size", f"meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten") from error
    if source.width * source.height > MAX_PIXELS:
        raise UnusablePicture("size", f"{source.width * source.height // 1_000_000} miljoen beeldpunten")
    is_jpeg = source.format != "PNG"
    density = _density(source.info.get("dpi"))
    turn = _turn(source)
    is_turned = turn in _SIDEWAYS
    width, height = source.size[:: -1 if is_turned else 1]
    factor = min(1.0, PRINT_WIDTH / width, PRINT_HEIGHT / height)
    target = (max(1, round(width * factor)), max(1, round(height * factor)))
    encoding = _encoding(source) if is_jpeg and factor == 1 else {}
    picture = _decode(source, target[:: -1 if is_turned else 1], lenient=lenient)
    if turn is not None:
        picture = picture.transpose(turn)
    if picture.size != target:
        picture = picture.resize(target, Image.Resampling.LANCZOS)
    written = max(1, round(density * factor))
    return Picture(
        _encode(picture, is_jpeg, {"dpi": (written, written), **encoding}),
        width / density,
        height / density,
        not lenient,
    )


def _density(given: object) -> float:
    """Return the pixels to an inch, the same in both directions: browsers show square pixels."""
    least, most = PLAUSIBLE_DENSITY
    try:
        across = float(round(given[0]))  # type: ignore[index] # whatever a file says
    except (TypeError, ValueError, LookupError, ArithmeticError):
        return FALLBACK_DENSITY
    return across if least <= across <= most else FALLBACK_DENSITY


def _turn(source: Any) -> Any:
    """Return how a picture is to be turned or mirrored to stand upright; None when it does."""
    try:
        return _TURNS.get(source.getexif().get(_ORIENTATION))
    except Exception:  # noqa: BLE001 - EXIF that is damaged says nothing, in as many ways as there are faults
        return None


def _encoding(source: Any) -> dict[str, Any]:
    """Return how a JPEG was compressed: written again that way it loses next to nothing."""
    from PIL import JpegImagePlugin

    tables = getattr(source, "quantization", {})
    sampling = JpegImagePlugin.get_sampling(source)
    if source.mode not in ("L", "RGB") or not tables or any(max(table) > 255 for table in tables.values()):
        return {}
    return {"qtables": tables, "subsampling": max(sampling, 0)}


def _decode(source: Any, target: tuple[int, int], *, lenient: bool) -> Any:
    """Return the pixels in sRGB or grey, halved as long as they stay at least as many as the target has."""
    from PIL import ImageFile

    # The decoder itself can halve a large photograph: less time and memory.
    source.draft(None, target)
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    try:
        source.load()
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    profile = source.info.get("icc_profile")
    picture = _plain(source)
    times = min(picture.width // target[0], picture.height // target[1])
    if times > 1:
        picture = picture.reduce(times)
    return _in_srgb(picture, profile)


def _plain(source: Any) -> Any:
    """Return a picture of eight bits to a colour, without palette: L, LA, RGB, RGBA or CMYK."""
    if source.mode.startswith(("I", "F")):
        return source.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    has_alpha = "transparency" in source.info or source.mode in ("LA", "PA", "La", "RGBA", "RGBa")
    if source.mode in ("1", "L", "LA", "La"):
        return source.convert("LA" if has_alpha else "L")
    if source.mode == "CMYK":
        return source
    return source.convert("RGBA" if has_alpha else "RGB")


def _in_srgb(picture: Any, profile: bytes | None) -> Any:
    """Return a picture in the colours of the web; a damaged profile is passed over, as browsers do."""
    from PIL import ImageCms

    mode = {"L": "RGB", "CMYK": "RGB"}.get(picture.mode, picture.mode)
    if profile and mode != "LA":
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                web = ImageCms.createProfile("sRGB")
                return ImageCms.profileToProfile(picture, source, web, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _encode(picture: Any, is_jpeg: bool, options: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    picture.info.clear()
    if is_jpeg:
        picture.save(out, "JPEG", **({"quality": QUALITY, "subsampling": 0} | options))
    else:
        picture.save(out, "PNG", **options)
    return out.getvalue()
