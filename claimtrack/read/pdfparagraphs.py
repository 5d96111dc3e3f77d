"""The paragraphs that the lines of PDF pages make up, and which page each part of them is on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.read.lines import begins_with_label, ends_sentence
from claimtrack.read.pdflines import PageLine
from claimtrack.read.pieces import Piece
from claimtrack.records import BlockKind, Span

_LARGER, _OTHER_SIZE = 1.2, 0.1
_WIDER_GAP = 1.35
_SET_IN = 0.8
_SHORT = 0.75
_BROKEN = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_FIRST, _LAST = re.compile(r"^\w+"), re.compile(r"\w+$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words, and for each page on which some of them stand where in them it begins."""

    piece: Piece
    pages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Print:
    """What is usual in the file: size of letters, distance and length of lines, compounds."""

    size: float
    drop: float
    length: int
    compounds: frozenset[str]

    def breaks(self, above: PageLine, line: PageLine) -> bool:
        """Whether a paragraph ends between two lines that follow each other."""
        if abs(line.size - above.size) > _OTHER_SIZE * above.size:
            return True
        if line.indent > _SET_IN * line.size >= above.indent or begins_with_label(line.words):
            return ends_sentence(above.words)
        if line.drop is None:
            return ends_sentence(above.words) and self._short(above)
        if line.drop > _WIDER_GAP * max(self.drop, line.size):
            return True
        return ends_sentence(above.words) and self._short(above)

    def _short(self, line: PageLine) -> bool:
        return len(line.words) < _SHORT * self.length

    def joined(self, words: str, more: str) -> tuple[str, int]:
        """The two as they read on, and where the second begins."""
        if not (_BROKEN.search(words) and more[:1].islower()):
            return f"{words} {more}", len(words) + 1
        start = words[:-1]
        ends, begins = _LAST.search(start), _FIRST.search(more)
        if ends and begins and f"{ends[0]}-{begins[0]}" in self.compounds:
            start += "-"
        return start + more, len(start)


def paragraphs_of(pages: Sequence[Sequence[PageLine]]) -> list[Paragraph]:
    """The paragraphs in order; letters clearly larger than the most are a headline's."""
    usual = _usual([line for page in pages for line in page])
    found: list[Paragraph] = []
    above: PageLine | None = None
    for number, page in enumerate(pages):
        for line in page:
            if above is None or usual.breaks(above, line):
                kind: BlockKind | None = "headline" if line.size > _LARGER * usual.size else None
                found.append(Paragraph(Piece(line.words, kind), ((number, 0),)))
            else:
                found[-1] = _longer(found[-1], line.words, number, usual)
            above = line
    return found


def _longer(paragraph: Paragraph, more: str, page: int, usual: _Print) -> Paragraph:
    words, start = usual.joined(paragraph.piece.words, more)
    pages = paragraph.pages
    if pages[-1][0] != page:
        pages = (*pages, (page, start))
    return Paragraph(Piece(words, paragraph.piece.kind), pages)


def _usual(lines: Sequence[PageLine]) -> _Print:
    """A quarter of the distances at the least is that of lines: paragraphs may be short ones."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    body = [line for line in lines if abs(line.size - size) <= _OTHER_SIZE * size]
    drops = sorted(line.drop for line in body if line.drop)
    compounds = frozenset(word for line in lines for word in _COMPOUND.findall(line.words))
    return _Print(
        size,
        drops[len(drops) // 4] if drops else 0.0,
        max((len(line.words) for line in body), default=0),
        compounds,
    )


def pages_of(paragraphs: Sequence[Paragraph], spans: Sequence[Span], count: int) -> Iterator[Span]:
    """The span of each page in the text whose paragraphs have these spans."""
    starts: dict[int, int] = {}
    for paragraph, (start, _) in zip(paragraphs, spans, strict=True):
        for page, at in paragraph.pages:
            starts.setdefault(page, start + at)
    end = spans[-1][1] if spans else 0
    begins = [end] * (count + 1)
    for page in reversed(range(count)):
        begins[page] = starts.get(page, begins[page + 1])
    yield from pairwise(begins)
