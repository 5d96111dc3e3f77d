"""What explain says: the words as seen, the rules that won, lost and failed."""

from __future__ import annotations

from claimtrack.explanation import explain
from claimtrack.tracker import Tracker


def test_the_winner_comes_first_with_its_parts(tracker: Tracker) -> None:
    (explanation,) = explain(tracker, "The bank denied the leak.")
    first = explanation.trials[0]
    shown = [
        [explanation.text[a:b] for a, b in part] for part in (first.source, first.cue, first.claim)
    ]
    assert (first.outcome, first.rule, first.stance) == ("won", "denial.deny", "denies")
    assert shown == [["The bank"], ["denied"], ["the leak"]]


def test_a_frame_says_what_it_lacks(tracker: Tracker) -> None:
    (explanation,) = explain(tracker, "The bank denied the leak.")
    whys = {(t.rule, t.frame): t.why for t in explanation.trials if t.outcome == "failed"}
    assert whys["denial.deny", "passive"] == "it lacks a passive verb"
    assert whys["denial.clause", "speaker-verb-clause"] == "it lacks a clause that is reported"


def test_a_loser_names_who_beat_it(tracker: Tracker) -> None:
    (explanation,) = explain(tracker, "The firm declined to comment.")
    lost = {t.rule: t.why for t in explanation.trials if t.outcome == "lost"}
    assert lost["declining.refuse"] == "silence.verb (silence) wins: its cue is longer"


def test_words_are_shown_in_plain_roles(tracker: Tracker) -> None:
    (explanation,) = explain(tracker, "The bank denied it.")
    assert [(w.text, w.role, w.head) for w in explanation.words] == [
        ("The", "determiner", 1),
        ("bank", "subject", 2),
        ("denied", "main word", None),
        ("it", "object", 2),
        (".", "mark", 2),
    ]
