"""Words: what a single token is, by its tag and role."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language.grammar.roles import SUBJECTS, VERB_TAGS
from claimtrack.language.parse import Parse

_REFLEXIVE = frozenset(
    "herself himself itself myself oneself ourselves themselves yourself yourselves".split()
)
AUXILIARIES = frozenset({"aux", "aux:pass"})


def is_verb(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag in VERB_TAGS and not is_plural_in_disguise(parse, index)


def is_noun(parse: Parse, index: int) -> bool:
    tag = parse.tokens[index].tag
    return tag in ("NN", "NNS", "NNP", "NNPS") or is_plural_in_disguise(parse, index)


def is_plural_in_disguise(parse: Parse, index: int) -> bool:
    """*denied reports that …*, *rejected claims that …*: a noun that a tagger takes for a verb, though it is
    another verb's object or stands without a subject right behind one."""
    token = parse.tokens[index]
    if token.tag != "VBZ":
        return False
    before = parse.tokens[index - 1] if index else token
    behind_verb = token.head == before.number and before.tag in ("VBD", "VBZ", "VBN", "VBG")
    bare = not any(is_subject(parse, child) for child in parse.children[index])
    return token.role in ("obj", "obl") or (token.role == "xcomp" and behind_verb and bare)


def is_name(parse: Parse, index: int) -> bool:
    """Whether a token is (part of) a proper name."""
    return parse.tokens[index].tag in ("NNP", "NNPS")


def is_adjective(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag in ("JJ", "JJR", "JJS")


def is_number(parse: Parse, index: int) -> bool:
    """*nine*, not *one* of a group."""
    return parse.tokens[index].tag == "CD" and parse.tokens[index].lower != "one"


def is_attributive(parse: Parse, adjective: int) -> bool:
    """Whether an adjective or participle stands before the noun that it describes."""
    token = parse.tokens[adjective]
    return token.role == "amod" and token.head > adjective


def modifies(parse: Parse, adverb: int) -> bool:
    return parse.tokens[adverb].role in ("advmod", "amod", "discourse", "parataxis")


def is_auxiliary(parse: Parse, index: int) -> bool:
    return parse.tokens[index].role in AUXILIARIES | {"cop"}


def is_subject(parse: Parse, index: int) -> bool:
    return parse.tokens[index].role in SUBJECTS


def is_reflexive(parse: Parse, index: int) -> bool:
    """*explained himself*, and nothing beside: not *defended himself and his record*."""
    alone = not any(parse.tokens[c].role == "conj" for c in parse.children[index])
    return parse.tokens[index].lower in _REFLEXIVE and alone


def is_expletive(parse: Parse, index: int) -> bool:
    """*it* or *there* that stands for nothing."""
    token = parse.tokens[index]
    return token.role == "expl" or (token.lower in ("it", "there") and token.role in SUBJECTS)


_HAPPENING = frozenset(
    "appear be become dawn emerge follow happen help hurt look make matter occur remain seem take "
    "transpire turn".split()
)


def may_stand_for_somebody(parse: Parse, index: int) -> bool:
    """Whether a subject is more than a placeholder: *it said* may be; *it is said*, *there* and *time*,
    which tells in the saying only, are not."""
    token = parse.tokens[index]
    return (
        (token.role != "expl" or speaks_as_it(parse, index))
        and token.lower not in ("there", "time")
        and (token.lower != "it" or token.role in ("nsubj", "expl"))
    )


def speaks_as_it(parse: Parse, index: int) -> bool:
    """*It noted that …*: parsers take the pronoun for a placeholder, as in *it emerged that …*."""
    verb = parse.tokens[parse.tokens[index].head]
    token = parse.tokens[index]
    helped = any(parse.tokens[c].role in ("aux:pass", "cop") for c in parse.children[verb.number])
    active = verb.tag in ("VBD", "VBZ", "VBP", "VB") and not helped
    return token.role == "expl" and token.lower == "it" and active and verb.lemma not in _HAPPENING


def holds_verb(parse: Parse, tokens: Iterable[int]) -> bool:
    return any(parse.tokens[i].tag in VERB_TAGS | {"MD"} for i in tokens)


def first_word(parse: Parse, tokens: Iterable[int]) -> str:
    """The first of some tokens that is a word, in lower case."""
    words = (
        parse.tokens[i].lower
        for i in sorted(tokens)
        if any(c.isalnum() for c in parse.tokens[i].text)
    )
    return next(words, "")


def words_of(parse: Parse, tokens: Iterable[int]) -> tuple[str, ...]:
    return tuple(parse.tokens[i].lower for i in tokens)


def is_preposition(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag == "IN"
