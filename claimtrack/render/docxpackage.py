"""A .docx as the package of parts that it is: text and comments to be changed, the rest as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_TYPES = "[Content_Types].xml"
NOTES = ("footnote", "endnote")
_QUICK = 1
"""The level of compression; others take longer than all the rest and gain a tenth in size."""


class NoDocument(Exception):
    """The bytes are no Word document that can be opened."""


class Package:
    """The parts by name. ``body`` and ``comments`` are elements of lxml that may be changed.

    ``notes`` are the roots of the footnotes and endnotes there are, to be read only.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Raises NoDocument where the parts make up none."""
        self._parts = dict(parts)
        self._trees: dict[str, Any] = {}
        try:
            self._document = self._target("", "officeDocument")
            self.body = self._tree(self._document)
            self.comments = self._tree(self._comments_name())
            self.notes = {kind: root for kind in NOTES if (root := self._notes(kind)) is not None}
        except (KeyError, SyntaxError) as error:
            raise NoDocument from error

    def saved(self) -> bytes:
        """The file's bytes, with what was changed."""
        from lxml import etree

        for name, tree in self._trees.items():
            self._parts[name] = etree.tostring(
                tree, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            for name, data in self._parts.items():
                file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, _QUICK)
        return out.getvalue()

    def _tree(self, name: str) -> Any:
        if name not in self._trees:
            self._trees[name] = _parsed(self._parts[name])
        return self._trees[name]

    def _notes(self, kind: str) -> Any | None:
        try:
            return _parsed(self._parts[self._target(self._document, f"{kind}s")])
        except KeyError:
            return None

    def _comments_name(self) -> str:
        """The part with the comments, which is made where there is none."""
        try:
            return self._target(self._document, "comments")
        except KeyError:
            name = self._free("comments")
        self._parts[name] = _COMMENTS
        relations = self._tree(_relations_of(self._document))
        ids = {each.get("Id") for each in relations}
        _append(
            relations,
            f"{{{_PACKAGE}/relationships}}Relationship",
            Id=next(id for n in range(len(ids) + 1) if (id := f"ctComments{n}") not in ids),
            Type=f"{_OFFICE}/comments",
            Target=f"/{name}",
        )
        _append(
            self._tree(_TYPES),
            f"{{{_PACKAGE}/content-types}}Override",
            PartName=f"/{name}",
            ContentType=f"{_CONTENT}.comments+xml",
        )
        return name

    def _free(self, stem: str) -> str:
        folder = posixpath.dirname(self._document)
        names = (
            posixpath.join(folder, f"{stem}{nth or ''}.xml") for nth in range(len(self._parts) + 1)
        )
        return next(name for name in names if name not in self._parts)

    def _target(self, part: str, kind: str) -> str:
        """The part that this one relates to so. Raises KeyError where there is none."""
        for relation in self._tree(_relations_of(part)):
            if relation.get("Type") == f"{_OFFICE}/{kind}":
                folder = posixpath.dirname(f"/{part}")
                return posixpath.normpath(posixpath.join(folder, relation.get("Target"))).lstrip(
                    "/"
                )
        raise KeyError(kind)


def opened(data: bytes) -> Package:
    """The package of a file. Raises NoDocument."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return Package({name: file.read(name) for name in file.namelist()})
    except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:
        raise NoDocument from error


def _parsed(part: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(part, parser)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _append(parent: Any, tag: str, **values: str) -> None:
    parent.append(parent.makeelement(tag, values))
