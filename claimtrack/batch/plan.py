"""What a run is to do, what it tells on its way, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claimtrack.ledger.writer import Outcome, Tally
from claimtrack.records import Failure


@dataclass(frozen=True, slots=True)
class Plan:
    """The paths to work through, into which ledger; at more than ``max_failures``, it stops.

    ``prune``: articles that the paths no longer hold are taken out of the ledger. ``warehouse``: in
    the ledger's place is a folder, in which the engine keeps its result files.
    """

    paths: tuple[str, ...]
    ledger: Path
    max_failures: int | None = None
    prune: bool = False
    warehouse: bool = False


@dataclass(slots=True)
class Count:
    """Articles so far, and the characters of those that are done with, of those reported anew."""

    reported: int = 0
    skipped: int = 0
    failed: int = 0
    removed: int = 0
    characters: int = 0
    fresh_characters: int = 0

    @property
    def articles(self) -> int:
        return self.reported + self.skipped + self.failed

    def tally(self) -> Tally:
        return Tally(self.reported, self.skipped, self.failed, self.removed)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, after so many seconds."""

    count: Count
    seconds: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of a run. ``whole``: the ledger is one file again, without a journal beside it."""

    outcome: Outcome
    tally: Tally
    whole: bool


def unheard(*_: object) -> None:
    """For callers who do not want to know."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told: warnings a line each, errors with their traces, progress; at the end each
    failure, and path and id of each article that the paths no longer hold."""

    warn: Callable[[str], None] = unheard
    trace: Callable[[Exception], None] = unheard
    progress: Callable[[Progress], None] = unheard
    failure: Callable[[Failure], None] = unheard
    removed: Callable[[str, str], None] = unheard


@dataclass(slots=True)
class Stop:
    """Whether the run was asked to end."""

    asked: bool = False
