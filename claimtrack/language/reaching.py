"""Reaching: a claim and the words behind it, and how far a clause or a phrase reaches there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
STOPS = frozenset({",", ";", ":", "–", "—", "-", "--", "("})
DASHES = frozenset({"–", "—", "-", "--"})
SINGLING_OUT = frozenset({"especially", "including", "notably"})
LINKING = frozenset({"how", "that", "what", "when", "where", "whether", "who", "why"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim behind its cue: the cue's number, the claim's first and last, the sentence's end, and
    whether a clause is told."""

    parse: Parse
    cue: int
    first: int
    last: int
    end: int
    told: bool

    def behind(self, step: int) -> Token:
        """The token so many behind the claim, or the sentence's last."""
        return self.parse.tokens[min(self.last + step, self.end - 1)]

    def holds(self, word: str) -> bool:
        """Whether the claim has a word, or begins right behind it."""
        return any(t.lower == word for t in self.parse.tokens[self.first - 1 : self.last + 1])


Way = Callable[[Claim], int]
"""Where what belongs to a claim ends, or 0 where nothing of the kind follows."""


def clause_end(claim: Claim, start: int) -> int:
    """Where a clause ends: before a semicolon, a comma with a participle or a new speaker."""
    tokens = claim.parse.tokens
    for index in range(start, claim.end - 1):
        if claim.parse.quoted[index] >= 0:
            continue
        behind = tokens[index + 1]
        leaves = behind.tag == "VBG" and behind.lower not in SINGLING_OUT
        if tokens[index].text == ";" or (tokens[index].text == "," and leaves):
            return index
        if tokens[index].text in DASHES and behind.tag == "CC":
            return index
    return claim.end


def phrase_end(claim: Claim, start: int) -> int:
    """Where a phrase ends: before punctuation, or a verb that is joined."""
    tokens = claim.parse.tokens
    for index in range(start, claim.end - 1):
        joins = tokens[index].tag == "CC" and grammar.is_verb(claim.parse, index + 1)
        if tokens[index].text in STOPS or joins:
            return index
    return claim.end
