"""The examples and counterexamples of a rule, whose parts must stand in their text."""

from __future__ import annotations

import yaml

from claimtrack.records import POSITIONS
from claimtrack.rules.keys import EXAMPLE_KEYS
from claimtrack.rules.model import Example
from claimtrack.rules.reading.nodes import Nodes
from claimtrack.rules.reading.problems import shown


def read_examples(nodes: Nodes, node: yaml.Node | None, what: str) -> tuple[Example, ...]:
    """The entries that are examples; what is wrong with the others is told."""
    found = (_example(nodes, item) for item in nodes.items(node, what))
    return tuple(example for example in found if example is not None)


def _example(nodes: Nodes, node: yaml.Node) -> Example | None:
    parts = nodes.mapping(node, EXAMPLE_KEYS, "an example")
    text = nodes.text(parts.get("text"), "text")
    if text is None:
        if isinstance(node, yaml.MappingNode) and "text" not in parts:
            nodes.problem(node, "CT241", "the example has no text: add text: …")
        return None
    return Example(
        text,
        nodes.place(node),
        source=_span(nodes, parts.get("source"), "source", text),
        cue=_span(nodes, parts.get("cue"), "cue", text),
        claim=_span(nodes, parts.get("claim"), "claim", text),
        stance=nodes.choice(parts.get("stance"), "stance", POSITIONS),
        why=nodes.text(parts.get("why"), "why"),
        todo=nodes.flag(parts.get("todo"), "todo"),
    )


def _span(nodes: Nodes, node: yaml.Node | None, what: str, text: str) -> str | None:
    """The words of a part, whose pieces must stand in the text in their order."""
    value = nodes.text(node, what)
    at = 0
    for piece in (value or "").split(" … "):
        at = text.find(piece, at)
        if node is not None and at < 0:
            told = f"the {what} {shown(value)!r} is not in the example's text"
            nodes.problem(node, "CT242", told)
            break
        at += len(piece)
    return value
