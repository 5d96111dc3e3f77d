"""Reports to put into ledgers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimtrack.ledger import reading, writing
from claimtrack.ledger.dump import dump
from claimtrack.ledger.rows import rows_of
from claimtrack.ledger.writer import Entry, Tally, finish
from claimtrack.records import Failure, Reply, Report
from tests.render.example import TOOL, example, span


def report(id: str = "toll", path: str = "news/toll.txt") -> Report:
    """The example with all that a report can hold."""
    made = example()
    article = replace(
        made.article,
        id=id,
        path=path,
        sha256="ab" * 32,
        title="Harbour toll",
        date="2026-11-02",
        url="https://example.org/toll",
        extra={"desk": "harbour", "tags": ["toll", 2, None], "odd": "\ud83d"},
    )
    replies = (Reply("a4", "s1", "a5", "denied"), Reply("a3", None, None, "none found"))
    return replace(made, article=article, replies=replies, scare_quotes=(span("lied"),))


FAILURE = Failure("rows:3", "news/rows.jsonl", "CT012", "the row has no text", 3)


def written(path: Path, *items: Report | Failure) -> Path:
    """A ledger with these items from a run that is done."""
    with writing(path, TOOL, ["news"]) as ledger:
        ledger.write(_entries(*items))
        finish(ledger, "done", Tally(len(items)))
    return path


def _entries(*items: Report | Failure) -> list[Entry]:
    return [item if isinstance(item, Failure) else rows_of(item) for item in items]


def dumped(path: Path) -> list[str]:
    """The ledger's canonical dump."""
    with reading(path) as ledger:
        return list(dump(ledger))
