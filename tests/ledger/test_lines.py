"""Rows as lines of JSON, and back."""

from __future__ import annotations

import json

import pytest

from claimtrack.ledger.columns import COLUMNS, PARTS
from claimtrack.ledger.lines import line_of, result_of
from claimtrack.ledger.rows import rows_of
from tests.ledger.examples import FAILURE, report


def test_what_is_read_is_what_was_written() -> None:
    rows = rows_of(report())
    assert result_of(line_of(rows)) == rows
    assert result_of(line_of(FAILURE)) == FAILURE


def test_a_line_has_the_columns_of_the_ledger() -> None:
    line = line_of(rows_of(report()))
    assert line.isascii()
    assert "\n" not in line
    value = json.loads(line)
    assert list(value) == ["article", *PARTS]
    assert tuple(value["article"]) == COLUMNS["article"]
    assert tuple(value["attribution"][0]) == COLUMNS["attribution"]
    assert json.loads(line_of(FAILURE)) == {
        "failure": {
            "id": "rows:3",
            "path": "news/rows.jsonl",
            "code": "CT012",
            "message": "the row has no text",
            "line": 3,
        }
    }


@pytest.mark.parametrize("line", ["", "{}", '{"article": {}}', '{"failure": {}}'])
def test_other_lines_are_none(line: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        result_of(line)
