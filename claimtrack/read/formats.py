"""Which format an input is in: by its name's ending, else by how its content begins."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from claimtrack.read.encoding import NotText, byte_order_mark, decode

Format = Literal["text", "markdown", "jsonl", "csv", "HTML", "DOCX", "PDF"]

ENDINGS: Mapping[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "HTML",
    ".htm": "HTML",
    ".docx": "DOCX",
    ".pdf": "PDF",
}
PACKED = ".gz"
STANDARD_INPUT = "-"

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How Word's old files begin, and new ones that are locked."""

_RICH_TEXT = b"{\\rtf"
_DELIMITERS = ",;\t|"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html|<\?xml)",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(r"\s*\{\s*(?:[\"}]|$)")
_HEADING = re.compile(r"\s*#{1,6} \S")


def by_name(path: str) -> Format | None:
    """The format that the name tells, under a .gz too; None where it tells none."""
    name = PurePath(path.lower())
    if name.suffix == PACKED:
        name = name.with_suffix("")
    return ENDINGS.get(name.suffix)


def by_content(head: bytes) -> Format | None:
    """The format that the first bytes, unpacked, show; None where they are no text."""
    if head.startswith(b"%PDF-"):
        return "PDF"
    if head.startswith((b"PK\x03\x04", OLD_OFFICE)):
        return "DOCX"
    if _HTML.match(head):
        return "HTML"
    if head.startswith(_RICH_TEXT):
        return None
    mark = byte_order_mark(head)
    try:
        text = decode(head) if mark is None else head.decode(mark, "replace")
    except NotText:
        return None
    if _OBJECT.match(text):
        return "jsonl"
    if delimiter_of(text.partition("\n")[0]) is not None:
        return "csv"
    return "markdown" if _HEADING.match(text) else "text"


def delimiter_of(header: str) -> str | None:
    """What separates the columns of a CSV header, one of which is ``text``."""
    first = next(iter(header.splitlines()), "")
    for delimiter in _DELIMITERS:
        columns = next(csv.reader([first], delimiter=delimiter), [])
        if len(columns) > 1 and "text" in map(column_name, columns):
            return delimiter
    return None


def column_name(heading: str) -> str:
    """A column's name as fields are called: ``Text`` is ``text``."""
    name = heading.strip()
    return name.lower() if name.lower() in OWN_FIELDS else name


OWN_FIELDS = frozenset({"text", "id", "title", "date", "url"})
"""Fields of a row that are the article's own; the rest is carried along."""


def name_of(path: str) -> str:
    """The file's name without folder and known endings: the id of an article that has none."""
    if path == STANDARD_INPUT:
        return "stdin"
    name = PurePath(path).name
    for ending in reversed(PurePath(name).suffixes):
        if ending.lower() != PACKED and ending.lower() not in ENDINGS:
            break
        name = name[: -len(ending)]
    return name
