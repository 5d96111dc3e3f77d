"""Word: the author's own document back with a comment at each sentence, or a new one with them.

Only comments are added: no word and no formatting of the document changes. A sentence that
claims nothing gets no comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Failure, Report
from claimtrack.render.filenames import Opening, file_name
from claimtrack.render.htmlmarks import shown_plain
from claimtrack.render.sections import Row, Saying, sections_of

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR, INITIALS = "claimtrack", "ct"
_STYLES: Mapping[str, str] = {"headline": "Title", "byline": "Subtitle", "caption": "Caption"}


def write_docx(items: Iterable[Report | Failure], out: TextIO) -> None:
    """The document of the one article there is; failures are left out."""
    for item in items:
        if isinstance(item, Report):
            out.buffer.write(document_of(item))


def write_docx_folder(items: Iterable[Report | Failure], opening: Opening) -> None:
    """``NAME.docx`` for each article, named by its id."""
    taken: set[str] = set()
    for item in items:
        if isinstance(item, Report):
            with opening(file_name(item.article.id, ".docx", taken)) as out:
                out.buffer.write(document_of(item))


def document_of(report: Report) -> bytes:
    """The file's bytes. Raises ClaimtrackError CT601 where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise ClaimtrackError("CT601", advise("CT601", "Word needs the extra docx")) from error
    path = Path(report.article.path)
    if path.suffix.lower() == ".docx" and path.is_file():
        document = Document(str(path))
    else:
        document = Document()
        _write_text(document, report)
    _comment(document, report)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _write_text(document: Document, report: Report) -> None:
    """A paragraph for each line of the article, headline and byline in styles of their own."""
    article = report.article
    kinds = {block.start: block.kind for block in article.blocks}
    at = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            style = _STYLES.get(kinds.get(start, "paragraph"))
            document.add_paragraph(shown_plain(line.strip()), style)
        at += len(line)


@dataclass(frozen=True, slots=True)
class _Char:
    """A character that is no space: the run that holds it, and its place there."""

    run: Any
    place: int


def _comment(document: Document, report: Report) -> None:
    text = report.article.text
    rows = sections_of(report).rows
    chars = _Characters(document)
    where = _aligned([char for char, _ in chars.all], text)
    wanted = [
        (_run_ends(where, sentence.start, sentence.end), row)
        for sentence, row in zip(report.sentences, rows, strict=True)
        if row.standing != "no claim"
    ]
    for ends, row in reversed([(ends, row) for ends, row in wanted if ends]):
        first, last = (chars.all[place][1] for place in ends)
        _add(document, first, last, row)


class _Characters:
    """All characters of the document's paragraphs that are no space, as the accepted text reads."""

    def __init__(self, document: Document) -> None:
        self.all: list[tuple[str, _Char]] = []
        for run in document.element.body.xpath(".//w:p//w:r[not(ancestor::w:del)]"):
            self.all += [
                (char, _Char(run, place))
                for place, char in enumerate(_text_of(run))
                if not char.isspace()
            ]


def _aligned(characters: Sequence[str], text: str) -> list[int | None]:
    """For each place of the article the number of the document's character there, or None.

    Word by word: what stands in one of the two alone is passed over.
    """
    where: list[int | None] = [None] * len(text)
    document = "".join(characters)
    at = 0
    for start, end in _words(text):
        found = document.find(text[start:end], at)
        if found < 0 or found - at > _REACH:
            continue
        for nth in range(end - start):
            where[start + nth] = found + nth
        at = found + end - start
    return where


_REACH = 2000
"""How many characters of the document may be in it alone, such as a box, before a word is given up."""


def _words(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, at + len(word)
        at += len(word)


def _run_ends(where: Sequence[int | None], start: int, end: int) -> tuple[int, int] | None:
    """The first and the last character of the sentence that the document has."""
    there = [place for place in where[start:end] if place is not None]
    return (there[0], there[-1]) if there else None


def _add(document: Document, first: _Char, last: _Char, row: Row) -> None:
    """Sentences come from the last to the first, so that a run is only split behind what is left."""
    from docx.text.run import Run

    end = _cut_off(last.run, last.place + 1)
    start = _cut_off(first.run, first.place, keep_right=True)
    if first.run is last.run:
        end = start
    paragraph = document.paragraphs[0] if document.paragraphs else None
    runs = [Run(start, paragraph), Run(end, paragraph)]  # type: ignore[arg-type]
    comment = document.add_comment(runs, shown_plain(words_of(row)), AUTHOR, INITIALS)
    element = comment._comment_elm
    for name in [name for name in element.attrib if name.endswith("}date")]:
        del element.attrib[name]


def _cut_off(run: Any, place: int, keep_right: bool = False) -> Any:
    """Splits the run at a place between its characters; gives the left part, or the right one.

    The left part stays the same element. At an end of the run nothing is split.
    """
    length = len(_text_of(run))
    if place <= 0 or place >= length:
        return run
    right = deepcopy(run)
    _keep(run, 0, place)
    _keep(right, place, length)
    run.addnext(right)
    return right if keep_right else run


def _keep(run: Any, start: int, end: int) -> None:
    """Leaves what stands between the two places of the run's text, and its properties."""
    at = 0
    for child in list(run):
        if child.tag.endswith("}rPr"):
            continue
        length = len(_text_in(child))
        if length and child.tag.endswith("}t"):
            child.text = child.text[max(start - at, 0) : max(end - at, 0)]
            child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            if not child.text:
                run.remove(child)
        elif not start <= at < end:
            run.remove(child)
        at += length


def _text_of(run: Any) -> str:
    return "".join(_text_in(child) for child in run)


def _text_in(child: Any) -> str:
    name = child.tag.rpartition("}")[2]
    if name == "t":
        return child.text or ""
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")


def words_of(row: Row) -> str:
    """What the comment at a sentence says: who vouches, how, why claimtrack thinks so, who disputes."""
    lines = [_line(saying) for saying in row.sayings]
    if row.standing == "unattributed":
        lines.append("Nobody vouches for this sentence.")
    elif row.standing == "to nobody":
        lines.append("Nobody is named who vouches for this sentence.")
    lines += [f"Contested: {words}." for words in row.contested]
    return "\n".join(lines)


def _line(saying: Saying) -> str:
    who = saying.who or "Nobody"
    stance = f"({saying.stance})" if saying.hypothetical else saying.stance
    claim = f": {' '.join(saying.claim.split())}" if saying.claim else ""
    cue = f"cue “{saying.cue}”, " if saying.cue else ""
    inside = "↳ " * bool(saying.depth)
    return f"{inside}{who} {stance}{claim} ({cue}rule {saying.rule}, {saying.confidence:.2f})"
