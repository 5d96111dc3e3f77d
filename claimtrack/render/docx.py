"""Word: the author's own document back with a comment at each sentence, or a new one with them.

Only comments are added: no word and no formatting of the document changes. A sentence that
claims nothing gets no comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timezone
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
    """The document of the one article there is. Raises ClaimtrackError CT603 where it failed."""
    reports = [item for item in items if isinstance(item, Report)]
    if not reports:
        raise ClaimtrackError("CT603", advise("CT603"))
    out.buffer.write(document_of(reports[0]))


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
    """Sentences from the last to the first, so that a run is only split behind what is left."""
    chars = _Characters(document)
    where = aligned("".join(char for char, _ in chars.all), report.article.text)
    comments = _Comments(document)
    pairs = zip(report.sentences, sections_of(report).rows, strict=True)
    for sentence, row in reversed([pair for pair in pairs if pair[1].standing != "no claim"]):
        there = [place for place in where[sentence.start : sentence.end] if place is not None]
        if there:
            first, last = chars.all[there[0]][1], chars.all[there[-1]][1]
            comments.add(first, last, shown_plain(words_of(row)))


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


_PROBE = 24
"""How many characters tell where the article and the document go on together."""
_LEAST = 6
"""How many do at the article's end."""


def aligned(document: str, text: str) -> list[int | None]:
    """For each place of the article the number of the document's character there, or None.

    ``document`` is without spaces, and those of the article have no place. What stands in one of
    the two alone, such as the text of a box, is passed over.
    """
    places = [place for place, char in enumerate(text) if not char.isspace()]
    words = "".join(text[place] for place in places)
    where: list[int | None] = [None] * len(text)
    nth = at = 0
    while nth < len(words):
        if document[at : at + 1] != words[nth]:
            probe = words[nth : nth + _PROBE]
            found = document.find(probe, at)
            if found < 0 or len(probe) < min(_LEAST, len(words)):
                nth += 1
                continue
            at = found
            _move_back(where, places[:nth], words, document, at)
        where[places[nth]] = at
        nth, at = nth + 1, at + 1
    return where


def _move_back(
    where: list[int | None], places: Sequence[int], words: str, document: str, at: int
) -> None:
    """Characters before a leap that stand before its end too belong there."""
    for back in range(1, min(len(places), at, _PROBE) + 1):
        if words[len(places) - back] != document[at - back]:
            return
        where[places[-back]] = at - back


class _Comments:
    """The document's comments, to which more are added."""

    def __init__(self, document: Document) -> None:
        self.element: Any = document.comments._comments_elm
        self.date = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.number = max((each.comment_id for each in document.comments), default=-1)

    def add(self, first: _Char, last: _Char, words: str) -> None:
        """A comment at the words from the first to the last character, a paragraph a line."""
        from docx.oxml import OxmlElement
        from docx.text.run import Run

        end = _cut_off(last.run, last.place + 1)
        start = _cut_off(first.run, first.place, keep_right=True)
        if first.run is last.run:
            end = start
        self.number += 1
        comment: Any = OxmlElement(
            "w:comment", {qualified("id"): str(self.number), qualified("author"): AUTHOR}
        )
        comment.set(qualified("initials"), INITIALS)
        comment.set(qualified("date"), self.date)
        for line in words.split("\n"):
            paragraph: Any = OxmlElement("w:p")
            paragraph.add_r().text = line
            comment.append(paragraph)
        self.element.append(comment)
        Run(start, None).mark_comment_range(Run(end, None), self.number)  # type: ignore[arg-type]


def qualified(name: str) -> str:
    """A name of Word's own namespace, as lxml writes it."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


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
