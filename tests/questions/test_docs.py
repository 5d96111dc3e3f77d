"""The examples in docs/disputes.md, run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimtrack.ledger import reading
from claimtrack.questions.cited import cited
from claimtrack.questions.contradictions import contradictions
from claimtrack.questions.traced import trace
from claimtrack.questions.wording import Lexicon
from claimtrack.tracker import Tracker
from tests.ledger.examples import written
from tests.questions.told import Told, article

PAGE = (Path(__file__).parents[2] / "docs" / "disputes.md").read_text(encoding="utf-8")


def rows(title: str) -> list[list[str]]:
    """The rows of the table under a heading."""
    section = PAGE.split(f"## {title}\n")[1].split("\n## ")[0]
    lines = re.findall(r"^\| (.*) \|$", section, re.MULTILINE)
    return [line.split(" | ") for line in lines[2:]]


@pytest.mark.parametrize(("_", "text", "link"), rows("Disputes within an article"))
def test_within(tracker: Tracker, _: str, text: str, link: str) -> None:
    links = {dispute.link for dispute in tracker.report(text.strip("*")).disputes}
    assert links == {link.strip("`")}


@pytest.mark.parametrize(("before", "then"), rows("What is no denial"))
def test_no_denial(tracker: Tracker, before: str, then: str) -> None:
    assert tracker.report(f"{before} {then}").disputes == ()


@pytest.mark.parametrize(("one", "other", "linked"), rows("Disputes across articles"))
def test_across(tracker: Tracker, tmp_path: Path, one: str, other: str, linked: str) -> None:
    reports = [tracker.report(text, id) for id, text in (("a", one), ("b", other))]
    with reading(written(tmp_path / "l.db", *reports)) as ledger:
        found = contradictions(ledger, Lexicon(tracker.rules))
    told = [(each.denial.stated.source, each.claim.stated.source) for each in found]
    assert told == ([("Ana Ruiz", "Joan Pell")] if linked == "yes" else [])


@pytest.mark.parametrize(("sentence", "verdict", "_"), rows("Tracing a claim"))
def test_tracing(tracker: Tracker, sentence: str, verdict: str, _: str) -> None:
    claim = "The mayor of Delton sold the pier"
    (found,) = trace(claim, [tracker.report(sentence)], Lexicon(tracker.rules))
    assert found.verdict == verdict


@pytest.mark.parametrize(("names", "one"), rows("Sources over articles"))
def test_sources(tracker: Tracker, tmp_path: Path, names: str, one: str) -> None:
    told = [Told(f"It rained, {name} said.", "It rained", name) for name in names.split(", ")]
    reports = [article(f"{number}", each) for number, each in enumerate(told)]
    with reading(written(tmp_path / "l.db", *reports)) as ledger:
        found = cited(ledger, Lexicon(tracker.rules))
    assert len(found) == (1 if one == "yes" else len(told))
