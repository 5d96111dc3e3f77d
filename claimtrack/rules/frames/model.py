"""The terms of frames: a cue in its place, what a frame finds at it, or what is missing there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.language.parse import Parse
from claimtrack.rules.model import Entry
from claimtrack.rules.speakers import Speakers

Tokens = frozenset[int]
NONE: Tokens = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of an entry where they stand: ``tokens`` in order, of which ``head`` is the first."""

    entry: Entry
    tokens: tuple[int, ...]
    speakers: Speakers

    @property
    def head(self) -> int:
        return self.tokens[0]


@dataclass(frozen=True, slots=True)
class Slots:
    """What a frame found, as token numbers; ``cue`` is empty where the verb group says it all."""

    source: Tokens
    claim: Tokens
    recipient: Tokens = NONE
    cue: Tokens = NONE


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a rule does not hold here, in the rules' words: what its frame lacks, or what the rule wants
    and what there is ``instead``."""

    what: str
    instead: str = ""

    def __str__(self) -> str:
        return f"wants {self.what}; {self.instead}" if self.instead else f"lacks {self.what}"


Found = Slots | Missing


@dataclass(frozen=True, slots=True)
class Frame:
    """A construction: the classes of words that it takes, and its rank where several hold at one cue."""

    name: str
    kinds: tuple[str, ...]
    rank: int
    find: Callable[[Parse, Cue], Found]
