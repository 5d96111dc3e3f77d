"""Attributions beside the gold's: pairs by claim or cue, and why nothing stands for the others."""

from __future__ import annotations

from typing import Any

from benchmarks.joining import Joined, join

TITLE = "Mayor slams ferry firm."
TEXT = TITLE + " Trade rose, the bank said. Ann Lee thinks she denied it. Ben Roe signed a bill."


def at(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def gold(source: str, cue: str, claim: str) -> dict[str, Any]:
    return {"source": at(source), "cue": at(cue), "claim": at(claim)}


def found(id: str, source: str, cue: str, claim: str, **more: str) -> dict[str, Any]:
    parts = gold(source, cue, claim)
    links = {"id": id, "parent": None, "continues": None}
    return {**parts, "source": {"spans": parts["source"]}, **links, **more}


def joined() -> Joined:
    row = {
        "text": TEXT,
        "sentences": [at(part + ".")[0] for part in TEXT[:-1].split(". ")],
        "attributions": [
            gold("Mayor", "slams", "ferry firm"),
            gold("the bank", "said", "Trade rose"),
            gold("Ann Lee", "thinks", "she denied it"),
            gold("she", "denied", "it"),
            gold("Ben Roe", "signed", "a bill"),
        ],
    }
    report = {
        "meta": {"layout": [{"kind": "headline", "start": 0, "end": len(TITLE)}]},
        "attributions": [
            found("a1", "the bank", "said", "Trade"),
            found("a2", "Ann Lee", "thinks", "she"),
            found("a3", "she", "denied", "it", parent="a2"),
            found("a4", "Ben Roe", "bill", "a"),
        ],
    }
    return join(row, report, [])


def test_pairs_share_half_of_their_claims_or_a_cue() -> None:
    pairs = [(p.gold["cue"], p.found["id"], p.close) for p in joined().pairs]
    assert sorted(pairs) == [(at("said"), "a1", True), (at("thinks"), "a2", False)]


def test_the_missed_say_why_nothing_stands_for_them() -> None:
    assert [(each["cue"], why) for each, why in joined().missed] == [
        (at("slams"), "in a headline"),
        (at("denied"), "with a parent here"),
        (at("signed"), "cue in no list"),
    ]
    assert [each["id"] for each in joined().false] == ["a4"]


def test_mended_takes_a_part_from_the_gold_where_a_pair_fits() -> None:
    mended = joined().kept(false=False, claim=lambda pair: not pair.close)
    claims = {each["id"]: each["claim"] for each in mended}
    assert claims == {"a1": at("Trade"), "a2": at("she denied it")}
    assert joined().added("in a headline")[-1]["cue"] == at("slams")
