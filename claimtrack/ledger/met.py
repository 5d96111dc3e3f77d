"""What a run has met of its input, in tables that go with the run: so it knows what is gone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

_TABLES = """
CREATE TEMP TABLE met_file (path TEXT PRIMARY KEY, whole INTEGER NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE met (path TEXT, id TEXT, PRIMARY KEY (path, id)) WITHOUT ROWID;
"""
_MET = """(
    EXISTS (SELECT 1 FROM temp.met WHERE met.path = {table}.path AND met.id = {table}.id)
    OR EXISTS (SELECT 1 FROM temp.met_file WHERE met_file.path = {table}.path AND whole)
)"""


@dataclass(frozen=True, slots=True)
class Met:
    """An article that stands in the ledger as it is; without an id, all that is there of a file."""

    path: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What lies under the paths, as a user names them, but not under those that cannot be read."""

    paths: tuple[str, ...]
    unreadable: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        return _under(path, self.paths) and not _under(path, self.unreadable)


def set_up_met(connection: sqlite3.Connection) -> None:
    """Makes the tables, which only this connection sees."""
    connection.executescript(_TABLES)


def meet_file(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the file is met for the first time."""
    query = "INSERT OR IGNORE INTO temp.met_file VALUES (?, 0)"
    return connection.execute(query, (path,)).rowcount > 0


def meet(connection: sqlite3.Connection, met: Met) -> None:
    """Notes an article, or a whole file."""
    if met.id is None:
        connection.execute("INSERT OR REPLACE INTO temp.met_file VALUES (?, 1)", (met.path,))
    else:
        connection.execute("INSERT OR IGNORE INTO temp.met VALUES (?, ?)", (met.path, met.id))


def all_met(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the run has met all articles of the file; its failures that it has not met are gone."""
    unmet = f"path = ? AND NOT {_MET}"
    connection.execute(f"DELETE FROM failure WHERE {unmet.format(table='failure')}", (path,))
    query = f"SELECT 1 FROM article WHERE {unmet.format(table='article')}"
    return connection.execute(query, (path,)).fetchone() is None


def failures_met_query() -> str:
    """Selects the failures that the run has met."""
    return f"SELECT * FROM failure WHERE {_MET.format(table='failure')} ORDER BY number"


def unmet_query(connection: sqlite3.Connection, scope: Scope) -> str:
    """Selects the articles in the scope that it has not met."""
    return (
        f"SELECT path, id FROM article WHERE {_unmet(connection, scope, 'article')} ORDER BY number"
    )


def tidying(connection: sqlite3.Connection, scope: Scope, prune: bool) -> Iterable[str]:
    """Statements that delete failures not met; to prune, also articles and marks of files."""
    yield f"DELETE FROM failure WHERE {_unmet(connection, scope, 'failure')}"
    if prune:
        yield f"DELETE FROM article WHERE {_unmet(connection, scope, 'article')}"
        yield """DELETE FROM file WHERE in_scope(path)
            AND NOT EXISTS (SELECT 1 FROM temp.met_file WHERE met_file.path = file.path)"""


def _unmet(connection: sqlite3.Connection, scope: Scope, table: str) -> str:
    connection.create_function("in_scope", 1, scope.holds, deterministic=True)
    return f"in_scope(path) AND NOT {_MET.format(table=table)}"


def _under(path: str, places: Iterable[str]) -> bool:
    return any(_is_at(path, place) for place in places)


def _is_at(path: str, place: str) -> bool:
    if place == os.curdir:
        return not path.startswith((os.sep, os.pardir + os.sep))
    return path == place or path.startswith(place.rstrip(os.sep) + os.sep)
