"""A report as the stages make them, by hand: nested claims, a dispute, nobody, unnamed sources."""

from __future__ import annotations

from claimtrack.read import article_of
from claimtrack.records import (
    Attribution,
    ContestReason,
    Dispute,
    Report,
    Sentence,
    Source,
    SourceRef,
    Span,
    Tool,
)

TEXT = """\
Harbour toll doubles overnight

PORT ELLIS: The harbour board said its chairwoman Mira Haddad admitted that the toll had doubled.
Hauliers were reportedly not warned. Two dockers said the board had lied to them.
Haddad rejected the accusation. The harbour opened in 1911. Who will pay?
"""

TOOL = Tool(version="0.1.0", model="claimtrack-en 1.0", rules="abc123")


def span(words: str, after: str = "") -> Span:
    """Where the words stand in the text, behind ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return (start, start + len(words))


def _sentence(
    index: int, words: str, status: str, *attributions: str, dispute: str = ""
) -> Sentence:
    start, _ = span(words)
    end = min(place for mark in ".?" if (place := TEXT.find(mark, start + 1)) > 0) + 1
    reasons = (ContestReason("denied", dispute),) if dispute else ()
    return Sentence(index, start, end, status, attributions, reasons)  # type: ignore[arg-type]


def example() -> Report:
    """The report of ``TEXT``."""
    board = Source(
        "s1", "the harbour board", (span("The harbour board"),), kind="official", named=True
    )
    haddad = Source(
        "s2",
        "Mira Haddad",
        (span("its chairwoman Mira Haddad"), span("Haddad", "them.")),
        aliases=("Haddad",),
        kind="official",
        named=True,
        role="chairwoman",
    )
    dockers = Source("s3", "Two dockers", (span("Two dockers"),), kind="witness", plural=True)
    said = Attribution(
        id="a1",
        sentence=0,
        source=SourceRef("s1", (span("The harbour board"),)),
        cue=(span("said"),),
        claim=(span("its chairwoman Mira Haddad admitted that the toll had doubled"),),
        stance="asserts",
        style="indirect",
        rule="reporting.say",
        frame="speaker-verb-clause",
        confidence=0.97,
    )
    admitted = Attribution(
        id="a2",
        sentence=0,
        source=SourceRef("s2", (span("its chairwoman Mira Haddad"),)),
        cue=(span("admitted"),),
        claim=(span("the toll had doubled"),),
        stance="acknowledges",
        style="indirect",
        rule="admission.admit",
        frame="speaker-verb-clause",
        confidence=0.93,
        parent="a1",
    )
    reportedly = Attribution(
        id="a3",
        sentence=1,
        source=SourceRef(),
        cue=(span("reportedly"),),
        claim=(span("Hauliers were"), span("not warned")),
        stance="asserts",
        style="indirect",
        rule="hearsay.adverb",
        frame="adverb",
        confidence=0.9,
    )
    lied = Attribution(
        id="a4",
        sentence=2,
        source=SourceRef("s3", (span("Two dockers"),)),
        cue=(span("said", "dockers"),),
        claim=(span("the board had lied to them"),),
        stance="asserts",
        style="indirect",
        rule="reporting.say",
        frame="speaker-verb-clause",
        confidence=0.97,
        contested=True,
    )
    rejected = Attribution(
        id="a5",
        sentence=3,
        source=SourceRef("s2", (span("Haddad", "them."),)),
        cue=(span("rejected"),),
        claim=(span("the accusation"),),
        stance="denies",
        style="indirect",
        rule="denial.deny",
        frame="speaker-verb-object",
        confidence=0.95,
    )
    return Report(
        article=article_of(TEXT, id="toll"),
        tool=TOOL,
        sentences=(
            _sentence(0, "The harbour board", "attributed", "a1", "a2"),
            _sentence(1, "Hauliers", "attributed", "a3"),
            _sentence(2, "Two dockers", "attributed", "a4", dispute="d1"),
            _sentence(3, "Haddad rejected", "attributed", "a5", dispute="d1"),
            _sentence(4, "The harbour opened", "unattributed"),
            _sentence(5, "Who will", "no_claim"),
        ),
        attributions=(said, admitted, reportedly, lied, rejected),
        sources=(board, haddad, dockers),
        disputes=(Dispute("d1", "a5", "a4", 2, "anaphora", (span("the accusation"),)),),
        replies=(),
        scare_quotes=(),
    )
