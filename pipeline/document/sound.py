"""Makes a Word package hold together where that loses nothing that Word would show.

Other programs write one part twice, with another content type, or lead to a part that is not there.  Word
and LibreOffice pass over that; python-docx does not.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import read_part
from pipeline.package import CONTENT_TYPES, write_package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = f"{_RELATIONSHIPS}/metadata/core-properties"
_TYPE_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_TYPE = "application/vnd.openxmlformats-officedocument.{}+xml"
_TEXT = "wordprocessingml."
_MAIN = "officeDocument"


@dataclass(frozen=True)
class _Kind:
    """What a kind of part must be, by the end of the type of the relationship that leads to it."""

    root: str
    content_type: str
    once: bool = True


KINDS: dict[str, _Kind] = {
    "core-properties": _Kind(
        "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties", _TYPE_CORE
    ),
    "styles": _Kind(f"{_W}styles", _TYPE.format(f"{_TEXT}styles")),
    "settings": _Kind(f"{_W}settings", _TYPE.format(f"{_TEXT}settings")),
    "numbering": _Kind(f"{_W}numbering", _TYPE.format(f"{_TEXT}numbering")),
    "fontTable": _Kind(f"{_W}fonts", _TYPE.format(f"{_TEXT}fontTable")),
    "webSettings": _Kind(f"{_W}webSettings", _TYPE.format(f"{_TEXT}webSettings")),
    "footnotes": _Kind(f"{_W}footnotes", _TYPE.format(f"{_TEXT}footnotes")),
    "endnotes": _Kind(f"{_W}endnotes", _TYPE.format(f"{_TEXT}endnotes")),
    "comments": _Kind(f"{_W}comments", _TYPE.format(f"{_TEXT}comments")),
    "header": _Kind(f"{_W}hdr", _TYPE.format(f"{_TEXT}header"), once=False),
    "footer": _Kind(f"{_W}ftr", _TYPE.format(f"{_TEXT}footer"), once=False),
    "theme": _Kind("{http://schemas.openxmlformats.org/drawingml/2006/main}theme", _TYPE.format("theme")),
}
"""The parts that the code asks for.  One of another root is not that part, whatever leads to it."""
_PLAIN = re.compile(r"[\w./\[\]-]+", re.ASCII)
"""A name that is written in one way only; other signs stand in a relationship as codes."""


def sound(content: bytes) -> bytes:
    """Return the package with one part of each kind, of its own type, and no relationship to nothing.

    A sound package comes back as it is.  A link within the text that was written as if it were a part of
    the file ('#hier') becomes the link that it is.  Raises XMLSyntaxError or Geweigerd for a part of a
    known kind that cannot be read, and what zipfile raises.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    repair = _Repair(parts)
    return write_package(repair.result()) if repair.repair() else content


@dataclass
class _Repair:
    """The parts of one package while they are put in order."""

    parts: dict[str, bytes]
    trees: dict[str, _Element] = field(default_factory=dict)
    """Content types and relationships, by the name of their part; only these are changed."""
    renamed: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    def repair(self) -> bool:
        """Put everything in order; return whether anything had to change."""
        self.types = self._tree(CONTENT_TYPES)
        self.names = {_core(name): name for name in self.parts}
        self._rename()
        for name in [name for name in self.parts if name.endswith(".rels")]:
            seen: set[str] = set()
            for number, link in enumerate(list(self._tree(name)), start=1):
                owner = self.names.get(_core(_owner(name)), "")
                if not self._keep(link, owner, seen, number):
                    link.getparent().remove(link)  # type: ignore[union-attr]
                    self.changed = True
        return self.changed

    def result(self) -> dict[str, bytes]:
        """Return the parts by their new names."""
        new = {}
        for name, content in self.parts.items():
            tree = self.trees.get(name)
            xml = content if tree is None else etree.tostring(tree, encoding="utf-8", xml_declaration=True)
            new[self.renamed.get(name, name)] = xml
        return new

    def _tree(self, name: str) -> _Element:
        if name not in self.trees:
            self.trees[name] = read_part(self.parts[name])
        return self.trees[name]

    def _rename(self) -> None:
        """Give parts whose names are written in several ways plain ones."""
        for number, name in enumerate(self.parts):
            if not _PLAIN.fullmatch(name):
                end = posixpath.splitext(name)[1]
                self.renamed[name] = f"{posixpath.dirname(name)}/wijkplan-deel{number}{end}".lstrip("/")
        for name in ["", *self.parts]:
            relationships, plain = (
                self.names.get(_core(rels_name(name))),
                rels_name(self.renamed.get(name, name)),
            )
            if relationships not in {None, plain}:
                self.renamed[relationships] = plain
        for item in self.types:
            name = self.names.get(_core(item.get("PartName", "").lstrip("/")), "")
            if name in self.renamed:
                item.set("PartName", f"/{self.renamed[name]}")
        self.changed |= bool(self.renamed)

    def _keep(self, link: _Element, owner: str, seen: set[str], number: int) -> bool:
        """Put one relationship in order; return False when there is nothing at its end."""
        target, kind = link.get("Target"), link.get("Type", "").rpartition("/")[2]
        if target is None or not kind:
            return False
        if link.get("Id") is None:
            self._set(link, "Id", f"rIdZonder{number}")
        if kind.lower() == "core-properties":  # LibreOffice relates to them in other letters
            kind = "core-properties"
            self._set(link, "Type", _CORE)
        known = KINDS.get(kind)
        if kind == _MAIN or (known is not None and known.once):
            if kind in seen or link.get("TargetMode") == "External":
                return False
            seen.add(kind)
        if link.get("TargetMode") == "External":
            return True
        if target.startswith("#"):
            self._set(link, "TargetMode", "External")
            return True
        path = posixpath.normpath(posixpath.join("/" + posixpath.dirname(owner), target.replace("\\", "/")))
        name = self.names.get(_core(path.lstrip("/")))
        if name is None or not self._has_type(name, known) or (known and not self._is(name, known)):
            seen.discard(kind)
            return False
        new = self.renamed.get(name, name)
        if path != f"/{new}" or "\\" in target:
            self._set(link, "Target", f"/{new}")
        return True

    def _set(self, link: _Element, attribute: str, value: str) -> None:
        if link.get(attribute) != value:
            link.set(attribute, value)
            self.changed = True

    def _is(self, name: str, kind: _Kind) -> bool:
        """Whether a part is of a kind.  Raises as `read_part` for one that cannot be read."""
        return str(read_part(self.parts[name]).tag) == kind.root

    def _has_type(self, name: str, kind: _Kind | None) -> bool:
        """Whether a part has a content type; one of a known kind gets its own."""
        written = f"/{self.renamed.get(name, name)}"
        own = [item for item in self.types if _core(item.get("PartName", "")) == _core(written)]
        if kind is None:
            end = name.rpartition(".")[2].lower()
            return bool(own) or any(item.get("Extension", "").lower() == end for item in self.types)
        if [item.get("ContentType") for item in own] != [kind.content_type]:
            for item in own:
                self.types.remove(item)
            tag = self.types.tag.replace("Types", "Override")
            etree.SubElement(self.types, tag, PartName=written, ContentType=kind.content_type)
            self.changed = True
        return True


def rels_name(part: str) -> str:
    """Return the name of the part with the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _owner(rels: str) -> str:
    """Return the part to which relationships belong; empty for those of the package."""
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.join(folder, posixpath.basename(rels).removesuffix(".rels"))


def _core(name: str) -> str:
    """Return what two ways of writing the name of a part have in common."""
    return unquote(name).casefold()
