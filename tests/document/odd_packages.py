"""Word packages as other programs and broken transfers leave them: each part, each way of being odd."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from zipfile import ZIP_DEFLATED

from lxml import etree

RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ODDEST = "word/oddest.xml"


@dataclass
class Parts:
    """A package taken apart, to be spoilt and written again."""

    parts: dict[str, bytes]
    extra: list[tuple[str, bytes]] = field(default_factory=list)
    """Entries whose name is in the zip already."""
    method: dict[str, int] = field(default_factory=dict)
    """Numbers of ways of packing that are written in place of the true one."""
    flags: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> Parts:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return cls({name: package.read(name) for name in package.namelist()})

    def written(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", ZIP_DEFLATED) as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that it is there already is on purpose
                for name, content in self.extra:
                    package.writestr(zipfile.ZipInfo(name), content)
        data = bytearray(out.getvalue())
        for name in {*self.method, *self.flags}:
            _patch(data, name, self.method.get(name), self.flags.get(name))
        return bytes(data)

    def rels_of(self, target: str) -> tuple[str, etree._Element]:
        """Return the name and the tree of the relationships that lead to a part."""
        for name in self.parts:
            if name.endswith(".rels"):
                tree = etree.fromstring(self.parts[name])
                if any(_leads_to(name, link.get("Target", ""), target) for link in tree):
                    return name, tree
        raise LookupError(target)

    def change_rels(self, target: str, change: Callable[[etree._Element, etree._Element], None]) -> None:
        name, tree = self.rels_of(target)
        for link in [link for link in tree if _leads_to(name, link.get("Target", ""), target)]:
            change(tree, link)
        self.parts[name] = etree.tostring(tree)

    def change_type(self, target: str, content_type: str | None) -> None:
        """Give a part another content type, or none."""
        tree = etree.fromstring(self.parts[CONTENT_TYPES])
        for item in [item for item in tree if item.get("PartName") == f"/{target}"]:
            if content_type is None:
                tree.remove(item)
            else:
                item.set("ContentType", content_type)
        self.parts[CONTENT_TYPES] = etree.tostring(tree)


def _leads_to(rels: str, target: str, part: str) -> bool:
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/") == part


def _patch(data: bytearray, name: str, method: int | None, flags: int | None) -> None:
    """Write another way of packing or other flags in both headers of an entry."""
    for signature, at_flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at_name = 30 if signature == b"PK\x03\x04" else 46
        for match in re.finditer(re.escape(signature), bytes(data)):
            start = match.start()
            if bytes(data[start + at_name : start + at_name + len(name)]) == name.encode():
                if flags is not None:
                    data[start + at_flags] |= flags
                if method is not None:
                    data[start + at_flags + 2] = method


def _absent(p: Parts, part: str) -> None:
    del p.parts[part]


def _absent_with_all(p: Parts, part: str) -> None:
    _no_relation(p, part)
    p.change_type(part, None)
    del p.parts[part]


def _no_relation(p: Parts, part: str) -> None:
    p.change_rels(part, lambda tree, link: tree.remove(link))


def _twice(p: Parts, part: str) -> None:
    """A second part of the same kind, as when two programs each add one."""

    def add(tree: etree._Element, link: etree._Element) -> None:
        second = etree.SubElement(tree, link.tag)
        second.set("Id", link.get("Id", "") + "b")
        second.set("Type", link.get("Type", ""))
        second.set("Target", "/" + ODDEST)

    p.change_rels(part, add)
    p.parts[ODDEST] = p.parts[part]
    types = etree.fromstring(p.parts[CONTENT_TYPES])
    for item in list(types):
        if item.get("PartName") == f"/{part}":
            copy = etree.SubElement(types, item.tag)
            copy.set("PartName", "/" + ODDEST)
            copy.set("ContentType", item.get("ContentType", ""))
    p.parts[CONTENT_TYPES] = etree.tostring(types)


def _same_relation_twice(p: Parts, part: str) -> None:
    def add(tree: etree._Element, link: etree._Element) -> None:
        second = etree.SubElement(tree, link.tag)
        second.set("Type", link.get("Type", ""))
        second.set("Target", link.get("Target", ""))
        second.set("Id", link.get("Id", "") + "b")

    p.change_rels(part, add)


def _same_entry_twice(p: Parts, part: str) -> None:
    p.extra.append((part, p.parts[part]))


def _other_root(p: Parts, part: str) -> None:
    p.parts[part] = b'<?xml version="1.0"?><a xmlns="urn:other"><b/></a>'


def _root_without_namespace(p: Parts, part: str) -> None:
    p.parts[part] = re.sub(rb"<(/?)\w+:", rb"<\1", re.sub(rb' xmlns(:\w+)?="[^"]*"', b"", b"<a><b/></a>"))


def _bare_root(p: Parts, part: str) -> None:
    tree = etree.fromstring(p.parts[part])
    for child in list(tree):
        tree.remove(child)
    p.parts[part] = etree.tostring(tree)


def _no_bytes(p: Parts, part: str) -> None:
    p.parts[part] = b""


def _only_a_comment_more(p: Parts, part: str) -> None:
    tree = etree.fromstring(p.parts[part])
    tree.insert(0, etree.Comment("van een programma"))
    tree.insert(0, etree.ProcessingInstruction("programma", "x"))
    p.parts[part] = etree.tostring(tree)


def _broken(p: Parts, part: str) -> None:
    p.parts[part] = p.parts[part][: len(p.parts[part]) // 2]


def _no_type(p: Parts, part: str) -> None:
    p.change_type(part, None)


def _other_type(p: Parts, part: str) -> None:
    p.change_type(part, "application/octet-stream")


def _outside(p: Parts, part: str) -> None:
    def change(_: etree._Element, link: etree._Element) -> None:
        link.set("TargetMode", "External")
        link.set("Target", "https://example.org/x.xml")

    p.change_rels(part, change)


def _relation_without_id(p: Parts, part: str) -> None:
    def change(_: etree._Element, link: etree._Element) -> None:
        del link.attrib["Id"]

    p.change_rels(part, change)


def _relation_without_target(p: Parts, part: str) -> None:
    def change(_: etree._Element, link: etree._Element) -> None:
        del link.attrib["Target"]

    p.change_rels(part, change)


def _relation_without_type(p: Parts, part: str) -> None:
    def change(_: etree._Element, link: etree._Element) -> None:
        del link.attrib["Type"]

    p.change_rels(part, change)


def _absolute_target(p: Parts, part: str) -> None:
    p.change_rels(part, lambda _, link: link.set("Target", "/" + part))


def _backslashes(p: Parts, part: str) -> None:
    p.change_rels(part, lambda _, link: link.set("Target", link.get("Target", "").replace("/", "\\")))


def _other_letters(p: Parts, part: str) -> None:
    p.parts = {name.upper() if name == part else name: content for name, content in p.parts.items()}


def _relation_to_itself(p: Parts, part: str) -> None:
    name = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
    tree = etree.fromstring(p.parts.get(name, f'<Relationships xmlns="{RELS}"/>'.encode()))
    etree.SubElement(tree, f"{{{RELS}}}Relationship", Id="rIdZelf", Type="urn:self", Target="/" + part)
    p.parts[name] = etree.tostring(tree)


def _deflate64(p: Parts, part: str) -> None:
    p.method[part] = 9


def _encrypted(p: Parts, part: str) -> None:
    p.flags[part] = 1


def _utf_16(p: Parts, part: str) -> None:
    p.parts[part] = etree.tostring(etree.fromstring(p.parts[part]), encoding="unicode").encode("utf-16")


def _doctype(p: Parts, part: str) -> None:
    p.parts[part] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + p.parts[part].partition(b"?>")[2]


def _very_deep(p: Parts, part: str) -> None:
    p.parts[part] = b"<a>" * 3000 + b"</a>" * 3000


WAYS: dict[str, Callable[[Parts, str], None]] = {
    way.__name__.strip("_"): way
    for way in (
        *(_absent, _absent_with_all, _no_relation, _twice, _same_relation_twice, _same_entry_twice),
        *(_other_root, _root_without_namespace, _bare_root, _no_bytes, _only_a_comment_more, _broken),
        *(_no_type, _other_type, _outside, _relation_without_id, _relation_without_target),
        *(_relation_without_type, _absolute_target, _backslashes, _other_letters, _relation_to_itself),
        *(_deflate64, _encrypted, _utf_16, _doctype, _very_deep),
    )
}


def parts_of(content: bytes) -> list[str]:
    """Return the names of the parts in XML that something leads to, one of a kind."""
    kinds: dict[str, str] = {}
    p = Parts.of(content)
    for name in sorted(p.parts):
        kind = re.sub(r"\d+", "", name)
        if name.endswith(".xml") and name != CONTENT_TYPES:
            kinds.setdefault(kind, name)
    return list(kinds.values())


def odd_packages(content: bytes, only: str = "") -> Iterator[tuple[str, bytes]]:
    """Give each part of a sound package (or `only` one) in each odd way, by a name that says which."""
    for part in [only] if only else parts_of(content):
        for name, way in WAYS.items():
            p = Parts.of(content)
            try:
                way(p, part)
            except LookupError:
                continue  # nothing leads to this part
            yield f"{part} {name}", p.written()


_NOTES = (
    ("footnotes", "<w:footnote w:id='1'><w:p><w:r><w:t>Een noot.</w:t></w:r></w:p></w:footnote>"),
    ("endnotes", "<w:endnote w:id='1'><w:p><w:r><w:t>Een eindnoot.</w:t></w:r></w:p></w:endnote>"),
    ("comments", "<w:comment w:id='1' w:author='x'><w:p><w:r><w:t>Klopt?</w:t></w:r></w:p></w:comment>"),
)


def with_notes(content: bytes) -> bytes:
    """Add the parts that staff bring in: footnotes, endnotes and comments."""
    p = Parts.of(content)
    rels = etree.fromstring(p.parts["word/_rels/document.xml.rels"])
    types = etree.fromstring(p.parts[CONTENT_TYPES])
    for kind, inside in _NOTES:
        p.parts[f"word/{kind}.xml"] = f"<w:{kind} xmlns:w='{_W}'>{inside}</w:{kind}>".encode()
        link = etree.SubElement(rels, f"{{{RELS}}}Relationship", Id=f"rId{kind}", Target=f"{kind}.xml")
        link.set("Type", f"{_OFFICE}/{kind}")
        item = etree.SubElement(types, f"{{{TYPES}}}Override", PartName=f"/word/{kind}.xml")
        item.set("ContentType", f"{_WORD}.{kind}+xml")
    p.parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
    p.parts[CONTENT_TYPES] = etree.tostring(types)
    return p.written()
