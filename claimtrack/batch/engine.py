"""Articles to rows: in this process, or (pool.py) in others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Protocol

from claimtrack.batch.foreseen import same
from claimtrack.batch.plan import Listener, Stop
from claimtrack.batch.steps import Chunk, given_up
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger.rows import ArticleRows, rows_of
from claimtrack.records import Article, Failure, Report, Tool

_CACHED = 10_000
"""Entries of a component's cache above which it is emptied."""
Result = ArticleRows | Failure


class Reporting(Protocol):
    """What is needed of a tracker."""

    @property
    def tool(self) -> Tool: ...

    def pipe(self, articles: Iterable[Article]) -> Iterator[Report]: ...


Done = tuple[Chunk, Sequence[Result]]
"""A chunk and the results of its articles; fewer than those where the run was to stop."""


class Engine(Protocol):
    """Makes rows of the articles of chunks, in the chunks' order."""

    @property
    def tool(self) -> Tool: ...

    def run(self, chunks: Iterator[Chunk], stop: Stop, listener: Listener) -> Iterator[Done]: ...


Load = Callable[[], Reporting]
"""Gives a tracker; for processes of their own, it has to be picklable."""


class Local:
    """The engine in this process. With the tool ``foreseen``, it loads when it has something to do."""

    def __init__(self, load: Load, foreseen: Tool | None = None) -> None:
        self._load = load
        self._foreseen = foreseen

    @cached_property
    def _tracker(self) -> Reporting:
        tracker = self._load()
        same(tracker.tool, self._foreseen)
        return tracker

    @property
    def tool(self) -> Tool:
        return self._foreseen or self._tracker.tool

    def run(self, chunks: Iterator[Chunk], stop: Stop, listener: Listener) -> Iterator[Done]:
        """Each chunk as soon as it is done; once stopped, as far as it is done."""
        for chunk in chunks:
            results: Sequence[Result] = ()
            if chunk.articles:
                results = results_of(self._tracker, chunk.articles, listener.trace, stop)
            yield chunk, results
            if stop.asked:
                return


def results_of(
    tracker: Reporting,
    articles: Sequence[Article],
    told: Callable[[Exception], None],
    stop: Stop,
) -> list[Result]:
    """The articles' rows, each a failure where the tracker stumbles over it; once stopped, the
    first ones only."""
    results: list[Result] = []
    try:
        with _zone(tracker):
            for report in tracker.pipe(articles):
                results.append(rows_of(report))
                if stop.asked:
                    return results
    except Exception:
        for article in articles[len(results) :]:
            results.append(_alone(tracker, article, told))
            if stop.asked:
                break
    return results


def _alone(tracker: Reporting, article: Article, told: Callable[[Exception], None]) -> Result:
    try:
        with _zone(tracker):
            return rows_of(next(iter(tracker.pipe([article]))))
    except ClaimtrackError as error:
        return Failure(article.id, article.path, error.code, error.message, error.line)
    except Exception as error:
        told(error)
        return given_up(article, error)


@contextmanager
def _zone(tracker: Reporting) -> Iterator[None]:
    """Where the model forgets the words that it meets, so that memory stays flat; rows are plain
    text and numbers, and outlive it."""
    nlp: Any = getattr(getattr(tracker, "language", None), "nlp", None)
    if nlp is None:
        yield
        return
    with nlp.memory_zone():
        yield
    for _, component in nlp.pipeline:
        cache = getattr(component, "cache", None)  # the lemmatizer's, which never forgets
        if isinstance(cache, dict) and len(cache) > _CACHED:
            cache.clear()
