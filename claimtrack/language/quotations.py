"""Quotation marks: where a quotation begins and ends, by its marks alone.

Marks may be straight, curly, low, guillemets or typewriter pairs, single or double, nested, or
unbalanced. A quotation left open at the end of a paragraph goes on in the next one if that
begins with an opening mark (the newspaper convention) or closes before it opens; otherwise, or
where a new sentence opens another, it ends with its sentence, or with its paragraph where that
opens with it below a colon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.language.sentences import sentence_starts
from claimtrack.records import Span

_CLOSERS = {
    "“": ("”", '"', "“"), "„": ("“", "”", '"'), '"': ('"', "”", "“"), "«": ("»",), "»": ("«", "»"),
    "‹": ("›",), "›": ("‹", "›"), "‘": ("’",), "'": ("'",), "``": ("''",), "''": ("''",),
}  # fmt: skip
_MARK = re.compile(r"``|(?<=\S)'(?=''(?!'))|''|[“”„«»‘’\"'‹›]")
"""Of three single marks behind a word the first closes an inner quotation, the pair the outer one."""
_SINGLE = ("'", "‘", "’")
_ANYWHERE = ("“", "„", "‘", "``")
"""Marks that open wherever they stand."""
_OPENS_AFTER = re.compile(r"(?:^|[\s\u200b\u2060\ufeff\u00ad(\[{—–\-/:“\"„«‘'…])$")
_STOPS = re.compile(r"[.!?…]\s+$")
_CLIPPED = re.compile(r"\d\ds\b|(?:tis|twas|em|til|cause|n)\b", re.IGNORECASE)
_ANEW = re.compile(r"(?<=\s)'(?=\w)|‘")
_POSSESSIVE = re.compile(r"s['’] [a-z]")
_ENDS_WORD = re.compile(r"[^\s\d].(?=[\s,.;:!?)\]—–\-]|$)")
_DEEPEST, _NEAR, _FAR = 5, 1000, 5000
"""How deep quotations nest, how far to look for the end of an inner and of a single-quoted one."""
_YEAR = re.compile(r"\d\d\b")


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
    close: int | None = None
    """Where a single mark's stretch ends."""


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text``, none of which crosses a paragraph's end."""
    found: list[Quotation] = []
    carried: _Open | None = None
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        quotations, left_open = _in_paragraph(text, start, end, carried)
        if left_open is None and following is not None:
            left_open = _single_left_open(text, (start, end), following, quotations)
        found += quotations
        follows = carried is not None and left_open is not None and left_open.start == start
        carried = None
        if left_open is not None:
            goes_on = following is not None and _goes_on(text, following, left_open)
            led_up_to = left_open.start == start and text[:start].rstrip().endswith(":")
            stop = end if goes_on or led_up_to else _unclosed_end(text, left_open.end, end)
            found.append(_quotation(text, left_open, stop, stop, follows))
            carried = left_open if goes_on else None
    return tuple(sorted((q for q in found if q.start < q.end), key=lambda q: q.start))


def _in_paragraph(
    text: str, start: int, end: int, carried: _Open | None
) -> tuple[list[Quotation], _Open | None]:
    """Quotations that close within a paragraph, and the outermost one left open."""
    found: list[Quotation] = []
    stack: list[_Open] = []
    continued = carried is not None
    if carried is not None and not text.startswith(carried.mark, start):
        stack.append(_Open(carried.mark, start, start))
    for mark in _MARK.finditer(text, start, end):
        if stack and _closes(text, mark, stack[-1]):
            opened = stack.pop()
            if not stack:
                follows = continued and opened.start == start
                found.append(_quotation(text, opened, mark.start(), mark.end(), follows))
        elif len(stack) == 1 and _opens_again(text, mark, stack[0], end):
            forgotten = stack.pop()
            follows = continued and forgotten.start == start
            stop = len(text[: mark.start()].rstrip())
            found.append(_quotation(text, forgotten, stop, stop, follows))
            stack.append(_opened(text, mark, end))
        elif _opens(text, mark, start, end, stack):
            stack.append(_opened(text, mark, end))
    if stack and stack[0].mark in _SINGLE:
        return found, None
    return found, stack[0] if stack else None


def _opened(text: str, mark: re.Match[str], end: int) -> _Open:
    sign = mark.group()
    close = _single_close(text, mark.end(), end, sign) if sign in _SINGLE else None
    return _Open(sign, mark.start(), mark.end(), close)


def _single_left_open(
    text: str, paragraph: Span, following: Span, found: Sequence[Quotation]
) -> _Open | None:
    """A single mark that opens a paragraph and, unclosed, the next one too."""
    start = paragraph[0]
    closes = any(quotation.outer[0] == start for quotation in found)
    both = text.startswith("‘", start) and text.startswith("‘", following[0])
    return _Open("‘", start, start + 1) if both and not closes else None


def _quotation(text: str, opened: _Open, end: int, outer_end: int, continues: bool) -> Quotation:
    inner = text[opened.end : end]
    start = opened.end + len(inner) - len(inner.lstrip())
    return Quotation(
        start, max(start, opened.end + len(inner.rstrip())), (opened.start, outer_end), continues
    )


def _opens(text: str, mark: re.Match[str], start: int, end: int, stack: list[_Open]) -> bool:
    sign, at = mark.group(), mark.end()
    spaced = text[at : at + 1].isspace() and sign != "«" and not _leans_left(text, mark)
    if sign not in _CLOSERS or at >= end or spaced:
        return False
    if stack and sign == stack[-1].mark and not _is_nested(text, mark, end):
        return False
    before = text[start : mark.start()]
    if sign not in _ANYWHERE and not _OPENS_AFTER.search(before[-1:]):
        return False
    if sign in _SINGLE:
        year = _YEAR.match(text, at) and before[-2:].strip(",: ")
        return (
            not (year or _CLIPPED.match(text, at))
            and _single_close(text, at, end, sign) is not None
        )
    return True


def _leans_left(text: str, mark: re.Match[str]) -> bool:
    """*he said. “ You know, …*: a mark that can but open, though a space crept in behind it."""
    behind = text[mark.end() + 1 : mark.end() + 2]
    return mark.group() == "“" and text[: mark.start()][-1:].isspace() and behind.isupper()


def _closes(text: str, mark: re.Match[str], opened: _Open) -> bool:
    sign, at = mark.group(), mark.start()
    closers = _CLOSERS[opened.mark]
    if sign not in closers:
        return False
    if opened.mark in _SINGLE:
        return at == opened.close
    if sign != closers[0] and not _ENDS_WORD.match(text, at - 1):
        return False
    return sign not in _CLOSERS or not _stands_before_word(text, mark)


def _stands_before_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark that may open or close opens: after a space and before a word."""
    return text[mark.start() - 1].isspace() and text[mark.end() : mark.end() + 1].isalnum()


def _opens_again(text: str, mark: re.Match[str], opened: _Open, end: int) -> bool:
    """Whether a mark opens anew at the start of a sentence, because somebody forgot to close."""
    before = text[max(opened.end, mark.start() - 3) : mark.start()]
    anew = mark.group() == opened.mark and _STOPS.search(before)
    return bool(anew) and _stands_before_word(text, mark) and not _is_nested(text, mark, end)


def _is_nested(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark that opens inside of its own kind is closed, and the outer one after it."""
    depth = 2
    for other in _MARK.finditer(text, mark.end(), min(end, mark.end() + _NEAR)):
        same = other.group() == mark.group()
        if same and (other.group() in _ANYWHERE or _stands_before_word(text, other)):
            depth += 1
        elif other.group() == _CLOSERS[mark.group()][0]:
            depth -= 1
        if depth in (0, _DEEPEST):
            return depth == 0
    return False


def _single_close(text: str, start: int, end: int, opener: str) -> int | None:
    """Where a single-quoted stretch ends: an apostrophe looks the same, so best after punctuation,
    else not where a plural's apostrophe stands before its noun (*the players’ fault*)."""
    (closer,) = _CLOSERS[opener]
    end = min(end, start + _FAR)
    anew = _ANEW.finditer(text, start, end)
    stop = next((m.start() for m in anew if not _CLIPPED.match(text, m.end())), end)
    candidates = [
        at
        for at in range(start + 1, stop)
        if text[at] == closer
        and not text[at + 1 : at + 2].isalnum()
        and not text[at - 1].isspace()
        and not _is_paired(text, at)
    ]
    after_stop = [at for at in candidates if text[at - 1] in ",.!?…"]
    plain = [at for at in candidates if not _POSSESSIVE.match(text, at - 1)]
    return next(iter(after_stop or plain or candidates), None)


def _is_paired(text: str, at: int) -> bool:
    """Whether a single mark belongs to a typewriter pair: one of two, or not the first of three."""
    before, behind = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
    left = len(before) - len(before.rstrip("'"))
    right = len(behind) - len(behind.lstrip("'"))
    return left + right == 1 or (left + right == 2 and left > 0)


def _goes_on(text: str, paragraph: Span, opened: _Open) -> bool:
    """Whether the paragraph re-opens the quotation or closes it before opening another."""
    start, end = paragraph
    if text.startswith(opened.mark, start):
        return True
    first = next((m for m in _MARK.finditer(text, start, end) if m.group() not in _SINGLE), None)
    if first is None or first.group() not in _CLOSERS[opened.mark]:
        return False
    return first.start() > start and not text[first.start() - 1].isspace()


def _unclosed_end(text: str, start: int, end: int) -> int:
    """The end of the first sentence: further than that nobody knows what is quoted."""
    sure = (at for at, verdict in sentence_starts(text[start:end]) if verdict == "start")
    following = next(sure, end - start)
    return start + len(text[start : start + following].rstrip())
