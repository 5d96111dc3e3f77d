"""JSONL: an object a line, written as soon as its article is done."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TextIO

from claimtrack.records import Failure, Report
from claimtrack.render.jsonobject import to_json

_SPAN = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
"""A span that indenting has spread over lines; no string of JSON holds a line break."""


def write_jsonl(items: Iterable[Report | Failure], out: TextIO) -> None:
    """One line an item, in their order."""
    for item in items:
        out.write(line_of(item) + "\n")
        out.flush()


def line_of(item: Report | Failure) -> str:
    """The item's object on one line; characters as they are where UTF-8 has them."""
    return dumped(item, None)


def dumped(item: Report | Failure, indent: int | None) -> str:
    """The item's object as JSON text that can always be encoded."""
    value = to_json(item)
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair in a field that is carried along
        text = json.dumps(value, indent=indent)
    return _SPAN.sub(r"[\1, \2]", text)
