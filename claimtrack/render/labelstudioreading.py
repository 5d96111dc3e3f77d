"""Label Studio's JSON read back, as a person has annotated it, so that it can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from claimtrack.errors import advise
from claimtrack.records import (
    POSITIONS,
    Article,
    Attribution,
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
from claimtrack.render.labelstudio import PARTS, Region
from claimtrack.render.rebuilding import ANNOTATED, Annotated, rebuilt


def read_labelstudio(paths: Iterable[str]) -> Iterator[Report | Failure]:
    """A report for each task of JSON exports: its first annotation that was not skipped, else the
    prediction."""
    for path in paths:
        stem = Path(path).stem
        try:
            tasks = json.loads(Path(path).read_text(encoding="utf-8"))
        except OSError as error:
            yield Failure(stem, path, "CT602", advise("CT602", error.strerror))
            continue
        except ValueError:
            yield Failure(stem, path, "CT602", advise("CT602", "the file is no JSON in UTF-8"))
            continue
        for nth, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
            yield _read(task, path, f"{stem}:{nth}")


def _read(task: Any, path: str, id: str) -> Report | Failure:
    try:
        return _Task(task, path, id).report()
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        what = f"task {id} is no task of this labelling interface ({error!r})"
        return Failure(id, path, "CT602", advise("CT602", what))


class _Task:
    """A task and the regions of its annotation."""

    def __init__(self, task: Mapping[str, Any], path: str, id: str) -> None:
        self.data: Mapping[str, Any] = task["data"]
        self.text: str = self.data["text"]
        self.path = path
        self.id = str(self.data.get("id") or id)
        self.labels: dict[str, tuple[str, Span]] = {}
        self.values: dict[tuple[str, str], Sequence[str]] = {}
        self.relations: list[tuple[str, str, str]] = []
        for region in _result(task):
            self._take(region)

    def _take(self, region: Region) -> None:
        if region["type"] == "relation":
            name = (region.get("labels") or [""])[0]
            self.relations.append((region["from_id"], name, region["to_id"]))
        elif region["type"] == "labels":
            value = region["value"]
            self.labels[region["id"]] = value["labels"][0], self._span(value)
        else:
            key = {"textarea": "text"}.get(region["type"], region["type"])
            self.values[region["id"], region["from_name"]] = region["value"][key]

    def _span(self, value: Mapping[str, Any]) -> Span:
        """The span in code points; an older Label Studio counted UTF-16 units after emoji."""
        start, end = int(value["start"]), int(value["end"])
        told = value.get("text")
        if told is None or self.text[start:end] == told:
            return start, end
        units = self.text.encode("utf-16-le", "surrogatepass")
        words = [units[: 2 * at].decode("utf-16-le", "replace") for at in (start, end)]
        moved = len(words[0]), len(words[1])
        if self.text[slice(*moved)] != told:
            raise ValueError(f"the text has no {told!r} at {start}")
        return moved

    def report(self) -> Report:
        anchors = self._anchors()
        known = {source["name"]: source for source in self.data.get("sources", ())}
        attributions = [self._attribution(anchor, known) for anchor in anchors]
        article = Article(
            id=self.id,
            text=self.text,
            path=str(self.data.get("path") or self.path),
            sha256=sha256(self.text.encode("utf-8", "replace")).hexdigest(),
        )
        return rebuilt(
            Annotated(
                article=article,
                attributions=attributions,
                sources=self._sources(attributions, known),
                disputes=self._disputes(anchors),
                replies=[Reply(*reply) for reply in self.data.get("replies", ())],
                scare_quotes=self._all("Scare quote"),
                sentences=[
                    (start, end, cast(Status, status))
                    for start, end, status in self.data.get("sentences", ())
                ],
                reasons=self._reasons(),
            )
        )

    def _reasons(self) -> dict[int, list[ContestReason]]:
        reasons: dict[int, list[ContestReason]] = {}
        for start, reason, dispute in self.data.get("reasons", ()):
            reasons.setdefault(start, []).append(ContestReason(reason, dispute))
        return reasons

    def _anchors(self) -> list[str]:
        """Regions that attributions hang from: cues and claims that hang from no other."""
        hanging = {to for _, name, to in self.relations if name in ("cue", "claim")}
        found = [
            id
            for id, (label, _) in self.labels.items()
            if label in ("Cue", "Claim") and id not in hanging
        ]
        return sorted(found, key=self._order)

    def _order(self, id: str) -> tuple[int, int]:
        """The tool's own attributions in their order, then a person's in the text's."""
        rules = list(self.data.get("rules", {}))
        own = _own(id)
        return (rules.index(own), 0) if own in rules else (len(rules), self.labels[id][1][0])

    def _attribution(self, anchor: str, known: Mapping[str, Any]) -> Attribution:
        spans = {label: self._parts(anchor, label) for label in PARTS}
        rule, frame, confidence = self.data.get("rules", {}).get(_own(anchor), (ANNOTATED, "", 1.0))
        flags = self.values.get((anchor, "flags"), ())
        name = self._name(anchor)
        links = {label: _own(to) for one, label, to in self.relations if one == anchor}
        stance = self._one(anchor, "stance", "asserts")
        if stance not in POSITIONS:
            raise ValueError(f"there is no stance {stance}")
        return Attribution(
            id=_own(anchor),
            sentence=0,
            source=SourceRef(_source_id(name, known) if name else None, spans["Source"]),
            cue=spans["Cue"],
            claim=spans["Claim"],
            stance=stance,
            style=cast(Style, self._one(anchor, "style", "indirect")),
            rule=rule,
            frame=frame,
            confidence=confidence,
            parent=links.get("parent"),
            continues=links.get("continues"),
            recipient=spans["Recipient"],
            hypothetical="hypothetical" in flags,
            contested="contested" in flags,
        )

    def _parts(self, anchor: str, label: str) -> Spans:
        """Spans of the anchor and of what hangs from it, of one label, in order."""
        ids = [anchor] + [
            to for one, name, to in self.relations if one == anchor and name == label.lower()
        ]
        spans = (self.labels[id][1] for id in ids if self.labels[id][0] == label)
        return tuple(sorted(spans))

    def _name(self, anchor: str) -> str:
        """The source's name as told, else its words."""
        for one, label, to in self.relations:
            if one == anchor and label == "source":
                told = self.values.get((to, "name"))
                if told:
                    return told[0]
        return "" if _own(anchor) in self.data.get("rules", {}) else self._words(anchor)

    def _words(self, anchor: str) -> str:
        return " … ".join(self.text[start:end] for start, end in self._parts(anchor, "Source"))

    def _one(self, id: str, name: str, default: str) -> str:
        return next(iter(self.values.get((id, name), ())), default)

    def _sources(
        self, attributions: Iterable[Attribution], known: Mapping[str, Any]
    ) -> list[Source]:
        made = [_source(**source) for source in known.values()]
        ids = {source.id for source in made}
        spans: dict[str, list[Span]] = {}
        for attribution in attributions:
            id = attribution.source.id
            if id is not None and id not in ids:
                spans.setdefault(id, []).extend(attribution.source.spans)
        return made + [
            Source(id, id, tuple(sorted(set(those))), named=id[:1].isupper())
            for id, those in spans.items()
        ]

    def _disputes(self, anchors: Sequence[str]) -> list[Dispute]:
        told = {
            (denial, nth): (id, sentence, link)
            for nth, (id, denial, sentence, link) in enumerate(self.data.get("disputes", ()))
        }
        pairs = [(one, to) for one, name, to in self.relations if name == "disputes"]
        targets = {(_own(one), _own(to)) for one, to in pairs if one in anchors and to in anchors}
        disputes = []
        for (denial, _), (id, sentence, link) in told.items():
            claim = next((to for one, to in sorted(targets) if one == denial), None)
            targets.discard((denial, claim or ""))
            disputes.append(Dispute(id, denial, claim, sentence, link, self._evidence(id)))
        mine = enumerate(sorted(targets), 1)
        return disputes + [Dispute(f"p{n}", one, to, -1, "annotated", ()) for n, (one, to) in mine]

    def _evidence(self, dispute: str) -> Spans:
        stem = f"{dispute}-evidence-"
        return tuple(sorted(span for id, (_, span) in self.labels.items() if id.startswith(stem)))

    def _all(self, label: str) -> Spans:
        return tuple(sorted(span for name, span in self.labels.values() if name == label))


def _result(task: Mapping[str, Any]) -> Sequence[Region]:
    done = [each for each in task.get("annotations") or () if not each.get("was_cancelled")]
    chosen = (done or task.get("predictions") or [{"result": []}])[0]
    return cast(Sequence[Region], chosen["result"])


def _own(anchor: str) -> str:
    """The attribution's id: that of the region without ``-cue-0`` or ``-claim-0``."""
    stem, _, _ = anchor.partition("-cue-" if "-cue-" in anchor else "-claim-")
    return stem


def _source_id(name: str, known: Mapping[str, Any]) -> str:
    return str(known[name]["id"]) if name in known else name


def _source(mentions: list[list[int]], aliases: list[str], **rest: Any) -> Source:
    spans = tuple((start, end) for start, end in mentions)
    return Source(mentions=spans, aliases=tuple(aliases), **rest)
