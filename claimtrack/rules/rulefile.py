"""Rule files to checked rules.

Every file is read to its end and every problem is told with its line and column; nothing is
loaded where there is a problem. A later folder is laid over an earlier one: its rules and lists
replace those of the same name, ``off`` switches rules off, a list with ``add`` or ``remove``
changes the earlier one, and ``stances`` judges rules otherwise. What a configuration says of rules is
laid over them like one more folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimtrack.errors import ClaimtrackError
from claimtrack.rules.keys import FILE_KEYS, LIST_KEYS, RULE_KEYS
from claimtrack.rules.model import RuleSet
from claimtrack.rules.reading.layers import Layers
from claimtrack.rules.reading.lists import is_change, read_change, read_list
from claimtrack.rules.reading.nodes import Named, Node, Nodes, Pair
from claimtrack.rules.reading.problems import Problem
from claimtrack.rules.reading.resolving import resolve_lists, resolve_rules
from claimtrack.rules.reading.rule import read_identity, read_judgement, read_rule
from claimtrack.rules.speakers import speakers
from claimtrack.toml import Document

_SUFFIXES = (".yaml", ".yml")


class RuleFileError(ClaimtrackError):
    """Rule files with problems: ``problems`` has all, in order, ``str()`` a line for each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        place = first.place
        super().__init__(first.code, first.message, place.path, place.line, place.column)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def load_rules(*layers: Path | Document) -> RuleSet:
    """The rules of all YAML files under the folders, each folder laid over those before, as are
    ``off``, ``lists`` and ``stances`` of a document.

    Raises RuleFileError with every problem of every file.
    """
    nodes, digest = Nodes(), hashlib.sha256()
    laid = Layers(nodes)
    for layer in layers:
        for data, root in _roots(nodes, layer):
            digest.update(data)
            if root is not None:
                _read(nodes, root, laid)
        laid.close()
    lists = resolve_lists(nodes, laid.lists)
    rules = resolve_rules(nodes, (*laid.rules.values(), *laid.nameless), lists)
    if nodes.problems:
        raise RuleFileError(sorted(nodes.problems, key=Problem.order))
    words = {name: [word.lemmas for word in found.words] for name, found in lists.items()}
    return RuleSet(rules, lists, digest.hexdigest()[:16], speakers(words))


def _roots(nodes: Nodes, layer: Path | Document) -> Iterator[tuple[bytes, Node | None]]:
    """The bytes and the root node of each file of a layer, one at a time."""
    if isinstance(layer, Document):
        yield layer.bytes(), nodes.of_document(layer)
    elif layer.is_dir():
        for path in sorted(path for path in layer.rglob("*") if path.suffix in _SUFFIXES):
            data = nodes.load(path)
            yield data, nodes.compose(data)
    else:
        nodes.path = str(layer)
        nodes.problem_at("CT201", "there is no such rules folder: check the name")


def _read(nodes: Nodes, root: Node, laid: Layers) -> None:
    """Reads a file's lists, rules and what it says of earlier rules."""
    parts = nodes.mapping(root, FILE_KEYS, "a rule file")
    for pair in nodes.pairs(parts.get("lists"), "lists"):
        _read_list(nodes, pair, laid)
    for node in nodes.items(parts.get("rules"), "rules"):
        _read_rule(nodes, node, laid)
    laid.layer.off += nodes.named(parts.get("off"), "off")
    for key, name, node in nodes.pairs(parts.get("stances"), "stances"):
        pattern = Named(nodes.path, key, name)
        laid.layer.stances.append((pattern, read_judgement(nodes, node)))


def _read_list(nodes: Nodes, pair: Pair, laid: Layers) -> None:
    name = Named(nodes.path, pair.key, pair.name)
    parts = nodes.mapping(pair.value, LIST_KEYS, "a word list")
    changes = is_change(nodes, name, parts)
    if changes:
        laid.layer.changes.append(read_change(nodes, name, parts))
    elif changes is not None:
        laid.name_list(name)
        laid.keep_list(read_list(nodes, name, parts))


def _read_rule(nodes: Nodes, node: Node, laid: Layers) -> None:
    parts = nodes.mapping(node, RULE_KEYS, "a rule")
    identity = read_identity(nodes, node, parts)
    if identity is not None:
        laid.name_rule(Named(nodes.path, parts["id"], identity))
    laid.keep_rule(identity, read_rule(nodes, node, parts, identity))
