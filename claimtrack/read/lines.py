"""The lines of a text and which of them make up a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.records import Span

_END = re.compile(r"""[.!?…:;][)\]"'’”»]*$""")
_BULLET = re.compile(r"[•‣▪·●*]\s+")
_ITEM = re.compile(r"(?:[•‣▪·●*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [\w.’'()-]+){0,4}:\s")
_NARROWEST, _WIDEST = 50, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str
    indented: bool


def chunks_of(text: str) -> list[list[Line]]:
    """The lines of the text, grouped as blank lines group them."""
    chunks: list[list[Line]] = [[]]
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = offset + raw.index(words)
            chunks[-1].append(Line(start, start + len(words), words, raw[0].isspace()))
        elif chunks[-1]:
            chunks.append([])
        offset += len(raw)
    return [chunk for chunk in chunks if chunk]


def paragraphs_of(text: str) -> list[Span]:
    """Spans of the text's paragraphs and other blocks, without a list item's bullet.

    A blank line always ends one. A line break alone ends one unless the lines were broken
    to a width, or the next line goes on in the middle of a sentence.
    """
    chunks = chunks_of(text)
    width = _wrapping_width(chunks)
    return [span for chunk in chunks for span in _joined(chunk, width)]


def ends_sentence(words: str) -> bool:
    """Whether the line ends as a sentence or an introduction to one does."""
    return bool(_END.search(words))


def begins_with_label(words: str) -> bool:
    """Whether the line starts with a speaker's label or a list item's mark."""
    return bool(_LABEL.match(words) or _ITEM.match(words))


def _wrapping_width(chunks: Sequence[Sequence[Line]]) -> int | None:
    """The width to which the lines were broken, if they were: most breaks are mid-sentence."""
    breaks = [line for chunk in chunks for line in chunk[:-1]]
    broken = [
        len(line.text)
        for line in breaks
        if not ends_sentence(line.text) and len(line.text) <= _WIDEST
    ]
    if len(broken) * 3 < len(breaks) or not broken:
        return None
    width = max(broken)
    return width if width >= _NARROWEST else None


def _joined(chunk: Sequence[Line], width: int | None) -> list[Span]:
    spans = [_without_bullet(chunk[0])]
    for before, line in pairwise(chunk):
        if _goes_on(before, line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append(_without_bullet(line))
    return spans


def _goes_on(before: Line, line: Line, width: int | None) -> bool:
    if _ITEM.match(line.text):
        return False
    ended = ends_sentence(before.text)
    if not ended and line.text[0].islower():
        return True
    if width is None or (line.indented and not before.indented):
        return False
    if ended and _LABEL.match(line.text):
        return False
    first_word = line.text.split(maxsplit=1)[0]
    fitted = len(before.text) + 1 + len(first_word) <= width
    return not fitted


def _without_bullet(line: Line) -> Span:
    bullet = _BULLET.match(line.text)
    return (line.start + (bullet.end() if bullet else 0), line.end)
