"""Replies: for every allegation, whom it is made against and what the article lets them answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Scene:
    """A report by what is asked of it: who says and denies what, who is mentioned where."""

    text: str
    by_id: Mapping[str, Attribution]
    said: Mapping[str | None, Sequence[Attribution]]
    """Attributions by their source."""
    denials: Mapping[str | None, Sequence[Attribution]]
    """Those that dispute a claim, by that claim."""
    taken: frozenset[str]
    sources: tuple[Source, ...]
    mentions: Sequence[tuple[Span, int]]
    """Every mention with its source's number, in order."""
    names: Sequence[re.Pattern[str] | None]
    called: Mapping[str, Sequence[int]]
    """The sources by the first words of their names."""


def replies(report: Report) -> tuple[Reply, ...]:
    """A reply for each allegation in the article, those without an answer (``none found``) too."""
    allegations = [
        a for a in report.attributions if a.stance == "alleges" and a.claim and not a.hypothetical
    ]
    if not allegations:
        return ()
    scene = _scene(report)
    return tuple(_reply(scene, allegation) for allegation in allegations)


def _scene(report: Report) -> _Scene:
    by_id = {a.id: a for a in report.attributions}
    said: dict[str | None, list[Attribution]] = {}
    for attribution in report.attributions:
        said.setdefault(attribution.source.id, []).append(attribution)
    denials: dict[str | None, list[Attribution]] = {}
    for dispute in report.disputes:
        denials.setdefault(dispute.claim, []).append(by_id[dispute.denial])
    called: dict[str, list[int]] = {}
    for number, source in enumerate(report.sources):
        for word in {_first_word(name) for name in _names(source)}:
            called.setdefault(word, []).append(number)
    mentions = sorted((m, n) for n, source in enumerate(report.sources) for m in source.mentions)
    return _Scene(
        report.article.text,
        by_id,
        said,
        denials,
        frozenset(dispute.denial for dispute in report.disputes),
        report.sources,
        mentions,
        [_pattern(_names(source)) for source in report.sources],
        called,
    )


def _first_word(name: str) -> str:
    word = _WORD.search(name)
    return word[0].lower() if word else ""


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    any_name = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:{any_name})\b", re.IGNORECASE) if any_name else None


def _reply(scene: _Scene, allegation: Attribution) -> Reply:
    """The answer by a linked denial, else by what the target says near the allegation."""
    target = _target(scene, allegation)
    linked = _linked(scene, allegation)
    if linked is not None:
        answered_by = target.id if target is not None else linked.source.id
        return Reply(allegation.id, answered_by, linked.id, _KINDS[linked.stance])
    if target is None:
        return Reply(allegation.id, None, None, NONE_FOUND)
    answer = _answer(scene, allegation, target)
    if answer is None:
        return Reply(allegation.id, target.id, None, NONE_FOUND)
    return Reply(allegation.id, target.id, answer.id, _KINDS.get(answer.stance, "responded"))


def _linked(scene: _Scene, allegation: Attribution) -> Attribution | None:
    """The denial, or else the doubt, that disputes the allegation."""
    found = scene.denials.get(allegation.id, ())
    return min(found, key=lambda a: _ANSWERS.index(a.stance), default=None)


def _answer(scene: _Scene, allegation: Attribution, target: Source) -> Attribution | None:
    """The target's clearest answer near the allegation, one that answers no other allegation."""
    near = [
        a
        for a in scene.said.get(target.id, ())
        if abs(a.sentence - allegation.sentence) <= _REACH
        and a.id not in scene.taken
        and not a.hypothetical
    ]
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


def _target(scene: _Scene, allegation: Attribution) -> Source | None:
    """The source that is named first in what is alleged, other than whoever alleges it."""
    places = sorted({*_mentioned(scene, allegation.claim), *_named(scene, allegation.claim)})
    named = (scene.sources[number] for _, number in places)
    return next((source for source in named if source.id != allegation.source.id), None)


def _mentioned(scene: _Scene, claim: Spans) -> Iterator[tuple[Span, int]]:
    """The mentions inside a claim, each with its source's number."""
    for start, end in claim:
        at = bisect_left(scene.mentions, ((start, start), -1))
        while at < len(scene.mentions) and scene.mentions[at][0][0] < end:
            if scene.mentions[at][0][1] <= end:
                yield scene.mentions[at]
            at += 1


def _named(scene: _Scene, claim: Spans) -> Iterator[tuple[Span, int]]:
    """Where a claim calls a source by name, each with the source's number."""
    for start, end in claim:
        words = {word[0].lower() for word in _WORD.finditer(scene.text, start, end)} | {""}
        for number in {number for word in words for number in scene.called.get(word, ())}:
            pattern = scene.names[number]
            for match in pattern.finditer(scene.text, start, end) if pattern else ():
                yield match.span(), number


def _names(source: Source) -> list[str]:
    """What a source may be called, the longest first; of a person's name the last part too."""
    names = {source.name, *source.aliases} - {""}
    if source.named and source.kind in ("person", "official", "expert", "witness", "participant"):
        names |= {name.split()[-1] for name in names if name.split()[-1][:1].isupper()}
    return sorted(names, key=lambda name: (-len(name), name))
