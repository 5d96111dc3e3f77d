"""What goes wrong, as one line for whoever reads it: where, which code, and what to do about it."""

from __future__ import annotations

from claimtrack.errors.catalogue import CATALOGUE, Entry

__all__ = ["CATALOGUE", "ClaimtrackError", "Entry", "advise", "error_line"]


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
    """``path:line:column: CODE message``; a line without a column is taken from its start.

    Without a path, claimtrack itself stands in its place.
    """
    place = path or "claimtrack"
    if line is not None:
        place = f"{place}:{line}:{column or 1}"
    return f"{place}: {code} {' '.join(message.split())}"
