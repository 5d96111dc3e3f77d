"""What a report says to a reader, worked out once for every format that is read by people.

Words come as the article has them; formats make them safe and short. Sentence numbers count
from 1. A sentence attributed to nobody counts as unsourced; what is hypothetical counts as
said by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimtrack.records import (
    Attribution,
    Dispute,
    Reason,
    Reply,
    Report,
    Sentence,
    Source,
    Span,
    Spans,
)

Standing = Literal["attributed", "to nobody", "unattributed", "no claim"]
GAP = " … "
_ALONE: Mapping[Reason, str] = {
    "denied": "a denial",
    "doubted": "a doubt",
    "alleged": "alleged",
    "contradicted": "contradicted elsewhere",
}
"""Why a sentence is contested where no dispute in the article shows it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The header's figures; the first four standings add up to ``sentences``."""

    sentences: int
    attributed: int
    to_nobody: int
    unattributed: int
    no_claim: int
    contested: int
    sources: int
    named: int


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution in words. ``who`` is None where nobody vouches; ``depth`` counts parents.

    ``source`` is the source's id, None where it is unresolved or nobody.
    """

    number: int
    who: str | None
    source: str | None
    stance: str
    position: str
    cue: str
    claim: str
    rule: str
    confidence: float
    depth: int
    hypothetical: bool
    contested: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence with all that is attributed in it and what contests it."""

    number: int
    standing: Standing
    text: str
    sayings: tuple[Saying, ...]
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A source and all that it says."""

    source: Source
    sayings: tuple[Saying, ...]

    @property
    def said(self) -> int:
        return sum(not saying.hypothetical for saying in self.sayings)


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A dispute in words: what is disputed, by whose denial, and the words that point back."""

    number: int
    claim: str
    claimant: str | None
    denial: Saying | None
    link: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """An allegation in words: against whom, and what the article has them answer, if anything.

    ``kind`` is the kind of answer, *none found* where there is none.
    """

    allegation: Saying
    target: str | None
    answer: Saying | None
    kind: str


@dataclass(frozen=True, slots=True)
class Sections:
    """Everything that a report for people shows, in its order.

    ``heading`` is the title or headline, or the id; ``facts`` say what else names the article.
    """

    heading: str
    facts: tuple[str, ...]
    counts: Counts
    rows: tuple[Row, ...]
    voices: tuple[Voice, ...]
    quarrels: tuple[Quarrel, ...]
    exchanges: tuple[Exchange, ...]
    unattributed: tuple[Row, ...]
    only_unnamed: tuple[Row, ...]


def sections_of(report: Report) -> Sections:
    """The report in words."""
    look = _Look(report)
    article = report.article
    heading = article.title or look.headline()
    guessed = article.extra.get("guessed_encoding")
    facts = (
        article.id if heading else None,
        article.path,
        article.date,
        article.url,
        f"read as {guessed}, which is a guess" if guessed else None,
    )
    rows = tuple(look.row(sentence) for sentence in report.sentences)
    return Sections(
        heading=heading or article.id,
        facts=tuple(fact for fact in facts if fact),
        counts=_counts(report, rows),
        rows=rows,
        voices=look.voices(),
        quarrels=tuple(look.quarrel(dispute) for dispute in report.disputes),
        exchanges=tuple(look.exchange(reply) for reply in report.replies),
        unattributed=tuple(row for row in rows if row.standing in ("unattributed", "to nobody")),
        only_unnamed=tuple(
            row
            for row, sentence in zip(rows, report.sentences, strict=True)
            if row.standing == "attributed" and look.rests_on_unnamed(sentence)
        ),
    )


def counted(number: int, thing: str) -> str:
    """``1 source``, ``2 sources``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _counts(report: Report, rows: Iterable[Row]) -> Counts:
    standings = [row.standing for row in rows]
    return Counts(
        sentences=len(standings),
        attributed=standings.count("attributed"),
        to_nobody=standings.count("to nobody"),
        unattributed=standings.count("unattributed"),
        no_claim=standings.count("no claim"),
        contested=sum(sentence.contested for sentence in report.sentences),
        sources=len(report.sources),
        named=sum(source.named for source in report.sources),
    )


class _Look:
    """A report's records by their ids."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.article.text
        self.sentences: Mapping[int, Sentence] = {each.index: each for each in report.sentences}
        self.sources: Mapping[str, Source] = {source.id: source for source in report.sources}
        self.attributions: Mapping[str, Attribution] = {
            attribution.id: attribution for attribution in report.attributions
        }
        self.disputes: Mapping[str, Dispute] = {dispute.id: dispute for dispute in report.disputes}

    def words(self, spans: Spans) -> str:
        return GAP.join(self.text[start:end] for start, end in spans)

    def headline(self) -> str | None:
        blocks = self.report.article.blocks
        return next((self.words(((b.start, b.end),)) for b in blocks if b.kind == "headline"), None)

    def row(self, sentence: Sentence) -> Row:
        span: Span = (sentence.start, sentence.end)
        return Row(
            number=sentence.index + 1,
            standing=self.standing(sentence),
            text=self.words((span,)),
            sayings=tuple(self.saying(attribution) for attribution in self.held(sentence)),
            contested=self.contests(sentence),
        )

    def held(self, sentence: Sentence) -> list[Attribution]:
        """The sentence's attributions, each before those that are nested in it."""
        held = [self.attributions[id] for id in sentence.attributions]
        return sorted(held, key=lambda each: self.descent(each, held))

    def descent(self, attribution: Attribution, held: Sequence[Attribution]) -> tuple[int, ...]:
        """Places among ``held`` from the outermost attribution down to this one."""
        lineage = [attribution]
        while lineage[0].parent is not None and len(lineage) <= len(held):
            lineage.insert(0, self.attributions[lineage[0].parent])
        return tuple(held.index(each) for each in lineage if each in held)

    def standing(self, sentence: Sentence) -> Standing:
        if sentence.status == "no_claim":
            return "no claim"
        if sentence.status == "unattributed":
            return "unattributed"
        vouched = any(self.who(attribution) for attribution in self.held(sentence))
        return "attributed" if vouched else "to nobody"

    def who(self, attribution: Attribution) -> str | None:
        """The source's name, or its words where it is unresolved."""
        ref = attribution.source
        source = self.sources.get(ref.id) if ref.id is not None else None
        return source.name if source is not None else self.words(ref.spans) or None

    def saying(self, attribution: Attribution) -> Saying:
        return Saying(
            number=attribution.sentence + 1,
            who=self.who(attribution),
            source=attribution.source.id if attribution.source.id in self.sources else None,
            stance=attribution.stance,
            position=attribution.position,
            cue=self.words(attribution.cue),
            claim=self.words(attribution.claim),
            rule=attribution.rule,
            confidence=attribution.confidence,
            depth=self.depth(attribution),
            hypothetical=attribution.hypothetical,
            contested=attribution.contested,
        )

    def depth(self, attribution: Attribution) -> int:
        depth = 0
        while attribution.parent is not None and depth < len(self.attributions):
            attribution = self.attributions[attribution.parent]
            depth += 1
        return depth

    def contests(self, sentence: Sentence) -> tuple[str, ...]:
        """In words, a line a dispute: by whom and where the sentence is disputed, or what it
        disputes itself."""
        by_dispute: dict[str | None, list[Reason]] = {}
        for reason in sentence.reasons:
            by_dispute.setdefault(reason.dispute, []).append(reason.reason)
        return tuple(self.contest(sentence, *each) for each in by_dispute.items())

    def contest(self, sentence: Sentence, id: str | None, reasons: Sequence[Reason]) -> str:
        dispute = self.disputes.get(id) if id is not None else None
        denial = self.attributions.get(dispute.denial) if dispute else None
        if dispute is None or denial is None:
            return ", ".join(_ALONE[reason] for reason in reasons)
        if denial.sentence == sentence.index and dispute.sentence != sentence.index:
            return f"{denial.stance} sentence {dispute.sentence + 1}"
        place = "" if denial.sentence == sentence.index else f" in sentence {denial.sentence + 1}"
        doing = "alleged, disputed" if reasons == ["alleged"] else " and ".join(sorted(reasons))
        return f"{doing} by {self.who(denial) or 'nobody named'}{place}"

    def voices(self) -> tuple[Voice, ...]:
        """Sources in the order in which they first say something, without those that do not."""
        sayings: dict[str, list[Saying]] = {}
        for attribution in self.report.attributions:
            id = attribution.source.id
            if id is not None and id in self.sources:
                sayings.setdefault(id, []).append(self.saying(attribution))
        return tuple(Voice(self.sources[id], tuple(said)) for id, said in sayings.items())

    def quarrel(self, dispute: Dispute) -> Quarrel:
        disputed = self.attributions.get(dispute.claim) if dispute.claim else None
        denial = self.attributions.get(dispute.denial)
        sentence = self.sentences[dispute.sentence]
        span: Span = (sentence.start, sentence.end)
        return Quarrel(
            number=dispute.sentence + 1,
            claim=(self.words(disputed.claim) if disputed else "") or self.words((span,)),
            claimant=self.who(disputed) if disputed else None,
            denial=self.saying(denial) if denial else None,
            link=dispute.link,
            evidence=self.words(dispute.evidence),
        )

    def exchange(self, reply: Reply) -> Exchange:
        target = self.sources.get(reply.target) if reply.target is not None else None
        answer = self.attributions.get(reply.answer) if reply.answer is not None else None
        return Exchange(
            allegation=self.saying(self.attributions[reply.allegation]),
            target=target.name if target else None,
            answer=self.saying(answer) if answer else None,
            kind=reply.kind,
        )

    def rests_on_unnamed(self, sentence: Sentence) -> bool:
        """Whether none of those who vouch for the whole, nested ones aside, has a name."""
        outer = [a for a in self.held(sentence) if a.parent is None and self.who(a)]
        return bool(outer) and not any(self.has_name(attribution) for attribution in outer)

    def has_name(self, attribution: Attribution) -> bool:
        id = attribution.source.id
        return id is not None and id in self.sources and self.sources[id].named
