"""TOML as values with their places, which the standard library's reader does not tell."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimtrack.errors import ClaimtrackError, advise

Keys = tuple[str | int, ...]
"""Where a value stands in a document: keys, and numbers in arrays."""
Spot = tuple[int, int]
"""Line and column, counted from 1."""

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN = re.compile(r"[^,\]}#\n]+")


@dataclass(frozen=True, slots=True)
class Document:
    """Values of a TOML file or of a part of it, and where keys and values stand."""

    path: str
    values: Mapping[str, Any]
    keys: Mapping[Keys, Spot] = field(repr=False)
    spots: Mapping[Keys, Spot] = field(repr=False)

    def at_key(self, *keys: str | int) -> Spot:
        return self.keys.get(keys, (1, 1))

    def at(self, *keys: str | int) -> Spot:
        """Where a value stands; a table's place is that of its name."""
        return self.spots.get(keys) or self.at_key(*keys)

    def value(self, keys: Keys) -> Any:
        found: Any = self.values
        for key in keys:
            found = found[key]
        return found

    def within(self, *tables: str) -> Document | None:
        """The part under some tables, or None where there is none."""
        values: Any = self.values
        for table in tables:
            values = values.get(table) if isinstance(values, dict) else None
        if not isinstance(values, dict):
            return None
        return Document(self.path, values, _below(self.keys, tables), _below(self.spots, tables))

    def only(self, names: Sequence[str]) -> Document | None:
        """The part with these keys alone, or None where it has none of them."""
        values = {name: value for name, value in self.values.items() if name in names}
        return Document(self.path, values, self.keys, self.spots) if values else None

    def bytes(self) -> bytes:
        """The values alone, the same for the same values wherever they stand."""
        return json.dumps(self.values, sort_keys=True, default=str).encode()


def _below(places: Mapping[Keys, Spot], tables: tuple[str, ...]) -> dict[Keys, Spot]:
    depth = len(tables)
    return {keys[depth:]: at for keys, at in places.items() if keys[:depth] == tables}


def read_toml(text: str, path: str) -> Document:
    """The document. Raises ClaimtrackError CT403 at the place where it is no TOML."""
    text, tomllib = text.replace("\r\n", "\n"), _reader()
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, at = str(error), _AT.search(str(error))
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = map(int, at.groups()) if at and at[1] else end
        message = advise("CT403", f"no valid TOML: {_AT.sub('', what)}")
        raise ClaimtrackError("CT403", message, path, line, column) from error
    places = _Places(text)
    places.read()
    return Document(path, values, places.keys, places.spots)


def _reader() -> Any:
    """The standard library's reader, loaded where there is something to read."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    return tomllib


@dataclass(slots=True)
class _Places:
    """Walks over text that is known to be TOML and notes where each key and value begins."""

    text: str
    index: int = 0
    keys: dict[Keys, Spot] = field(default_factory=dict)
    spots: dict[Keys, Spot] = field(default_factory=dict)
    tables: dict[Keys, int] = field(default_factory=dict)
    """How many tables of an array were seen."""

    def read(self) -> None:
        table: Keys = ()
        while self._next():
            if self.text[self.index] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _next(self) -> str:
        """The next character that is no space and no comment; none at the end."""
        found = _SPACE.match(self.text, self.index)
        self.index = found.end() if found else self.index
        return self.text[self.index : self.index + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.index)
        self.index = found.end() if found else self.index + 1
        return found[0] if found else ""

    def _spot(self) -> Spot:
        before = self.text[: self.index]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def _header(self) -> Keys:
        many = self.text.startswith("[[", self.index)
        self.index += 2 if many else 1
        keys = self._key(())
        self.index += 2 if many else 1
        if many:
            self.tables[keys] = self.tables.get(keys, -1) + 1
            keys = (*keys, self.tables[keys])
        return keys

    def _key(self, table: Keys) -> Keys:
        """A key, dotted perhaps, each part of which is noted where it is first met."""
        keys = table
        while True:
            self._next()
            at = self._spot()
            quoted = self.text[self.index] in "\"'"
            name = self._skip(_STRING) if quoted else self._skip(_BARE)
            keys = (*keys, str(_reader().loads(f"key = {name}")["key"]) if quoted else name)
            self.keys.setdefault(keys, at)
            if self._next() != ".":
                return keys
            self.index += 1

    def _pair(self, table: Keys) -> None:
        keys = self._key(table)
        self.index += 1
        self._value(keys)

    def _value(self, keys: Keys) -> None:
        opening = self._next()
        self.spots[keys] = self._spot()
        if opening == "[":
            self.index += 1
            number = 0
            while self._next() != "]":
                self._value((*keys, number))
                number += 1
                self.index += self._next() == ","
            self.index += 1
        elif opening == "{":
            self.index += 1
            while self._next() != "}":
                self._pair(keys)
                self.index += self._next() == ","
            self.index += 1
        else:
            self._skip(_STRING if opening in "\"'" else _PLAIN)
