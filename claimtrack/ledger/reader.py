"""A ledger opened read-only: its reports, its failures, and rows of its views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from claimtrack.ledger.faults import faults_told, ledger_error
from claimtrack.ledger.records import failure_from, named, report_from
from claimtrack.ledger.schema import check, check_file
from claimtrack.records import Failure, Report

View = Literal["by_source", "contested", "unattributed", "unanswered", "replies"]

_ORDERS: dict[View, str] = {
    "by_source": "cited DESC, name",
    "contested": "path, id, sentence, dispute",
    "unattributed": "path, id, sentence",
    "unanswered": "path, id, sentence",
    "replies": "path, id, sentence",
}
_WAIT = 10.0
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Reader:
    """A ledger to ask."""

    path: Path
    connection: sqlite3.Connection

    def items(self, id: str | None = None) -> Iterator[Report | Failure]:
        """The reports in the order in which they were told first, then the failures; of one id only."""
        where, given = ("WHERE id = ?", (id,)) if id is not None else ("", ())
        with faults_told(self.path):
            query = f"SELECT * FROM article {where} ORDER BY number"
            for row in self.connection.execute(query, given):
                yield self._report(row)
            query = f"SELECT * FROM failure {where} ORDER BY number"
            for row in self.connection.execute(query, given):
                yield failure_from(row)

    def rows(self, view: View) -> Iterator[Mapping[str, Any]]:
        """The rows of a view in its settled order."""
        with faults_told(self.path):
            yield from self.connection.execute(f"SELECT * FROM {view} ORDER BY {_ORDERS[view]}")

    def unfinished(self) -> bool:
        """Whether the last run is under way, was stopped, or failed."""
        row = self._one("SELECT outcome FROM run ORDER BY number DESC LIMIT 1")
        return row is not None and row["outcome"] != "done"

    def kept_by_batch(self) -> bool:
        """Whether a batch has written to it, rather than a single report."""
        return self._one("SELECT 1 FROM run WHERE paths <> '[]'") is not None

    def _one(self, query: str) -> Mapping[str, Any] | None:
        with faults_told(self.path):
            row: Mapping[str, Any] | None = self.connection.execute(query).fetchone()
        return row

    def _report(self, article: Mapping[str, Any]) -> Report:
        def fetch(table: str) -> list[dict[str, Any]]:
            query = f"SELECT * FROM {table} WHERE article = ? ORDER BY number"
            return self.connection.execute(query, (article["number"],)).fetchall()

        return report_from(article, fetch)


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """The ledger, which nothing is written to. Raises ClaimtrackError CT5xx where it is none."""
    if not path.is_file():
        raise ledger_error("CT501", path)
    with faults_told(path):
        try:
            check_file(path)
        except OSError as error:
            raise ledger_error("CT510", path, error.strerror) from error
        connection = sqlite3.connect(_address(path), timeout=_WAIT, uri=True)
        with closing(connection):
            connection.row_factory = named
            connection.execute("PRAGMA query_only = on")
            check(connection, path, write=False)
            yield Reader(path, connection)


def is_ledger(path: str) -> bool:
    """Whether the file begins as SQLite's do."""
    try:
        with open(path, "rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _address(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro"
