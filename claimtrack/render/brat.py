"""brat stand-off: a folder with each article's text, its annotation, and brat's configuration.

An attribution is an event whose trigger is its cue or, without a cue, its claim. What brat has no
place for (names and kinds of sources, rules, confidences) is in notes, as JSON. brat's offsets
are code points, as in a report; its spans hold no line breaks, so such are cut there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from claimtrack.records import POSITIONS, Attribution, Failure, Report, Source, Span, Spans
from claimtrack.render.filenames import Opening, file_name

TRIGGERS = ("Attribution", "Continued")
"""Types of events: with a cue, and without one."""
ROLES = ("Claim", "Source", "Recipient")
CONFIGURATION = {
    "annotation.conf": """\
[entities]
Sentence
Source
Claim
Recipient
Evidence
Scare_quote
Headline
Byline
Caption
Credit
Dateline

[relations]
Disputes	Arg1:<EVENT>, Arg2:<ANY>
Shown_by	Arg1:<EVENT>, Arg2:Evidence
Same	Arg1:Source, Arg2:Source, <REL-TYPE>:symmetric-transitive

[events]
Attribution	Claim?:Claim, Source?:Source, Recipient?:Recipient, Parent?:<EVENT>, Continues?:<EVENT>
Continued	Claim?:Claim, Source?:Source, Recipient?:Recipient, Parent?:<EVENT>, Continues?:<EVENT>

[attributes]
Status	Arg:Sentence, Value:attributed|unattributed|no_claim
Stance	Arg:<EVENT>, Value:{stances}
Style	Arg:<EVENT>, Value:direct|indirect|mixed
Hypothetical	Arg:<EVENT>
Contested	Arg:<EVENT>
""".format(stances="|".join(POSITIONS)),
    "visual.conf": """\
[labels]
Scare_quote | Scare quote | Scare
Shown_by | shown by

[drawing]
SPAN_DEFAULT	fgColor:black, bgColor:#e6e6e6, borderColor:darken
Sentence	bgColor:#f4f4f4
Source	bgColor:#cfe3ff
Claim	bgColor:#fff1c9
Attribution	bgColor:#d6f2da
Continued	bgColor:#d6f2da
Evidence	bgColor:#ffd6d6
ARC_DEFAULT	color:black, arrowHead:triangle-5
Disputes	color:#a3182b
""",
}


def write_brat_folder(items: Iterable[Report | Failure], opening: Opening) -> None:
    """``NAME.txt`` and ``NAME.ann`` for each article, named by its id; failures are left out."""
    taken: set[str] = set()
    for name, text in CONFIGURATION.items():
        with opening(name) as out:
            out.write(text)
    for item in items:
        if isinstance(item, Report):
            stem = Path(file_name(item.article.id, ".txt", taken)).stem
            with opening(f"{stem}.txt") as out:
                out.write(item.article.text.encode("utf-8", "replace").decode("utf-8"))
            with opening(f"{stem}.ann") as out:
                for line in annotation_of(item):
                    out.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")


def annotation_of(report: Report) -> list[str]:
    """The lines of the .ann file."""
    return _Lines(report).all()


class _Lines:
    """The annotation as it grows; ids count from 1 for each kind of line."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = report.article.text
        self.lines: list[str] = []
        self.counts: dict[str, int] = {}
        self.entities: dict[tuple[str, Spans], str] = {}
        self.events: dict[str, str] = {}

    def all(self) -> list[str]:
        self._sentences()
        self._layout()
        self._attributions()
        for source in self.report.sources:
            self._source(source)
        self._disputes()
        return self.lines

    def _add(self, kind: str, words: str) -> str:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        id = f"{kind}{self.counts[kind]}"
        self.lines.append(f"{id}\t{words}")
        return id

    def _entity(self, type: str, spans: Spans) -> str | None:
        """The id of the entity, made where there is none yet; None where it has no words."""
        pieces = tuple(piece for span in spans for piece in _lines_of(span, self.text))
        if not pieces:
            return None
        key = type, pieces
        if key not in self.entities:
            places = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(self.text[start:end] for start, end in pieces)
            self.entities[key] = self._add("T", f"{type} {places}\t{words}")
        return self.entities[key]

    def _note(self, id: str, values: Mapping[str, Any]) -> None:
        self._add("#", f"AnnotatorNotes {id}\t{json.dumps(values, ensure_ascii=True)}")

    def _sentences(self) -> None:
        for sentence in self.report.sentences:
            id = self._entity("Sentence", ((sentence.start, sentence.end),))
            if id:
                self._add("A", f"Status {id} {sentence.status}")
            if id and sentence.reasons:
                reasons = [[each.reason, each.dispute] for each in sentence.reasons]
                self._note(id, {"reasons": reasons})

    def _layout(self) -> None:
        article = self.report.article
        for block in article.blocks:
            if block.kind != "paragraph":
                self._entity(block.kind.capitalize(), ((block.start, block.end),))
        for type, spans in (
            ("Dateline", article.dateline),
            ("Scare_quote", self.report.scare_quotes),
        ):
            for span in spans:
                self._entity(type, (span,))

    def _attributions(self) -> None:
        waiting = [each for each in self.report.attributions if each.cue or each.claim]
        self.events = {each.id: f"E{nth}" for nth, each in enumerate(waiting, 1)}
        for attribution in waiting:
            self._attribution(attribution)

    def _attribution(self, attribution: Attribution) -> None:
        type = TRIGGERS[0] if attribution.cue else TRIGGERS[1]
        trigger = self._trigger(type, attribution.cue or attribution.claim)
        spans = (attribution.claim, attribution.source.spans, attribution.recipient)
        arguments = [
            f"{role}:{id}"
            for role, those in zip(ROLES, spans, strict=True)
            if (id := self._entity(role, those))
        ]
        others = (("Parent", attribution.parent), ("Continues", attribution.continues))
        arguments += [f"{role}:{self.events[id]}" for role, id in others if id in self.events]
        event = self._add("E", " ".join([f"{type}:{trigger}", *arguments]))
        self._add("A", f"Stance {event} {attribution.stance}")
        self._add("A", f"Style {event} {attribution.style}")
        for name, holds in (
            ("Hypothetical", attribution.hypothetical),
            ("Contested", attribution.contested),
        ):
            if holds:
                self._add("A", f"{name} {event}")
        note: dict[str, Any] = {"id": attribution.id, "rule": attribution.rule}
        note |= {"frame": attribution.frame, "confidence": attribution.confidence}
        note |= {"source": attribution.source.id} if attribution.source.id else {}
        replies = [each for each in self.report.replies if each.allegation == attribution.id]
        note |= {"replies": [[each.target, each.answer, each.kind] for each in replies]}
        self._note(event, note)

    def _trigger(self, type: str, spans: Spans) -> str:
        """A trigger of its own for each event, though two may share their words."""
        pieces = [piece for span in spans for piece in _lines_of(span, self.text)]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self.text[start:end] for start, end in pieces)
        return self._add("T", f"{type} {places}\t{words}")

    def _source(self, source: Source) -> None:
        """One entity a mention, tied to each other; the first has a note with all that is known."""
        cited = [
            each.source.spans for each in self.report.attributions if each.source.id == source.id
        ]
        ids = [self._entity("Source", (span,)) for span in source.mentions]
        ids += [self._entity("Source", spans) for spans in cited]
        known = list(dict.fromkeys(id for id in ids if id))
        if not known:
            return
        if len(known) > 1:
            self.lines.append("*\tSame " + " ".join(known))
        mentions = sum(id is not None for id in ids[: len(source.mentions)])
        self._note(
            known[0],
            {
                "id": source.id,
                "name": source.name,
                "aliases": list(source.aliases),
                "kind": source.kind,
                "named": source.named,
                "plural": source.plural,
                "role": source.role,
                "anonymity_reason": source.anonymity_reason,
                "mentions": known[:mentions],
            },
        )

    def _disputes(self) -> None:
        for dispute in self.report.disputes:
            sentence = self.report.sentences[dispute.sentence]
            target = self.events.get(dispute.claim or "") or self._entity(
                "Sentence", ((sentence.start, sentence.end),)
            )
            if dispute.denial not in self.events or target is None:
                continue
            denial = self.events[dispute.denial]
            relation = self._add("R", f"Disputes Arg1:{denial} Arg2:{target}")
            note = {"id": dispute.id, "link": dispute.link, "sentence": dispute.sentence}
            self._note(relation, note)
            evidence = self._entity("Evidence", dispute.evidence)
            if evidence:
                self._add("R", f"Shown_by Arg1:{denial} Arg2:{evidence}")


def _lines_of(span: Span, text: str) -> Iterator[Span]:
    """The span's pieces on each line of the text, without the space around them."""
    at = span[0]
    for line in text[span[0] : span[1]].splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if start < end:
            yield start, end
        at += len(line)
