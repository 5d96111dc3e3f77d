"""The text of a YAML file, composed into nodes, or what is wrong with it in plain words.

A file is composed into nodes, which keep their line and column; no Python object is ever built from
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

import yaml

TAG = "tag:yaml.org,2002:"
"""With which the tags of plain values begin."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TOO_DEEP = "this is nested too deeply for a rule file"
_DEEPEST = 20
_ALIAS = re.compile(r"(?! *#).*(?<![\w*])\*[^\s*]")
_BRACKET = re.compile(r"[\[\]{}]")
_NESTED_LINE = re.compile(r"^[ ?-]{80,}", re.MULTILINE)
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML does not take, and what it takes for the end of a line where editors do not."""
_LINE_END = re.compile("\r\n|\r|\n")
_ODDLY_INDENTED = re.compile(r"^ *[^\S \t\r\n]", re.MULTILINE)
_TABBED = re.compile(r" *\t")
_WORDINGS = {
    "mapping values are not allowed": "no colon is expected here: indent the line like its "
    "neighbours, or put text with a colon in quotes",
    "found character that cannot start": "text cannot begin with this mark: put it in quotes",
    "block sequence entries are not allowed": "a list begins on a line of its own",
    "could not find expected ':'": "a colon and a space are missing behind this word",
    "did not find expected '-'": "the line is indented neither like its list nor deeper",
    "did not find expected key": "the line is indented neither like its neighbours nor deeper, or "
    "stands behind a closing quotation mark",
    "did not find expected ',' or ']'": "a comma or ] is missing before this place",
    "did not find expected ',' or '}'": "a comma or } is missing before this place",
    "did not find expected alphabetic or numeric": "text cannot begin with this mark: put it in "
    "quotes",
    "did not find expected <document start>": "a rule file begins with rules:, lists: or off:",
    "but found another document": "a second document begins here: a rule file holds one",
}


class _Mark(Protocol):
    """A place as either of YAML's parsers has it."""

    line: int
    column: int


class Flaw(NamedTuple):
    """What makes a text no rule file; line and column count from 1."""

    code: str
    message: str
    line: int = 1
    column: int = 1


class Composed(NamedTuple):
    """The root node of a text, None where it is empty or has flaws."""

    root: yaml.Node | None
    flaws: tuple[Flaw, ...] = ()


def compose(data: bytes) -> Composed:
    """The nodes of a file that holds these bytes."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Composed(None, (_not_utf8(data, error.start),))
    flaws = tuple(_unprintable(text)) or tuple(_tangles(text))
    if flaws:
        return Composed(None, flaws)
    try:
        return Composed(yaml.compose(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        return Composed(None, (_broken(text, error),))


def _not_utf8(data: bytes, at: int) -> Flaw:
    line, column = _line_and_column(data[:at].decode("utf-8-sig", "replace"))
    return Flaw("CT205", "the file is not UTF-8: save it as UTF-8", line, column)


def _unprintable(text: str) -> Iterator[Flaw]:
    found = _UNPRINTABLE.search(text)
    if found:
        what = f"the character U+{ord(found.group()):04X} has no place in text: remove it"
        yield Flaw("CT206", what, *_line_and_column(text[: found.start()]))


def _tangles(text: str) -> Iterator[Flaw]:
    """Where the text repeats parts by aliases, which can grow without end, or nests deeply.

    The parser is only asked where the text looks like it.
    """
    if not (_has_alias(text) or _NESTED_LINE.search(text) or _depth(text) > _DEEPEST):
        return
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            at = _place(event.start_mark) if event.start_mark else (1, 1)
            if isinstance(event, yaml.AliasEvent):
                yield Flaw("CT207", "aliases are not read: write the words out", *at)
            if depth > _DEEPEST:
                yield Flaw("CT208", _TOO_DEEP, *at)
                return
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or "") and error.problem_mark:
            yield Flaw("CT208", _TOO_DEEP, *_place(error.problem_mark))
    except yaml.YAMLError:
        pass


def _broken(text: str, error: yaml.MarkedYAMLError) -> Flaw:
    mark, reason = error.problem_mark or error.context_mark, error.problem or error.context
    if mark is None or reason is None:
        return Flaw("CT206", "no valid YAML")
    if (odd := _oddly_indented(text, mark.line)) is not None:
        return odd
    begun = "unexpected end of stream" in reason or "could not find expected ':'" in reason
    if begun and error.context_mark:
        mark = error.context_mark
    if "unexpected end of stream" in reason:
        reason = "the quotation mark that opens here is never closed"
    told = next((own for said, own in _WORDINGS.items() if said in reason), reason)
    return Flaw("CT206", f"no valid YAML: {told}", *_place(mark))


def _oddly_indented(text: str, line: int) -> Flaw | None:
    """A tab before a line that YAML stumbles at, or other spaces before any."""
    tab = _TABBED.match(_line(text, line))
    if tab:
        return Flaw("CT204", "a tab indents this line: use spaces", line + 1, tab.end())
    odd = _ODDLY_INDENTED.search(text)
    if odd is None:
        return None
    what = f"the space U+{ord(odd.group()[-1]):04X} indents this line: use spaces"
    return Flaw("CT204", what, *_line_and_column(text[: odd.end() - 1]))


def _line(text: str, number: int) -> str:
    """A line, counted from 0 as YAML counts; the end of a text is a line of its own."""
    lines = _LINE_END.split(text)
    return lines[number] if number < len(lines) else ""


def _place(mark: _Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


def _line_and_column(before: str) -> tuple[int, int]:
    """Line and column of the place behind a text."""
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1


def _has_alias(text: str) -> bool:
    """Whether a line that is no comment has what looks like an alias."""
    return any("*" in line and _ALIAS.match(line) for line in text.split("\n"))


def _depth(text: str) -> int:
    """How deeply brackets nest, those inside quotation marks counted in."""
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
