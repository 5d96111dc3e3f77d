"""Quotation marks: where a quotation begins and ends, by its marks alone.

Marks may be straight, curly, low, guillemets or typewriter pairs, single or double, nested, or
unbalanced. A quotation left open at the end of a paragraph goes on in the next one if that
begins with an opening mark (the newspaper convention) or closes before it opens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.records import Span

_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", "``": "''", "''": "''", '"': '"', "'": "'", "‹": "›"}
_MARK = re.compile(r"``|''|[“”„«»‘’\"'‹›]")
_SINGLE = ("'", "‘", "’")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{—–\-/:“\"„«‘'…])$")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[A-Z“‘\"'])")
_DECADE_OR_CLIPPED = re.compile(r"\d\ds?\b|(?:tis|twas|em|til|cause)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. ``start``/``end`` are the words, ``outer`` includes the marks.

    ``continues``: carries on the quotation of the paragraph before.
    """

    start: int
    end: int
    outer: Span
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    start: int
    end: int


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text``, none of which crosses a paragraph's end."""
    found: list[Quotation] = []
    carried: _Open | None = None
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        quotations, left_open = _in_paragraph(text, start, end, carried)
        found += quotations
        carried = None
        if left_open is not None:
            goes_on = following is not None and _goes_on(text, following, left_open)
            stop = end if goes_on else _unclosed_end(text, left_open.end, end)
            found.append(
                _quotation(text, left_open, stop, stop, bool(left_open.start == left_open.end))
            )
            carried = left_open if goes_on else None
    return tuple(sorted(found, key=lambda q: q.start))


def _in_paragraph(
    text: str, start: int, end: int, carried: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    """Quotations that close within a paragraph, and the outermost one left open."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    continued = carried is not None
    if carried is not None and not _begins_with_mark(text, start, carried.mark):
        stack.append(_Open(carried.mark, start, start))
    for mark in _MARK.finditer(text, start, end):
        if stack and _closes(text, mark, stack[-1], end):
            opened = stack.pop()
            if not stack:
                follows = continued and opened.start == start
                found.append(_quotation(text, opened, mark.start(), mark.end(), follows))
        elif _opens(text, mark, start, end, stack):
            stack.append(_Open(mark.group(), mark.start(), mark.end()))
    if stack and stack[0].mark in _SINGLE:
        return found, None
    return found, stack[0] if stack else None


def _quotation(text: str, opened: _Open, end: int, outer_end: int, continues: bool) -> Quotation:
    inner = text[opened.end : end]
    start = opened.end + len(inner) - len(inner.lstrip())
    return Quotation(
        start, max(start, opened.end + len(inner.rstrip())), (opened.start, outer_end), continues
    )


def _opens(text: str, mark: re.Match[str], start: int, end: int, stack: list[_Open]) -> bool:
    sign = mark.group()
    if sign not in _CLOSERS or mark.end() >= end or text[mark.end()].isspace():
        return False
    if stack and sign == stack[-1].mark:
        return False
    if sign in _SINGLE and _DECADE_OR_CLIPPED.match(text, mark.end()):
        return False
    if sign in ("'", '"', "‘", "''"):
        before = text[start : mark.start()]
        if not _OPENS_AFTER.search(before[-1:]):
            return False
    if sign in _SINGLE:
        return _single_close(text, mark.end(), end, _CLOSERS[sign]) is not None
    return True


def _closes(text: str, mark: re.Match[str], opened: _Open, end: int) -> bool:
    if mark.group() not in _closers_of(opened.mark):
        return False
    if opened.mark in _SINGLE:
        return mark.start() == _single_close(text, opened.end, end, _CLOSERS[opened.mark])
    # A straight mark after a space and before a word opens anew: somebody forgot to close.
    reopened = text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()
    return not (mark.group() in ('"', "''") and reopened)


def _closers_of(mark: str) -> tuple[str, ...]:
    return ("''",) if mark in ("``", "''") else tuple(_CLOSERS[mark])


def _single_close(text: str, start: int, end: int, closer: str) -> int | None:
    """Where a single-quoted stretch ends: best after punctuation, for an apostrophe looks the same."""
    candidates = [
        at
        for at in range(start + 1, end)
        if text[at] in closer and not text[at + 1 : at + 2].isalnum() and not text[at - 1].isspace()
    ]
    after_stop = [at for at in candidates if text[at - 1] in ",.!?…"]
    return next(iter(after_stop or candidates), None)


def _begins_with_mark(text: str, start: int, mark: str) -> bool:
    return text.startswith(mark, start)


def _goes_on(text: str, paragraph: Span, opened: _Open) -> bool:
    """Whether the paragraph re-opens the quotation or closes it before opening another."""
    start, end = paragraph
    if _begins_with_mark(text, start, opened.mark):
        return True
    first = next((m for m in _MARK.finditer(text, start, end) if m.group() not in _SINGLE), None)
    if first is None or first.group() not in _closers_of(opened.mark):
        return False
    return first.start() > start and not text[first.start() - 1].isspace()


def _unclosed_end(text: str, start: int, end: int) -> int:
    stop = _SENTENCE_END.search(text, start, end)
    return stop.end() if stop else end
