"""The words of lists and rules, each with what is said of it."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from claimtrack.language.patterns import check_pattern
from claimtrack.records import POSITIONS
from claimtrack.rules.keys import FEATURE_KEYS, WORD_KEYS
from claimtrack.rules.model import Word
from claimtrack.rules.reading.nodes import Nodes

_NO_FEATURES: Mapping[str, str] = {}


def read_words(nodes: Nodes, node: yaml.Node | None, what: str) -> list[Word]:
    """The entries of a list that are words; what is wrong with the others is told."""
    found = (_word(nodes, item) for item in nodes.items(node, what))
    return [word for word in found if word is not None]


def _word(nodes: Nodes, node: yaml.Node) -> Word | None:
    if isinstance(node, yaml.ScalarNode):
        text = nodes.text(node, "a word")
        return None if text is None else Word(_lemmas(nodes, node, text), features=_NO_FEATURES)
    parts = nodes.mapping(node, WORD_KEYS, "a word")
    text = nodes.text(parts.get("word"), "word")
    if text is None:
        if isinstance(node, yaml.MappingNode) and "word" not in parts:
            nodes.problem(node, "CT223", "the entry has no word: add word: …")
        return None
    return Word(
        _lemmas(nodes, parts["word"], text),
        nodes.choice(parts.get("stance"), "stance", POSITIONS),
        nodes.choice(parts.get("negated"), "stance", POSITIONS),
        nodes.flag(parts.get("negation"), "negation"),
        nodes.flag(parts.get("passive"), "passive"),
        _pattern(nodes, parts.get("tokens")),
        _features(nodes, parts),
    )


def _lemmas(nodes: Nodes, node: yaml.Node, text: str) -> tuple[str, ...]:
    lemmas = tuple(text.split())
    if not lemmas:
        nodes.problem(node, "CT223", "the word is empty: write one, or remove the entry")
    return lemmas


def _pattern(nodes: Nodes, node: yaml.Node | None) -> str | None:
    """A token pattern, checked here because textacy itself complains only on use."""
    pattern = nodes.text(node, "tokens")
    wrong = check_pattern(pattern) if pattern is not None else None
    if node is not None and wrong is not None:
        nodes.problem(node, "CT245", f"the token pattern does not work: {wrong}")
    return pattern


def _features(nodes: Nodes, parts: Mapping[str, yaml.Node]) -> Mapping[str, str]:
    """What else a list says of a word: the kind of a metonym, the number of a pronoun."""
    texts = ((key, nodes.text(parts[key], key)) for key in FEATURE_KEYS if key in parts)
    return {key: text for key, text in texts if text is not None}
