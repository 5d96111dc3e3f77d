"""Replies: for every allegation, whom it is made against and what the article lets them answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.records import Attribution, Reply, Report, Source, Span, Spans

NONE_FOUND = "none found"
_KINDS = {
    "denies": "denied",
    "doubts": "doubted",
    "acknowledges": "acknowledged",
    "confirms": "acknowledged",
    "declines": "declined",
}
_ANSWERS = ("denies", "doubts", "acknowledges", "confirms", "declines")
"""What counts as an answer, the clearest first."""
_STATEMENTS = ("asserts", "criticises", "believes")
_REACH = 6
"""How many sentences an answer may stand from its allegation."""
_NEAR = 2
"""The same, for a statement that is an answer only by its place."""


def replies(report: Report) -> tuple[Reply, ...]:
    """A reply for each allegation in the article, those without an answer (``none found``) too."""
    allegations = [
        a for a in report.attributions if a.stance == "alleges" and a.claim and not a.hypothetical
    ]
    return tuple(_reply(report, allegation) for allegation in allegations)


def _reply(report: Report, allegation: Attribution) -> Reply:
    """The answer by a linked denial, else by what the target says near the allegation."""
    target = _target(report, allegation)
    linked = _linked(report, allegation)
    if linked is not None:
        answered_by = target.id if target is not None else linked.source.id
        return Reply(allegation.id, answered_by, linked.id, _KINDS[linked.stance])
    if target is None:
        return Reply(allegation.id, None, None, NONE_FOUND)
    answer = _answer(report, allegation, target)
    if answer is None:
        return Reply(allegation.id, target.id, None, NONE_FOUND)
    return Reply(allegation.id, target.id, answer.id, _KINDS.get(answer.stance, "responded"))


def _linked(report: Report, allegation: Attribution) -> Attribution | None:
    """The denial, or else the doubt, that disputes the allegation."""
    by_id = {a.id: a for a in report.attributions}
    found = [by_id[d.denial] for d in report.disputes if d.claim == allegation.id]
    return min(found, key=lambda a: _ANSWERS.index(a.stance), default=None)


def _answer(report: Report, allegation: Attribution, target: Source) -> Attribution | None:
    """The target's clearest answer near the allegation, one that answers no other allegation."""
    taken = {d.denial for d in report.disputes}
    own = [
        a
        for a in report.attributions
        if a.source.id == target.id and a.id not in taken and not a.hypothetical
    ]
    near = [a for a in own if abs(a.sentence - allegation.sentence) <= _REACH]
    for stance in _ANSWERS:
        found = [a for a in near if a.stance == stance]
        if found:
            return min(found, key=lambda a: _distance(a, allegation))
    after = [a for a in near if 0 <= a.sentence - allegation.sentence <= _NEAR]
    return next(
        (a for a in after if a.stance in _STATEMENTS and _begins_after(a, allegation)), None
    )


def _distance(answer: Attribution, allegation: Attribution) -> tuple[int, bool]:
    """Answers after the allegation go before those that stand as far ahead of it."""
    return abs(answer.sentence - allegation.sentence), answer.sentence < allegation.sentence


def _begins_after(answer: Attribution, allegation: Attribution) -> bool:
    spans = answer.cue or answer.claim
    return bool(spans) and spans[0][0] > max(end for _, end in allegation.claim)


# --- against whom --------------------------------------------------------------------------------


def _target(report: Report, allegation: Attribution) -> Source | None:
    """The source that is named first in what is alleged, other than whoever alleges it."""
    named = [
        (place, source)
        for source in report.sources
        if source.id != allegation.source.id
        for place in _places(report, allegation.claim, source)
    ]
    return min(named, key=lambda pair: pair[0])[1] if named else None


def _places(report: Report, claim: Spans, source: Source) -> Iterator[Span]:
    """Where a claim mentions a source, by its mentions or by name."""
    yield from (mention for mention in source.mentions if _inside(mention, claim))
    names = _names(source)
    if names:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
        for start, end in claim:
            for match in pattern.finditer(report.article.text, start, end):
                yield match.span()


def _inside(mention: Span, claim: Iterable[Span]) -> bool:
    return any(start <= mention[0] and mention[1] <= end for start, end in claim)


def _names(source: Source) -> list[str]:
    """What a source may be called, the longest first; of a person's name the last part too."""
    names = {source.name, *source.aliases} - {""}
    if source.named and source.kind in ("person", "official", "expert", "witness", "participant"):
        names |= {name.split()[-1] for name in names if name.split()[-1][:1].isupper()}
    return sorted(names, key=lambda name: (-len(name), name))
