"""Noun phrases: a noun with all that describes it, and whose it is."""

from __future__ import annotations

from claimtrack.language.grammar.relatives import antecedent, relative_clause
from claimtrack.language.grammar.roles import with_role
from claimtrack.language.grammar.times import is_day
from claimtrack.language.grammar.words import is_name
from claimtrack.language.parse import Parse

_ASIDES = frozenset({"parataxis", "discourse", "vocative", "dislocated"})


def noun_phrase(parse: Parse, noun: int) -> set[int]:
    """A noun with all that describes it; asides and the preposition before it are left out."""
    left_out = [
        c for c in parse.children[noun] if parse.tokens[c].role in _ASIDES | {"case", "cop", "mark"}
    ]
    left_out += [c for c in parse.children[noun] if parse.tokens[c].role in ("nsubj", "aux")]
    places = [noun, *with_role(parse, noun, ("nmod",))]
    left_out += [c for n in places for c in parse.children[n] if c > n and is_day(parse, c)]
    described = [noun, *appositions(parse, noun)]
    left_out += [c for n in described for c in with_role(parse, n, ("advcl",))]
    left_out += [c for c in parse.children[noun] if c < noun and parse.tokens[c].role == "cc"]
    return _with_titles(parse, parse.subtree(noun, without=left_out))


def _with_titles(parse: Parse, phrase: set[int]) -> set[int]:
    """A phrase that begins with a name, with the titles and names right before it."""
    first = min(phrase)
    while is_name(parse, first) and first > 0 and _goes_before(parse, first):
        first -= 2 if parse.tokens[first - 1].text == "-" else 1
    return phrase | set(range(first, min(phrase)))


def _goes_before(parse: Parse, first: int) -> bool:
    """Whether the word before a name is a part of it, a hyphen between them or not."""
    before = first - 2 if parse.tokens[first - 1].text == "-" else first - 1
    same = before >= 0 and parse.tokens[before].sentence == parse.tokens[first].sentence
    return same and is_name(parse, before)


def speaker(parse: Parse, noun: int) -> set[int]:
    """The words of a source: its noun phrase, or a relative pronoun with its antecedent."""
    stands_for = antecedent(parse, noun)
    if stands_for is None:
        return noun_phrase(parse, noun)
    relative = parse.subtree(relative_clause(parse, noun))
    return {noun} | noun_phrase(parse, stands_for) - relative


def possessor(parse: Parse, noun: int) -> int | None:
    """Whose it is: *Pakistan's* claim, *her* fear."""
    return next(with_role(parse, noun, ("nmod:poss",)), None)


def appositions(parse: Parse, noun: int) -> list[int]:
    return list(with_role(parse, noun, ("appos",)))


def compounds(parse: Parse, noun: int) -> list[int]:
    return list(with_role(parse, noun, ("compound", "flat", "nummod", "amod", "det")))
