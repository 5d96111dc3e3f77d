"""Word: the author's own document back with a comment at each sentence, or a new one with them.

Only comments are added: no word and no formatting of the document changes. A sentence that
claims nothing gets no comment. The document's XML is written as it is, without python-docx, whose
object for each element would cost a third of the time that the report takes.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Failure, Report
from claimtrack.render.docxcomments import Comments
from claimtrack.render.docxnew import new_package
from claimtrack.render.docxpackage import NoDocument, Package, opened
from claimtrack.render.docxplaces import aligned, characters
from claimtrack.render.filenames import Opening, file_name
from claimtrack.render.htmlmarks import shown_plain
from claimtrack.render.sections import Row, Saying, sections_of

_NEEDED = "Word needs a package that is not installed: pip install 'claimtrack[docx]'"
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"


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
    """The file's bytes. Raises ClaimtrackError CT601 where lxml is not installed."""
    try:
        import lxml.etree  # noqa: F401
    except ImportError as error:
        raise ClaimtrackError("CT601", advise("CT601", _NEEDED)) from error
    package = _authored(Path(report.article.path)) or new_package(report.article)
    _comment(package, report)
    return package.saved()


def _authored(path: Path) -> Package | None:
    """The document that the article was read from, where that is one and still there."""
    if not path.is_file():
        return None
    with open(path, "rb") as file:
        start = file.read(4)
    try:
        if start.startswith(_GZIP):
            with gzip.open(path) as unpacked:
                return opened(unpacked.read()) if unpacked.peek(4).startswith(_ZIP) else None
        return opened(path.read_bytes()) if start == _ZIP else None
    except (NoDocument, EOFError, OSError):
        return None


def _comment(package: Package, report: Report) -> None:
    """Sentences from the last to the first, so that a run is only split behind what is left.

    Word has no comments in notes: what is found in one stands at the mark that refers to it.
    """
    chars = characters(package.body, package.notes)
    where = aligned("".join(char for char, _ in chars), report.article.text)
    comments = Comments(package.comments)
    pairs = zip(report.sentences, sections_of(report).rows, strict=True)
    for sentence, row in reversed([pair for pair in pairs if pair[1].standing != "no claim"]):
        there = [place for place in where[sentence.start : sentence.end] if place is not None]
        if there:
            first, last = chars[there[0]][1], chars[there[-1]][1]
            noted = f"{first.note}: {row.text}\n" if first.note else ""
            comments.add(first, last, shown_plain(noted + words_of(row)))


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
    stance = f"{saying.stance}, hypothetical" if saying.hypothetical else saying.stance
    claim = f": {' '.join(saying.claim.split())}" if saying.claim else ""
    cue = f"cue “{saying.cue}”, " if saying.cue else ""
    inside = "↳ " * bool(saying.depth)
    return f"{inside}{who} ({stance}){claim} ({cue}rule {saying.rule}, {saying.confidence:.2f})"
