"""What is wrong in rule files, and where, in words that name the nearest right name."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.errors import error_line
from claimtrack.rules.model import Place

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a rule file, and where."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        place = self.place
        return error_line(self.code, self.message, place.path, place.line, place.column)

    def order(self) -> tuple[str, int, int, str, str]:
        """Problems are told in the order of their places."""
        place = self.place
        return place.path, place.line, place.column, self.code, self.message


def shown(value: str | None) -> str:
    """A value as messages quote it, cut where it is long."""
    text = " ".join((value or "").split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def nearest(name: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(name[:_SHOWN], choices, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    if not choices:
        return "there is none"
    return "there are " + ", ".join(choices) if len(choices) <= 24 else "none is much like it"
