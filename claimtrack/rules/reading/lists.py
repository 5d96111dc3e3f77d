"""A word list as it is written: given anew, or as a change to one of an earlier folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from claimtrack.records import POSITIONS
from claimtrack.rules.keys import CHANGE_KEYS
from claimtrack.rules.model import Place, Word
from claimtrack.rules.reading.nodes import Named, Nodes
from claimtrack.rules.reading.problems import shown
from claimtrack.rules.reading.words import read_words

_EITHER = "is changed by add and remove, or given anew by words: do one of both"


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list before the one that it extends is known; ``kind`` None: that of the one extended."""

    name: str
    place: Place
    kind: str | None
    words: Sequence[Word]
    stance: str | None
    negated: str | None
    extends: Named | None
    removed: Sequence[Named] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words that a list of an earlier folder is to have, and those that it is not to have."""

    name: Named
    added: Sequence[Word]
    removed: Sequence[Named]


def is_change(nodes: Nodes, name: Named, parts: Mapping[str, yaml.Node]) -> bool | None:
    """Whether a list of an earlier folder is changed, or one given anew; None where it is both."""
    change = [key for key in CHANGE_KEYS if key in parts]
    if not change or len(parts) == len(change):
        return bool(change)
    nodes.problem(name.node, "CT249", f"the list {shown(name.text)} {_EITHER}")
    return None


def read_change(nodes: Nodes, name: Named, parts: Mapping[str, yaml.Node]) -> Change:
    """What a list with ``add`` or ``remove`` changes."""
    added = read_words(nodes, parts.get("add"), "add")
    return Change(name, added, nodes.named(parts.get("remove"), "remove"))


def read_list(nodes: Nodes, name: Named, parts: Mapping[str, yaml.Node]) -> WrittenList:
    """A list that is given anew, with words of its own or those that it extends."""
    extends = nodes.text(parts.get("extends"), "extends")
    kind = nodes.text(parts.get("class"), "class")
    nodes.text(parts.get("kind"), "kind")
    return WrittenList(
        name.text,
        nodes.place(name.node),
        kind or (None if extends else "word"),
        read_words(nodes, parts.get("words"), "words"),
        nodes.choice(parts.get("stance"), "stance", POSITIONS),
        nodes.choice(parts.get("negated"), "stance", POSITIONS),
        Named(nodes.path, parts["extends"], extends) if extends else None,
    )
