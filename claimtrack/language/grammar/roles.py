"""Roles and tags: the sets of labels that several questions ask for, and who hangs from a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimtrack.language.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj"})
PREPOSITIONAL = frozenset({"obl", "nmod", "obl:agent", "obl:tmod", "obl:unmarked", "nmod:unmarked"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})


def with_role(parse: Parse, index: int, roles: Collection[str]) -> Iterator[int]:
    return (child for child in parse.children[index] if parse.tokens[child].role in roles)
