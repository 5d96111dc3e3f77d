"""Reports and failures to the ledger's rows, whose values stand in the order of their columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimtrack.records import (
    Article,
    Attribution,
    Dispute,
    Failure,
    Reply,
    Report,
    Sentence,
    Source,
    Spans,
)

Value = str | int | float | None
Row = tuple[Value, ...]

GAP = " … "
"""Between the words of the spans of one field."""


class Unsound(ValueError):
    """The report points to something that it does not hold."""


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """A report as rows: the article's own, and those of each table of ``PARTS``."""

    path: str
    id: str
    article: Row
    parts: Mapping[str, Sequence[Row]]


def content_of(article: Article) -> str:
    """A hash of all that a report depends on besides the tool."""
    digest = hashlib.sha256()
    for part in (_json(_facts(article)), article.sha256, article.text):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def storable(text: str) -> str:
    """The text as SQLite can hold it: halves of surrogate pairs, which file names and input
    fields may have, are written out as ``\\udc80``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def rows_of(report: Report) -> ArticleRows:
    """The report's rows. Raises Unsound for one that does not hold together."""
    _check(report)
    words = _Words(report.article.text)
    return ArticleRows(
        path=storable(report.article.path),
        id=storable(report.article.id),
        article=_article(report),
        parts={
            "sentence": [_sentence(each, words) for each in report.sentences],
            "source": [_source(each) for each in report.sources],
            "mention": [row for each in report.sources for row in _mentions(each, words)],
            "attribution": [_attribution(each, words) for each in report.attributions],
            "dispute": [_dispute(each) for each in report.disputes],
            "reply": [_reply(each) for each in report.replies],
        },
    )


def failure_row(failure: Failure) -> Row:
    """The failure's row."""
    return (
        storable(failure.id),
        storable(failure.path),
        failure.code,
        storable(failure.message),
        failure.line,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    text: str

    def __call__(self, spans: Spans) -> str:
        return GAP.join(self.text[start:end] for start, end in spans)


def _facts(article: Article) -> list[Any]:
    facts = (article.title, article.date, article.url)
    return [*facts, article.dateline, _layout(article), article.extra]


def _article(report: Report) -> Row:
    article, tool = report.article, report.tool
    return (
        storable(article.id),
        storable(article.path),
        article.sha256,
        content_of(article),
        tool.version,
        tool.model,
        tool.rules,
        tool.weights,
        article.title,
        article.date,
        article.url,
        _json(article.dateline),
        _json(_layout(article)),
        _json(report.scare_quotes),
        _json(article.extra),
        article.text,
    )


def _layout(article: Article) -> list[dict[str, Value]]:
    return [{"kind": each.kind, "start": each.start, "end": each.end} for each in article.blocks]


def _sentence(sentence: Sentence, words: _Words) -> Row:
    reasons = [{"reason": each.reason, "dispute": each.dispute} for each in sentence.reasons]
    return (
        sentence.index,
        sentence.start,
        sentence.end,
        sentence.status,
        int(sentence.contested),
        _json(reasons),
        _json(sentence.attributions),
        words(((sentence.start, sentence.end),)),
    )


def _source(source: Source) -> Row:
    return (
        source.id,
        source.name,
        _json(source.aliases),
        source.kind,
        int(source.named),
        int(source.plural),
        source.role,
        source.anonymity_reason,
    )


def _mentions(source: Source, words: _Words) -> Iterator[Row]:
    for start, end in source.mentions:
        yield source.id, start, end, words(((start, end),))


def _attribution(each: Attribution, words: _Words) -> Row:
    return (
        *(each.id, each.sentence, each.parent, each.continues, each.source.id),
        *(*_spans(each.source.spans), words(each.source.spans)),
        *(*_spans(each.cue), words(each.cue)),
        *(*_spans(each.claim), words(each.claim)),
        *_spans(each.recipient),
        *(each.stance, each.position, each.style, int(each.hypothetical), int(each.contested)),
        *(each.rule, each.frame, each.confidence),
    )


def _dispute(dispute: Dispute) -> Row:
    return (
        *(dispute.id, dispute.denial, dispute.claim, dispute.sentence, dispute.link),
        *_spans(dispute.evidence),
    )


def _reply(reply: Reply) -> Row:
    return reply.allegation, reply.target, reply.answer, reply.kind


def _spans(spans: Spans) -> tuple[str, int | None, int | None]:
    """The JSON text, and start and end of the first."""
    start, end = spans[0] if spans else (None, None)
    return _json(spans), start, end


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def _check(report: Report) -> None:
    """Every id and number that a record points with is one of this report."""
    sentences: set[Value] = {each.index for each in report.sentences}
    sources: set[Value] = {each.id for each in report.sources}
    said: set[Value] = {each.id for each in report.attributions}
    pointers: list[tuple[Value, set[Value]]] = []
    for a in report.attributions:
        pointers += [(a.sentence, sentences), (a.source.id, sources), (a.parent, said)]
        pointers += [(a.continues, said)]
    for d in report.disputes:
        pointers += [(d.sentence, sentences), (d.denial, said), (d.claim, said)]
    for r in report.replies:
        pointers += [(r.allegation, said), (r.target, sources), (r.answer, said)]
    for pointer, known in pointers:
        if pointer is not None and pointer not in known:
            raise Unsound(f"the report points to {pointer}, which it does not hold")
