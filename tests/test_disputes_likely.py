"""Disputes that no single reason tells: judged by many signs at once."""

from __future__ import annotations

import pytest

from claimtrack.attributing import attribute
from claimtrack.disputes import likely
from claimtrack.disputes.scene import scene_of
from claimtrack.read import article_of
from claimtrack.tracker import Tracker


def links(tracker: Tracker, text: str) -> list[tuple[int, int, str]]:
    """Denying sentence, disputed sentence, and the words that show it."""
    report = tracker.report(text)
    by_id = {a.id: a for a in report.attributions}
    return [
        (by_id[d.denial].sentence, d.sentence, " … ".join(text[s:e] for s, e in d.evidence))
        for d in report.disputes
    ]


IN_OTHER_WORDS = [
    # another word for the same
    (
        "The bakery was closed by inspectors in May, the Courier reported. Rats had been seen in the flour. "
        "The baker denied that anybody had shut the place.",
        (2, 0, "shut"),
    ),
    (
        "Two trustees say the head, Pia Lorn, was brought in to shut the school. It has 90 pupils and a leaking "
        "roof. She came in 2019. Ms Lorn denies that she was hired to close anything. The council meets in June.",
        (3, 0, "close"),
    ),
]


@pytest.mark.parametrize(("text", "link"), IN_OTHER_WORDS)
def test_a_denial_in_other_words_is_linked(
    tracker: Tracker, text: str, link: tuple[int, int, str]
) -> None:
    assert links(tracker, text) == [link]


BESIDE_THE_MATTER = [
    # nothing but the subject comes again
    "Inspectors said water had entered through the pipe. The pipe was painted in May and not touched again, "
    "the yard said.",
    # what is so in general
    "The town dairy stopped deliveries on Monday, a shop said. “Cows do not stop giving milk,” a farmer said.",
    # it agrees
    "The ferry was late, passengers said. The crew said it had not left before noon.",
    # somebody else's deed
    "The driver had left the yard, a guard said. The cook said she had not left it.",
]


@pytest.mark.parametrize("text", BESIDE_THE_MATTER)
def test_what_is_beside_the_matter_disputes_nothing(tracker: Tracker, text: str) -> None:
    assert links(tracker, text) == []


def test_trees_add_up_to_a_chance() -> None:
    trees = (("shared", 0.5, -1.0, 2.0), ("far", 1.0, 1.0, ("shared", 1.5, -3.0, 0.0)))
    learned = likely.Learned({"cue": 0.5}, 0.0, trees)
    assert likely.chance({"shared": 0, "far": 0}, learned) == pytest.approx(0.5)
    assert likely.chance({"shared": 1, "far": 0}, learned) == pytest.approx(0.9526, abs=1e-4)
    assert likely.chance({"shared": 1, "far": 2}, learned) == pytest.approx(0.2689, abs=1e-4)


def test_every_sign_of_the_trees_is_given(tracker: Tracker) -> None:
    """What was learned asks for no sign that the code no longer gives."""

    def asked(tree: likely.Tree) -> set[str]:
        if isinstance(tree, (int, float)):
            return set()
        sign, _, up_to, above = tree
        return {sign} | asked(up_to) | asked(above)

    learned = likely.learned()
    wanted = set().union(*map(asked, learned.trees))
    assert learned.enough.keys() == {"cue", "negated"}
    parse = next(
        tracker.language.parse(
            [article_of("A guard said it was open. It was not, she said.", id="x")]
        )
    )
    found = attribute(parse, tracker.rules, tracker.confidence)
    scene = scene_of(parse, found.attributions, found.sources, tracker.rules)
    claim = scene.claims[-1]
    given = {sign for each in likely.weighed(scene, claim, True) for sign in each.signs}
    assert wanted <= given
