"""JSON: one indented array of the reports, written item by item."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent
from typing import TextIO

from claimtrack.records import Failure, Report
from claimtrack.render.jsonl import dumped


def write_json(items: Iterable[Report | Failure], out: TextIO) -> None:
    """An array, of one object for a single item too."""
    opening = "[\n"
    for item in items:
        out.write(opening + indent(dumped(item, 2), "  "))
        opening = ",\n"
    out.write("[]\n" if opening == "[\n" else "\n]\n")
