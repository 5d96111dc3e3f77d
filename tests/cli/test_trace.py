"""``claimtrack trace`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.ledger.examples import FAILURE, report, written


def articles() -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text("The harbour toll did not rise.\n", encoding="utf-8")
    Path("news/b.txt").write_text("The ferry was late.\n", encoding="utf-8")


def test_an_object_an_article(run: Run) -> None:
    articles()
    ran = run("trace", "The harbour toll rose", "news", "--format", "jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        {
            "id": "a",
            "path": "news/a.txt",
            "verdict": "against",
            "evidence": [[0, 30]],
            "shows": ["against"],
            "texts": ["The harbour toll did not rise."],
            "sources": [None],
        },
        {
            "id": "b",
            "path": "news/b.txt",
            "verdict": "unrelated",
            "evidence": [],
            "shows": [],
            "texts": [],
            "sources": [],
        },
    ]


def test_a_table(run: Run) -> None:
    articles()
    ran = run("trace", "The harbour toll rose", "news", "-o", "t.txt")
    assert (ran.status, ran.out) == (0, "")
    assert Path("t.txt").read_text(encoding="utf-8").splitlines() == [
        "article    verdict    shown by                                 source",
        "---------  ---------  ---------------------------------------  --------",
        "a          against    against: The harbour toll did not rise.",
        "b          unrelated",
    ]


def test_failures_are_told_and_the_rest_is_traced(run: Run) -> None:
    written(Path("l.db"), report(), FAILURE)
    ran = run("trace", "The harbour board lied to the dockers", "l.db", "-f", "jsonl")
    assert ran.status == 2
    assert ran.err == "news/rows.jsonl:3:1: CT012 the row has no text\n"
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["toll"]


def test_a_claim_without_content(run: Run) -> None:
    ran = run("trace", "It is so.", "news")
    assert ran.status == 2
    assert ran.err == (
        "claimtrack: CT401 Invalid value for CLAIM: write the claim as a sentence; "
        "see claimtrack trace --help\n"
    )
