"""Where articles stand towards a claim."""

from __future__ import annotations

import pytest

from claimtrack.questions.standing import Asked
from claimtrack.questions.traced import Traced, trace, traced
from claimtrack.questions.wording import Lexicon
from claimtrack.tracker import Tracker

CLAIM = "The mayor of Delton sold the pier"


@pytest.fixture(scope="module")
def lexicon(tracker: Tracker) -> Lexicon:
    return Lexicon(tracker.rules)


def verdict_on(tracker: Tracker, text: str, claim: str = CLAIM) -> Traced:
    (found,) = trace(claim, [tracker.report(text)], Lexicon(tracker.rules))
    return found


@pytest.mark.parametrize(
    ("headline", "verdict"),
    [
        ("Mayor of Delton sells pier", "for"),
        ("Deeds confirm Delton mayor sold pier", "for"),
        ("Delton mayor reportedly sold pier", "observing"),
        ("Did the mayor of Delton sell the pier?", "observing"),
        ("Delton mayor may have sold pier", "observing"),
        ("Mayor of Delton sold the pier, rival says", "observing"),
        ("Delton mayor sold pier: neighbour", "observing"),
        ("Mayor of Delton denies she sold pier", "against"),
        ("Story that Delton mayor sold pier is a hoax", "against"),
        ("No, the mayor of Delton is still owner of the pier", "against"),
        ("Mayor of Delton did not sell the pier", "against"),
        ("No evidence that Delton mayor sold the pier", "against"),
        ("Ferry line opens on Friday", "unrelated"),
        ("Mayor of Harrow opens library", "unrelated"),
    ],
)
def test_a_headline_alone(tracker: Tracker, headline: str, verdict: str) -> None:
    assert verdict_on(tracker, headline).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "headline", "verdict"),
    [
        ("Prices rose in Norland in May", "Norland prices fell in May", "against"),
        ("Prices rose in Norland in May", "Norland prices rose in May", "for"),
        ("The photo of the whale is a fake", "Photo of whale is a fake", "for"),
        ("The ferry did not stop in Arden", "Ferry did not stop in Arden", "for"),
        ("The whale photo is a hoax", "Whale photo is not a hoax", "against"),
    ],
)
def test_opposites_and_marks_of_the_claim_itself(
    tracker: Tracker, claim: str, headline: str, verdict: str
) -> None:
    assert verdict_on(tracker, headline, claim).verdict == verdict


def test_an_article_with_a_denial_that_points_back(tracker: Tracker) -> None:
    told = "Two councillors said the mayor of Delton sold the pier to a friend."
    denied = "Ana Ruiz, the mayor, denied the accusation."
    found = verdict_on(tracker, f"{told} {denied} It rained all day.")
    assert found.verdict == "observing"
    assert [(e.verdict, e.text, e.source) for e in found.evidence] == [
        ("observing", told, "Two councillors"),
        ("against", denied, "Ana Ruiz"),
    ]


def test_evidence_leads_into_the_text(tracker: Tracker) -> None:
    text = "It rained. The mayor of Delton sold the pier on Monday."
    (shown,) = verdict_on(tracker, text).evidence
    assert text[slice(*shown.span)] == shown.text == "The mayor of Delton sold the pier on Monday."


def test_who_chose_an_article_is_believed(tracker: Tracker, lexicon: Lexicon) -> None:
    report = tracker.report("Seaside landmark changes hands")
    asked = Asked(lexicon.words(CLAIM), lexicon)
    assert traced(asked, report).verdict == "unrelated"
    assert traced(asked, report, chosen=True).verdict == "for"
