"""The reports of what a user names: of ledgers as they are there, of articles as they are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from claimtrack.cli.command import Session
from claimtrack.cli.guard import Guard
from claimtrack.cli.ledgered import found, is_ledger, ledger_items
from claimtrack.cli.merge import Pipe, reported
from claimtrack.records import Article, Failure, Report

Items = Iterable[Report | Failure]


def gathered(session: Session, paths: Iterable[str], id: str | None = None) -> Items:
    """A report or a failure for each article of the paths, in their order; with ``id``, of it alone."""
    from claimtrack.read import read_paths

    items = chain.from_iterable(
        chain.from_iterable(ledger_items(path, id) for path in group)
        if ledgers
        else reported(_with_id(read_paths(group, session.console.warn), id), _pipe(session))
        for ledgers, group in groupby(paths, is_ledger)
    )
    return items if id is None else found(items, id)


def _with_id(items: Iterable[Article | Failure], id: str | None) -> Iterator[Article | Failure]:
    return (item for item in items if id is None or item.id == id)


def _pipe(session: Session) -> Pipe:
    """The guarded tracker, which loads the language model when the first article comes."""

    def pipe(articles: Iterator[Article]) -> Iterator[Report | Failure]:
        for first in articles:
            guard = Guard(session.tracker.pipe, session.console.trace)
            yield from guard.pipe(chain([first], articles))

    return pipe
