"""Reports told again for `benchmarks.across`: other names and words in the same places."""

from __future__ import annotations

from benchmarks.across import many, retelling
from claimtrack.tracker import Tracker

TEXT = "A broker said Ana Delmar sold the wooden pier. On Monday Delmar denied selling the wooden pier."


def test_told_again(tracker: Tracker) -> None:
    report = tracker.report(TEXT, "pier")
    own, again, _ = many([report], retelling(tracker, [report]), 3)
    assert own == report
    assert again.article.id == "pier-1"
    text = again.article.text
    assert len(text) == len(TEXT)
    assert again.attributions == report.attributions
    assert "Delmar" not in text and "wooden" not in text
    assert "denied" in text
    names = {text[slice(*place)] for place in _places("Delmar")}
    assert len(names) == 1 and names.pop().istitle()


def test_an_event_has_its_own_words(tracker: Tracker) -> None:
    report = tracker.report(TEXT, "pier")
    texts = [each.article.text for each in many([report], retelling(tracker, [report]), 4)]
    assert len(set(texts)) == 4


def _places(word: str) -> list[tuple[int, int]]:
    first = TEXT.index(word)
    second = TEXT.index(word, first + 1)
    return [(first, first + len(word)), (second, second + len(word))]
