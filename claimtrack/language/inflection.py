"""What an author may ask of a cue without knowing grammar: its tense, the person of its subject."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

TENSES = ("past", "present", "future")
PERSONS = ("first", "second", "third")

_WILL = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_FINITE = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}
_FIRST = frozenset("i we me us my our mine ours myself ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves".split())


def tense(parse: Parse, head: int, cue: Iterable[int]) -> str | None:
    """When the cue has it said: *said*, *has said* and *was told* are past; None where its words tell
    no time (*saying*, *might say*, *according to*)."""
    words = {*cue, *grammar.auxiliaries(parse, head)}
    group = [parse.tokens[i] for i in sorted(words)]
    if any(token.lower in _WILL for token in group):
        return "future"
    verbs = [token for token in group if token.tag in _FINITE or token.tag == "MD"]
    if not verbs or verbs[0].tag == "MD":
        return None
    perfect = verbs[0].lemma == "have" and any(token.tag == "VBN" for token in verbs[1:])
    return "past" if perfect else _FINITE[verbs[0].tag]


def person(parse: Parse, source: Collection[int]) -> str | None:
    """The grammatical person of a source's words; None where there are none. *Those of you who* is the second."""
    head = grammar.head_of(parse, source)
    if head is None:
        return None
    if [t.lower for t in parse.tokens[head + 1 : head + 3]] == ["of", "you"]:
        return "second"
    stands_for = grammar.antecedent(parse, head)
    word = parse.tokens[head if stands_for is None else stands_for].lower
    if word in _FIRST:
        return "first"
    return "second" if word in _SECOND else "third"
