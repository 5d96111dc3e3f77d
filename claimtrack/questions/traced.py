"""Where articles stand towards a claim: for it, against it, observing it, or unrelated to it.

Of an article, those passages count which share most with the claim, and the denials that are
linked to them, however they are worded (*the ministry denied this*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrack.questions.passages import Passage, passages
from claimtrack.questions.standing import DISPUTED, Asked, Verdict
from claimtrack.questions.wording import Lexicon
from claimtrack.records import Report, Span

_OF_THE_CLOSEST = 2 / 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows where an article stands, and who is cited there for it, if anybody."""

    verdict: Verdict
    span: Span
    text: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Traced:
    """An article's verdict on a claim with the passages that show it, in their order."""

    id: str
    path: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]


def trace(claim: str, reports: Iterable[Report], lexicon: Lexicon) -> Iterator[Traced]:
    """Where each article stands towards a claim, in the order of the articles."""
    asked = Asked(lexicon.words(claim), lexicon)
    return (traced(asked, report) for report in reports)


def traced(asked: Asked, report: Report, chosen: bool = False) -> Traced:
    """Where one article stands; ``chosen``: it was chosen as being about the claim, in whatever words."""
    evidence = tuple(sorted(_evidence(asked, report, chosen), key=lambda each: each.span))
    return Traced(report.article.id, report.article.path, _together(evidence), evidence)


def _evidence(asked: Asked, report: Report, chosen: bool) -> Iterator[Evidence]:
    close = _closest(asked, report, chosen)
    denials = _denials(report, {passage.span for passage in close})
    verdicts = {each.span: (asked.verdict(each), asked.cited(each)) for each in close}
    verdicts |= {span: ("against", denier) for span, denier in denials.items()}
    names = {source.id: source.name for source in report.sources}
    for span, (verdict, source) in verdicts.items():
        text = report.article.text[slice(*span)]
        yield Evidence(verdict, span, text, names.get(source or ""))


def _closest(asked: Asked, report: Report, chosen: bool) -> list[Passage]:
    """The passages that share most with the claim, where any is about it."""
    shared = [(each, asked.shared(each)) for each in passages(report, asked.lexicon)]
    if chosen and not any(words for _, words in shared):
        shared = [(each, asked.common(each)) for each, _ in shared]
    most = max((words for _, words in shared), default=0)
    if not most:
        return [passage for passage, _ in shared] if chosen else []
    return [passage for passage, words in shared if words >= _OF_THE_CLOSEST * most]


def _denials(report: Report, spans: set[Span]) -> dict[Span, str | None]:
    """The sentences that deny what these say, each with the id of who denies it."""
    by_id = {a.id: a for a in report.attributions}
    sentences = [(each.start, each.end) for each in report.sentences]
    linked = [by_id[d.denial] for d in report.disputes if sentences[d.sentence] in spans]
    return {sentences[a.sentence]: a.source.id for a in linked if a.stance in DISPUTED}


def _together(evidence: Sequence[Evidence]) -> Verdict:
    """An article that has the claim both ways observes it."""
    found = {each.verdict for each in evidence}
    if not found:
        return "unrelated"
    if "against" in found:
        return "observing" if len(found) > 1 else "against"
    return "observing" if "observing" in found else "for"
