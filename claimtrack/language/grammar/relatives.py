"""Relative clauses: what a relative pronoun stands for."""

from __future__ import annotations

from claimtrack.language.grammar.bounds import sentence_start
from claimtrack.language.parse import Parse

_RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """What a relative pronoun stands for: the noun that its clause hangs from."""
    if (
        parse.tokens[pronoun].tag not in ("WP", "WDT", "WP$")
        and parse.tokens[pronoun].lower != "that"
    ):
        return None
    clause = relative_clause(parse, pronoun)
    return parse.tokens[clause].head if parse.tokens[clause].role in _RELATIVE_CLAUSES else None


def relative_clause(parse: Parse, pronoun: int) -> int:
    """The verb of the relative clause that a pronoun stands in."""
    at = pronoun
    while parse.tokens[at].role not in _RELATIVE_CLAUSES and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def heads_relative_clause(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].role in _RELATIVE_CLAUSES


def relative_clauses(parse: Parse, noun: int) -> list[int]:
    return [c for c in parse.children[noun] if parse.tokens[c].role in _RELATIVE_CLAUSES]


def participles(parse: Parse, noun: int) -> list[int]:
    """Participles behind a noun that tell what was done to it: *the mayor, asked whether he knew, …*."""
    behind = (c for c in parse.children[noun] if c > noun and parse.tokens[c].role == "acl")
    return [c for c in behind if parse.tokens[c].tag in ("VBN", "VBD")]


def opens_with_relative(parse: Parse, noun: int, clause: int) -> bool:
    """Whether a relative clause has a word of its own for the noun: *which*, *what*, not *the men it saw*."""
    words = (noun, *(i for i in parse.subtree(clause) if noun < i <= noun + 3))
    return any(parse.tokens[i].tag in ("WDT", "WP", "WP$") for i in words)


def stands_in_what_clause(parse: Parse, verb: int) -> bool:
    """*what critics call a gift*."""
    first = sentence_start(parse, verb)
    return any(parse.tokens[i].lower == "what" for i in range(max(first, verb - 6), verb))


def is_lone_pronoun(parse: Parse, noun: int) -> bool:
    """*whom*, *what* that stands for no noun in the sentence, and that no clause describes: *what they
    called a scandal*."""
    described = any(parse.tokens[c].role in _RELATIVE_CLAUSES for c in parse.children[noun])
    related = parse.tokens[noun].tag in ("WP", "WDT") and not described
    return related and antecedent(parse, noun) is None
