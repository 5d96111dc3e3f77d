"""Words of an article as HTML, with marks that may nest and cross."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_DIRECTIONS = dict(
    zip(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"),
        strict=True,
    )
)
"""What turns the direction of a whole stretch of text is shown by its name, and turns nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the article and how it is shown; of two with the same span the lower rank is outer.

    ``label`` is drawn at the mark's start and is no part of the text.
    """

    start: int
    end: int
    rank: int
    classes: str
    label: str = ""
    note: str = ""


def shown(text: str) -> Markup:
    """The text, escaped; characters that are no text or that turn its direction are made visible."""
    escaped = escape(text)
    return Markup(_ODD.sub(_sign, escaped)) if _ODD.search(escaped) else escaped


def shown_plain(text: str) -> str:
    """The same for a place that takes no elements, such as a title."""
    return _ODD.sub("\ufffd", text)


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """``text[start:end]`` with its marks; what crosses another mark is drawn in two pieces."""
    inside = [
        replace(mark, start=max(mark.start, start), end=min(mark.end, end))
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    return _drawn(text, start, end, inside)


def _drawn(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    out: list[str] = []
    waiting = sorted(marks, key=_order)
    while waiting:
        outer, *waiting = waiting
        inner = [mark for mark in waiting if mark.start < outer.end]
        crossing = [mark for mark in inner if mark.end > outer.end]
        waiting = [mark for mark in waiting if mark.start >= outer.end]
        waiting += [replace(mark, start=outer.end, label="") for mark in crossing]
        waiting.sort(key=_order)
        inner = [replace(mark, end=min(mark.end, outer.end)) for mark in inner]
        out += [shown(text[start : outer.start]), _opening(outer)]
        out += [_drawn(text, outer.start, outer.end, inner), "</span>"]
        start = outer.end
    return Markup("".join([*out, shown(text[start:end])]))


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, mark.rank


def _opening(mark: Mark) -> Markup:
    label = Markup(' data-l="{}"').format(mark.label) if mark.label else ""
    note = Markup(' title="{}"').format(shown_plain(mark.note)) if mark.note else ""
    return Markup('<span class="{}"{}{}>').format(mark.classes, label, note)


def _sign(match: re.Match[str]) -> str:
    name = _DIRECTIONS.get(match[0])
    return f'<span class="control">{name}</span>' if name else "\ufffd"
