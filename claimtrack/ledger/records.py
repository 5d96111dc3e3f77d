"""Rows back to the reports and failures that they were made of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from claimtrack.records import (
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

Fetch = Callable[[str], Iterable[Mapping[str, Any]]]
"""The rows of a table of ``PARTS`` that belong to the article, in their order."""


def named(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row by its columns' names, as a row factory."""
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def report_from(article: Mapping[str, Any], fetch: Fetch) -> Report:
    """The report whose rows these are."""
    mentions: dict[str, list[tuple[int, int]]] = {}
    for row in fetch("mention"):
        mentions.setdefault(row["source"], []).append((row["start"], row["end"]))
    return Report(
        article=_article_from(article),
        tool=Tool(article["version"], article["model"], article["rules"], article["weights"]),
        sentences=tuple(map(_sentence_from, fetch("sentence"))),
        attributions=tuple(map(_attribution_from, fetch("attribution"))),
        sources=tuple(_source_from(row, mentions.get(row["id"], [])) for row in fetch("source")),
        disputes=tuple(map(_dispute_from, fetch("dispute"))),
        replies=tuple(Reply(**_fields(row, Reply)) for row in fetch("reply")),
        scare_quotes=_spans_from(article["scare_quotes"]),
    )


def failure_from(row: Mapping[str, Any]) -> Failure:
    """The failure whose row this is."""
    return Failure(**_fields(row, Failure))


def _fields(row: Mapping[str, Any], record: type[Any]) -> dict[str, Any]:
    return {field.name: row[field.name] for field in fields(record)}


def _article_from(row: Mapping[str, Any]) -> Article:
    return Article(
        id=row["id"],
        text=row["text"],
        path=row["path"],
        sha256=row["sha256"],
        title=row["title"],
        date=row["date"],
        url=row["url"],
        blocks=tuple(Block(**block) for block in json.loads(row["layout"])),
        dateline=_spans_from(row["dateline"]),
        extra=json.loads(row["extra"]),
    )


def _sentence_from(row: Mapping[str, Any]) -> Sentence:
    return Sentence(
        index=row["index"],
        start=row["start"],
        end=row["end"],
        status=row["status"],
        attributions=tuple(json.loads(row["attributions"])),
        reasons=tuple(ContestReason(**reason) for reason in json.loads(row["reasons"])),
    )


def _source_from(row: Mapping[str, Any], mentions: Iterable[tuple[int, int]]) -> Source:
    return Source(
        id=row["id"],
        name=row["name"],
        mentions=tuple(mentions),
        aliases=tuple(json.loads(row["aliases"])),
        kind=row["kind"],
        named=bool(row["named"]),
        plural=bool(row["plural"]),
        role=row["role"],
        anonymity_reason=row["anonymity_reason"],
    )


def _attribution_from(row: Mapping[str, Any]) -> Attribution:
    return Attribution(
        id=row["id"],
        sentence=row["sentence"],
        source=SourceRef(row["source"], _spans_from(row["source_spans"])),
        cue=_spans_from(row["cue"]),
        claim=_spans_from(row["claim"]),
        stance=row["stance"],
        style=row["style"],
        rule=row["rule"],
        frame=row["frame"],
        confidence=row["confidence"],
        parent=row["parent"],
        continues=row["continues"],
        recipient=_spans_from(row["recipient"]),
        hypothetical=bool(row["hypothetical"]),
        contested=bool(row["contested"]),
    )


def _dispute_from(row: Mapping[str, Any]) -> Dispute:
    return Dispute(
        id=row["id"],
        denial=row["denial"],
        claim=row["claim"],
        sentence=row["sentence"],
        link=row["link"],
        evidence=_spans_from(row["evidence"]),
    )


def _spans_from(text: str) -> Spans:
    return tuple((start, end) for start, end in json.loads(text))
