"""Layers of rules and lists: a folder or a configuration, each laid over those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from claimtrack.rules.reading.lists import Change, WrittenList
from claimtrack.rules.reading.nodes import Named, Nodes
from claimtrack.rules.reading.problems import shown
from claimtrack.rules.reading.rule import Judgement, WrittenRule


@dataclass(slots=True)
class _Layer:
    """What the layer being read says of itself and of those before."""

    rules: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    off: list[Named] = field(default_factory=list)
    stances: list[tuple[Named, Judgement]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Layers:
    """The rules and lists of all layers that are read, as they are written."""

    nodes: Nodes
    rules: dict[str, WrittenRule] = field(default_factory=dict)
    nameless: list[WrittenRule] = field(default_factory=list)
    """Rules without an id, kept for what else is wrong with them."""
    lists: dict[str, WrittenList] = field(default_factory=dict)
    layer: _Layer = field(default_factory=_Layer)

    def name_rule(self, name: Named) -> None:
        """Notes the id of a rule of this layer; a second rule of the same id is a problem."""
        self._note("rule", name, self.layer.rules, "CT232")

    def name_list(self, name: Named) -> None:
        """The same for the name of a list."""
        self._note("list", name, self.layer.lists, "CT222")

    def _note(self, what: str, name: Named, taken: set[str], code: str) -> None:
        if name.text in taken:
            told = f"another {what} of this folder is called {shown(name.text)}"
            self.nodes.problem(name.node, code, f"{told}: choose another name")
        taken.add(name.text)

    def keep_rule(self, identity: str | None, written: WrittenRule) -> None:
        """Keeps a rule in the place of an earlier one of its name, but behind all others."""
        if identity is None:
            self.nameless.append(written)
        else:
            self.rules.pop(identity, None)
            self.rules[identity] = written

    def keep_list(self, written: WrittenList) -> None:
        """Keeps a list in the place of an earlier one of its name."""
        self.lists[written.name] = written

    def close(self) -> None:
        """Applies what the layer says of those before it."""
        for change in self.layer.changes:
            self._change(change)
        earlier = [rule for rule in self.rules if rule not in self.layer.rules]
        for pattern, judgement in self.layer.stances:
            for rule in self._matching(pattern, earlier):
                self._judge(rule, judgement, pattern)
        for pattern in self.layer.off:
            for rule in self._matching(pattern, earlier):
                self.rules.pop(rule, None)
        self.layer = _Layer()

    def _change(self, change: Change) -> None:
        name = change.name.text
        earlier = [each for each in self.lists if each not in self.layer.lists]
        if name not in earlier:
            what = "there is no word list of an earlier folder called"
            self.nodes.unknown_name(change.name, "CT243", what, earlier)
            return
        written = self.lists[name]
        self.lists[name] = replace(
            written,
            words=[*written.words, *change.added],
            removed=[*written.removed, *change.removed],
        )

    def _matching(self, pattern: Named, earlier: Sequence[str]) -> list[str]:
        """The earlier rules that an id or a pattern means; there has to be one."""
        matching = [rule for rule in earlier if fnmatchcase(rule, pattern.text)]
        if not matching:
            what = "there is no rule of an earlier folder called"
            self.nodes.unknown_name(pattern, "CT248", what, earlier)
        return matching

    def _judge(self, rule: str, judgement: Judgement, by: Named) -> None:
        written = self.rules[rule]
        judged = replace(written.rule, **judgement._asdict(), judged=by.place)
        self.rules[rule] = replace(written, rule=judged)
