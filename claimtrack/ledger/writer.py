"""A ledger opened to be written: a batch of articles a transaction, one run at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import astuple, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Literal

from claimtrack.ledger.columns import COLUMNS, PARTS
from claimtrack.ledger.faults import faults_told, ledger_error
from claimtrack.ledger.lock import only_run
from claimtrack.ledger.met import (
    Met,
    Scope,
    all_met,
    failures_met_query,
    meet,
    meet_file,
    set_up_met,
    tidying,
    unmet_query,
)
from claimtrack.ledger.records import failure_from, named
from claimtrack.ledger.rows import ArticleRows, Value, failure_row, storable
from claimtrack.ledger.schema import check, check_file, migrate
from claimtrack.records import Failure, Tool

Outcome = Literal["done", "stopped", "failed"]
_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file that is done from end to end: all its articles, with this tool, are in the ledger."""

    path: str
    sha256: str
    tool: Tool


Entry = ArticleRows | Failure | FileMark | Met


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did, in articles."""

    reported: int = 0
    skipped: int = 0
    failed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Writer:
    """The ledger during a run. What is written is there for good when ``write`` returns."""

    path: Path
    connection: sqlite3.Connection
    run: int

    def write(self, entries: Iterable[Entry]) -> None:
        """The entries in one transaction: all of them, or on an error none."""
        with faults_told(self.path), _transaction(self.connection):
            for entry in entries:
                self._put(entry)

    def file_done(self, mark: FileMark) -> bool:
        """Whether the file has been done from end to end with the same bytes and tool."""
        query = "SELECT sha256, version, model, rules, weights FROM file WHERE path = ?"
        return self._one(query, storable(mark.path)) == (mark.sha256, *astuple(mark.tool))

    def article_done(self, path: str, id: str, content: str, tool: Tool) -> bool:
        """Whether the ledger holds this article, as it reads now, from the same tool."""
        query = """SELECT content, version, model, rules, weights FROM article
            WHERE path = ? AND id = ?"""
        return self._one(query, storable(path), storable(id)) == (content, *astuple(tool))

    def counts(self, path: str) -> tuple[int, int]:
        """How many articles and how many failures the ledger holds of this file."""
        query = """SELECT (SELECT count(*) FROM article WHERE path = ?1),
            (SELECT count(*) FROM failure WHERE path = ?1)"""
        articles, failures = self._one(query, storable(path))
        return int(articles or 0), int(failures or 0)

    def meet_file(self, path: str) -> bool:
        """Notes that the run has come to this file; False where it has been there before."""
        with faults_told(self.path):
            return meet_file(self.connection, storable(path))

    def failures_met(self) -> Iterator[Failure]:
        """The failures that the run has met, old ones of unchanged files too, in the ledger's order."""
        yield from map(failure_from, self._named(failures_met_query()))

    def unmet(self, scope: Scope) -> Iterator[tuple[str, str]]:
        """Path and id of the articles in the scope that the run, when it is through, has not met."""
        for row in self._named(unmet_query(self.connection, scope)):
            yield row["path"], row["id"]

    def tidy(self, scope: Scope, prune: bool) -> None:
        """Takes out failures in the scope that the run, when it is through, has not met; with
        ``prune``, articles too."""
        with faults_told(self.path), _transaction(self.connection):
            for statement in tidying(self.connection, scope, prune):
                self.connection.execute(statement)

    def _named(self, query: str) -> Iterator[dict[str, Any]]:
        with faults_told(self.path), closing(self.connection.cursor()) as cursor:
            cursor.row_factory = named
            yield from cursor.execute(query)

    def _one(self, query: str, *given: Value) -> tuple[Value, ...]:
        with faults_told(self.path):
            row = self.connection.execute(query, given).fetchone()
        return () if row is None else tuple(row)

    def _put(self, entry: Entry) -> None:
        if isinstance(entry, FileMark):
            self._put_mark(entry)
        elif isinstance(entry, Failure):
            self._put_failure(entry)
        elif isinstance(entry, ArticleRows):
            self._put_article(entry)
        else:
            meet(self.connection, Met(storable(entry.path), entry.id and storable(entry.id)))

    def _put_mark(self, mark: FileMark) -> None:
        """Marks the file, unless the ledger holds articles of it that it holds no longer: these
        are told until they are taken out."""
        path = storable(mark.path)
        if all_met(self.connection, path):
            row = (path, mark.sha256, *astuple(mark.tool), self.run)
            self._insert("file", [row], "run", replace=True)

    def _put_article(self, rows: ArticleRows) -> None:
        number = self._taken_out(rows.path, rows.id)
        meet(self.connection, Met(rows.path, rows.id))
        self._insert("article", [(*rows.article, number, self.run)], "number", "run")
        if number is None:
            number = self.connection.execute("SELECT last_insert_rowid()").fetchone()[0]
        for part in PARTS:
            self._insert(part, [(*row, number) for row in rows.parts[part]], "article")

    def _put_failure(self, failure: Failure) -> None:
        row = failure_row(failure)
        path, id = str(row[1]), str(row[0])
        self._taken_out(path, id)
        meet(self.connection, Met(path, id))
        self._insert("failure", [(*row, self.run)], "run")

    def _taken_out(self, path: str, id: str) -> Value:
        """Removes what the ledger has under this path and id; the article's number, if it was one."""
        row = self._one("SELECT number FROM article WHERE path = ? AND id = ?", path, id)
        if row:
            self.connection.execute("DELETE FROM article WHERE number = ?", row)
        self.connection.execute("DELETE FROM failure WHERE path = ? AND id = ?", (path, id))
        return row[0] if row else None

    def _insert(
        self, table: str, rows: Sequence[tuple[Value, ...]], *own: str, replace: bool = False
    ) -> None:
        """Rows of ``COLUMNS`` followed by columns of the ledger's own."""
        if rows:
            self.connection.executemany(_insertion(table, own, replace), rows)


def _insertion(table: str, own: Sequence[str], replace: bool) -> str:
    columns = (*COLUMNS[table], *own)
    names = ", ".join(f'"{column}"' for column in columns)
    verb = "INSERT OR REPLACE" if replace else "INSERT"
    return f"{verb} INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


@contextmanager
def writing(path: Path, tool: Tool, paths: Sequence[str], jobs: int = 1) -> Iterator[Writer]:
    """The ledger with a new run in it, made where there is none; at the end, one file again.

    Raises ClaimtrackError CT5xx where it cannot be written, or another run is writing.
    """
    with only_run(path), faults_told(path):
        if path.exists():
            _check_readable(path)
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        with closing(connection):
            check(connection, path, write=True)
            _set_up(connection)
            migrate(connection)
            set_up_met(connection)
            run = _begun(connection, tool, paths, jobs)
            yield Writer(path, connection, run)


def finish(writer: Writer, outcome: Outcome, tally: Tally) -> bool:
    """Ends the run and puts the journal back into the file; False where a reader hinders that."""
    connection = writer.connection
    with faults_told(writer.path):
        connection.execute(
            "UPDATE run SET reported = ?, skipped = ?, failed = ?, removed = ?,"
            " ended = ?, outcome = ? WHERE number = ?",
            (*astuple(tally), _now(), outcome, writer.run),
        )
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return str(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]) == "delete"
    return False


def _check_readable(path: Path) -> None:
    try:
        check_file(path)
    except OSError as error:
        raise ledger_error("CT508", path, error.strerror) from error


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begun(connection: sqlite3.Connection, tool: Tool, paths: Sequence[str], jobs: int) -> int:
    row = (_now(), *astuple(tool), json.dumps(list(paths)), jobs)
    columns = "started, version, model, rules, weights, paths, jobs"
    cursor = connection.execute(f"INSERT INTO run ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    return int(cursor.lastrowid or 0)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


def _now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="seconds")
