"""A report as the JSON object of the vocabulary, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.records import (
    SCHEMA,
    Article,
    Attribution,
    Block,
    ContestReason,
    Dispute,
    Failure,
    Reply,
    Report,
    Sentence,
    Source,
    SourceRef,
    Spans,
    Tool,
)

JsonObject = dict[str, Any]


class NoReport(ValueError):
    """The object is no report of this schema."""


def to_json(item: Report | Failure) -> JsonObject:
    """The object of an article, in the key order of the vocabulary."""
    return _failure(item) if isinstance(item, Failure) else _report(item)


def from_json(value: Mapping[str, Any]) -> Report | Failure:
    """The records of an object that ``to_json`` made. Raises NoReport for any other."""
    if value.get("schema") != SCHEMA:
        raise NoReport(f"schema {value.get('schema')!r} is not {SCHEMA}")
    try:
        return _failure_from(value) if "error" in value else _report_from(value)
    except (KeyError, TypeError, ValueError) as error:
        raise NoReport(f"the object is no report: {error!r}") from error


def _report(report: Report) -> JsonObject:
    article = report.article
    value: JsonObject = {
        "schema": SCHEMA,
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "tool": {
            "version": report.tool.version,
            "model": report.tool.model,
            "rules": report.tool.rules,
        },
        "meta": _meta(article),
        "text": article.text,
        "sentences": [_sentence(sentence) for sentence in report.sentences],
        "attributions": [_attribution(attribution) for attribution in report.attributions],
        "sources": [_source(source) for source in report.sources],
        "disputes": [_dispute(dispute) for dispute in report.disputes],
        "replies": [_reply(reply) for reply in report.replies],
        "scare_quotes": _lists(report.scare_quotes),
    }
    if article.extra:
        value["extra"] = dict(article.extra)
    return value


def _meta(article: Article) -> JsonObject:
    return {
        "title": article.title,
        "date": article.date,
        "url": article.url,
        "dateline": _lists(article.dateline),
        "layout": [
            {"kind": block.kind, "start": block.start, "end": block.end}
            for block in article.blocks
            if block.kind != "paragraph"
        ],
    }


def _sentence(sentence: Sentence) -> JsonObject:
    return {
        "index": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "status": sentence.status,
        "contested": sentence.contested,
        "reasons": [
            {"reason": reason.reason, "dispute": reason.dispute} for reason in sentence.reasons
        ],
        "attributions": list(sentence.attributions),
    }


def _attribution(attribution: Attribution) -> JsonObject:
    return {
        "id": attribution.id,
        "sentence": attribution.sentence,
        "parent": attribution.parent,
        "continues": attribution.continues,
        "source": {"id": attribution.source.id, "spans": _lists(attribution.source.spans)},
        "cue": _lists(attribution.cue),
        "claim": _lists(attribution.claim),
        "recipient": _lists(attribution.recipient),
        "stance": attribution.stance,
        "position": attribution.position,
        "style": attribution.style,
        "hypothetical": attribution.hypothetical,
        "contested": attribution.contested,
        "rule": attribution.rule,
        "frame": attribution.frame,
        "confidence": attribution.confidence,
    }


def _source(source: Source) -> JsonObject:
    return {
        "id": source.id,
        "name": source.name,
        "aliases": list(source.aliases),
        "kind": source.kind,
        "named": source.named,
        "plural": source.plural,
        "role": source.role,
        "anonymity_reason": source.anonymity_reason,
        "mentions": _lists(source.mentions),
    }


def _dispute(dispute: Dispute) -> JsonObject:
    return {
        "id": dispute.id,
        "denial": dispute.denial,
        "claim": dispute.claim,
        "sentence": dispute.sentence,
        "link": dispute.link,
        "evidence": _lists(dispute.evidence),
    }


def _reply(reply: Reply) -> JsonObject:
    return {
        "allegation": reply.allegation,
        "target": reply.target,
        "answer": reply.answer,
        "kind": reply.kind,
    }


def _failure(failure: Failure) -> JsonObject:
    error: JsonObject = {"code": failure.code, "message": failure.message}
    if failure.line is not None:
        error["line"] = failure.line
    return {"schema": SCHEMA, "id": failure.id, "path": failure.path, "error": error}


def _lists(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _report_from(value: Mapping[str, Any]) -> Report:
    return Report(
        article=_article_from(value),
        tool=Tool(**value["tool"]),
        sentences=tuple(_sentence_from(item) for item in value["sentences"]),
        attributions=tuple(_attribution_from(item) for item in value["attributions"]),
        sources=tuple(_source_from(item) for item in value["sources"]),
        disputes=tuple(
            Dispute(**{**item, "evidence": _spans(item["evidence"])}) for item in value["disputes"]
        ),
        replies=tuple(Reply(**item) for item in value["replies"]),
        scare_quotes=_spans(value["scare_quotes"]),
    )


def _article_from(value: Mapping[str, Any]) -> Article:
    meta = value["meta"]
    return Article(
        id=value["id"],
        text=value["text"],
        path=value["path"],
        sha256=value["sha256"],
        title=meta["title"],
        date=meta["date"],
        url=meta["url"],
        blocks=tuple(Block(**block) for block in meta.get("layout", ())),
        dateline=_spans(meta["dateline"]),
        extra=value.get("extra", {}),
    )


def _sentence_from(item: Mapping[str, Any]) -> Sentence:
    return Sentence(
        index=item["index"],
        start=item["start"],
        end=item["end"],
        status=item["status"],
        attributions=tuple(item["attributions"]),
        reasons=tuple(ContestReason(**reason) for reason in item["reasons"]),
    )


def _attribution_from(item: Mapping[str, Any]) -> Attribution:
    source = item["source"]
    return Attribution(
        id=item["id"],
        sentence=item["sentence"],
        source=SourceRef(source["id"], _spans(source["spans"])),
        cue=_spans(item["cue"]),
        claim=_spans(item["claim"]),
        stance=item["stance"],
        style=item["style"],
        rule=item["rule"],
        frame=item.get("frame", ""),
        confidence=item["confidence"],
        parent=item["parent"],
        continues=item["continues"],
        recipient=_spans(item["recipient"]),
        hypothetical=item["hypothetical"],
        contested=item["contested"],
    )


def _source_from(item: Mapping[str, Any]) -> Source:
    return Source(
        id=item["id"],
        name=item["name"],
        mentions=_spans(item["mentions"]),
        aliases=tuple(item["aliases"]),
        kind=item["kind"],
        named=item["named"],
        plural=item["plural"],
        role=item["role"],
        anonymity_reason=item["anonymity_reason"],
    )


def _failure_from(value: Mapping[str, Any]) -> Failure:
    error = value["error"]
    return Failure(value["id"], value["path"], error["code"], error["message"], error.get("line"))


def _spans(value: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in value)
