"""Tables, keys, search and views, as SQLite's own reader finds them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.ledger import reading, schema
from claimtrack.ledger.columns import COLUMNS
from claimtrack.records import SourceRef
from tests.ledger.examples import FAILURE, report, written


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = written(tmp_path / "l.db", report(), FAILURE)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_the_columns_are_those_that_rows_are_made_for(ledger: sqlite3.Connection) -> None:
    for table, columns in COLUMNS.items():
        there = [row[1] for row in ledger.execute(f"PRAGMA table_info({table})")]
        assert [name for name in there if name in columns] == list(columns) or set(columns) <= set(
            there
        )
        assert set(there) - set(columns) <= {"number", "article", "run"}


def test_keys_hold_and_rows_go_with_their_article(ledger: sqlite3.Connection) -> None:
    assert ledger.execute("PRAGMA foreign_key_check").fetchall() == []
    assert ledger.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with pytest.raises(sqlite3.IntegrityError):
        ledger.execute("UPDATE attribution SET source = 's9'")
    ledger.execute("DELETE FROM article")
    for table in ("sentence", "attribution", "mention", "sentence_fts", "attribution_fts"):
        assert ledger.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_sentences_and_claims_are_found_by_stems(ledger: sqlite3.Connection) -> None:
    query = """SELECT "index" FROM sentence JOIN sentence_fts ON sentence_fts.rowid = sentence.number
        WHERE sentence_fts MATCH 'haulier warning'"""
    assert ledger.execute(query).fetchall() == [(1,)]
    query = """SELECT id FROM attribution JOIN attribution_fts ON attribution_fts.rowid = attribution.number
        WHERE attribution_fts MATCH 'doubling'"""
    assert ledger.execute(query).fetchall() == [("a1",), ("a2",)]
    ledger.execute("UPDATE sentence SET text = 'changed' WHERE \"index\" = 1")
    ledger.execute("INSERT INTO sentence_fts (sentence_fts) VALUES ('integrity-check')")
    ledger.execute("INSERT INTO attribution_fts (attribution_fts) VALUES ('integrity-check')")


def test_spans_stand_beside_their_first_and_their_words(ledger: sqlite3.Connection) -> None:
    query = "SELECT claim, claim_start, claim_end, claim_text, source_spans, source_start FROM attribution WHERE id = 'a3'"
    ((claim, start, end, words, source, source_start),) = ledger.execute(query).fetchall()
    text = report().article.text
    assert claim.startswith(f"[[{start},{end}],[")
    assert words == f"{text[start:end]} … not warned"
    assert (source, source_start) == ("[]", None)


def test_by_source_counts_over_articles_without_case(tmp_path: Path) -> None:
    second = report("second")
    board = replace(second.sources[0], name="The Harbour Board", kind="group")
    if_asked = replace(second.attributions[1], hypothetical=True)
    second = replace(
        second,
        sources=(board, *second.sources[1:]),
        attributions=(second.attributions[0], if_asked, *second.attributions[2:]),
    )
    third = report("third")
    path = written(tmp_path / "l.db", report(), second, third)
    with reading(path) as ledger:
        found = [dict(row) for row in ledger.rows("by_source")]
    board_row = {row["name"]: row for row in found}["The Harbour Board"]
    assert (board_row["kind"], board_row["articles"], board_row["cited"]) == ("official", 3, 3)
    haddad = {row["name"]: row for row in found}["Mira Haddad"]
    assert haddad["stances"] == '{"denies":3,"acknowledges":2}'
    assert (haddad["for"], haddad["open"], haddad["against"]) == (2, 0, 3)


def test_contested_tells_who_said_it_and_who_denies_it(ledger: sqlite3.Connection) -> None:
    query = "SELECT sentence, reason, claimant, claim_text, denier, denial_text FROM contested ORDER BY 1"
    assert ledger.execute(query).fetchall()[0] == (
        *(2, "denied", "Two dockers", "the board had lied to them"),
        *("Mira Haddad", "the accusation"),
    )


def test_unattributed_holds_what_is_attributed_to_nobody(ledger: sqlite3.Connection) -> None:
    query = "SELECT sentence, status FROM unattributed ORDER BY sentence"
    assert ledger.execute(query).fetchall() == [(1, "attributed"), (4, "unattributed")]


def test_unresolved_words_of_a_source_are_somebody(tmp_path: Path) -> None:
    made = report()
    nobody = replace(made.attributions[2], source=SourceRef(None, ((33, 36),)))
    made = replace(made, attributions=(*made.attributions[:2], nobody, *made.attributions[3:]))
    with reading(written(tmp_path / "l.db", made)) as ledger:
        assert [row["sentence"] for row in ledger.rows("unattributed")] == [4]


def test_unanswered_and_replies(ledger: sqlite3.Connection) -> None:
    assert ledger.execute("SELECT allegation, target_name FROM unanswered").fetchall() == [
        ("a3", None)
    ]
    query = "SELECT allegation, accuser, target_name, kind, answerer, answer_text FROM replies"
    assert ledger.execute(query).fetchall() == [
        ("a4", "Two dockers", "the harbour board", "denied", "Mira Haddad", "the accusation"),
        ("a3", None, None, "none found", None, None),
    ]


def test_an_older_ledger_is_brought_up_to_date_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "l.db", report())
    shipped = schema.migrations()
    more = "CREATE TABLE note (words TEXT); -- a comment; with a mark\nINSERT INTO note VALUES ('made');"
    monkeypatch.setattr(
        schema, "migrations", lambda: [*shipped, more + "\nINSERT INTO none VALUES (1);"]
    )
    with pytest.raises(Exception, match="none"):
        written(path, report())
    monkeypatch.setattr(schema, "migrations", lambda: [*shipped, more])
    written(path, report("other"))
    with reading(path) as ledger:
        assert [dict(row) for row in ledger.connection.execute("SELECT * FROM note")] == [
            {"words": "made"}
        ]
        assert len(list(ledger.items())) == 2


def test_a_ledger_of_the_first_version_knows_no_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "l.db"
    first, *_ = schema.migrations()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        monkeypatch.setattr(schema, "migrations", lambda: [first])
        schema.migrate(connection)
        monkeypatch.undo()
        schema.migrate(connection)
        for table in ("run", "article", "file"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            assert columns[-1] == "weights"
        assert schema.version_of(connection) == 2
