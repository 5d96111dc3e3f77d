"""The JSON Schema of rule files, by which an editor completes and checks them as they are typed.

It knows the keys, the names that may stand for their values and their types. What needs more than
one line to tell (a list that is not there, a span that is not in its text) the loader tells.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.rules.keys import (
    CHOICE_KEYS,
    CLASSES,
    EXAMPLE_KEYS,
    FILE_KEYS,
    LIST_KEYS,
    RULE_KEYS,
    TEXT,
    WORD_KEYS,
    Schema,
    array,
)


def schema() -> Schema:
    """The schema of a rule file, as JSON."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "claimtrack rule file",
        **_object(FILE_KEYS),
        "definitions": {
            "rule": _object(RULE_KEYS, "id", "frame", "words"),
            "example": _object(EXAMPLE_KEYS, "text"),
            "list": _object(LIST_KEYS),
            "word": {"anyOf": [TEXT, _object(WORD_KEYS, "word")]},
            "choice": {
                "type": "object",
                "properties": {name: _words_of_class() for name in CLASSES},
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        },
    }


def _object(keys: Mapping[str, Schema], *required: str) -> Schema:
    closed: Schema = {"type": "object", "properties": dict(keys), "additionalProperties": False}
    return {**closed, "required": list(required)} if required else closed


def _words_of_class() -> Schema:
    """A list's name, the words themselves, or lists with words added and removed."""
    return {"anyOf": [TEXT, array("word"), _object(CHOICE_KEYS)]}
