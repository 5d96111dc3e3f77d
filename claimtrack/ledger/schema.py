"""The ledger's schema: its versions, how an older one becomes the newest, what is no ledger."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from claimtrack.ledger.faults import ledger_error

APPLICATION = 0x434C544B
"""SQLite's application_id of a ledger: CLTK."""

_FOLDER = Path(__file__).parent / "schema"
_MAGIC = b"SQLite format 3\0"
_PAGE_SIZE, _CHANGES = slice(16, 18), slice(24, 28)
_PAGES, _VALID_FOR = slice(28, 32), slice(92, 96)
"""Fields of SQLite's file header."""


def migrations() -> list[str]:
    """SQL scripts in order: the n-th makes version n of version n - 1."""
    files = sorted(_FOLDER.glob("*.sql"), key=lambda file: int(file.stem))
    return [file.read_text(encoding="utf-8") for file in files]


def newest() -> int:
    """The version of the schema that this claimtrack writes."""
    return len(migrations())


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a new or older ledger to the newest schema, in one transaction or not at all."""
    scripts = migrations()
    version = version_of(connection)
    if version == len(scripts):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in scripts[version:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(scripts)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """The ledger's version; 0: it is empty."""
    return _number(connection, "PRAGMA user_version")


def check(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Raises ClaimtrackError where the database is no ledger, or one of another version.

    To be written, it may also be empty, or older.
    """
    application = _number(connection, "PRAGMA application_id")
    version = version_of(connection)
    empty = _number(connection, "SELECT count(*) FROM sqlite_master") == 0
    if empty and write:
        return
    if application != APPLICATION:
        raise ledger_error("CT502", path)
    if version > newest():
        what = f"the ledger is of version {version}, and this claimtrack knows {newest()}"
        raise ledger_error("CT504", path, what)
    if version < newest() and not write:
        raise ledger_error("CT505", path)


def check_file(path: Path) -> None:
    """Raises ClaimtrackError where the file's first bytes or its size tell that it is no ledger."""
    with open(path, "rb") as file:
        head = file.read(100)
    if not head:
        return
    if not head.startswith(_MAGIC):
        raise ledger_error("CT502", path)
    if _cut_short(head, path):
        raise ledger_error("CT503", path)


def _cut_short(head: bytes, path: Path) -> bool:
    """Whether the file is shorter than its header says, with no journal that would mend it."""
    journals = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    if any(journal.exists() and journal.stat().st_size for journal in journals):
        return False
    if len(head) < 100:
        return True
    page = int.from_bytes(head[_PAGE_SIZE], "big")
    page = 65_536 if page == 1 else page
    told = head[_CHANGES] == head[_VALID_FOR]
    return told and path.stat().st_size < page * int.from_bytes(head[_PAGES], "big")


def _statements(script: str) -> list[str]:
    """The script's statements; one with a trigger's body is whole."""
    statements: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def _number(connection: sqlite3.Connection, query: str) -> int:
    """The one number that the query gives, whatever the rows are made to be."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return int(cursor.execute(query).fetchone()[0])
