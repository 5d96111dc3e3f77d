"""Markers: the words that introduce a phrase or clause (prepositions, *that*, *whether*, *to*)."""

from __future__ import annotations

from claimtrack.language.grammar.auxiliaries import auxiliaries
from claimtrack.language.grammar.roles import with_role
from claimtrack.language.parse import Parse


def markers(parse: Parse, noun: int) -> tuple[int, ...]:
    """The tokens of the preposition or subordinator before a noun or verb."""
    found: list[int] = []
    helped = [noun, *auxiliaries(parse, noun)]
    for child in (c for word in helped for c in with_role(parse, word, ("case", "mark"))):
        if child < noun:
            found.append(child)
            found += with_role(parse, child, ("fixed", "case"))
    return tuple(sorted(found))


def preposition(parse: Parse, noun: int) -> tuple[str, ...]:
    """The words of the preposition before a noun or *-ing* verb."""
    return tuple(parse.tokens[i].lower for i in markers(parse, noun))


def is_infinitive(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag == "VB" and "to" in preposition(parse, index)


def introduced_by(parse: Parse, clause: int) -> str:
    """The subordinating word of a clause (*that*, *whether*, *to*, *as* …), or ""."""
    marks = [
        c for c in parse.children[clause] if c < clause and parse.tokens[c].role in ("mark", "case")
    ]
    if marks:
        return parse.tokens[marks[0]].lower
    words = (i for i in sorted(parse.subtree(clause)) if parse.tokens[i].pos != "PUNCT")
    first = next(words, clause)
    return parse.tokens[first].lower if parse.tokens[first].tag in ("WRB", "WP", "WDT") else ""


def subordinators(parse: Parse, clause: int) -> frozenset[int]:
    """*whether*, *if* before a clause."""
    found = (c for c in parse.children[clause] if c < clause and parse.tokens[c].role == "mark")
    return frozenset(c for c in found if parse.tokens[c].lower in ("whether", "if"))


def linking_word(parse: Parse, clause: int) -> int | None:
    """The *that* which links a clause to its verb, whatever the parser takes it for: it describes no
    verb and no plural.
    """
    first = min(parse.subtree(clause))
    linked = [c for c in with_role(parse, clause, ("mark", "det")) if c < clause]
    if parse.tokens[parse.tokens[first].head].tag in ("NNS", "NNPS", "NNP"):
        linked += with_role(parse, parse.tokens[first].head, ("det",))
    return next((c for c in linked if parse.tokens[c].lower == "that"), None)


def joining_words(parse: Parse, index: int) -> list[int]:
    """*and*, *but*, commas … that tie a clause to the one before."""
    return [c for c in with_role(parse, index, ("cc", "punct")) if c < index]
