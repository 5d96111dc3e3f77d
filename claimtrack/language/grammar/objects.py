"""Objects: what and whom a verb takes, and what an object is called."""

from __future__ import annotations

from claimtrack.language.grammar.auxiliaries import is_unrealised
from claimtrack.language.grammar.clauses import open_clauses
from claimtrack.language.grammar.noun_phrases import appositions
from claimtrack.language.grammar.repair import governed_clauses, is_small_clause
from claimtrack.language.grammar.roles import OBJECTS, VERB_TAGS, with_role
from claimtrack.language.grammar.voice import is_passive
from claimtrack.language.parse import Parse

SPOKEN_TO = frozenset("tell assure inform remind warn advise notify brief write convince".split())
"""Verbs whose object is who is spoken to."""


def objects(parse: Parse, verb: int) -> list[int]:
    """Direct objects, in the order of the text; *accused the mayor of having lied* has one, though the
    parser may make *the mayor* the subject of *lied*.
    """
    found = list(with_role(parse, verb, OBJECTS))
    if found:
        return found
    governed = governed_clauses(parse, verb)
    subjects = (s for c in governed for s in with_role(parse, c, ("nsubj",)))
    return [s for s in subjects if s > verb]


def indirect_objects(parse: Parse, verb: int) -> list[int]:
    return list(with_role(parse, verb, ("iobj",)))


def verb_of_object(parse: Parse, noun: int) -> int | None:
    """The verb whose object a noun is."""
    token = parse.tokens[noun]
    return token.head if token.role in OBJECTS else None


def is_wanted_of_somebody(parse: Parse, verb: int) -> bool:
    """*were told to keep quiet*, *advised her to say nothing*: an infinitive that others want done."""
    outer = parse.tokens[verb].head
    asked = objects(parse, outer) or indirect_objects(parse, outer) or is_passive(parse, outer)
    return is_unrealised(parse, verb) and bool(asked)


def predicates(parse: Parse, verb: int) -> list[int]:
    """What an object is called: *called the deal a disgrace*."""
    infinitives = open_clauses(parse, verb)
    plain = [c for c in with_role(parse, verb, ("xcomp",)) if c not in infinitives]
    complements = with_role(parse, verb, ("ccomp",))
    return plain + [c for c in complements if is_small_clause(parse, c, verb)]


def second_names(parse: Parse, verb: int) -> list[int]:
    """What a thing is called, where a parser takes it for a second object or an apposition without
    a comma: *called the goal a fluke*."""
    things = objects(parse, verb)
    if len(things) > 1:
        return things[1:]
    named = [a for thing in things for a in appositions(parse, thing)]
    return [a for a in named if parse.tokens[min(parse.subtree(a)) - 1].text != ","]


def adjectives_behind(parse: Parse, verb: int) -> list[int]:
    """*called the story | false*: an adjective right behind the object, which parsers take for a part of it."""
    behind = (
        a
        for thing in objects(parse, verb)
        for a in with_role(parse, thing, ("amod",))
        if a == thing + 1
    )
    return [a for a in behind if parse.tokens[a].tag in ("JJ", "JJR", "JJS")]


def joined_objects(parse: Parse, verb: int, last: int) -> list[int]:
    """*offered 5 % | and a bonus*: further objects right behind the last word of one, which parsers join to
    the verb."""
    nouns = (c for c in with_role(parse, verb, ("conj",)) if parse.tokens[c].tag not in VERB_TAGS)
    bare = (
        c
        for c in nouns
        if c > last and not any(True for _ in with_role(parse, c, ("nsubj", "cop")))
    )
    found = []
    for noun in bare:
        words = parse.subtree(noun)
        if min(words) == last + 1:
            found.append(noun)
            last = max(words)
    return found
