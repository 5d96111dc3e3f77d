"""Verb groups: the verb with all that stands together with it."""

from __future__ import annotations

from claimtrack.language.grammar.auxiliaries import adverbs, auxiliaries, particle
from claimtrack.language.grammar.negation import negations
from claimtrack.language.grammar.roles import with_role
from claimtrack.language.grammar.subjects import NO_ONE
from claimtrack.language.parse import Parse

_GRADING = frozenset({"appear", "begin", "continue", "go", "seem", "start", "tend"})


def verb_group(parse: Parse, verb: int) -> set[int]:
    """The verb with its auxiliaries, negation, particle and adverbs as far as they stand together."""
    return group_before(parse, verb, verb) | {p for p in particle(parse, verb) if p > verb}


def grading(parse: Parse, verb: int) -> set[int]:
    """*appeared to | suggest*, *went on to | say*: the words right before an infinitive that grade it or tell
    that it goes on, with their auxiliaries."""
    to = min(verb_group(parse, verb)) - 1
    outer = parse.tokens[verb].head
    words = range(outer + 1, to)
    graded = parse.tokens[outer].lemma in _GRADING and to > outer and parse.tokens[to].tag == "TO"
    if not graded or any(parse.tokens[i].tag not in ("RB", "RP", "IN") for i in words):
        return set()
    return verb_group(parse, outer) | {*words, to}


def group_before(parse: Parse, predicate: int, first: int) -> set[int]:
    """The predicate, and its auxiliaries, negation and adverbs as far as they stand together before the
    ``first`` of its words: *is not* before *in favour*."""
    own = set(auxiliaries(parse, predicate)) | set(adverbs(parse, predicate))
    own |= set(negations(parse, predicate)) | set(particle(parse, predicate))
    own |= set(with_role(parse, predicate, ("cop",)))
    own = {index for index in own if parse.tokens[index].lower not in NO_ONE}
    group = {predicate, first}
    at = first - 1
    while at in own or (at >= 0 and at + 1 in group and _inside_adverb(parse, at, own)):
        group.add(at)
        at -= 1
    return group


def _inside_adverb(parse: Parse, index: int, own: set[int]) -> bool:
    return parse.tokens[index].head in own and parse.tokens[index].role == "advmod"


def comma_and_joint(parse: Parse, verb: int) -> bool:
    """Whether *, but* or *, and* stands right before a verb and its auxiliaries."""
    at = verb - 1
    own = verb_group(parse, verb)
    while at in own:
        at -= 1
    return at > 0 and parse.tokens[at].pos == "CCONJ" and parse.tokens[at - 1].text == ","
