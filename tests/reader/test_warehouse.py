"""The result files of a cluster as DuckDB reads them: the queries of docs/cluster.md."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claimtrack.batch.shards import write_results
from claimtrack.ledger.rows import rows_of
from tests.ledger.examples import FAILURE, report, written

pytestmark = pytest.mark.reader

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
VIEWS, CITED, DISPUTED, UNVOUCHED, ANSWERED, FAILED = re.findall(r"```sql\n(.*?)```", PAGE, re.S)
ITEMS = (report(), report("again", "news/again.txt"), FAILURE)


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Asks DuckDB, of two files of which one has the failure alone."""
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    Path("shards").mkdir()
    write_results(Path("shards/a.jsonl.gz"), [FAILURE])
    write_results(Path("shards/b.jsonl.gz"), [rows_of(report()), rows_of(ITEMS[1])])
    connection = duckdb.connect()
    connection.execute(VIEWS)
    return lambda query: connection.execute(query).fetchall()


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    """Asks the ledger of the same items."""
    with closing(sqlite3.connect(written(tmp_path / "l.db", *ITEMS))) as connection:
        yield lambda query: connection.execute(query).fetchall()


@pytest.mark.parametrize(
    ("query", "same"),
    [
        (
            CITED,
            "SELECT name, articles, cited, contested FROM by_source ORDER BY cited DESC, name",
        ),
        (
            DISPUTED,
            "SELECT DISTINCT c.path, c.id, c.sentence, claimant, denier, denial_stance, text"
            " FROM contested AS c JOIN dispute ON dispute.article = c.article"
            " AND dispute.id = c.dispute AND dispute.sentence = c.sentence"
            " ORDER BY c.path, c.id, c.sentence, c.dispute",
        ),
        (
            UNVOUCHED,
            "SELECT path, id, sentence, text FROM unattributed ORDER BY path, id, sentence",
        ),
        (
            ANSWERED,
            "SELECT path, id, sentence, claim_text, target_name, kind, answer_text FROM replies"
            " ORDER BY path, id, sentence, allegation",
        ),
        (FAILED, "SELECT path, id, code, message FROM failure ORDER BY path, id"),
    ],
)
def test_the_answers_are_those_of_the_ledger(ask: Any, ledger: Any, query: str, same: str) -> None:
    answers = ledger(same)
    assert answers
    assert ask(query) == answers


def test_parquet_is_one_step_away(ask: Any) -> None:
    ask("COPY attribution TO 'attribution.parquet'")
    count = len(report().attributions) * 2
    assert ask("SELECT count(*) FROM 'attribution.parquet'") == [(count,)]
