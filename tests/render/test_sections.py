"""What a report says to people, before any format lays it out."""

from __future__ import annotations

import dataclasses

from claimtrack.records import ContestReason, Reply
from claimtrack.render.sections import Counts, sections_of
from tests.render.example import example


def test_counts() -> None:
    assert sections_of(example()).counts == Counts(
        sentences=6,
        attributed=3,
        to_nobody=1,
        unattributed=1,
        no_claim=1,
        contested=2,
        sources=3,
        named=2,
    )


def test_rows() -> None:
    rows = sections_of(example()).rows
    assert [(row.number, row.standing, row.contested) for row in rows] == [
        (1, "attributed", ()),
        (2, "to nobody", ()),
        (3, "attributed", ("denied by Mira Haddad in sentence 4",)),
        (4, "attributed", ("denies sentence 3",)),
        (5, "unattributed", ()),
        (6, "no claim", ()),
    ]
    assert [(s.who, s.stance, s.cue, s.depth) for s in rows[0].sayings] == [
        ("the harbour board", "asserts", "said", 0),
        ("Mira Haddad", "acknowledges", "admitted", 1),
    ]
    assert [s.claim for s in rows[1].sayings] == ["Hauliers were … not warned"]


def test_a_denial_of_nothing_told_before() -> None:
    report = example()
    lone = dataclasses.replace(report.sentences[3], reasons=(ContestReason("denied", None),))
    report = dataclasses.replace(report, sentences=(*report.sentences[:3], lone), disputes=())
    assert sections_of(report).rows[3].contested == ("a denial",)


def test_who_says_what() -> None:
    voices = sections_of(example()).voices
    assert [(voice.source.name, [s.claim for s in voice.sayings]) for voice in voices] == [
        ("the harbour board", ["its chairwoman Mira Haddad admitted that the toll had doubled"]),
        ("Mira Haddad", ["the toll had doubled", "the accusation"]),
        ("Two dockers", ["the board had lied to them"]),
    ]


def test_what_is_hypothetical_is_said_by_nobody() -> None:
    report = example()
    wouldbe = dataclasses.replace(report.attributions[4], hypothetical=True)
    report = dataclasses.replace(report, attributions=(*report.attributions[:4], wouldbe))
    assert [voice.said for voice in sections_of(report).voices] == [1, 1, 1]


def test_quarrels() -> None:
    (quarrel,) = sections_of(example()).quarrels
    assert (quarrel.number, quarrel.claimant, quarrel.claim) == (
        3,
        "Two dockers",
        "the board had lied to them",
    )
    assert quarrel.denial is not None
    assert (quarrel.denial.number, quarrel.denial.who) == (4, "Mira Haddad")
    assert (quarrel.evidence, quarrel.link) == ("the accusation", "anaphora")


def test_what_nobody_stands_behind_and_what_rests_on_unnamed_sources() -> None:
    sections = sections_of(example())
    assert [row.number for row in sections.unattributed] == [2, 5]
    assert [row.number for row in sections.only_unnamed] == [3]
    assert sections.heading == "Harbour toll doubles overnight"


def test_allegations_and_answers() -> None:
    replies = (Reply("a4", "s1", "a5", "denied"), Reply("a1", None, None, "none found"))
    first, second = sections_of(dataclasses.replace(example(), replies=replies)).exchanges
    assert (first.allegation.number, first.target, first.kind) == (3, "the harbour board", "denied")
    assert first.answer is not None and first.answer.claim == "the accusation"
    assert (second.target, second.answer, second.kind) == (None, None, "none found")
