"""The ledger's rows as lines of JSON, which workers on other machines hand over and warehouses read.

An object an article, with a key for each table: ``article`` has a row, the others lists of rows,
each by the names of its columns. What could not be read or reported has ``failure`` alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from claimtrack.ledger.columns import COLUMNS, PARTS
from claimtrack.ledger.records import failure_from
from claimtrack.ledger.rows import ArticleRows, Row, Value, failure_row
from claimtrack.records import Failure


def line_of(result: ArticleRows | Failure) -> str:
    """The line, in ASCII, without its end."""
    return json.dumps(_object(result), separators=(",", ":"))


def result_of(line: str) -> ArticleRows | Failure:
    """What ``line_of`` made the line of. Raises ValueError or KeyError for any other."""
    value = json.loads(line)
    if "failure" in value:
        return failure_from(value["failure"])
    article = value["article"]
    parts = {part: [_row(part, row) for row in value[part]] for part in PARTS}
    return ArticleRows(article["path"], article["id"], _row("article", article), parts)


def _object(result: ArticleRows | Failure) -> dict[str, Any]:
    if isinstance(result, Failure):
        return {"failure": _named("failure", failure_row(result))}
    parts = {part: [_named(part, row) for row in result.parts[part]] for part in PARTS}
    return {"article": _named("article", result.article), **parts}


def _named(table: str, row: Row) -> dict[str, Value]:
    return dict(zip(COLUMNS[table], row, strict=True))


def _row(table: str, named: Mapping[str, Value]) -> Row:
    return tuple(named[column] for column in COLUMNS[table])
