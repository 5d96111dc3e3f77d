"""SQLite: reports and failures as a ledger of their own, of the schema that batches write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from claimtrack.ledger.rows import rows_of
from claimtrack.ledger.writer import Tally, Writer, finish, writing
from claimtrack.records import Failure, Report, Tool

_NO_TOOL = Tool("", "", "")
_AT_ONCE = 64


def write_sqlite(items: Iterable[Report | Failure], path: Path) -> None:
    """A new ledger at the path, where there must be no file yet.

    Raises ClaimtrackError CT5xx where it cannot be written.
    """
    remaining = iter(items)
    first = list(islice(remaining, _AT_ONCE))
    tool = next((item.tool for item in first if isinstance(item, Report)), _NO_TOOL)
    with writing(path, tool, ()) as ledger:
        finish(ledger, "done", _written(ledger, first, remaining))


def _written(
    ledger: Writer, batch: list[Report | Failure], remaining: Iterator[Report | Failure]
) -> Tally:
    reported = failed = 0
    while batch:
        ledger.write(item if isinstance(item, Failure) else rows_of(item) for item in batch)
        failed += sum(isinstance(item, Failure) for item in batch)
        reported += sum(isinstance(item, Report) for item in batch)
        batch = list(islice(remaining, _AT_ONCE))
    return Tally(reported, failed=failed)
