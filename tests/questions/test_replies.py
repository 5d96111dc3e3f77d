"""Replies: whom an allegation is made against, and what they are let say to it."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.questions.replies import replies
from claimtrack.records import (
    Article,
    Attribution,
    Dispute,
    Reply,
    Report,
    Source,
    SourceRef,
    Span,
    Tool,
)

TEXT = (
    "Divers accused Marlow Dredging of burying oil drums. The weather was fine. "
    "Marlow Dredging denied it. Marlow Dredging declined to comment on the fine. "
    "The harbour board said the drums were old."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def attribution(
    id: str, sentence: int, source: str, cue: str, claim: str, stance: str
) -> Attribution:
    ids = {"Divers": "s1", "Marlow Dredging": "s2", "The harbour board": "s3"}
    return Attribution(
        id, sentence, SourceRef(ids[source], (at(source),)), (at(cue),), (at(claim),), stance,
        "indirect", "test.rule", "speaker-verb-object", 1.0,
    )  # fmt: skip


ACCUSED = attribution(
    "a1", 0, "Divers", "accused", "Marlow Dredging of burying oil drums", "alleges"
)
DENIED = attribution("a2", 2, "Marlow Dredging", "denied", "it", "denies")
SILENT = attribution("a3", 3, "Marlow Dredging", "declined to comment", "the fine", "declines")
BOARD = attribution("a4", 4, "The harbour board", "said", "the drums were old", "asserts")
SOURCES = (
    Source("s1", "Divers", (at("Divers"),), plural=True),
    Source("s2", "Marlow Dredging", (at("Marlow Dredging denied"),), named=True),
    Source("s3", "the harbour board", (at("The harbour board"),)),
)
DISPUTE = Dispute("d1", "a2", "a1", 0, "anaphora", (at("it"),))


def report(*attributions: Attribution, disputes: tuple[Dispute, ...] = ()) -> Report:
    tool = Tool("0", "none", "0")
    return Report(Article("harbour", TEXT), tool, (), attributions, SOURCES, disputes)


def test_a_linked_denial_is_the_answer() -> None:
    found = replies(report(ACCUSED, DENIED, SILENT, disputes=(DISPUTE,)))
    assert found == (Reply("a1", "s2", "a2", "denied"),)


def test_without_a_denial_a_silence_is_the_answer() -> None:
    assert replies(report(ACCUSED, SILENT, BOARD)) == (Reply("a1", "s2", "a3", "declined"),)


def test_what_others_say_is_no_answer() -> None:
    assert replies(report(ACCUSED, BOARD)) == (Reply("a1", "s2", None, "none found"),)


def test_a_statement_of_the_accused_right_after_is_a_response() -> None:
    stated = replace(SILENT, sentence=1, stance="asserts")
    assert replies(report(ACCUSED, stated)) == (Reply("a1", "s2", "a3", "responded"),)
    assert replies(report(ACCUSED, replace(stated, sentence=3)))[0].answer is None


def test_an_accused_who_never_speaks_has_no_target_and_no_answer() -> None:
    vague = replace(ACCUSED, claim=(at("burying oil drums"),))
    assert replies(report(vague, BOARD)) == (Reply("a1", None, None, "none found"),)


def test_only_allegations_that_are_made_are_asked_about() -> None:
    assert replies(report(replace(ACCUSED, hypothetical=True), BOARD)) == ()
    assert replies(report(DENIED, SILENT, BOARD)) == ()
