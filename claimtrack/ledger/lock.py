"""One run at a time: a lock beside the ledger that goes with the process that holds it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from claimtrack.ledger.faults import faults_told, ledger_error


@contextmanager
def only_run(path: Path) -> Iterator[None]:
    """Holds ``LEDGER-lock``, an SQLite file without content, exclusively; SQLite's lock works on
    every system, and no kill leaves it behind. Raises ClaimtrackError CT506 where another run does.
    """
    lock = path.with_name(path.name + "-lock")
    while True:
        with faults_told(path):
            inode = _inode_made(lock, path)
            connection = sqlite3.connect(lock, timeout=0, isolation_level=None)
        with closing(connection):
            _take(connection, path)
            if not _still_there(lock, inode):
                continue  # the run that held it has just removed it
            try:
                yield
            finally:
                with suppress(OSError):
                    lock.unlink()
            return


def _inode_made(lock: Path, path: Path) -> int:
    try:
        with open(lock, "ab") as file:
            return os.fstat(file.fileno()).st_ino
    except OSError as error:
        what = f"the ledger's folder may not be written: {error.strerror}"
        raise ledger_error("CT508", path, what) from error


def _take(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise ledger_error("CT506", path) from error
        with faults_told(path):
            raise


def _still_there(lock: Path, inode: int) -> bool:
    try:
        return lock.stat().st_ino == inode
    except OSError:
        return False
