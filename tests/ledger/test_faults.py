"""Ledgers that cannot be read or written: one line each, with a code and what to do."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import reading, writing
from claimtrack.ledger.faults import fault
from claimtrack.ledger.writer import Tally, finish
from tests.ledger.examples import report, written
from tests.render.example import TOOL


def code_of(path: Path, *, write: bool = False) -> str:
    with pytest.raises(ClaimtrackError) as caught:
        if write:
            written(path, report())
        else:
            with reading(path) as ledger:
                list(ledger.items())
    assert str(caught.value).startswith(f"{path}: {caught.value.code} ")
    assert "\n" not in str(caught.value)
    return caught.value.code


def test_no_ledger(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.db") == "CT501"
    assert code_of(tmp_path) == "CT501"


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A text.")
    foreign = tmp_path / "b.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE article (id)")
    empty = tmp_path / "c.db"
    empty.touch()
    before = text.read_bytes(), foreign.read_bytes()
    assert [code_of(path) for path in (text, foreign, empty)] == ["CT502"] * 3
    assert [code_of(path, write=True) for path in (text, foreign)] == ["CT502"] * 2
    assert (text.read_bytes(), foreign.read_bytes()) == before
    written(empty, report())


@pytest.mark.parametrize("kept", [50, 4096, 40_000, -1])
def test_a_ledger_that_was_cut_short(tmp_path: Path, kept: int) -> None:
    path = written(tmp_path / "l.db", report())
    path.write_bytes(path.read_bytes()[:kept])
    assert code_of(path) == "CT503"
    assert code_of(path, write=True) == "CT503"


def test_a_ledger_with_a_broken_page(tmp_path: Path) -> None:
    path = written(tmp_path / "l.db", report())
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    assert code_of(path) == "CT503"
    assert code_of(path, write=True) == "CT503"


def test_ledgers_of_other_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "l.db", report())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert code_of(path) == "CT504"
    assert code_of(path, write=True) == "CT504"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert code_of(path) == "CT505"


def test_a_second_run_says_that_there_is_a_first(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with writing(path, TOOL, ["news"]) as ledger:
        assert code_of(path, write=True) == "CT506"
        finish(ledger, "done", Tally())
    written(path, report())
    assert [each.name for each in tmp_path.iterdir()] == ["l.db"]


def test_another_program_that_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.ledger.writer._WAIT", 0.1)
    path = written(tmp_path / "l.db", report())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert code_of(path, write=True) == "CT507"
    written(path, report())


def test_a_reader_keeps_the_journal_and_the_next_run_puts_it_back(tmp_path: Path) -> None:
    path = written(tmp_path / "l.db", report())
    with writing(path, TOOL, ["news"]) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM article").fetchone()
        ledger.connection.execute("PRAGMA busy_timeout = 50")
        assert not finish(ledger, "done", Tally())
    written(path, report())
    assert [each.name for each in tmp_path.iterdir()] == ["l.db"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none" / "l.db", write=True) == "CT508"
    assert code_of(tmp_path, write=True) == "CT508"


def test_a_finished_ledger_is_one_file_and_opens_read_only(tmp_path: Path) -> None:
    path = written(tmp_path / "l.db", report())
    assert [each.name for each in tmp_path.iterdir()] == ["l.db"]
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    copy.chmod(0o444)
    with closing(sqlite3.connect(f"file:{copy}?immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "CT509"),
        ("database is locked", "CT507"),
        ("database table is locked", "CT507"),
        ("attempt to write a readonly database", "CT508"),
        ("unable to open database file", "CT508"),
        ("disk I/O error", "CT510"),
        ("database disk image is malformed", "CT503"),
        ("file is not a database", "CT502"),
        ("something else", "CT510"),
    ],
)
def test_what_sqlite_says(said: str, code: str) -> None:
    assert fault(Path("l.db"), sqlite3.OperationalError(said)).code == code
