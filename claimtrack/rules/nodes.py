"""YAML as checked nodes: the only place that reads YAML. What a TOML file says of rules becomes the
same nodes.

A file is composed into nodes, which keep their line and column; no Python object is ever built from
it. What is asked of a node (a mapping, a list, a text) is answered, or leaves a problem with the
node's place and an answer to go on with, so that one run tells every problem.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claimtrack.errors import error_line
from claimtrack.rules.model import Place
from claimtrack.toml import Document, Keys

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Node = yaml.Node
"""What is asked of ``Nodes``, by its own name."""

_LARGEST = 2_000_000
_TOO_DEEP = "this is nested too deeply for a rule file"
_DEEPEST = 20
_SUGGESTIONS = 200
"""After so many problems the nearest right name is no longer looked for: it takes its time."""
_SHOWN = 60

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
_TAG = "tag:yaml.org,2002:"
_TEXT = _TAG + "str"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
}
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


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a rule file, and where."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        place = self.place
        return error_line(self.code, self.message, place.path, place.line, place.column)


class Pair(NamedTuple):
    """A key of a mapping with its value; ``name`` is the key's text."""

    key: yaml.Node
    name: str
    value: yaml.Node


@dataclass(slots=True)
class Nodes:
    """Reads files one by one, and gathers the problems of all of them."""

    problems: list[Problem] = field(default_factory=list)
    path: str = ""
    """The file whose nodes are being asked."""
    language: str = "YAML"
    """What it is written in."""

    # -- files ------------------------------------------------------------------------------

    def load(self, path: Path) -> bytes:
        """The bytes of a file; none where it cannot be read or is too large."""
        self.path, self.language = str(path), "YAML"
        try:
            if not path.is_file():
                path.stat()
                self.problem_at("CT203", "this is no file: rename it or move it away")
            elif path.stat().st_size > _LARGEST:
                self.problem_at("CT202", f"the file is larger than {_LARGEST:,} bytes: split it")
            else:
                return path.read_bytes()
        except OSError as error:
            self.problem_at("CT203", f"cannot be read: {error.strerror}")
        return b""

    def compose(self, data: bytes) -> yaml.Node | None:
        """The root node of the file at ``path``; None where it is empty or no YAML."""
        text = self._decoded(data)
        if text is None or self._is_tangled(text):
            return None
        try:
            root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
            return root
        except yaml.MarkedYAMLError as error:
            self._broken(text, error)
        return None

    def _decoded(self, data: bytes) -> str | None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line, column = _line_and_column(data[: error.start].decode("utf-8-sig", "replace"))
            self.problem_at("CT205", "the file is not UTF-8: save it as UTF-8", line, column)
            return None
        found = _UNPRINTABLE.search(text)
        if found:
            what = f"the character U+{ord(found.group()):04X} has no place in text: remove it"
            self.problem_at("CT206", what, *_line_and_column(text[: found.start()]))
            return None
        return text

    def _is_tangled(self, text: str) -> bool:
        """Whether the file repeats parts by aliases, which can grow without end, or nests deeply.

        The parser is only asked where the text looks like it.
        """
        if not (_has_alias(text) or _NESTED_LINE.search(text) or _depth(text) > _DEEPEST):
            return False
        before, depth = len(self.problems), 0
        try:
            for event in yaml.parse(text, Loader=_Loader):
                depth += isinstance(event, yaml.CollectionStartEvent)
                depth -= isinstance(event, yaml.CollectionEndEvent)
                mark = event.start_mark
                at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
                if isinstance(event, yaml.AliasEvent):
                    self.problem_at("CT207", "aliases are not read: write the words out", *at)
                if depth > _DEEPEST:
                    self.problem_at("CT208", _TOO_DEEP, *at)
                    break
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in (error.problem or "") and error.problem_mark:
                mark = error.problem_mark
                self.problem_at("CT208", _TOO_DEEP, mark.line + 1, mark.column + 1)
        except yaml.YAMLError:
            pass
        return len(self.problems) > before

    def _broken(self, text: str, error: yaml.MarkedYAMLError) -> None:
        mark, reason = error.problem_mark or error.context_mark, error.problem or error.context
        if mark is None or reason is None:
            self.problem_at("CT206", "no valid YAML")
            return
        line, column = mark.line + 1, mark.column + 1
        if self._oddly_indented(text, line):
            return
        if "unexpected end of stream" in reason:
            reason = "the quotation mark that opens here is never closed"
        elif "could not find expected ':'" not in reason:
            error.context_mark = None
        if error.context_mark:
            line, column = error.context_mark.line + 1, error.context_mark.column + 1
        told = next((own for said, own in _WORDINGS.items() if said in reason), reason)
        self.problem_at("CT206", f"no valid YAML: {told}", line, column)

    def _oddly_indented(self, text: str, line: int) -> bool:
        """Tells of a tab before a line that YAML stumbles at, or of other spaces before any."""
        tab = _TABBED.match(_LINE_END.split(text)[line - 1])
        if tab:
            self.problem_at("CT204", "a tab indents this line: use spaces", line, tab.end())
            return True
        odd = _ODDLY_INDENTED.search(text)
        if odd:
            what = f"the space U+{ord(odd.group()[-1]):04X} indents this line: use spaces"
            self.problem_at("CT204", what, *_line_and_column(text[: odd.end() - 1]))
        return odd is not None

    def of_document(self, document: Document) -> yaml.Node:
        """The nodes of a TOML document, in their places."""
        self.path, self.language = document.path, "TOML"
        return _node(document, ())

    # -- problems ---------------------------------------------------------------------------

    def problem_at(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        self.problems.append(Problem(Place(self.path, line, column), code, message))

    def problem(self, node: yaml.Node, code: str, message: str) -> None:
        self.problems.append(Problem(self.place(node), code, message))

    def unknown(
        self, node: yaml.Node, code: str, what: str, name: str, known: Iterable[str]
    ) -> None:
        """A problem with a name that is none of the known ones, of which the nearest is told."""
        many = len(self.problems) >= _SUGGESTIONS
        hint = "look up its name" if many else _nearest(name, list(known))
        self.problem(node, code, f"{what} {shown(name)}: {hint}")

    def place(self, node: yaml.Node) -> Place:
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    # -- nodes ------------------------------------------------------------------------------

    def pairs(self, node: yaml.Node | None, what: str, keys: Sequence[str] = ()) -> list[Pair]:
        """The pairs of a mapping, each key once; of ``keys`` also those that YAML reads otherwise,
        such as *off*."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, "CT211", f"{what} must be a mapping, key: value")
            return []
        found: dict[str, Pair] = {}
        for key, value in node.value:
            known = isinstance(key, yaml.ScalarNode) and key.value in keys
            name = key.value if known else self.text(key, "a key")
            if name in found:
                self.problem(key, "CT212", f"the key {shown(name)} stands here twice: remove one")
            elif name is not None:
                found[name] = Pair(key, name, value)
        return list(found.values())

    def mapping(self, node: yaml.Node, keys: Sequence[str], what: str) -> dict[str, yaml.Node]:
        """A mapping of a closed set of keys; an unknown one is a problem that names the nearest."""
        found = {}
        for key, name, value in self.pairs(node, what, keys):
            if name in keys:
                found[name] = value
            else:
                self.unknown(key, "CT213", f"{what} has no key", name, keys)
        return found

    def items(self, node: yaml.Node | None, what: str) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.problem(node, "CT214", f"{what} must be a list")
            return []
        if not node.value:
            self.problem(node, "CT215", f"{what} is empty: give at least one, or leave the key out")
        return list(node.value)

    def text(self, node: yaml.Node | None, what: str) -> str | None:
        """The text of a node; what YAML reads as a number, a date, true or nothing is none."""
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "CT216", f"{what} must be a word or text")
            return None
        if node.tag == _TEXT:
            return str(node.value)
        read_as = _READ_AS.get(node.tag.removeprefix(_TAG))
        if read_as is None:
            told = f"the tag of {shown(node.value)!r} is not read: remove it"
        elif node.value:
            told = f"{self.language} reads {shown(node.value)} as {read_as}: put it in quotes"
        else:
            told = f"{what} has no value: write one, or leave it out"
        self.problem(node, "CT217", told)
        return None

    def flag(self, node: yaml.Node | None, what: str) -> bool:
        if node is None:
            return False
        if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return bool(node.value == "true")
        self.problem(node, "CT218", f"{what} is true or false")
        return False

    def each(self, node: yaml.Node | None, what: str) -> Iterator[tuple[yaml.Node, str]]:
        """The texts of a list, or one text, each with its node."""
        if isinstance(node, yaml.MappingNode):
            self.problem(node, "CT214", f"{what} must be a word or a list of words")
            return
        items = [node] if isinstance(node, yaml.ScalarNode) else self.items(node, what)
        for item in items:
            text = self.text(item, what)
            if text is not None:
                yield item, text

    def choice(self, node: yaml.Node | None, what: str, choices: Iterable[str]) -> str | None:
        value = self.text(node, what)
        if node is None or value is None or value in choices:
            return value
        self.unknown(node, "CT221", f"there is no {what}", value, choices)
        return None


def _node(document: Document, keys: Keys) -> yaml.Node:
    """The node of the value that stands under some keys."""
    value = document.value(keys)
    line, column = document.at(*keys)
    mark = yaml.Mark(document.path, 0, line - 1, column - 1, None, 0)
    if isinstance(value, dict):
        pairs = [(_key(document, (*keys, name)), _node(document, (*keys, name))) for name in value]
        return yaml.MappingNode(_TAG + "map", pairs, mark)
    if isinstance(value, list):
        items = [_node(document, (*keys, number)) for number in range(len(value))]
        return yaml.SequenceNode(_TAG + "seq", items, mark)
    kind = next((kind for each, kind in _KINDS if isinstance(value, each)), "timestamp")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return yaml.ScalarNode(_TAG + kind, text, mark)


def _key(document: Document, keys: Keys) -> yaml.Node:
    line, column = document.at_key(*keys)
    mark = yaml.Mark(document.path, 0, line - 1, column - 1, None, 0)
    return yaml.ScalarNode(_TEXT, keys[-1], mark)


_KINDS = ((str, "str"), (bool, "bool"), (int, "int"), (float, "float"))


def shown(value: str | None) -> str:
    """A value as messages quote it, cut where it is long."""
    text = " ".join((value or "").split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _nearest(name: str, choices: Sequence[str]) -> str:
    near = difflib.get_close_matches(name[:_SHOWN], choices, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]}?"
    if not choices:
        return "there is none"
    return "there are " + ", ".join(choices) if len(choices) <= 20 else "none is much like it"


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
