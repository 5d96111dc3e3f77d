"""What a TOML file says of rules, as the nodes that a YAML file would have."""

from __future__ import annotations

import yaml

from claimtrack.rules.reading.yamltext import TAG
from claimtrack.toml import Document, Keys, Spot

_KINDS = ((str, "str"), (bool, "bool"), (int, "int"), (float, "float"))


def node_of(document: Document, keys: Keys = ()) -> yaml.Node:
    """The node of the value that stands under some keys, in its place."""
    value = document.value(keys)
    mark = _mark(document, document.at(*keys))
    if isinstance(value, dict):
        pairs = [(_key(document, (*keys, key)), node_of(document, (*keys, key))) for key in value]
        return yaml.MappingNode(TAG + "map", pairs, mark)
    if isinstance(value, list):
        items = [node_of(document, (*keys, number)) for number in range(len(value))]
        return yaml.SequenceNode(TAG + "seq", items, mark)
    kind = next((kind for each, kind in _KINDS if isinstance(value, each)), "timestamp")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return yaml.ScalarNode(TAG + kind, text, mark)


def _key(document: Document, keys: Keys) -> yaml.Node:
    return yaml.ScalarNode(TAG + "str", keys[-1], _mark(document, document.at_key(*keys)))


def _mark(document: Document, spot: Spot) -> yaml.Mark:
    line, column = spot
    return yaml.Mark(document.path, 0, line - 1, column - 1, None, 0)
