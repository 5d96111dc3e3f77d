"""The canonical dump: all that a ledger says, without times, run and row numbers, in one order.

Two ledgers of the same articles and tool have the same dump, however their runs were cut up.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimtrack.ledger.columns import COLUMNS, PARTS
from claimtrack.ledger.reader import Reader

_WHOLE = ("article", "failure", "file")


def dump(ledger: Reader) -> Iterator[str]:
    """A line of JSON a row: its table, and its columns by name; parts name their article."""
    for table in _WHOLE:
        order = "path" if table == "file" else "path, id"
        yield from _lines(
            ledger, table, f"SELECT {_listed(table)} FROM {table} AS t ORDER BY {order}"
        )
    for table in PARTS:
        query = f"""SELECT article.path AS "in", article.id AS "of", {_listed(table)}
            FROM {table} AS t LEFT JOIN article ON article.number = t.article
            ORDER BY article.path, article.id, t.number"""
        yield from _lines(ledger, table, query)


def _listed(table: str) -> str:
    return ", ".join(f't."{column}"' for column in COLUMNS[table])


def _lines(ledger: Reader, table: str, query: str) -> Iterator[str]:
    for row in ledger.connection.execute(query):
        yield json.dumps({"table": table, **row}, ensure_ascii=False)
