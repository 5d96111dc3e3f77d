"""docs/ledger.md knows every table, view and column of the ledger's own, and its queries run."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.ledger.columns import COLUMNS
from tests.ledger.examples import report, written

ROOT = Path(__file__).parent.parent.parent
LEDGER = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
REPORT = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", LEDGER, re.DOTALL)
SPANS = re.compile(r"^(?:start|end|text|\w+_(?:start|end|text|spans))$")


@pytest.mark.parametrize("query", QUERIES)
def test_queries_run_and_find_something(tmp_path: Path, query: str) -> None:
    with closing(sqlite3.connect(written(tmp_path / "l.db", report()))) as connection:
        assert connection.execute(query).fetchall()


def test_every_table_and_view_is_documented(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path / "l.db", report()))) as connection:
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        names = {name for (name,) in connection.execute(query)}
    own = {name for name in names if not re.search(r"_fts_|^sqlite_", name)}
    assert [name for name in sorted(own) if f"`{name}`" not in LEDGER] == []


def test_every_column_is_documented_here_or_with_the_report() -> None:
    names = {name for columns in COLUMNS.values() for name in columns if not SPANS.match(name)}
    assert [n for n in sorted(names) if f"`{n}`" not in LEDGER and f"`{n}`" not in REPORT] == []
