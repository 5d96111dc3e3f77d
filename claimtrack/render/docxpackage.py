"""A .docx as the package of parts that it is: text and comments to be changed, the rest as it was."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_TYPES = "[Content_Types].xml"
_QUICK = 1
"""The level of compression; others take longer than all the rest and gain a tenth in size."""


class NoDocument(Exception):
    """The bytes are no Word document that can be opened."""


class Package:
    """The parts by name. ``body`` and ``comments`` are elements of lxml that may be changed."""

    def __init__(self, data: bytes) -> None:
        """Opens the file. Raises NoDocument."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                self._parts = {info: file.read(info) for info in file.infolist()}
            self._names = {info.filename: info for info in self._parts}
            self._trees: dict[str, Any] = {}
            self._document = self._target("", "officeDocument")
            self.body = self._tree(self._document)
            self.comments = self._tree(self._comments_name())
        except (zipfile.BadZipFile, zlib.error, KeyError, SyntaxError, RuntimeError) as error:
            raise NoDocument from error

    def saved(self) -> bytes:
        """The package with what was changed in it."""
        from lxml import etree

        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as file:
            for info, data in self._parts.items():
                tree = self._trees.get(info.filename)
                if tree is not None:
                    data = etree.tostring(
                        tree, xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                file.writestr(info, data, compresslevel=_QUICK)
        return out.getvalue()

    def _tree(self, name: str) -> Any:
        from lxml import etree

        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._trees[name] = etree.fromstring(self._parts[self._names[name]], parser)
        return self._trees[name]

    def _comments_name(self) -> str:
        """The part with the comments, which is made where there is none."""
        try:
            return self._target(self._document, "comments")
        except KeyError:
            name = self._free("comments")
        self._put(name, _COMMENTS)
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
            posixpath.join(folder, f"{stem}{nth or ''}.xml") for nth in range(len(self._names) + 1)
        )
        return next(name for name in names if name not in self._names)

    def _put(self, name: str, data: bytes) -> None:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        self._parts[info] = data
        self._names[name] = info

    def _target(self, part: str, kind: str) -> str:
        """The part that this one relates to so. Raises KeyError where there is none."""
        for relation in self._tree(_relations_of(part)):
            if relation.get("Type") == f"{_OFFICE}/{kind}":
                folder = posixpath.dirname(f"/{part}")
                return posixpath.normpath(posixpath.join(folder, relation.get("Target"))).lstrip(
                    "/"
                )
        raise KeyError(kind)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _append(parent: Any, tag: str, **values: str) -> None:
    parent.append(parent.makeelement(tag, values))
