"""The ledger: reports in one SQLite file, written by a batch and asked by commands."""

from __future__ import annotations

from claimtrack.ledger.reader import Reader, is_ledger, reading
from claimtrack.ledger.writer import FileMark, Writer, writing

__all__ = ["FileMark", "Reader", "Writer", "is_ledger", "reading", "writing"]
