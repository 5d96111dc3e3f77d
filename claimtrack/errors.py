"""Everything that can go wrong, by code: one line each, with what to do about it.

CT012 and CT1xx are about input, CT2xx about rule files, CT3xx about models and language,
CT4xx about options, settings and output. ``docs/errors.md`` lists the same entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means, and what the reader of the line should do."""

    meaning: str
    remedy: str


CATALOGUE: Mapping[str, Entry] = {
    "CT012": Entry(
        "the row has no text",
        "put the article into a field named text",
    ),
    "CT101": Entry(
        "there is no such file or folder",
        "check the name",
    ),
    "CT102": Entry(
        "there is nothing in it to read",
        "give an article with text in it",
    ),
    "CT103": Entry(
        "the bytes are no text",
        "save the article as UTF-8 text",
    ),
    "CT104": Entry(
        "the folder holds no articles",
        "name a folder with .txt, .md, .jsonl or .csv files (also .gz)",
    ),
    "CT105": Entry(
        "this format is not read yet",
        "save the article as .txt, .md, .jsonl or .csv",
    ),
    "CT106": Entry(
        "the line is no valid JSON",
        "write one JSON object a line",
    ),
    "CT107": Entry(
        "the line is JSON but no object",
        "write one JSON object a line, with the article in a field named text",
    ),
    "CT108": Entry(
        "the system does not let it be read",
        "check its permissions and the disk",
    ),
    "CT109": Entry(
        "the gzip data is broken or cut short",
        "compress or copy the file again",
    ),
    "CT110": Entry(
        "the CSV row is broken",
        "quote every field that holds quotes, commas or line breaks, and double the quotes in it",
    ),
    "CT111": Entry(
        "the JSON is spread over several lines",
        "write one object a line, for instance with jq -c '.[]'",
    ),
    "CT112": Entry(
        "an earlier article has the same id",
        "nothing needs doing; the later one is reported with -2 added",
    ),
    "CT301": Entry(
        "the text is not English",
        "leave it out; claimtrack reads English only",
    ),
    "CT401": Entry(
        "the command line has a wrong option or argument",
        "see --help of that command",
    ),
    "CT402": Entry(
        "the output cannot be written",
        "check that the folder exists and may be written to",
    ),
    "CT403": Entry(
        "the configuration file cannot be read",
        "write a section [claimtrack] with lines such as format = markdown",
    ),
    "CT404": Entry(
        "there is no such setting",
        "see claimtrack config for the settings there are",
    ),
    "CT405": Entry(
        "the setting has a value that it cannot have",
        "see claimtrack config for the settings there are",
    ),
    "CT406": Entry(
        "there is no rule with this id",
        "see claimtrack rules list",
    ),
    "CT407": Entry(
        "there is no text on this line of the file",
        "name a line that holds words of the article",
    ),
    "CT408": Entry(
        "stopped from the keyboard",
        "run it again; no file is left half written",
    ),
    "CT499": Entry(
        "something went wrong inside claimtrack",
        "run it again with --verbose and report what it shows",
    ),
}


class ClaimtrackError(Exception):
    """A failure with a code of the catalogue; ``str()`` is its one line with place and code."""

    def __init__(
        self,
        code: str,
        message: str,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(code, message, path, line, column)
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return error_line(self.code, self.message, self.path, self.line, self.column)


def advise(code: str, what: str | None = None) -> str:
    """A message for this code: what happened (by default the code's meaning), then what to do."""
    entry = CATALOGUE[code]
    return f"{what or entry.meaning}; {entry.remedy}"


def error_line(
    code: str,
    message: str,
    path: str | None = None,
    line: int | None = None,
    column: int | None = None,
) -> str:
    """``path:line:column: CODE message``; a line without a column is taken from its start."""
    one_line = " ".join(message.split())
    if not path:
        return f"{code} {one_line}"
    place = path if line is None else f"{path}:{line}:{column or 1}"
    return f"{place}: {code} {one_line}"
