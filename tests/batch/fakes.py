"""Trackers without a language model, and runs with them."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from claimtrack.batch.engine import Local
from claimtrack.batch.plan import Listener, Plan, Stop, Summary
from claimtrack.batch.run import run
from claimtrack.errors import ClaimtrackError
from claimtrack.records import Article, Failure, Report, Sentence, Tool
from tests.ledger.examples import dumped

__all__ = ["Fake", "Ran", "dumped", "go"]

ONCE = "once"


@dataclass
class Fake:
    """Reports in batches of two, a sentence each; what an article says may hinder it.

    ``crash``: stumbles; ``die``: ends the process; ``die once FILE``: the same, where FILE is not yet.
    """

    rules: str = "none"
    weights: str = ""
    pause: float = 0.0
    seen: list[str] = field(default_factory=list)

    @property
    def tool(self) -> Tool:
        return Tool("0.1.0", "fake", self.rules, self.weights)

    def pipe(self, articles: Iterable[Article]) -> Iterator[Report]:
        remaining = iter(articles)
        while batch := list(islice(remaining, 2)):
            for article in batch:
                self.seen.append(article.id)
                time.sleep(self.pause)
                yield self.report(article)

    def report(self, article: Article) -> Report:
        words = article.text.split()
        if words[0] == "crash":
            raise KeyError("no such word")
        if words[0] == "die" and (words[1] != ONCE or _first(Path(words[2]))):
            os.kill(os.getpid(), signal.SIGKILL)
        sentence = Sentence(0, 0, len(article.text), "unattributed")
        return Report(article, self.tool, sentences=(sentence,))


def _first(mark: Path) -> bool:
    there = mark.exists()
    mark.touch()
    return not there


def load_fake() -> Fake:
    return Fake()


def load_slow() -> Fake:
    return Fake(pause=0.005)


def load_broken() -> Fake:
    raise ClaimtrackError("CT311", "the model cannot be loaded")


def load_broken_rules() -> Fake:
    from claimtrack.rules.model import Place
    from claimtrack.rules.reading.problems import Problem
    from claimtrack.rules.rulefile import RuleFileError

    problems = [Problem(Place("own.yaml", n, 1), "CT213", f"there is no key k{n}") for n in (1, 2)]
    raise RuleFileError(problems)


def load_nothing() -> Fake:
    sys.exit(3)


@dataclass
class Ran:
    """A run, and what was told of it."""

    summary: Summary
    seen: list[str]
    warnings: list[str]
    failures: list[Failure]
    removed: list[tuple[str, str]]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        tally = self.summary.tally
        return tally.reported, tally.skipped, tally.failed, tally.removed


def go(
    *paths: str,
    ledger: str = "l.db",
    tracker: Fake | None = None,
    stop: Stop | None = None,
    prune: bool = False,
    max_failures: int | None = None,
) -> Ran:
    """A run in this process."""
    fake = tracker or Fake()
    warnings: list[str] = []
    failures: list[Failure] = []
    removed: list[tuple[str, str]] = []
    listener = Listener(
        warn=warnings.append,
        failure=failures.append,
        removed=lambda *gone: removed.append(gone),
    )
    plan = Plan(paths, Path(ledger), max_failures, prune)
    summary = run(plan, Local(lambda: fake), 1, stop or Stop(), listener)
    return Ran(summary, fake.seen, warnings, failures, removed)
