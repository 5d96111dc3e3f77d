"""Label Studio: one JSON array of tasks with the report as a prediction, and annotations back.

Offsets are code points, as Label Studio counts them. ``CONFIGURATION`` is the labelling interface
that the regions are for. Each attribution has an anchor, the first piece of its cue or, without a
cue, of its claim; its other parts are tied to the anchor by relations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from claimtrack.records import POSITIONS, Attribution, Failure, Report, Source, Spans

Region = dict[str, Any]
PARTS = ("Cue", "Claim", "Source", "Recipient")
_LABELS = (
    ("Cue", "#7fcf8d"),
    ("Claim", "#f2c94c"),
    ("Source", "#7fb2ff"),
    ("Recipient", "#c9c9c9"),
    ("Evidence", "#ff8a8a"),
    ("Scare quote", "#d9b3ff"),
)
RELATIONS = ("cue", "claim", "source", "recipient", "parent", "continues", "disputes", "shown by")


def _choices(name: str, values: Iterable[str], label: str) -> str:
    inner = "".join(f'<Choice value="{value}"/>' for value in values)
    when = f'perRegion="true" whenTagName="label" whenLabelValue="{label}"'
    return f'  <Choices name="{name}" toName="text" {when}>{inner}</Choices>\n'


CONFIGURATION = (
    "<View>\n"
    '  <Labels name="label" toName="text">'
    + "".join(f'<Label value="{name}" background="{colour}"/>' for name, colour in _LABELS)
    + "</Labels>\n"
    '  <Text name="text" value="$text" granularity="word"/>\n'
    + _choices("stance", POSITIONS, "Cue,Claim")
    + _choices("style", ("direct", "indirect", "mixed"), "Cue,Claim")
    + _choices("flags", ("hypothetical", "contested"), "Cue,Claim").replace(
        "<Choices ", '<Choices choice="multiple" '
    )
    + '  <TextArea name="name" toName="text" perRegion="true" whenTagName="label" '
    'whenLabelValue="Source" placeholder="The name of the source" maxSubmissions="1"/>\n'
    "  <Relations>"
    + "".join(f'<Relation value="{name}"/>' for name in RELATIONS)
    + "</Relations>\n"
    "</View>\n"
)


def write_labelstudio(items: Iterable[Report | Failure], out: TextIO) -> None:
    """An array with a task for each article; failures are left out."""
    opening = "[\n"
    for item in items:
        if isinstance(item, Report):
            out.write(opening + json.dumps(task_of(item), ensure_ascii=True))
            opening = ",\n"
    out.write("[]\n" if opening == "[\n" else "\n]\n")


def task_of(report: Report) -> dict[str, Any]:
    """The task. ``data`` carries what is no region: sources, sentences, the article's id."""
    article, tool = report.article, report.tool
    return {
        "data": {
            "text": article.text,
            "id": article.id,
            "path": article.path,
            "sentences": [[each.start, each.end, each.status] for each in report.sentences],
            "reasons": [
                [sentence.start, each.reason, each.dispute]
                for sentence in report.sentences
                for each in sentence.reasons
            ],
            "sources": [_source(source) for source in report.sources],
            "disputes": [
                [each.id, each.denial, each.sentence, each.link] for each in report.disputes
            ],
            "replies": [
                [each.allegation, each.target, each.answer, each.kind] for each in report.replies
            ],
            "rules": {
                each.id: [each.rule, each.frame, each.confidence] for each in report.attributions
            },
        },
        "predictions": [
            {
                "model_version": f"claimtrack {tool.version}, {tool.model}, {tool.rules}",
                "result": list(_regions(report)),
            }
        ],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "aliases": list(source.aliases),
        "kind": source.kind,
        "named": source.named,
        "plural": source.plural,
        "role": source.role,
        "anonymity_reason": source.anonymity_reason,
        "mentions": [list(span) for span in source.mentions],
    }


def anchor_of(attribution: Attribution) -> str:
    """The id of the region that an attribution hangs from."""
    return f"{attribution.id}-{'cue' if attribution.cue else 'claim'}-0"


def _regions(report: Report) -> Iterator[Region]:
    text = report.article.text
    names = {source.id: source.name for source in report.sources}
    known = {each.id: anchor_of(each) for each in report.attributions}
    for attribution in report.attributions:
        yield from _attribution(attribution, text, names)
        for label, other in (("parent", attribution.parent), ("continues", attribution.continues)):
            if other in known:
                yield _relation(anchor_of(attribution), known[other or ""], label)
    for dispute in report.disputes:
        if dispute.claim in known:
            yield _relation(known[dispute.denial], known[dispute.claim or ""], "disputes")
        for region in _labelled(f"{dispute.id}-evidence", "Evidence", dispute.evidence, text):
            yield region
            yield _relation(known[dispute.denial], region["id"], "shown by")
    yield from _labelled("scare", "Scare quote", report.scare_quotes, text)


def _attribution(attribution: Attribution, text: str, names: Mapping[str, str]) -> Iterator[Region]:
    anchor = anchor_of(attribution)
    ref = attribution.source
    spans = (attribution.cue, attribution.claim, ref.spans, attribution.recipient)
    for label, those in zip(PARTS, spans, strict=True):
        for region in _labelled(f"{attribution.id}-{label.lower()}", label, those, text):
            yield region
            if region["id"] == anchor:
                yield from _judgement(attribution, region)
            else:
                yield _relation(anchor, region["id"], label.lower())
            if label == "Source" and ref.id in names:
                yield _of_region(region, "textarea", "name", "text", [names[ref.id or ""]])


def _judgement(attribution: Attribution, region: Region) -> Iterator[Region]:
    yield _of_region(region, "choices", "stance", "choices", [attribution.stance])
    yield _of_region(region, "choices", "style", "choices", [attribution.style])
    flags = [name for name in ("hypothetical", "contested") if getattr(attribution, name)]
    if flags:
        yield _of_region(region, "choices", "flags", "choices", flags)


def _labelled(stem: str, label: str, spans: Spans, text: str) -> Iterator[Region]:
    for nth, (start, end) in enumerate(spans):
        yield {
            "id": f"{stem}-{nth}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]},
        }


def _of_region(region: Region, type: str, name: str, key: str, values: list[str]) -> Region:
    place = {"start": region["value"]["start"], "end": region["value"]["end"]}
    return {
        "id": region["id"],
        "from_name": name,
        "to_name": "text",
        "type": type,
        "value": place | {key: values},
    }


def _relation(one: str, other: str, label: str) -> Region:
    return {
        "type": "relation",
        "from_id": one,
        "to_id": other,
        "direction": "right",
        "labels": [label],
    }
