"""What: the words of a clause or phrase that is claimed."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Tokens

_TERMS = frozenset({"by", "before", "from", "until", "within"})


def clause_words(parse: Parse, head: int, without: Iterable[int] = ()) -> Tokens:
    """A clause without the linking *that* and the words which join it to the one before."""
    link = grammar.linking_word(parse, head)
    before_link = range(min(parse.subtree(head)), link or 0)
    left_out = {
        *without,
        *before_link,
        *grammar.joining_words(parse, head),
        *grammar.concessions(parse, head),
    } | ({link} if link is not None else set())
    return frozenset(parse.subtree(head, without=left_out)) | grammar.goes_on(parse, head)


def phrase_words(parse: Parse, noun: int, without: Iterable[int] = ()) -> Tokens:
    """A noun or *-ing* phrase without the preposition before it."""
    return frozenset(parse.subtree(noun, without=set(without) | set(grammar.markers(parse, noun))))


def complementing_clause(parse: Parse, cue: Cue) -> int | None:
    """The clause that completes any of the cue's words."""
    own = (
        c
        for token in cue.tokens
        for c in _held_clauses(parse, cue, token)
        if c not in cue.tokens and not grammar.is_reduced_relative(parse, c, token)
    )
    return next(own, None)


def _held_clauses(parse: Parse, cue: Cue, token: int) -> list[int]:
    """The clauses of a word of the cue; those of a noun in it as well: found *evidence that …*."""
    noun = token != cue.head and grammar.is_noun(parse, token)
    return grammar.clauses(parse, token) + (grammar.noun_clauses(parse, token) if noun else [])


def governed_by(parse: Parse, verb: int, prepositions: Iterable[str]) -> list[int]:
    """What the given prepositions govern at the verb (*of fraud*, *for failing to act*), or the adverbs
    among them: *ahead*.
    """
    wanted = {tuple(p.split()) for p in prepositions}
    return [
        noun
        for words, noun in grammar.prepositional(parse, verb)
        if grammar.words_of(parse, words) in wanted
    ] + [word for word in grammar.adverbs(parse, verb) if (parse.tokens[word].lower,) in wanted]


def trailing_phrases(parse: Parse, cue: Cue, last: int, shown: bool = False) -> list[int]:
    """Phrases right behind the object, which parsers hang from the verb as often as from the noun:
    *its success | in the fight*. When or where it was said is left out, but not the term of what is
    promised or wanted, *a law | within a year*, nor when what a document shows happened."""
    found = []
    bound = cue.entry.stance in ("promises", "demands", "believes")
    for words, noun in grammar.prepositional(parse, cue.head):
        term = bound and parse.tokens[words[0]].lower in _TERMS
        if words[0] == last + 1 and (term or shown or not grammar.tells_when_or_where(parse, noun)):
            found.append(noun)
            last = max(parse.subtree(noun))
    return found


def before_main_clause(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """What a participle at the head of a sentence asks, up to the comma: *Asked whether …, he said …*."""
    sentence = grammar.sentence_of(parse, verb)
    if verb > sentence.first:
        return claim
    commas = (i for i in range(verb, sentence.last) if parse.tokens[i].text == ",")
    end = next(commas, sentence.last)
    return frozenset(i for i in claim if i < end)
