"""The run itself: steps through the engine into the ledger, a transaction a chunk."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field

from claimtrack.batch.engine import Engine, Result
from claimtrack.batch.plan import Count, Listener, Plan, Progress, Stop, Summary
from claimtrack.batch.steps import (
    PASSING,
    Chunk,
    Step,
    Unchanged,
    UnchangedFile,
    chunks_of,
    plain,
    steps_of,
)
from claimtrack.batch.warehouse import Warehouse, storing
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger.met import Met, Scope
from claimtrack.ledger.rows import storable
from claimtrack.ledger.writer import Entry, FileMark, Outcome, Tally, Writer, finish, writing
from claimtrack.read.formats import STANDARD_INPUT
from claimtrack.records import Article, Failure, Tool

_UNREADABLE = frozenset({"CT101", "CT108"})
"""Failures of a path that hide what lies under it."""


def run(plan: Plan, engine: Engine, jobs: int, stop: Stop, listener: Listener) -> Summary:
    """Works through the plan. Whatever ends it, the ledger holds what was done, and the same plan
    goes on from there. Raises ClaimtrackError where the ledger or the disk do not allow it."""
    with _opened(plan, engine.tool, jobs) as ledger:
        work = _Run(plan, ledger, stop, listener)
        try:
            return work.ended(work.through(engine))
        except BaseException:
            with suppress(ClaimtrackError):
                _finished(ledger, "failed", work.count.tally())
            raise


def _opened(plan: Plan, tool: Tool, jobs: int) -> AbstractContextManager[Writer | Warehouse]:
    if plan.warehouse:
        return storing(plan.ledger)
    return writing(plan.ledger, tool, plan.paths, jobs)


def _finished(ledger: Writer | Warehouse, outcome: Outcome, tally: Tally) -> bool:
    return isinstance(ledger, Warehouse) or finish(ledger, outcome, tally)


@dataclass(slots=True)
class _Run:
    plan: Plan
    ledger: Writer | Warehouse
    stop: Stop
    listener: Listener
    count: Count = field(default_factory=Count)
    unreadable: list[str] = field(default_factory=list)
    spoilt: bool = False
    """Whether the file under way has a failure that the next run is to try again."""

    def through(self, engine: Engine) -> Outcome:
        """All chunks; ``stopped`` where it was asked to, ``failed`` at too many failures."""
        began = time.monotonic()
        steps = steps_of(self.plan.paths, self.ledger, engine.tool, self.listener.warn)
        chunks = chunks_of(self._until_stopped(steps))
        for chunk, results in engine.run(chunks, self.stop, self.listener):
            self.ledger.write(self._entries(chunk, results))
            self.listener.progress(Progress(self.count, time.monotonic() - began))
            limit = self.plan.max_failures
            if limit is not None and self.count.failed > limit:
                return "failed"
        return "stopped" if self.stop.asked else "done"

    def ended(self, outcome: Outcome) -> Summary:
        """Tells failures and what is gone, and closes the run."""
        if outcome == "done":
            named = (path for path in self.plan.paths if path != STANDARD_INPUT)
            paths = tuple(storable(plain(path)) for path in named)
            scope = Scope(paths, tuple(map(storable, self.unreadable)))
            for path, id in self.ledger.unmet(scope):
                self.count.removed += 1
                self.listener.removed(path, id)
            self.ledger.tidy(scope, self.plan.prune)
        for failure in self.ledger.failures_met():
            self.listener.failure(failure)
        whole = _finished(self.ledger, outcome, self.count.tally())
        return Summary(outcome, self.count.tally(), whole)

    def _until_stopped(self, steps: Iterator[Step]) -> Iterator[Step]:
        for step in steps:
            if self.stop.asked:
                return
            yield step

    def _entries(self, chunk: Chunk, results: Sequence[Result]) -> Iterator[Entry]:
        """What is to be written of the chunk, up to the first article that has no result."""
        remaining = iter(results)
        for step in chunk.steps:
            if not isinstance(step, Article):
                yield from self._entry(step)
                continue
            result = next(remaining, None)
            if result is None:
                return
            self.count.characters += len(step.text)
            self.count.fresh_characters += len(step.text)
            if isinstance(result, Failure):
                yield from self._entry(result)
            else:
                self.count.reported += 1
                yield result

    def _entry(self, step: Failure | Unchanged | UnchangedFile | FileMark) -> Iterator[Entry]:
        if isinstance(step, Failure):
            self.count.failed += 1
            self.spoilt |= step.code in PASSING
            if step.code in _UNREADABLE:
                self.unreadable.append(step.path)
            yield step
        elif isinstance(step, Unchanged):
            self.count.skipped += 1
            self.count.characters += step.characters
            yield Met(step.path, step.id)
        elif isinstance(step, UnchangedFile):
            articles, failures = self.ledger.counts(step.path)
            self.count.skipped += articles
            self.count.failed += failures
            self.count.characters += step.characters
            yield Met(step.path)
        else:
            if not self.spoilt:
                yield step
            self.spoilt = False
