"""*The first senator to back it*: what somebody did, and was the first, last or only one to do."""

from __future__ import annotations

from claimtrack.language.grammar.roles import OBJECTS, SUBJECTS, with_role
from claimtrack.language.grammar.words import is_noun
from claimtrack.language.parse import Parse

_RANKS = frozenset(
    "first second third fourth fifth last latest earliest lone only sole other few rare".split()
)
"""*First* to *few*: words before a noun by which what its infinitive says was done."""
_BESIDE = OBJECTS | {"xcomp"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def ranked_doer(parse: Parse, verb: int) -> int | None:
    """Who does what an infinitive behind a ranked noun says: *Berg*, in *Berg became the first mayor to
    back it* and *Berg was the only one of them to back it*; the noun where nothing says who that is.
    None where nothing of the kind was done: *wants to be the first to back it*."""
    noun = _ranked_noun(parse, verb)
    if noun is None:
        return None
    group = _whole(parse, noun)
    over = parse.tokens[group].head
    if any(True for _ in with_role(parse, group, ("cop",))):
        return _subject_of_fact(parse, group, group)
    if parse.tokens[over].lemma == "become" and group > over:
        return _subject_of_fact(parse, over, over)
    return noun


def _ranked_noun(parse: Parse, verb: int) -> int | None:
    token = parse.tokens[verb]
    to = next((c for c in parse.children[verb] if c < verb and parse.tokens[c].tag == "TO"), None)
    if token.tag != "VB" or to is None:
        return None
    beside = [*with_role(parse, token.head, _BESIDE), *with_role(parse, verb, SUBJECTS)]
    nouns = [token.head, *(n for n in beside if n < to)]
    return next((n for n in nouns if n < to and _is_ranked(parse, n)), None)


def _is_ranked(parse: Parse, noun: int) -> bool:
    ranks = (c for c in with_role(parse, noun, ("amod",)) if c < noun)
    return is_noun(parse, noun) and any(parse.tokens[c].lower in _RANKS for c in ranks)


def _whole(parse: Parse, noun: int) -> int:
    """*one* of *one of the first mayors to back it*."""
    over = parse.tokens[noun].head
    partitive = any(parse.tokens[c].lower == "of" for c in parse.children[noun])
    return over if partitive and parse.tokens[over].lower in ("one", "some", "two") else noun


def _subject_of_fact(parse: Parse, predicate: int, verb: int) -> int | None:
    """The subject of a clause that says what is or was so, without *would* or *may*."""
    words = [verb, *with_role(parse, predicate, ("cop", "aux"))]
    tags = {parse.tokens[i].tag for i in words}
    if "MD" in tags or "TO" in tags or not tags & _FINITE:
        return None
    return next(with_role(parse, predicate, SUBJECTS), None)
