"""Summing up: a noun of the writer's for what the sentence just told, *…, a claim the bank denies*.

Told by word order alone, since parsers hang such a noun from whatever stands before it, and take its
relative clause for the end of the sentence that it sums up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_CLAIMS = frozenset(
    "account accusation allegation assertion charge claim contention suggestion version".split()
)
"""Nouns that put a claim at a distance: *, a claim …* is the writer's, whatever follows."""
_NOUNS = _CLAIMS | frozenset(
    "argument complaint conclusion criticism description estimate explanation figure finding idea "
    "notion phrase remark report rumour rumor statement story term theory view".split()
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
    first = grammar.sentence_start(parse, verb)
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
    first = grammar.sentence_start(parse, copula)
    pronoun = parse.tokens[copula - 1].lower in ("it", "that", "this")
    return copula == first + 1 and pronoun and parse.tokens[copula].lemma == "be"


def thing_before(parse: Parse, word: int) -> frozenset[int]:
    """The thing right before a word: *, a claim | at odds with the log*."""
    first = grammar.sentence_start(parse, word)
    commas = range(max(first, word - 4), word - 1)
    comma = next((c for c in commas if thing_behind(parse, c) == word), None)
    return frozenset() if comma is None else frozenset(range(comma + 1, word))


def begins(parse: Parse, claim: Collection[int], told: bool) -> int | None:
    """The comma within or before a claim's words where the writer sums it up. A ``told`` clause may
    hold such a thing itself, unless somebody says something of it or it is called a claim."""
    said = _said_of_it(parse, claim)
    if said is not None:
        return said
    for comma in (i for i in sorted(claim) if parse.tokens[i].text == ","):
        if _is_called_a_claim(parse, comma, claim):
            return comma
        if not told and (
            _is_called_something(parse, comma, claim) or _goes_on_meanwhile(parse, comma + 1, claim)
        ):
            return comma
    return None


def _said_of_it(parse: Parse, claim: Collection[int]) -> int | None:
    """*, a claim | the bank denies*, *, a claim | at odds with the log*."""
    for comma in (index - 1 for index in sorted(claim) if index):
        end = thing_behind(parse, comma)
        if end is None or end not in claim:
            continue
        verbs = (i for i in range(end, min(end + _FARTHEST, len(parse.tokens))) if i in claim)
        judged = any(grammar.is_verb(parse, i) and summing_up(parse, i) for i in verbs)
        against = [token.lower for token in parse.tokens[end : end + 2]]
        if judged or (against[0] == "at" and against[-1] in _AGAINST):
            return comma
    return None


def _is_called_a_claim(parse: Parse, comma: int, claim: Collection[int]) -> bool:
    """*, a claim she denies*, outside of a quotation."""
    said = parse.tokens[comma + 1 : comma + 3]
    called = len(said) == 2 and said[0].lower in ("a", "an") and said[1].lemma in _CLAIMS
    return called and parse.quoted[comma] < 0 and comma + 3 in claim


def _is_called_something(parse: Parse, comma: int, claim: Collection[int]) -> bool:
    """*to send teams, a gesture that Quito welcomed*."""
    if comma + 3 not in claim or parse.tokens[comma + 1].lower not in ("a", "an"):
        return False
    following = parse.tokens[comma + 2 : comma + 6]
    return any(t.tag == "WDT" or t.lower in ("that", "which") for t in following)


def _goes_on_meanwhile(parse: Parse, start: int, claim: Collection[int]) -> bool:
    """*rejected the charge, as two members called for an audit*: another event at the same time."""
    if start not in claim or parse.tokens[start].lower != "as" or parse.quoted[start] >= 0:
        return False
    verb = parse.tokens[start].head
    past = verb > start and parse.tokens[verb].tag == "VBD"
    return past and grammar.own_subject(parse, verb) is not None


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
