"""What is said of a thing in its relative clause: *the dam, which she says would flood the farm*.

Told by word order alone: a relative word, somebody, a verb of speech and a finite verb right behind it.
Parsers tie that second verb to the clause before, or take the thing for its subject.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_RELATIVES = frozenset({"that", "which", "who", "whom"})
_SPEAKER = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD"})
_WORDS = frozenset("anything everything nothing something stuff thing things word words".split())
_NAMES = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS", "JJ", "CD", "NNP", "NNPS"})
_FARTHEST = 8
"""How many tokens may stand between the relative word and the verb of speech."""


@dataclass(frozen=True, slots=True)
class Related:
    """*which* (``relative``) *she* (``speaker``) says *would flood the farm* (``said``)."""

    relative: frozenset[int]
    speaker: frozenset[int]
    said: frozenset[int]


def related(parse: Parse, verb: int) -> Related | None:
    """The relative clause in which a verb of speech stands, or None."""
    sentence = parse.sentences[parse.tokens[verb].sentence]
    if parse.tokens[verb].tag not in ("VBD", "VBP", "VBZ") or not _goes_on(parse, verb):
        return None
    start = verb
    while start > sentence.first and parse.tokens[start - 1].tag == "RB":
        start -= 1
    relative = _relative_before(parse, start, max(sentence.first + 1, verb - _FARTHEST))
    if relative is None:
        return None
    end = _end(parse, verb, relative.start)
    speaker = range(relative.stop, start)
    return Related(frozenset(relative), frozenset(speaker), frozenset(range(verb + 1, end)))


def said_of_it(parse: Parse, clause: int, verb: int) -> bool:
    """Whether a clause that a parser gives to a verb is what somebody says of the verb's object."""
    found = (related(parse, i) for i in range(verb + 1, clause) if grammar.is_verb(parse, i))
    return any(each is not None and clause in each.said for each in found)


def _goes_on(parse: Parse, verb: int) -> bool:
    """Whether a finite verb stands right behind: *says | would flood*."""
    behind = parse.tokens[verb + 1 : grammar.sentence_end(parse, verb)]
    return bool(behind) and behind[0].tag in grammar.FINITE_TAGS


def _relative_before(parse: Parse, start: int, first: int) -> range | None:
    """The relative words before a speaker that ends at a token: *which*, *whose findings*, or none between
    a noun and a pronoun: *a film | it said was old*."""
    pronoun = parse.tokens[start - 1].tag == "PRP"
    if pronoun and start - 2 >= first and _is_thing(parse, start - 2):
        return range(start - 1, start - 1)
    if parse.tokens[start - 1].tag not in _NOUNS:
        return None
    for at in range(start - 1, first - 1, -1):
        word = parse.tokens[at]
        if word.lower in _RELATIVES and at + 1 < start:
            return range(at, at + 1) if _takes_up(parse, at) else None
        if word.lower == "whose" and pronoun:
            return range(at, start - 1)
        if word.tag not in _SPEAKER:
            break
    return _contact(parse, start, first)


def _takes_up(parse: Parse, relative: int) -> bool:
    """Whether a relative word stands behind what it takes up."""
    before = parse.tokens[relative - 1]
    return grammar.is_noun(parse, relative - 1) or before.tag == "CD" or before.text == ","


def _is_thing(parse: Parse, noun: int) -> bool:
    """A noun that something may be said of; *everything she says is true* is of her words."""
    return grammar.is_noun(parse, noun) and parse.tokens[noun].lower not in _WORDS


def _contact(parse: Parse, start: int, first: int) -> range | None:
    """Nothing, between a noun and a speaker that an article or a name opens: *a pit | the council said was
    full*."""
    at = start - 1
    name = parse.tokens[at].tag in _NAMES
    while at > first and parse.tokens[at].tag in (_NAMES if name else _COMMON):
        at -= 1
    opens = name or parse.tokens[at].tag in ("DT", "PRP$")
    before = at if name else at - 1
    if not opens or before < first - 1 or not _is_thing(parse, before):
        return None
    plain = parse.tokens[before].tag in ("NN", "NNS")
    return range(before + 1, before + 1) if plain else None


def _end(parse: Parse, verb: int, relative: int) -> int:
    """Where the relative clause ends: at a comma, before the main verb, or with the sentence."""
    last = grammar.sentence_end(parse, verb)
    stops = (i for i in range(verb + 1, last) if parse.tokens[i].text in (",", ";", ".", "—"))
    end = next(stops, last)
    main = _main_verb(parse, verb, relative)
    return end if main is None else min(end, main)


def _main_verb(parse: Parse, verb: int, relative: int) -> int | None:
    """The verb of the sentence whose subject the thing is: *The firm that she says cheated her | has closed*."""
    first = grammar.sentence_start(parse, verb)
    before = parse.tokens[first:relative]
    if any(token.text == "," or token.tag in grammar.FINITE_TAGS for token in before):
        return None
    behind = range(verb + 2, grammar.sentence_end(parse, verb))
    return next((i for i in behind if parse.tokens[i].tag in grammar.FINITE_TAGS), None)
