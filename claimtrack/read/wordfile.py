"""Word: the text of a .docx as it reads with all its tracked changes accepted.

Every Word paragraph, also in tables and boxes, is a paragraph of the text; footnotes and
endnotes that it refers to follow the body. ``extra["paragraphs"]`` has the span of each, in the document's own
order and empty ones too, so that an offset leads to the paragraph. Needs the extra ``docx``.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import BadZipFile

from claimtrack.read.extras import missing
from claimtrack.read.formats import OLD_OFFICE, name_of
from claimtrack.read.inputs import Input
from claimtrack.read.lines import ends_sentence
from claimtrack.read.making import Facts, Origin, make
from claimtrack.read.pieces import Piece, Pieced, pieced
from claimtrack.records import Article, BlockKind, Failure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = ("footnote", "endnote")
_BROKEN = (BadZipFile, KeyError, ValueError, SyntaxError, RuntimeError, OSError, zlib.error)
"""What zipfile, lxml and python-docx raise at packages that are damaged or of another kind."""

_HEADINGS = ("title", "heading")


def read_docx(source: Input) -> Iterator[Article | Failure]:
    """The article of the document."""
    try:
        from docx import Document
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        yield missing(source, "Word", "docx")
        return
    raw, digest = source.whole()
    origin = Origin(name_of(source.path), source.path, digest)
    if not raw:
        yield origin.failure("CT102")
        return
    if raw.startswith(OLD_OFFICE):
        yield origin.failure("CT114", "the document has a password, or is in Word's old format")
        return
    try:
        whole = pieced(_pieces(_safe(Document(io.BytesIO(raw)))))
    except (PackageNotFoundError, *_BROKEN):
        yield origin.failure("CT113", "the file is no whole Word document")
        return
    yield make(whole.text, origin, _facts(whole), whole.laid_out)


def _safe(document: Any) -> Any:
    """The document. Raises ValueError where it declares entities, which Word never does."""
    if document.element.getroottree().docinfo.doctype:
        raise ValueError
    return document


def _facts(whole: Pieced) -> Facts:
    return Facts(title=_title(whole), extra={"paragraphs": [list(span) for span in whole.spans]})


def _title(whole: Pieced) -> str | None:
    """The first headline, unless sentences stand before it: then it heads a part of the text."""
    for piece in whole.pieces:
        if piece.kind == "headline":
            return piece.words
        if ends_sentence(piece.words):
            return None
    return None


def _pieces(document: Any) -> Iterator[Piece]:
    """A piece for each Word paragraph; one whose mark was deleted is read on into the next."""
    styles = {style.style_id: style.name or "" for style in document.styles}
    before = ""
    for paragraph in _paragraphs(document):
        words = before + _words(paragraph)
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            before = words
            yield Piece("")
        else:
            before = ""
            yield Piece(words, _kind(paragraph, styles))
    if before:
        yield Piece(before)


def _paragraphs(document: Any) -> Iterator[Any]:
    """Those of the body, then those of the notes in the order in which it refers to them."""
    body = document.element.body
    yield from _standing(body, f"{W}p")
    for kind in _NOTES:
        notes = _notes(document, kind)
        for reference in _standing(body, f"{W}{kind}Reference") if notes else ():
            yield from _standing(notes.get(reference.get(f"{W}id"), ()), f"{W}p")


def _notes(document: Any, kind: str) -> dict[str, Any]:
    """The notes of this kind by id."""
    from docx.oxml import parse_xml

    parts = (
        rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{kind}s")
    )
    return {note.get(f"{W}id"): note for part in parts for note in parse_xml(part.blob)}


def _standing(element: Any, tag: str) -> Iterator[Any]:
    """The elements of this name inside in order that no tracked change takes away."""
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == tag:
            yield child
        yield from _standing(child, tag)


def _words(element: Any) -> str:
    """The words of a paragraph, without those of the paragraphs in boxes that hang on it."""
    parts: list[str] = []
    for child in element:
        if child.tag == f"{W}t":
            parts.append(child.text or "")
        elif child.tag in _MARKS:
            parts.append(_MARKS[child.tag])
        elif child.tag not in _GONE and child.tag not in (f"{W}p", f"{W}pPr"):
            parts.append(_words(child))
    return "".join(parts)


def _kind(paragraph: Any, styles: Mapping[str, str]) -> BlockKind | None:
    """What the paragraph's style says of it."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val"), "").lower() if style is not None else ""
    if name.startswith(_HEADINGS):
        return "headline"
    return "caption" if name.startswith("caption") else None
