"""Questions to a ledger: their answers as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.ledger import Reader, reading
from claimtrack.paths import shipped_rules
from claimtrack.questions.answered import Answered, answered
from claimtrack.questions.cited import cited
from claimtrack.questions.disputed import within
from claimtrack.questions.unvouched import unvouched
from claimtrack.questions.wording import Lexicon
from claimtrack.records import ContestReason
from claimtrack.rules.rulefile import load_rules
from tests.ledger.examples import report, written


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Reader]:
    made = report()
    both = (ContestReason("denied", "d1"), ContestReason("alleged", "d1"))
    alone = (ContestReason("doubted", None),)
    sentences = list(made.sentences)
    sentences[2] = replace(sentences[2], reasons=both)
    sentences[4] = replace(sentences[4], reasons=alone)
    path = written(tmp_path / "l.db", replace(made, sentences=tuple(sentences)))
    with reading(path) as reader:
        yield reader


def test_who_is_cited(ledger: Reader) -> None:
    first, *_ = cited(ledger, Lexicon(load_rules(shipped_rules())))
    assert (first.name, first.kind, first.named, first.articles, first.cited, first.contested) == (
        *("Mira Haddad", "official", True, 1, 2, 0),
    )
    assert first.stances == {"acknowledges": 1, "denies": 1}


def test_reasons_of_one_dispute_are_one_answer(ledger: Reader) -> None:
    answers = {each.sentence: each for each in within(ledger)}
    assert answers[2].reasons == ("denied", "alleged")
    assert (answers[2].claimant, answers[2].denier) == ("Two dockers", "Mira Haddad")
    assert (answers[2].stance, answers[2].denial_sentence) == ("denies", 3)
    assert answers[4].reasons == ("doubted",)
    assert answers[4].claim == "The harbour opened in 1911."
    assert answers[4].denier is None
    assert (answers[2].denial_id, answers[4].denial_id) == ("toll", None)


def test_what_nobody_stands_behind(ledger: Reader) -> None:
    found = [(each.sentence, each.status) for each in unvouched(ledger)]
    assert found == [(1, "attributed"), (4, "unattributed")]
    text = report().article.text
    assert all(text[each.start : each.end] == each.text for each in unvouched(ledger))


def test_allegations_and_answers(ledger: Reader) -> None:
    none, denied = answered(ledger)
    assert (none.kind, none.answer, none.accuser) == ("none found", None, None)
    assert denied == Answered(
        id="toll",
        path="news/toll.txt",
        sentence=2,
        accuser="Two dockers",
        allegation="the board had lied to them",
        target="the harbour board",
        kind="denied",
        answerer="Mira Haddad",
        answer="the accusation",
    )
