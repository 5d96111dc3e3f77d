"""What a long run says on standard error: lines for people, or JSON objects for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from enum import Enum
from typing import TYPE_CHECKING

import typer

from claimtrack.cli.console import Console
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.records import Failure

if TYPE_CHECKING:
    from claimtrack.batch.plan import Plan, Progress, Summary

_SHOWN_EVERY, _LOGGED_EVERY = 0.5, 10.0
_CLEAR = "\r\x1b[K"


def is_terminal() -> bool:
    """Whether somebody sees standard error as it comes."""
    return sys.stderr.isatty()


class LogFormat(str, Enum):
    """How notes are written."""

    text = "text"
    json = "json"


class Log:
    """The console of a long run; ``--quiet`` leaves errors alone in either format."""

    def __init__(self, console: Console, format: LogFormat, prune: bool) -> None:
        self._prune = prune
        self._console = console
        self._json = format is LogFormat.json
        self._live = False

    def warn(self, line: str) -> None:
        if self._json:
            self._object("warning", message=line)
        else:
            self._clear()
            self._console.warn(line)

    def trace(self, error: Exception) -> None:
        self._console.trace(error)

    def failure(self, failure: Failure) -> None:
        """An article that could not be read or reported."""
        line = error_line(failure.code, failure.message, failure.path, failure.line)
        if not self._json:
            self._clear()
            self._console.error(line)
            return
        where = {"id": failure.id, "path": failure.path, "line": failure.line}
        self._object("failure", code=failure.code, message=failure.message, **where)

    def removed(self, path: str, id: str) -> None:
        """An article of the ledger that the paths no longer hold."""
        if self._json:
            self._object("removed", path=path, id=id)
        else:
            self._clear()
            fate = "is no longer there, and is taken out of the ledger"
            kept = "is in the ledger and no longer there"
            self._console.warn(f"{path}: {id} {fate if self._prune else kept}")

    def error(self, error: ClaimtrackError) -> None:
        """What ended the run, as an object."""
        self._object("error", code=error.code, message=error.message, path=error.path)

    def ended(self, plan: Plan, summary: Summary) -> None:
        """The run's last words: how it ended, what it did, and how to go on."""
        tally = summary.tally
        path = str(plan.ledger)
        if self._json:
            counts = {name: getattr(tally, name) for name in tally.__slots__}
            self._object("ended", outcome=summary.outcome, ledger=path, **counts)
        code = {"stopped": "CT513", "failed": "CT514"}.get(summary.outcome)
        if code is not None and self._json:
            self._object("error", code=code, message=advise(code), path=path)
        elif code is not None:
            self._console.error(error_line(code, advise(code), path))
        if not self._json:
            self._console.warn(f"{path}: {_counts(summary)}")
        if not summary.whole:
            self.warn(
                f"{path}: another program reads the ledger; until the next run, copy it with its -wal"
            )
        if tally.removed and not plan.prune:
            self.warn(f"{path}: --prune takes what is gone out of the ledger")

    @contextmanager
    def progress(self, paths: Sequence[str]) -> Iterator[Callable[[Progress], None]]:
        """Who to tell of progress: it is shown on a terminal, and logged as objects now and then."""
        quiet = self._console.quiet
        self._live = not self._json and not quiet and is_terminal()
        if not self._live and (not self._json or quiet):
            yield lambda _: None
            return
        meter = _Meter(paths, _SHOWN_EVERY if self._live else _LOGGED_EVERY)
        try:
            yield lambda progress: self._tell(meter, progress)
        finally:
            self._clear()
            self._live = False

    def _tell(self, meter: _Meter, progress: Progress) -> None:
        if not meter.due():
            return
        rate, left = meter.rate(progress), meter.left(progress)
        count = progress.count
        if self._json:
            seconds = None if left is None else round(left)
            counts = {"articles": count.articles, "failures": count.failed}
            self._object("progress", **counts, rate=round(rate, 1), seconds_left=seconds)
        else:
            about = "" if left is None else f", about {_duration(left)} left"
            line = f"{count.articles:,} articles, {rate:.1f}/s, {count.failed:,} failures{about}"
            typer.echo(_CLEAR + line, err=True, nl=False)

    def _clear(self) -> None:
        if self._live:
            typer.echo(_CLEAR, err=True, nl=False)

    def _object(self, event: str, **facts: object) -> None:
        if self._console.quiet and event not in ("failure", "error"):
            return
        now = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "event": event, **facts})
        typer.echo(line, err=True)


class _Meter:
    """How fast a run is and how long it will take, by the size of its files."""

    def __init__(self, paths: Sequence[str], every: float) -> None:
        self._every = every
        self._next = 0.0
        self._total = _size(paths)

    def due(self) -> bool:
        now = time.monotonic()
        if now < self._next:
            return False
        self._next = now + self._every
        return True

    def rate(self, progress: Progress) -> float:
        """Articles a second."""
        return progress.count.articles / max(progress.seconds, 1e-3)

    def left(self, progress: Progress) -> float | None:
        """Seconds, by what was reported anew; None where nothing tells."""
        fresh = progress.count.fresh_characters
        if not self._total or not fresh:
            return None
        remaining = max(self._total - progress.count.characters, 0)
        return remaining * progress.seconds / fresh


def _size(paths: Sequence[str]) -> int:
    from claimtrack.batch.steps import plain, weight_of
    from claimtrack.read.paths import files_of

    files = (file for path in paths for file in files_of(plain(path), lambda _: None))
    return sum(weight_of(file) for file in files if isinstance(file, str))


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"


def _counts(summary: Summary) -> str:
    tally = summary.tally
    parts = [f"{tally.reported} articles reported", f"{tally.skipped} unchanged"]
    parts += [f"{tally.failed} failed"] if tally.failed else []
    parts += [f"{tally.removed} gone"] if tally.removed else []
    return ", ".join(parts)
