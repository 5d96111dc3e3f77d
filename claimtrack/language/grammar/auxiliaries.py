"""Auxiliaries: helping verbs, copulas, modals and what else hangs close to a verb."""

from __future__ import annotations

from claimtrack.language.grammar.deeds import is_said_by_doing
from claimtrack.language.grammar.firsts import ranked_doer
from claimtrack.language.grammar.occasions import occasion
from claimtrack.language.grammar.roles import FINITE_TAGS, VERB_TAGS, with_role
from claimtrack.language.grammar.words import AUXILIARIES, is_plural_in_disguise
from claimtrack.language.parse import Parse

_GOING_ON = frozenset(
    "go continue begin start keep come seem appear proceed happen use tend dare rush hasten move prompt cause lead "
    "manage step turn return quick first last only latest".split()
)
_HABITS = frozenset({"like", "love"})
"""*He liked to say that …*: what somebody said more than once; not *would like to say*."""


def auxiliaries(parse: Parse, verb: int) -> list[int]:
    return list(with_role(parse, verb, AUXILIARIES))


def copula(parse: Parse, predicate: int) -> int | None:
    return next(with_role(parse, predicate, ("cop",)), None)


def modals(parse: Parse, verb: int) -> list[str]:
    """Lemmas of the modal verbs over a verb: would, might …"""
    return [parse.tokens[c].lower for c in auxiliaries(parse, verb) if parse.tokens[c].tag == "MD"]


def adverbs(parse: Parse, verb: int) -> list[int]:
    return list(with_role(parse, verb, ("advmod",)))


def particle(parse: Parse, verb: int) -> list[int]:
    return list(with_role(parse, verb, ("compound:prt",)))


def is_verb_like(parse: Parse, index: int) -> bool:
    """Whether a word is used as a verb, a predicate or what follows one (*unavailable for comment*)."""
    token = parse.tokens[index]
    verbal = token.tag in VERB_TAGS or token.pos in ("VERB", "AUX")
    return (verbal and not is_plural_in_disguise(parse, index)) or has_helper(parse, index)


def has_helper(parse: Parse, index: int) -> bool:
    """*to be bankrupt*: a copula, for which parsers take a helping verb at times."""
    return any(True for _ in with_role(parse, index, ("cop", "aux:pass")))


def is_participle(parse: Parse, verb: int) -> bool:
    """Whether the verb is a participle without a finite auxiliary (*saying*, *accused of*)."""
    finite = any(parse.tokens[c].tag in FINITE_TAGS for c in auxiliaries(parse, verb))
    return parse.tokens[verb].tag in ("VBG", "VBN") and not finite


def is_finite(parse: Parse, verb: int) -> bool:
    """*said*, *is planning*; a bare present may be an infinitive: *to buy and sell*."""
    words = [verb, *with_role(parse, verb, AUXILIARIES | {"cop"})]
    tags = {parse.tokens[i].tag for i in words}
    return bool(tags & {"VBD", "VBZ"} or (len(words) > 1 and tags & FINITE_TAGS))


def is_unrealised(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in an infinitive that does not tell of something that happened."""
    token = parse.tokens[verb]
    if token.tag != "VB":
        return False
    if any(parse.tokens[c].lower == "to" for c in parse.children[verb] if c < verb):
        outer = parse.tokens[token.head]
        speaking = occasion(parse, verb)
        if speaking is not None:
            return is_unrealised(parse, speaking)
        habit = outer.lemma in _HABITS and not modals(parse, outer.number)
        done = outer.lemma in _GOING_ON or ranked_doer(parse, verb) is not None
        return not (done or habit or is_said_by_doing(parse, verb))
    return token.role == "conj" and not auxiliaries(parse, verb) and _joins(parse, token.head)


def _joins(parse: Parse, first: int) -> bool:
    """Whether an infinitive joined to a verb is one without its *to*: *asked her to come and tell*."""
    wanted = (c for c in with_role(parse, first, ("xcomp",)) if c > first)
    return is_unrealised(parse, first) or any(is_unrealised(parse, c) for c in wanted)


def conditions_over(parse: Parse, verb: int) -> list[int]:
    """*if* and *unless* that introduce the verb's own clause or hang from a clause under it."""
    return [
        c for c in with_role(parse, verb, ("mark",)) if parse.tokens[c].lower in ("if", "unless")
    ]
