"""JSONL: an object a line, an article each, read one line at a time."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from claimtrack.read.encoding import NotText, decoded, likely
from claimtrack.read.inputs import Input
from claimtrack.read.rows import lines_of, row_article
from claimtrack.records import Article, Failure

_SPREAD = (b"{", b"[")


def read_jsonl(source: Input) -> Iterator[Article | Failure]:
    """The articles of the lines in order; a line that holds none is a failure of its own."""
    found, guess = False, likely(source.head())
    for number, line in enumerate(lines_of(source), 1):
        raw = line.rstrip(b"\r\n")
        if not raw.strip():
            continue
        if not found and raw.strip() in _SPREAD:
            yield source.failure("CT111", line=number)
            return
        found = True
        yield _article(source, raw, number, guess)
    if not found:
        yield source.failure("CT102", "the file has no lines")


def _article(source: Input, raw: bytes, number: int, guess: str | None) -> Article | Failure:
    try:
        line = decoded(raw, likely=guess)
        value = _DECODER.decode(line.text)
    except NotText:
        return source.failure("CT103", line=number)
    except json.JSONDecodeError as error:
        what = f"no valid JSON at column {error.colno}: {error.msg}"
        return source.failure("CT106", what, number)
    except (ValueError, RecursionError):
        return source.failure("CT106", "JSON too deep or with too long a number", number)
    if not isinstance(value, dict):
        return source.failure("CT107", line=number)
    return row_article(source, line.guess() | value, raw, number)


def _finite(number: str) -> Any:
    """A number that JSON output can hold again; else as it was written."""
    value = float(number)
    return value if math.isfinite(value) else number


_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=lambda _: None)
