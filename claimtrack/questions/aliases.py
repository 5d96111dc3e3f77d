"""A user's word on who is who: a YAML file with the names to join, and those to part.

    join:
      - [Ana Ruiz, the mayor of Delton]
    part:
      - [Tom Vance, Tom Vance @ sport-3]

The first of a list is whom the others are, or are not; ``NAME @ ID`` is the name in that article.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimtrack.ledger.speakers import Speaker
from claimtrack.rules.reading.nodes import Node, Nodes
from claimtrack.rules.rulefile import RuleFileError

_KEYS = ("join", "part")
_AT = " @ "
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Alias:
    """A name, in all articles or in the one with this id."""

    name: str
    id: str | None = None

    def is_(self, speaker: Speaker) -> bool:
        """Whether a speaker goes by the name, without regard to case."""
        here = self.id is None or self.id == speaker.id
        return here and self.name.casefold() == speaker.name.casefold()


@dataclass(frozen=True, slots=True)
class Aliases:
    """Lists of names that are one, and of names of which each is somebody else."""

    join: tuple[tuple[Alias, ...], ...] = ()
    part: tuple[tuple[Alias, ...], ...] = ()


def read_aliases(path: Path) -> Aliases:
    """The lists of the file. Raises RuleFileError (CT2xx, CT517) with every problem and its place."""
    nodes = Nodes()
    root = nodes.compose(nodes.load(path))
    lists = nodes.mapping(root, _KEYS, "an alias file") if root is not None else {}
    read = {key: _lists(nodes, node) for key, node in lists.items()}
    if nodes.problems:
        raise RuleFileError(nodes.problems)
    return Aliases(read.get("join", ()), read.get("part", ()))


def _lists(nodes: Nodes, node: Node) -> tuple[tuple[Alias, ...], ...]:
    return tuple(_names(nodes, item) for item in nodes.items(node, "join or part"))


def _names(nodes: Nodes, node: Node) -> tuple[Alias, ...]:
    items = nodes.items(node, "the names")
    names = [name for item in items if (name := nodes.text(item, "a name")) is not None]
    if items and len(items) < _FEWEST:
        nodes.problem(node, "CT517", "one name is nobody else's: write at least two, [A, B]")
    return tuple(map(_alias, names))


def _alias(text: str) -> Alias:
    name, at, id = text.rpartition(_AT)
    return Alias(name.strip(), id.strip()) if at else Alias(text.strip())
