"""``claimtrack batch`` and the questions to its ledger, on the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from claimtrack.cli.command import Session
from tests.batch.fakes import Fake
from tests.cli.conftest import Run
from tests.ledger.examples import FAILURE, report, written


@pytest.fixture(autouse=True)
def news(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two articles and a broken row."""
    monkeypatch.setattr(Session, "tracker", Fake())
    monkeypatch.setattr("claimtrack.batch.foreseen.foreseen", lambda *_: None)
    Path("news").mkdir()
    Path("news/b.txt").write_text("The toll has doubled.", encoding="utf-8")
    Path("news/a.jsonl").write_text('{"text": "The toll rose."}\n{"id": "bad"}\n', encoding="utf-8")


LINE = "news/a.jsonl:2:1: CT012 the row has no text; put the article into a field named text"


def test_failures_are_listed_and_the_rest_is_counted(run: Run) -> None:
    ran = run("batch", "news", "--ledger", "l.db")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [LINE, "l.db: 2 articles reported, 0 unchanged, 1 failed"]
    ran = run("batch", "news", "-l", "l.db", "--quiet")
    assert (ran.status, ran.err) == (2, LINE + "\n")


def test_without_failures_all_is_well(run: Run) -> None:
    ran = run("batch", "news/b.txt", "--ledger", "l.db")
    assert (ran.status, ran.err) == (0, "l.db: 1 articles reported, 0 unchanged\n")
    assert run("batch", "news/b.txt", "--ledger", "l.db", "--quiet").err == ""


def test_what_is_gone_is_told(run: Run) -> None:
    run("batch", "news", "--ledger", "l.db")
    Path("news/b.txt").unlink()
    said = run("batch", "news", "--ledger", "l.db").err.splitlines()
    assert said[0] == "news/b.txt: b is in the ledger and no longer there"
    assert said[2:] == [
        "l.db: 0 articles reported, 1 unchanged, 1 failed, 1 gone",
        "l.db: --prune takes what is gone out of the ledger",
    ]
    said = run("batch", "news", "--ledger", "l.db", "--prune").err.splitlines()
    assert said[0] == "news/b.txt: b is no longer there, and is taken out of the ledger"
    assert said[2:] == ["l.db: 0 articles reported, 1 unchanged, 1 failed, 1 gone"]


def test_objects_for_machines(run: Run) -> None:
    ran = run("batch", "news", "--ledger", "l.db", "--log-format", "json")
    events = [json.loads(line) for line in ran.err.splitlines()]
    assert all(event.pop("time").endswith("+00:00") for event in events)
    assert events[0].pop("event") == "progress"
    assert events[1] == {
        "event": "failure",
        "code": "CT012",
        "message": "the row has no text; put the article into a field named text",
        "id": "bad",
        "path": "news/a.jsonl",
        "line": 2,
    }
    assert events[2] == {
        "event": "ended",
        "outcome": "done",
        "ledger": "l.db",
        "reported": 2,
        "skipped": 0,
        "failed": 1,
        "removed": 0,
    }
    Path("l.db").write_text("no ledger")
    ran = run("batch", "news", "--ledger", "l.db", "--log-format", "json")
    (event,) = map(json.loads, ran.err.splitlines())
    assert (ran.status, event["event"], event["code"], event["path"]) == (
        2,
        "error",
        "CT502",
        "l.db",
    )


def test_too_many_failures(run: Run) -> None:
    ran = run("batch", "news", "--ledger", "l.db", "--max-failures", "0")
    assert ran.status == 2
    assert "l.db: CT514 the run ended at more failures than --max-failures allows; " in ran.err


def test_progress_is_shown_on_a_terminal_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.cli.log.is_terminal", lambda: True)
    err = run("batch", "news", "--ledger", "l.db").err
    assert "\r3 articles, " in err
    assert "/s, 1 failures, about 0 s left" in err
    assert err.endswith("\rl.db: 2 articles reported, 0 unchanged, 1 failed\n")
    assert "\r" not in run("batch", "news", "--ledger", "l.db", "--quiet").err


def test_wrong_options(run: Run) -> None:
    assert run("batch", "news").err.startswith("claimtrack: CT401 Missing option '--ledger'")
    assert run("batch", "news", "-l", "l.db", "--jobs", "0").status == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-l", "l.db", "--shards", "out"], "'--shards' leaves files in the place of a '--ledger'"),
        (["--shards", "out"], "'--shards' goes with '--cluster'"),
        (
            ["--shards", "news/out", "--cluster", "local"],
            "news/out lies within the articles' paths",
        ),
    ],
)
def test_result_files_have_a_place_of_their_own(run: Run, options: list[str], said: str) -> None:
    ran = run("batch", "news", *options)
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"claimtrack: CT401 {said}")


def test_a_cluster_without_its_package_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = run("batch", "news", "-l", "l.db", "--cluster", "local")
    assert (ran.status, ran.err) == (
        2,
        "claimtrack: CT601 --cluster needs a package that is not installed:"
        " pip install 'claimtrack[cluster]'\n",
    )
    assert not Path("l.db").exists()


QUESTIONS = ("sources", "disputes", "unattributed", "replies")


def test_answers_as_tables(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written(Path("l.db"), report())
    monkeypatch.setenv("COLUMNS", "160")
    tables = {question: run(question, "l.db").out for question in QUESTIONS}
    assert "Mira Haddad" in tables["sources"]
    assert "denies 1" in tables["sources"]
    assert "the board had lied to them" in tables["disputes"]
    assert "denied by Mira Haddad" in tables["disputes"]
    assert "Hauliers were reportedly not warned." in tables["unattributed"]
    assert "none found" in tables["replies"]
    for table in tables.values():
        assert max(map(len, table.splitlines())) <= 160


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_as_json_and_csv_have_the_same_fields(run: Run, question: str) -> None:
    written(Path("l.db"), report())
    values = json.loads(run(question, "l.db", "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(run(question, "l.db", "-f", "csv").out)))
    assert len(values) == len(rows) > 0
    assert list(values[0]) == list(rows[0])
    ran = run(question, "l.db", "-f", "csv", "-o", "out.csv")
    assert (ran.status, ran.out) == (0, "")
    text = Path("out.csv").read_text(encoding="utf-8")
    assert list(csv.DictReader(io.StringIO(text))) == rows


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_ledger_with_nothing_in_it(run: Run, question: str) -> None:
    written(Path("l.db"))
    assert run(question, "l.db").out == "none\n"
    assert json.loads(run(question, "l.db", "-f", "json").out) == []
    assert run(question, "none.db").err == (
        "none.db: CT501 there is no such ledger; check the name, or make one with claimtrack batch\n"
    )


def test_cells_that_a_spreadsheet_would_run(run: Run) -> None:
    Path("news/b.txt").write_text("=HYPERLINK(1) is a formula.", encoding="utf-8")
    run("batch", "news/b.txt", "-l", "l.db")
    out = run("unattributed", "l.db", "-f", "csv").out
    assert "'=HYPERLINK(1) is a formula." in out


def test_a_ledger_is_reported_on(run: Run) -> None:
    written(Path("l.db"), report(), FAILURE)
    ran = run("report", "l.db", "news/b.txt", "-f", "jsonl")
    assert ran.status == 2
    ids = [json.loads(line)["id"] for line in ran.out.splitlines()]
    assert ids == ["toll", "rows:3", "b"]


def test_a_report_as_a_ledger(run: Run) -> None:
    ran = run("report", "news", "-o", "r.db")
    assert (ran.status, ran.out, ran.err) == (2, "", LINE + "\n")
    again = run("report", "r.db", "-f", "jsonl").out
    assert sorted(again.splitlines()) == sorted(
        run("report", "news", "-f", "jsonl").out.splitlines()
    )
    assert run("report", "news/b.txt", "-o", "r.db").status == 0
    assert (
        run("batch", "news/b.txt", "-l", "r.db").err == "r.db: 0 articles reported, 1 unchanged\n"
    )
    ran = run("report", "news/b.txt", "-o", "r.db")
    assert (
        ran.err
        == "r.db: CT515 the file is a ledger that claimtrack batch keeps; name another file, or move it away\n"
    )
    assert "name it with --output" in run("report", "news", "-f", "sqlite").err
    assert sorted(each.name for each in Path().iterdir()) == ["news", "r.db"]


def test_one_article_by_its_id(run: Run) -> None:
    written(Path("l.db"), report("one"), report("two"))
    for paths, id in ((["l.db"], "two"), (["news"], "b"), (["l.db", "news"], "bad")):
        out = run("report", *paths, "--id", id, "-f", "jsonl").out
        assert [json.loads(line)["id"] for line in out.splitlines()] == [id]
    ran = run("report", "l.db", "--id", "none", "-f", "jsonl")
    assert (ran.status, ran.out) == (2, "")
    assert (
        ran.err
        == "claimtrack: CT516 no article has the id none; see the ids with report --format jsonl\n"
    )


def test_a_ledger_that_cannot_be_written_is_named(run: Run) -> None:
    ran = run("report", "news", "-o", "none/r.db")
    assert ran.err.splitlines()[-1].startswith(
        "none/r.db: CT508 the ledger's folder may not be written"
    )


def test_sources_with_an_alias_file(run: Run) -> None:
    written(Path("l.db"), report())
    Path("who.yaml").write_text("join:\n  - [Mira Haddad, Two dockers]\n", encoding="utf-8")
    found = json.loads(run("sources", "l.db", "--aliases", "who.yaml", "-f", "json").out)
    assert [each["also"] for each in found if each["name"] == "Mira Haddad"] == [["Two dockers"]]
    Path("who.yaml").write_text("joins:\n", encoding="utf-8")
    ran = run("sources", "l.db", "--aliases", "who.yaml")
    told = "who.yaml:1:1: CT213 an alias file has no key joins: did you mean join?\n"
    assert (ran.status, ran.out, ran.err) == (2, "", told)
