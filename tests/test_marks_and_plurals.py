"""Apostrophes that are no quotation marks, plurals that are no verbs, and goods that are no words: rows as in
``test_constructions``; and who is quoted before those of whom they speak."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows

TABLE = {
    # a plural's apostrophe
    "The welders' union has called for an inquiry.": [
        "The welders' union | has called for | an inquiry | demands"
    ],
    "The welders’ union asked for an inquiry.": [
        "The welders’ union | asked for | an inquiry | demands"
    ],
    "Sailing times to Orl rose in May, the ferrymen's league reported.": [
        "the ferrymen's league | reported | Sailing times to Orl rose in May | asserts"
    ],
    # a plural that a tagger takes for a verb
    "The bishop denied claims that the organ was sold by his cousin.": [
        "The bishop | denied | claims that the organ was sold by his cousin | denies",
        " | claims | the organ was sold by his cousin | alleges",
    ],
    "The brewery rejected reports that it was bankrupt.": [
        "The brewery | rejected | reports that it was bankrupt | denies",
        " | reports | it was bankrupt | asserts",
    ],
    # whom something came from does not tell it
    "The dean rejected suggestions that the letter came from her office.": [
        "The dean | rejected | suggestions that the letter came from her office | denies",
        " | suggestions | the letter came from her office | asserts",
    ],
    # what is withdrawn must have been said
    "The dairy withdrew two tons of butter.": [],
    "The dairy withdrew its statement.": ["The dairy | withdrew | its statement | denies"],
}


@pytest.mark.parametrize("text", TABLE)
def test_attributions(tracker: Tracker, text: str) -> None:
    assert rows(tracker.report(text)) == TABLE[text]


QUOTED_IN_FRONT = {
    "The opposition leader, Marek Duhl, was unimpressed. “She wrote it,” he said.": "Marek Duhl",
    "The judge, Noa Perl, frowned. “He never paid,” she said.": "Noa Perl",
    "The chairman, Robin Cole, wept. “She knew my brother,” they said.": "they",
}


@pytest.mark.parametrize("text", QUOTED_IN_FRONT)
def test_who_is_quoted_comes_before_whom_they_speak_of(tracker: Tracker, text: str) -> None:
    report = tracker.report(text)
    names = {source.id: source.name for source in report.sources}
    assert [names[a.source.id or ""] for a in report.attributions] == [QUOTED_IN_FRONT[text]]
