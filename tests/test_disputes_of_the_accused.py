"""Answers of the accused: *nothing was hidden*, in words that the accusation has not."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker

ANSWERS = [
    "Parents accused the school of burying the test results. The school said nothing had been hidden.",
    "The union accused the railway of endangering its drivers. “Nobody was forced to work at night,” the railway said.",
    "Joan Pell accused Ana Ruiz of taking bribes. Ruiz said she had never accepted money.",
    "Fishermen accused the harbour board of lying. “At no time was anyone deceived,” the board said.",
    "An inquiry found that the chemist had falsified images. The chemist's lawyer said he never manipulated an image.",
    "Critics accused the ministry of spying on journalists. The ministry's spokesman said nobody was followed.",
]
NO_ANSWERS = [
    "Parents accused the school of burying the test results. The school said nothing would be changed.",
    "Parents accused the school of burying the test results. The school said nobody was available for comment.",
    "Joan Pell accused Ana Ruiz of taking bribes. Ruiz said she had never been happier.",
    "Joan Pell accused Ana Ruiz of taking bribes. Ruiz said she had never met Karl Orban.",
    "Joan Pell accused Ana Ruiz of taking bribes. A baker said nothing had been stolen.",
    "The union accused the railway of failing to repair the bridge. The railway said nobody had been hurt.",
    "Parents accused the council of failing to act. The council said nobody had been asked.",
    "Farmers accused the dairy of cheating. The dairy said no contract had been signed in 2019.",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_the_accused_deny_in_their_own_words(tracker: Tracker, text: str) -> None:
    report = tracker.report(text)
    assert [(d.denial, d.claim, d.sentence) for d in report.disputes] == [("a2", "a1", 0)]
    assert report.attributions[1].stance == "denies"


@pytest.mark.parametrize("text", NO_ANSWERS)
def test_what_the_accused_say_beside_the_matter_denies_nothing(tracker: Tracker, text: str) -> None:
    assert tracker.report(text).disputes == ()


def test_allegations_called_fiction_are_all_that_the_accuser_alleged(tracker: Tracker) -> None:
    text = (
        "Joan Pell alleged that Ana Ruiz took bribes. Pell also alleged that Ruiz forged a deed. "
        "Ruiz called the allegations “a work of fiction.”"
    )
    report = tracker.report(text)
    assert [(d.denial, d.claim) for d in report.disputes] == [("a3", "a2"), ("a3", "a1")]
