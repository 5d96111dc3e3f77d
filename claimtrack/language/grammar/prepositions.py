"""Prepositional phrases: what a preposition governs."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language.grammar.markers import markers
from claimtrack.language.grammar.repair import governed_clauses
from claimtrack.language.grammar.roles import OBJECTS, PREPOSITIONAL, with_role
from claimtrack.language.parse import Parse

_ADVERBIAL_CLAUSES = frozenset({"advcl", "acl", "advcl:relcl"})


def prepositional(parse: Parse, head: int) -> list[tuple[tuple[int, ...], int]]:
    """What prepositions govern: (the preposition's tokens, the noun or *-ing* verb), in text order."""
    found = [
        (markers(parse, child), child)
        for child in with_role(parse, head, PREPOSITIONAL | _ADVERBIAL_CLAUSES)
    ]
    found += [(markers(parse, child), child) for child in governed_clauses(parse, head)]
    return sorted(((marks, child) for marks, child in found if marks), key=lambda pair: pair[1])


def governed(parse: Parse, word: int, within: Iterable[int]) -> int | None:
    """What a preposition governs: the noun that it hangs from, beyond the cue's own words."""
    own, at = set(within), word
    while at in own and parse.tokens[at].role in (
        "case",
        "mark",
        "fixed",
        "advmod",
        "compound:prt",
    ):
        at = parse.tokens[at].head
    if at not in own and at > word:
        return at
    following = [c for o in own for c in parse.children[o] if c > word and c not in own]
    return next((c for c in following if parse.tokens[c].role in OBJECTS | PREPOSITIONAL), None)
