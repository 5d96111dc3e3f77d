"""Reports and failures in the order of the input, though articles are reported in batches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from claimtrack.records import Article, Failure, Report

Pipe = Callable[[Iterator[Article]], Iterator[Report | Failure]]
"""Gives one item for each article, in their order."""


def reported(items: Iterable[Article | Failure], pipe: Pipe) -> Iterator[Report | Failure]:
    """What ``pipe`` makes of the articles, with the failures among the items in their places."""
    waiting: deque[Failure | None] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            if isinstance(item, Failure):
                waiting.append(item)
            else:
                waiting.append(None)
                yield item

    for result in pipe(articles()):
        yield from _failures(waiting)
        waiting.popleft()
        yield result
        yield from _failures(waiting)
    yield from _failures(waiting)


def _failures(waiting: deque[Failure | None]) -> Iterator[Failure]:
    """The failures that no article stands before."""
    while waiting:
        item = waiting[0]
        if item is None:
            return
        waiting.popleft()
        yield item
