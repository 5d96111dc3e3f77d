"""Candidates: who may speak where a verb has no subject, told by who stands near it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimtrack.language.grammar.auxiliaries import copula
from claimtrack.language.grammar.bounds import opens_sentence, sentence_start
from claimtrack.language.grammar.noun_phrases import noun_phrase
from claimtrack.language.grammar.roles import with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.grammar.times import tells_when_or_where
from claimtrack.language.grammar.verb_groups import verb_group
from claimtrack.language.grammar.words import is_name, is_noun, is_verb
from claimtrack.language.parse import Parse


def subjects_before(parse: Parse, verb: int) -> Iterator[int]:
    """Subjects of the clauses before a verb in its sentence, the nearest clause first."""
    first = sentence_start(parse, verb)
    for index in range(verb - 1, first - 1, -1):
        if is_verb(parse, index) or copula(parse, index) is not None:
            own = own_subject(parse, index)
            if own is not None and own < index:
                yield own


def described_before(parse: Parse, verb: int) -> list[int]:
    """Nouns whose description between commas ends right before the verb: *Lund, 39, a cook, said*."""
    first = sentence_start(parse, verb)
    group = verb_group(parse, verb)
    start = verb
    while start > first and start - 1 in group:
        start -= 1
    if start <= first or parse.tokens[start - 1].text != ",":
        return []
    commas = [i for i in range(first + 1, start - 1) if parse.tokens[i].text == ","]
    last = range(commas[-1] + 1, start - 1) if commas else range(0)
    if last and all(is_name(parse, i) or parse.tokens[i].text == "-" for i in last):
        return [_described(parse, start - 2, first, frozenset({"flat", "appos"})), start - 2]
    nouns = [i - 1 for i in reversed(commas) if is_noun(parse, i - 1)]
    nouns += [_described(parse, i - 1, first) for i in commas[:1]]
    return [noun for noun in nouns if not tells_when_or_where(parse, noun)]


def _described(parse: Parse, last: int, first: int, roles: Collection[str] = ()) -> int:
    """The noun that a phrase from the sentence's first word on is about: *a memo dated 4 May*; where
    ``roles`` are given, by words in these alone: *the widow, Laura Obi*."""
    at = last
    while first <= parse.tokens[at].head < at and (not roles or parse.tokens[at].role in roles):
        at = parse.tokens[at].head
    return at


def _follows_what_is_told(parse: Parse, verb: int) -> bool:
    """Whether a mark stands before a verb that closes what is told, and no description of who tells it."""
    mark, last = parse.tokens[verb - 1], parse.tokens[max(verb - 2, 0)]
    if mark.pos != "PUNCT":
        return False
    return mark.text != "," or parse.quoted[last.number] >= 0 or last.pos == "PUNCT"


def right_behind(parse: Parse, verb: int) -> list[int]:
    """A noun right behind a verb that comes after what it reports, which a parser may take for its
    object: *“…,” said the minister*."""
    before = [
        c
        for c in parse.children[verb]
        if c < verb and parse.tokens[c].role in ("ccomp", "parataxis", "dep", "obj", "advcl")
    ]
    front = opens_sentence(parse, verb) or _follows_what_is_told(parse, verb)
    nouns = with_role(parse, verb, ("obj", "iobj", "dep", "obl", "ccomp", "xcomp", "appos"))
    near = [
        n
        for n in nouns
        if n > verb and min(noun_phrase(parse, n)) == verb + 1 and not is_verb(parse, n)
    ]
    return near if before or front else []
