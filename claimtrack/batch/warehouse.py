"""A folder of result files in the place of a ledger: a run goes through it and the files stay.

What is done, the engine knows by the files' names; here is only what the run has met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack.ledger.lock import only_run
from claimtrack.ledger.met import Scope
from claimtrack.ledger.writer import Entry, FileMark
from claimtrack.records import Failure


@dataclass(slots=True)
class Warehouse:
    """What a run asks of a ledger, of one that knows nothing of earlier runs."""

    path: Path
    _failures: list[Failure] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)

    def write(self, entries: Iterable[Entry]) -> None:
        """Keeps the failures, to be told; all else is in the files."""
        self._failures += [entry for entry in entries if isinstance(entry, Failure)]

    def file_done(self, _: FileMark) -> bool:
        return False

    def article_done(self, *_: object) -> bool:
        return False

    def counts(self, _: str) -> tuple[int, int]:
        return 0, 0

    def meet_file(self, path: str) -> bool:
        """Notes that the run has come to this file; False where it has been there before."""
        new = path not in self._met
        self._met.add(path)
        return new

    def failures_met(self) -> Iterator[Failure]:
        yield from self._failures

    def unmet(self, _: Scope) -> Iterator[tuple[str, str]]:
        yield from ()

    def tidy(self, _: Scope, prune: bool) -> None:
        """The engine does it: result files that no run has use for go at its end."""


@contextmanager
def storing(path: Path) -> Iterator[Warehouse]:
    """The folder for one run. Raises ClaimtrackError CT506 where another run writes to it."""
    with only_run(path):
        yield Warehouse(path)
