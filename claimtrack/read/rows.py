"""What JSONL and CSV share: lines read one at a time, and the article of a row."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimtrack.read.encoding import byte_order_mark, without_surrogates
from claimtrack.read.formats import OWN_FIELDS, name_of
from claimtrack.read.inputs import Input, digest_of
from claimtrack.read.making import Facts, Origin, make
from claimtrack.records import Article, Failure


def lines_of(source: Input) -> Iterator[bytes]:
    """The lines with their ends, without a byte order mark; UTF-16 and UTF-32 come as UTF-8."""
    encoding = byte_order_mark(source.head()[:4])
    if encoding in ("utf-16", "utf-32"):
        decoded = io.TextIOWrapper(source.content, encoding, errors="replace", newline="\n")
        yield from (line.encode("utf-8") for line in decoded)
        return
    for nth, line in enumerate(_lines(source)):
        yield line.removeprefix(codecs.BOM_UTF8) if nth == 0 else line


def _lines(source: Input) -> Iterable[bytes]:
    """By line feeds; by carriage returns where there are those alone, as old spreadsheets write."""
    head = source.head()
    if b"\r" in head and b"\n" not in head:
        return source.content.read().splitlines(keepends=True)
    return source.content


def row_article(
    source: Input, fields: Mapping[str, Any], raw: bytes, line: int
) -> Article | Failure:
    """The article that a row holds; ``raw`` are the row's bytes without the line's end."""
    id = _words(fields.get("id")) or f"{name_of(source.path)}:{line}"
    origin = Origin(id, source.path, digest_of(raw), line)
    text = fields.get("text")
    if not isinstance(text, str):
        return origin.failure("CT012")
    facts = Facts(
        title=_words(fields.get("title")),
        date=_words(fields.get("date")),
        url=_words(fields.get("url")),
        extra={key: value for key, value in fields.items() if key not in OWN_FIELDS},
    )
    return make(text, origin, facts)


def _words(value: object) -> str | None:
    """A field's value as text; None where it says nothing."""
    words = "" if value is None else str(value)
    return without_surrogates(words.strip()) or None
