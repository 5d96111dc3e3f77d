"""What only rule files tell, and rules in force no more: where each word stands, which lists are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from claimtrack.rules.model import Place, Rule, Word
from claimtrack.rules.reading.nodes import Nodes


@dataclass(slots=True)
class Places:
    """The words of files with their places, and the lists that rules and lists name."""

    nodes: Nodes = field(default_factory=Nodes)
    words: dict[tuple[str, tuple[str, ...]], Place] = field(default_factory=dict)
    """By "list NAME" or "rule ID", and the word's lemmas."""
    used: dict[str, list[str]] = field(default_factory=dict)
    extends: dict[str, str] = field(default_factory=dict)

    def read(self, paths: Iterable[str]) -> None:
        """Reads rule files that load without a problem."""
        for path in sorted(paths):
            parts = self._parts(self.nodes.compose(self.nodes.load(Path(path))))
            for name, node in self._parts(parts.get("lists")).items():
                self._list(name, self._parts(node))
            for node in self._items(parts.get("rules")):
                self._rule(self._parts(node))

    def place(self, rule: Rule, word: Word) -> Place:
        """Where the word stands for a rule: in the rule, in one of its lists, or the rule's place."""
        owners = [f"rule {rule.id}", *(f"list {name}" for name in self.used.get(rule.id, ()))]
        found = (self.words.get((owner, word.lemmas)) for owner in owners)
        return next((place for place in found if place is not None), rule.place)

    def _list(self, name: str, parts: Mapping[str, yaml.Node]) -> None:
        for key in ("words", "add"):
            self._note(f"list {name}", self._items(parts.get(key)))
        base = self.nodes.text(parts.get("extends"), "extends")
        if base is not None:
            self.extends[name] = base

    def _rule(self, parts: Mapping[str, yaml.Node]) -> None:
        rule = self.nodes.text(parts.get("id"), "id") or ""
        for node in self._parts(parts.get("words")).values():
            names = node
            if isinstance(node, yaml.SequenceNode):
                self._note(f"rule {rule}", node.value)
                continue
            if isinstance(node, yaml.MappingNode):
                chosen = self._parts(node)
                self._note(f"rule {rule}", self._items(chosen.get("add")))
                names = chosen.get("lists", yaml.SequenceNode("", []))
            self.used[rule] = [name for _, name in self.nodes.each(names, "lists")]

    def _note(self, owner: str, items: Sequence[yaml.Node]) -> None:
        for item in items:
            node = self._parts(item).get("word", item)
            if isinstance(node, yaml.ScalarNode):
                lemmas = tuple(str(node.value).split())
                self.words.setdefault((owner, lemmas), self.nodes.place(node))

    def _parts(self, node: yaml.Node | None) -> dict[str, yaml.Node]:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        return {key.value: value for key, value in pairs}

    def _items(self, node: yaml.Node | None) -> Sequence[yaml.Node]:
        return node.value if isinstance(node, yaml.SequenceNode) else []
