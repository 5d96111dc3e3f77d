"""What the plots of a page show, as numbers: how stances divide, where nobody vouches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.records import POSITIONS
from claimtrack.render.htmlsentences import SentenceView
from claimtrack.render.sections import Row


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a plot: its name, the number it stands for, and its length in % of the longest."""

    name: str
    css: str
    number: int
    length: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A step of the strip that shows the article from its first sentence to its last.

    ``height`` is the part of its sentences that nobody vouches for, in %.
    """

    number: int
    css: str
    height: float
    note: str


def stance_bars(rows: Iterable[Row]) -> tuple[Bar, ...]:
    said = Counter(each.stance for row in rows for each in row.sayings if not each.hypothetical)
    most = max(said.values(), default=1)
    return tuple(
        Bar(stance, f"is-{POSITIONS[stance]}", said[stance], round(100 * said[stance] / most, 1))
        for stance in POSITIONS
        if said[stance]
    )


STEPS = 100
"""The most steps that the strip has; a longer article has several sentences in one."""


def strip_of(sentences: Sequence[SentenceView]) -> tuple[Cell, ...]:
    size = -(-len(sentences) // STEPS) or 1
    groups = (sentences[at : at + size] for at in range(0, len(sentences), size))
    return tuple(_cell(group) for group in groups)


def _cell(group: Sequence[SentenceView]) -> Cell:
    loose = sum(each.slug in ("unattributed", "nobody") for each in group)
    contested = any("contested" in each.flags for each in group)
    first, last = group[0].row.number, group[-1].row.number
    if len(group) == 1:
        note = f"{first}: {group[0].row.standing}" + (", contested" if contested else "")
        css = group[0].slug
    else:
        note = f"{first}–{last}: {loose} without a source" + (", contested" if contested else "")
        css = "unattributed" if loose else "attributed"
    return Cell(first, css + " contested" * contested, round(100 * loose / len(group)), note)
