"""brat stand-off read back, as a person has annotated it, so that it can be compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from claimtrack.errors import advise
from claimtrack.records import (
    POSITIONS,
    Article,
    Attribution,
    Block,
    BlockKind,
    ContestReason,
    Dispute,
    Failure,
    Reply,
    Report,
    Source,
    SourceRef,
    Span,
    Spans,
    Status,
    Style,
)
from claimtrack.render.brat import TRIGGERS
from claimtrack.render.rebuilding import ANNOTATED, Annotated, joined, rebuilt

_ENTITY = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t.*")
_EVENT = re.compile(r"(E\d+)\t(\w+):(T\d+)((?: \w+:[TE]\d+)*) ?")
_RELATION = re.compile(r"(R\d+)\t(\w+) Arg1:([TE]\d+) Arg2:([TE]\d+)\s*")
_SAME = re.compile(r"\*\tSame((?: T\d+)+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\w+) ([TE]\d+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\d+\t\w+ (\w+)\t(.*)")
_LAYOUT = ("Headline", "Byline", "Caption", "Credit")


class _Broken(ValueError):
    """A line that is no annotation, by its number and what is wrong."""


@dataclass
class _Annotation:
    """The lines of an .ann file by their kinds and ids."""

    entities: dict[str, tuple[str, Spans]] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    same: list[list[str]] = field(default_factory=list)
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: dict[str, Mapping[str, Any]] = field(default_factory=dict)


def read_brat(paths: Iterable[str]) -> Iterator[Report | Failure]:
    """A report for each .ann file with its .txt beside it; folders are walked by names."""
    for path in paths:
        folder = Path(path)
        files = sorted(folder.rglob("*.ann")) if folder.is_dir() else [folder.with_suffix(".ann")]
        if not files:
            yield Failure(folder.name, path, "CT602", advise("CT602", "no .ann file is there"))
        for file in files:
            yield _read(file)


def _read(file: Path) -> Report | Failure:
    try:
        data = file.with_suffix(".txt").read_bytes()
        text = data.decode("utf-8")
        annotation = _parsed(file.read_bytes().decode("utf-8"), len(text))
        return _report(file, text, sha256(data).hexdigest(), annotation)
    except OSError as error:
        message = advise("CT602", f"{error.filename}: {error.strerror}")
        return Failure(file.stem, str(file), "CT602", message)
    except UnicodeDecodeError:
        return Failure(file.stem, str(file), "CT602", advise("CT602", "the file is not UTF-8"))
    except _Broken as error:
        line, what = error.args
        return Failure(file.stem, str(file), "CT602", advise("CT602", what), line)


def _parsed(lines: str, length: int) -> _Annotation:
    annotation = _Annotation()
    for number, line in enumerate(lines.split("\n"), 1):
        line = line.rstrip("\r")
        if line.strip() and not _taken(annotation, line, length):
            raise _Broken(number, "the line is no brat annotation of this text")
    _check(annotation)
    return annotation


def _taken(annotation: _Annotation, line: str, length: int) -> bool:
    """Adds the line; False where it cannot be read or leads out of the text."""
    if match := _ENTITY.fullmatch(line):
        spans = tuple(_span(piece) for piece in match[3].split(";"))
        annotation.entities[match[1]] = match[2], spans
        return all(start < end <= length for start, end in spans)
    if match := _EVENT.fullmatch(line):
        arguments = [tuple(each.split(":")) for each in match[4].split()]
        annotation.events[match[1]] = match[2], match[3], cast(list[tuple[str, str]], arguments)
    elif match := _RELATION.fullmatch(line):
        annotation.relations[match[1]] = match[2], match[3], match[4]
    elif match := _SAME.fullmatch(line):
        annotation.same.append(match[1].split())
    elif match := _ATTRIBUTE.fullmatch(line):
        annotation.attributes[match[2], match[1]] = match[3] or "yes"
    elif match := _NOTE.fullmatch(line):
        annotation.notes[match[1]] = _note(match[2])
    return match is not None


def _span(piece: str) -> Span:
    start, end = piece.split()
    return int(start), int(end)


def _note(words: str) -> Mapping[str, Any]:
    """A note of ours as its values; a person's own note has none."""
    try:
        value = json.loads(words)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _check(annotation: _Annotation) -> None:
    known = {*annotation.entities, *annotation.events}
    named = {id for ids in annotation.same for id in ids}
    named |= {id for _, one, other in annotation.relations.values() for id in (one, other)}
    for _, trigger, arguments in annotation.events.values():
        named |= {trigger, *(id for _, id in arguments)}
    missing = sorted(named - known)
    if missing:
        raise _Broken(None, f"{missing[0]} is named and not there")


def _report(file: Path, text: str, digest: str, annotation: _Annotation) -> Report:
    reading = _Reading(text, annotation)
    sources, of_entity = reading.sources()
    blocks = tuple(
        Block(cast(BlockKind, type.lower()), *_whole(spans))
        for type, spans in annotation.entities.values()
        if type in _LAYOUT
    )
    article = Article(
        id=file.stem,
        text=text,
        path=str(file.with_suffix(".txt")),
        sha256=digest,
        blocks=tuple(sorted(blocks, key=lambda block: block.start)),
        dateline=reading.all_of("Dateline"),
    )
    attributions = reading.attributions(of_entity)
    return rebuilt(
        Annotated(
            article=article,
            attributions=attributions,
            sources=sources,
            disputes=reading.disputes({each.id for each in attributions}),
            replies=reading.replies(),
            scare_quotes=reading.all_of("Scare_quote"),
            sentences=reading.sentences(),
            reasons=reading.reasons(),
        )
    )


def _whole(spans: Spans) -> Span:
    return spans[0][0], spans[-1][1]


class _Reading:
    """An annotation as records."""

    def __init__(self, text: str, annotation: _Annotation) -> None:
        self.text = text
        self.annotation = annotation
        self.ids = {
            event: str(annotation.notes.get(event, {}).get("id") or event.lower())
            for event in annotation.events
        }

    def all_of(self, type: str) -> Spans:
        found = [spans for each, spans in self.annotation.entities.values() if each == type]
        return tuple(sorted(map(_whole, found)))

    def sentences(self) -> list[tuple[int, int, Status | None]]:
        return [
            (*_whole(spans), cast("Status | None", self.annotation.attributes.get((id, "Status"))))
            for id, (type, spans) in self.annotation.entities.items()
            if type == "Sentence"
        ]

    def reasons(self) -> dict[int, list[ContestReason]]:
        return {
            spans[0][0]: [ContestReason(*pair) for pair in note["reasons"]]
            for id, (type, spans) in self.annotation.entities.items()
            if type == "Sentence" and "reasons" in (note := self.annotation.notes.get(id, {}))
        }

    def sources(self) -> tuple[list[Source], dict[str, str]]:
        """The sources, and the id of the source of each entity; one that is tied to no other is one
        of its own."""
        groups = [list(group) for group in self.annotation.same]
        tied = {id for group in groups for id in group}
        groups += [
            [id]
            for id, (type, _) in self.annotation.entities.items()
            if type == "Source" and id not in tied
        ]
        made = [self._source(group, nth) for nth, group in enumerate(groups, 1)]
        known = [(source, group) for source, group in zip(made, groups, strict=True)]
        owner = {id: source.id for source, group in known for id in group}
        ordered = sorted(made, key=lambda source: (len(source.id), source.id))
        return ordered, owner

    def _source(self, group: Sequence[str], nth: int) -> Source:
        notes = [self.annotation.notes[id] for id in group if self.annotation.notes.get(id)]
        note = notes[0] if notes else {}
        mentions = [id for id in note.get("mentions", group) if id in self.annotation.entities]
        spans = [self.annotation.entities[id][1] for id in mentions]
        pieces = joined((span for each in spans for span in each), self.text)
        longest = max((self.text[start:end] for start, end in pieces), key=len, default="")
        return Source(
            id=str(note.get("id", f"p{nth}")),
            name=str(note.get("name", longest)),
            mentions=pieces,
            aliases=tuple(note.get("aliases", ())),
            kind=note.get("kind", "unknown"),
            named=bool(note.get("named", longest[:1].isupper())),
            plural=bool(note.get("plural", False)),
            role=note.get("role"),
            anonymity_reason=note.get("anonymity_reason"),
        )

    def replies(self) -> list[Reply]:
        return [
            Reply(self.ids[event], *reply)
            for event in self.annotation.events
            for reply in self.annotation.notes.get(event, {}).get("replies", ())
        ]

    def attributions(self, owner: Mapping[str, str]) -> list[Attribution]:
        return [self._attribution(id, owner) for id in self.annotation.events]

    def _attribution(self, event: str, owner: Mapping[str, str]) -> Attribution:
        type, trigger, pairs = self.annotation.events[event]
        if type not in TRIGGERS:
            raise _Broken(None, f"{event} is of the type {type}, not {' or '.join(TRIGGERS)}")
        note = self.annotation.notes.get(event, {})
        arguments = {role.rstrip("0123456789"): id for role, id in pairs}
        source = arguments.get("Source")
        return Attribution(
            id=self.ids[event],
            sentence=0,
            source=SourceRef(
                note.get("source") or (owner.get(source) if source else None), self._spans(source)
            ),
            cue=self._spans(trigger) if type == TRIGGERS[0] else (),
            claim=self._spans(arguments.get("Claim")),
            stance=self._stance(event),
            style=cast(Style, self._value(event, "Style", "indirect")),
            rule=str(note.get("rule", ANNOTATED)),
            frame=str(note.get("frame", "")),
            confidence=float(note.get("confidence", 1.0)),
            parent=self.ids.get(arguments.get("Parent", "")),
            continues=self.ids.get(arguments.get("Continues", "")),
            recipient=self._spans(arguments.get("Recipient")),
            hypothetical=self._value(event, "Hypothetical", "") == "yes",
            contested=self._value(event, "Contested", "") == "yes",
        )

    def _spans(self, entity: str | None) -> Spans:
        return joined(self.annotation.entities[entity][1], self.text) if entity else ()

    def _value(self, id: str, name: str, default: str) -> str:
        return self.annotation.attributes.get((id, name), default)

    def _stance(self, event: str) -> str:
        stance = self._value(event, "Stance", "asserts")
        if stance not in POSITIONS:
            raise _Broken(None, f"{event} has the stance {stance}, which there is not")
        return stance

    def disputes(self, known: set[str]) -> list[Dispute]:
        shown = {
            one: other
            for type, one, other in self.annotation.relations.values()
            if type == "Shown_by"
        }
        return [
            self._dispute(id, one, other, shown.get(one))
            for id, (type, one, other) in self.annotation.relations.items()
            if type == "Disputes" and self.ids.get(one) in known
        ]

    def _dispute(self, id: str, denial: str, target: str, evidence: str | None) -> Dispute:
        note = self.annotation.notes.get(id, {})
        sentences = sorted(cut[:2] for cut in self.sentences())
        claim = self.ids.get(target)
        place = self.annotation.entities[target][1][0][0] if claim is None else -1
        told = sum(start <= place for start, _ in sentences) - 1
        return Dispute(
            id=str(note.get("id", id.lower())),
            denial=self.ids[denial],
            claim=claim,
            sentence=int(note.get("sentence", max(told, 0) if claim is None else -1)),
            link=str(note.get("link", "annotated")),
            evidence=self._spans(evidence),
        )
