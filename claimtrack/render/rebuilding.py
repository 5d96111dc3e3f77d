"""A report from what a person or a tool has annotated: what follows from the rest is worked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimtrack.records import (
    Article,
    Attribution,
    ContestReason,
    Dispute,
    Reply,
    Report,
    Sentence,
    Source,
    Spans,
    Status,
    Tool,
)

ANNOTATED = "annotated"
"""The rule of an attribution that a person has made; it makes its sentence an attributed one."""
BY_HAND = Tool(version="", model=ANNOTATED, rules="")
_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Annotated:
    """What an annotation says. Without sentences the text is cut at full stops and blank lines.

    Attributions need no right ``sentence``; a dispute whose ``sentence`` is negative is about
    that of its claim. ``reasons`` are those told of sentences, by the places where they start;
    those of disputes that are gone are left out, those of new ones added.
    """

    article: Article
    attributions: Sequence[Attribution]
    sources: Sequence[Source] = ()
    disputes: Sequence[Dispute] = ()
    replies: Sequence[Reply] = ()
    scare_quotes: Spans = ()
    sentences: Sequence[tuple[int, int, Status | None]] = ()
    reasons: Mapping[int, Sequence[ContestReason]] = field(default_factory=dict)


def rebuilt(annotated: Annotated) -> Report:
    """The report; a sentence whose status is not told has the one that its attributions give it."""
    cuts = sorted(annotated.sentences, key=lambda cut: cut[:2]) or _cut(annotated.article.text)
    starts = [start for start, _, _ in cuts]
    attributions = [_placed(each, starts) for each in annotated.attributions]
    by_id = {each.id: each for each in attributions}
    disputes = tuple(_disputing(each, by_id) for each in annotated.disputes)
    disputed = {dispute.claim for dispute in disputes}
    attributions = [
        replace(each, contested=each.contested or each.id in disputed) for each in attributions
    ]
    return Report(
        article=annotated.article,
        tool=BY_HAND,
        sentences=tuple(
            _sentences(cuts, attributions, _reasons(annotated, starts, disputes, by_id))
        ),
        attributions=tuple(attributions),
        sources=tuple(annotated.sources),
        disputes=disputes,
        replies=tuple(reply for reply in annotated.replies if _stands(reply, by_id)),
        scare_quotes=annotated.scare_quotes,
    )


def joined(spans: Iterable[tuple[int, int]], text: str) -> Spans:
    """The spans in order; two that only a line break parts are one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        gap = text[out[-1][1] : start] if out else ""
        if gap and not gap.strip() and len(f".{gap}.".splitlines()) > 1:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def _cut(text: str) -> list[tuple[int, int, Status | None]]:
    ends = [match.end() for match in _END.finditer(text)]
    pieces = zip([0, *ends], [*ends, len(text)], strict=True)
    trimmed = (
        (end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in pieces
        if text[start:end].strip()
    )
    return [(start, end, None) for start, end in trimmed]


def _placed(attribution: Attribution, starts: Sequence[int]) -> Attribution:
    spans = attribution.cue or attribution.claim or attribution.source.spans or ((0, 0),)
    return replace(attribution, sentence=max(bisect_right(starts, spans[0][0]) - 1, 0))


def _disputing(dispute: Dispute, by_id: Mapping[str, Attribution]) -> Dispute:
    if dispute.claim is None or dispute.sentence >= 0:
        return dispute
    return replace(dispute, sentence=by_id[dispute.claim].sentence)


def _stands(reply: Reply, by_id: Mapping[str, Attribution]) -> bool:
    """Whether a person has left both the allegation and its answer."""
    return reply.allegation in by_id and (reply.answer is None or reply.answer in by_id)


def _reasons(
    annotated: Annotated,
    starts: Sequence[int],
    disputes: Sequence[Dispute],
    by_id: Mapping[str, Attribution],
) -> dict[int, list[ContestReason]]:
    """What contests each sentence, by its index."""
    ids = {None, *(dispute.id for dispute in disputes)}
    reasons = {
        index: [reason for reason in annotated.reasons.get(start, ()) if reason.dispute in ids]
        for index, start in enumerate(starts)
    }
    for dispute in disputes:
        denial = by_id[dispute.denial]
        reason = ContestReason("doubted" if denial.position == "open" else "denied", dispute.id)
        for index in dict.fromkeys((dispute.sentence, denial.sentence)):
            if not any(told.dispute == dispute.id for told in reasons[index]):
                reasons[index].append(reason)
    return reasons


def _sentences(
    cuts: Sequence[tuple[int, int, Status | None]],
    attributions: Sequence[Attribution],
    reasons: Mapping[int, Sequence[ContestReason]],
) -> Iterator[Sentence]:
    held: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        held.setdefault(attribution.sentence, []).append(attribution)
    for index, (start, end, told) in enumerate(cuts):
        here = held.get(index, [])
        ids = tuple(attribution.id for attribution in here)
        yield Sentence(index, start, end, _status(told, here), ids, tuple(reasons[index]))


def _status(told: Status | None, here: Sequence[Attribution]) -> Status:
    if told is None:
        return "attributed" if here else "unattributed"
    return "attributed" if any(each.rule == ANNOTATED for each in here) else told
