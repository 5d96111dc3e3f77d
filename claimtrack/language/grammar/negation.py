"""Negation: which words negate a verb or a cue."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language.grammar.auxiliaries import adverbs, auxiliaries
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "no longer", "hardly", "nobody", "none"}
)


def negations(parse: Parse, verb: int) -> list[int]:
    """Words that negate a verb: *not*, *never*, *no longer*, *neither*."""
    found = []
    graded = [c for a in adverbs(parse, verb) if a == verb - 1 for c in parse.children[a] if c < a]
    for child in (*parse.children[verb], *graded):
        word = parse.tokens[child].lower
        before_longer = child + 1 < len(parse.tokens) and parse.tokens[child + 1].lower == "longer"
        if (
            word in _NEGATORS
            or (word == "less" and child < verb and parse.tokens[verb].tag in ("JJ", "VBN"))
            or (word == "longer" and child > 0 and parse.tokens[child - 1].lower == "no")
            or (word == "no" and before_longer and parse.tokens[child + 1].head != verb)
        ):
            found.append(child)
    return found


def negations_of_cue(parse: Parse, tokens: Iterable[int]) -> list[int]:
    """Negating words at any word of a cue, *no* before its noun included."""
    found = [n for token in tokens for n in negations(parse, token)]
    return found + [
        c for t in tokens for c in parse.children[t] if parse.tokens[c].lower in ("no", "neither")
    ]


def negations_of_speaker(parse: Parse, subject: int) -> list[int]:
    """The word before a subject that says nobody does it: *No official* replied, *Neither the bank nor
    the regulator* would comment."""
    return [c for c in parse.children[subject] if parse.tokens[c].lower in ("no", "neither")]


def negations_shared(parse: Parse, verb: int) -> list[int]:
    """Negations that a joined verb shares with the first: *did not confirm or deny*."""
    token = parse.tokens[verb]
    if token.role != "conj" or own_subject(parse, verb) is not None or auxiliaries(parse, verb):
        return []
    joint = [
        parse.tokens[c].lower
        for c in parse.children[verb]
        if c < verb and parse.tokens[c].role == "cc"
    ]
    return negations(parse, token.head) if set(joint) & {"or", "nor"} else []
