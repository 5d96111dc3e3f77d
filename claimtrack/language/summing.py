"""Summing up: a noun of the writer's for what the sentence just told, *…, a claim the bank denies*.

Told by word order alone, since parsers hang such a noun from whatever stands before it, and take its
relative clause for the end of the sentence that it sums up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_NOUNS = frozenset(
    "account accusation allegation argument assertion charge claim complaint conclusion contention "
    "criticism description estimate explanation figure finding idea notion phrase remark report rumour rumor "
    "statement story suggestion term theory version view".split()
)
_STRAIGHT = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "CC"})
_HELPING = frozenset({"MD", "RB"})
_AGAINST = frozenset({"odds", "variance"})
_FARTHEST = 14
"""How many tokens a summing-up may have before its verb."""


@dataclass(frozen=True, slots=True)
class SummingUp:
    """*a claim* (``thing``) that *the bank* (``speaker``, empty before a participle) *denies*."""

    thing: frozenset[int]
    speaker: frozenset[int]


def summing_up(parse: Parse, verb: int) -> SummingUp | None:
    """The summing-up whose verb this is, or None: *a claim the bank denies*, *a charge denied by it*."""
    first = parse.sentences[parse.tokens[verb].sentence].first
    for comma in range(verb - 2, max(first, verb - _FARTHEST), -1):
        end = thing_behind(parse, comma)
        if end is not None and end <= verb:
            return _led_by(parse, frozenset(range(comma + 1, end)), end, verb)
        if parse.tokens[comma].text == ",":
            return None
    return None


def thing_behind(parse: Parse, comma: int) -> int | None:
    """Where the words for what was told end, if they begin right behind a comma, a dash or *it is*:
    *, a claim*, *, something*, *it is a claim*."""
    opens = parse.tokens[comma].text in (",", "–", "—") or points_back(parse, comma)
    words = parse.tokens[comma + 1 : comma + 4]
    if not opens or not words or parse.quoted[comma] >= 0:
        return None
    if words[0].lower == "something":
        return comma + 2
    if words[0].lower not in ("a", "an"):
        return None
    ends = (n for n, word in enumerate(words[1:], 1) if word.lemma in _NOUNS)
    return next((comma + 2 + n for n in ends if n == 1 or words[1].tag == "JJ"), None)


def points_back(parse: Parse, copula: int) -> bool:
    """The verb of *It is a claim …*, *That was a claim …*: what was told stands in the sentence before."""
    first = parse.sentences[parse.tokens[copula].sentence].first
    pronoun = parse.tokens[copula - 1].lower in ("it", "that", "this")
    return copula == first + 1 and pronoun and parse.tokens[copula].lemma == "be"


def thing_before(parse: Parse, word: int) -> frozenset[int]:
    """The thing right before a word: *, a claim | at odds with the log*."""
    first = parse.sentences[parse.tokens[word].sentence].first
    commas = range(max(first, word - 4), word - 1)
    comma = next((c for c in commas if thing_behind(parse, c) == word), None)
    return frozenset() if comma is None else frozenset(range(comma + 1, word))


def begins(parse: Parse, claim: Collection[int]) -> int | None:
    """The comma within or before a claim's words where the writer sums it up by what somebody says."""
    for comma in (index - 1 for index in sorted(claim) if index):
        end = thing_behind(parse, comma)
        if end is None or end not in claim:
            continue
        verbs = (i for i in range(end, min(end + _FARTHEST, len(parse.tokens))) if i in claim)
        said_of_it = any(grammar.is_verb(parse, i) and summing_up(parse, i) for i in verbs)
        if said_of_it or (
            parse.tokens[end].lower == "at" and parse.tokens[end + 1].lower in _AGAINST
        ):
            return comma
    return None


def _led_by(parse: Parse, thing: frozenset[int], end: int, verb: int) -> SummingUp | None:
    """What stands between the thing and its verb: somebody who speaks, or nothing before a participle."""
    related = parse.tokens[end].lower in ("that", "which") and end < verb
    start = end + related
    stop = verb
    while stop > start and _helps(parse, stop - 1):
        stop -= 1
    between = range(start, stop)
    if not between:
        return SummingUp(thing, frozenset()) if not related and _is_passive(parse, verb) else None
    named = all(parse.tokens[i].tag in _STRAIGHT for i in between)
    joined = parse.tokens[start].tag == "CC" or parse.tokens[stop - 1].tag in ("CC", "PRP$", "POS")
    return SummingUp(thing, frozenset(between)) if named and not joined else None


def _is_passive(parse: Parse, verb: int) -> bool:
    """*denied by the bank*, *greeted with scorn*: not *a report said*."""
    following = parse.tokens[verb + 1].lower if verb + 1 < len(parse.tokens) else ""
    by = following in ("by", "with")
    return parse.tokens[verb].tag == "VBN" or (parse.tokens[verb].tag == "VBD" and by)


def _helps(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.tag in _HELPING or (token.lemma in ("have", "be", "do") and token.pos == "AUX")
