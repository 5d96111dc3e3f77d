"""The nodes of rule files, as they are asked.

What is asked of a node (a mapping, a list, a text) is answered, or leaves a problem with the
node's place and an answer to go on with, so that one run tells every problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from claimtrack.rules.model import Place
from claimtrack.rules.reading.problems import Problem, nearest, shown
from claimtrack.rules.reading.tomlnodes import node_of
from claimtrack.rules.reading.yamltext import TAG, compose
from claimtrack.toml import Document

Node = yaml.Node
"""What is asked of ``Nodes``, by its own name."""

_LARGEST = 2_000_000
_SUGGESTIONS = 200
"""After so many problems the nearest right name is no longer looked for: it takes its time."""
_TEXT = TAG + "str"
_READ_AS = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
}


class Pair(NamedTuple):
    """A key of a mapping with its value; ``name`` is the key's text."""

    key: yaml.Node
    name: str
    value: yaml.Node


class Named(NamedTuple):
    """A name in a file, kept with its place until it can be checked."""

    path: str
    node: yaml.Node
    text: str

    @property
    def place(self) -> Place:
        return _place(self.path, self.node)


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
        root, flaws = compose(data)
        for flaw in flaws:
            self.problem_at(*flaw)
        return root

    def of_document(self, document: Document) -> yaml.Node:
        """The nodes of a TOML document, in their places."""
        self.path, self.language = document.path, "TOML"
        return node_of(document)

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
        hint = "look up its name" if many else nearest(name, list(known))
        self.problem(node, code, f"{what} {shown(name)}: {hint}")

    def unknown_name(self, name: Named, code: str, what: str, known: Iterable[str]) -> None:
        """The same for a name that stands in this file or in one read before."""
        self.path = name.path
        self.unknown(name.node, code, what, name.text, known)

    def place(self, node: yaml.Node) -> Place:
        return _place(self.path, node)

    # -- nodes ------------------------------------------------------------------------------

    def pairs(self, node: yaml.Node | None, what: str, keys: Collection[str] = ()) -> list[Pair]:
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

    def mapping(self, node: yaml.Node, keys: Collection[str], what: str) -> dict[str, yaml.Node]:
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
        read_as = _READ_AS.get(node.tag.removeprefix(TAG))
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

    def named(self, node: yaml.Node | None, what: str) -> list[Named]:
        """The texts of a list, or one text, to be checked later."""
        return [Named(self.path, item, text) for item, text in self.each(node, what)]

    def choice(self, node: yaml.Node | None, what: str, choices: Iterable[str]) -> str | None:
        value = self.text(node, what)
        if node is None or value is None or value in choices:
            return value
        self.unknown(node, "CT221", f"there is no {what}", value, choices)
        return None


def _place(path: str, node: yaml.Node) -> Place:
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
