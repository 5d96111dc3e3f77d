"""What SQLite and the system say, as errors of the catalogue that tell what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from claimtrack.errors import ClaimtrackError, advise

_BY_WORDS: Mapping[str, str] = {
    "is full": "CT509",
    "is locked": "CT507",
    "readonly": "CT508",
    "unable to open": "CT508",
    "not a database": "CT502",
    "malformed": "CT503",
    "disk I/O error": "CT510",
}
"""Codes by words of SQLite's messages; the error's number is there from Python 3.11 on only."""


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Raises ClaimtrackError CT5xx in place of what SQLite raises within."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(path, error) from error


def fault(path: Path, error: sqlite3.Error) -> ClaimtrackError:
    """The error of the catalogue for one of SQLite's."""
    words = str(error)
    code = next((code for part, code in _BY_WORDS.items() if part in words), "CT510")
    what = None if code != "CT510" else f"the ledger cannot be read or written: {words}"
    return ClaimtrackError(code, advise(code, what), str(path))


def ledger_error(code: str, path: Path, what: str | None = None) -> ClaimtrackError:
    """The catalogue's error at this ledger."""
    return ClaimtrackError(code, advise(code, what), str(path))
