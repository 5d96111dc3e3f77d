"""Words of an article made safe for a terminal, measured and broken to its width."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")
ELLIPSIS = "…"


def printable(text: str) -> str:
    """The text on one line, without control characters and overrides of the writing direction."""
    return _UNSAFE.sub("\ufffd", _SPACE.sub(" ", text)).strip()


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_columns(char) for char in text)


def cut(text: str, width: int) -> str:
    """The text, with an ellipsis in place of what does not fit."""
    if width_of(text) <= width:
        return text
    return text[: _fitting(text, width - 1)].rstrip() + ELLIPSIS


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most this many columns, broken between words where it can be."""
    lines: list[str] = []
    rest = text
    while width_of(rest) > width:
        fits = max(_fitting(rest, width), 1)
        space = rest.rfind(" ", 0, fits + 1)
        end = space if space > 0 else fits
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*lines, rest] if rest or not lines else lines


def _fitting(text: str, width: int) -> int:
    taken = 0
    for nth, char in enumerate(text):
        taken += _columns(char)
        if taken > width:
            return nth
    return len(text)


def _columns(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
