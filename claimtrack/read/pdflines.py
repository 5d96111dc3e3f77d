"""The lines of a PDF page from pieces of text with places, in the order in which people read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

_SAME_LINE = 0.4
"""How far apart, in font sizes, the feet of letters on one line may be."""

_SAME_EDGE = 2.0
"""How far apart, in points, the beginnings of lines of one column may be."""

_NARROWEST = 90.0
"""A column's width in points, at the least: indents are no columns."""

_OFTEN, _AT_LEAST = 0.25, 3
"""A column begins where so large a part of the page's lines, and so many, begin."""

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words and where on the page they begin, in points from its lower left corner."""

    x: float
    y: float
    size: float
    words: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a column: how far it is set in, and how far it stands below the line above it.

    ``drop`` is None for a column's first line. Lengths in points.
    """

    words: str
    y: float
    size: float
    indent: float
    drop: float | None


def lines_of(fragments: Sequence[Fragment]) -> list[PageLine]:
    """The lines of a page, column by column."""
    edges = _edges(fragments)
    columns: list[list[Fragment]] = [[] for _ in edges]
    for fragment in fragments:
        reached = [nth for nth, edge in enumerate(edges) if fragment.x >= edge - _SAME_EDGE]
        columns[reached[-1]].append(fragment)
    return [line for column in columns for line in _column(column)]


def _edges(fragments: Sequence[Fragment]) -> list[float]:
    """Where the columns of the page begin, from the left; the first is its leftmost word."""
    worded = [fragment for fragment in fragments if fragment.words.strip()]
    if not worded:
        return [float("-inf")]
    rows = len({round(fragment.y) for fragment in worded})
    starts = Counter(round(fragment.x) for fragment in worded)
    edges = [min(fragment.x for fragment in worded)]
    for x in sorted(starts):
        often = sum(starts[x + near] for near in (-1, 0, 1))
        if often >= max(_AT_LEAST, _OFTEN * rows) and x >= edges[-1] + _NARROWEST:
            edges.append(x)
    return [float("-inf"), *edges[1:]]


def _column(fragments: Sequence[Fragment]) -> Iterator[PageLine]:
    rows = _rows(fragments)
    left = min((row[0].x for row in rows), default=0.0)
    above: Fragment | None = None
    for row in rows:
        first = row[0]
        words = " ".join("".join(fragment.words for fragment in row).split())
        drop = above.y - first.y if above else None
        yield PageLine(words, first.y, first.size, first.x - left, drop)
        above = first


def _rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments of each line from left to right, lines from the top; blank ones left out."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: -each.y):
        if rows and rows[-1][0].y - fragment.y <= _SAME_LINE * fragment.size:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    ordered = (sorted(row, key=lambda each: each.x) for row in rows)
    return [row for row in ordered if any(each.words.strip() for each in row)]


def without_running_lines(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The pages without page numbers and the lines that come back at their heads and feet."""
    outer = [_outer(page) for page in pages]
    seen = Counter(mark for marks in outer for mark in {_mark(line) for line in marks})
    running = {mark for mark, times in seen.items() if times >= max(2, len(pages) / 2)}
    return [
        list(_kept(page, [line for line in ends if _runs(line, running)]))
        for page, ends in zip(pages, outer, strict=True)
    ]


def _kept(page: Sequence[PageLine], running: Sequence[PageLine]) -> Iterator[PageLine]:
    """The other lines; one that stood below a running line has nothing above it any more."""
    above: PageLine | None = None
    for line in page:
        if line not in running:
            yield replace(line, drop=None) if above in running else line
        above = line


def _runs(line: PageLine, running: Set[str]) -> bool:
    return _mark(line) in running or _PAGE_NUMBER.fullmatch(line.words) is not None


def _outer(page: Sequence[PageLine]) -> list[PageLine]:
    """What stands in the topmost and in the lowest line of the page."""
    heights = [line.y for line in page]
    return [line for line in page if line.y in (max(heights), min(heights))]


def _mark(line: PageLine) -> str:
    return _NUMBER.sub("#", line.words)
