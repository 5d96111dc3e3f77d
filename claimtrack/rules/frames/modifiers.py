"""*Alleged support*, *reportedly left*, *is confident that*: adjectives and adverbs."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words, complementing_clause, phrase_words
from claimtrack.rules.frames.who import who_speaks


def adjective(parse: Parse, cue: Cue) -> Found:
    """*Pakistan's alleged support of the group*: the noun with what follows is the claim, nobody its
    source; *its stated aim is to win*: the owner states the infinitive. Of *self-styled*, the last part
    is the adjective."""
    word = cue.tokens[-1]
    if not grammar.is_attributive(parse, word):
        return Missing("a noun right after it")
    noun = grammar.governor(parse, word)
    phrase = grammar.noun_phrase(parse, noun)
    owner = grammar.possessor(parse, noun)
    aim = grammar.predicate_clause_of(parse, noun)
    if owner is not None and aim is not None and cue.entry.stance != "alleges":
        stated = frozenset(i for i in parse.subtree(aim) if i > cue.tokens[-1]) - phrase
        return Slots(
            frozenset(grammar.noun_phrase(parse, owner)), stated - {grammar.copula(parse, aim)}
        )
    return Slots(NONE, frozenset(i for i in phrase if i > cue.tokens[-1]))


def adverb(parse: Parse, cue: Cue) -> Found:
    """*The envoy has reportedly left*; *by all accounts*: the clause is the claim, nobody its source."""
    word = grammar.head_of(parse, cue.tokens)
    if word is None or not (len(cue.tokens) > 1 or grammar.modifies(parse, word)):
        return Missing("a clause that it grades")
    host = grammar.clause_head(parse, grammar.governor(parse, word))
    claim = clause_words(parse, host, without=cue.tokens)
    return Slots(NONE, claim) if claim else Missing("a clause that it grades")


def speaker_adjective_clause(parse: Parse, cue: Cue) -> Found:
    """*The envoy is confident that talks will go on*; *was critical of the deal*; *is a critic of the deal*."""
    word = _predicate(parse, cue)
    if word is None:
        return Missing("an adjective, or a noun that says what somebody is")
    complement = complementing_clause(parse, cue)
    if complement is not None:
        claim = clause_words(parse, complement)
    elif len(cue.tokens) > 1:
        governed = grammar.governed(parse, cue.tokens[-1], cue.tokens)
        claim = phrase_words(parse, governed) if governed is not None else NONE
    else:
        claim = NONE
    if not claim:
        return Missing("a clause, or what its preposition governs")
    source = who_speaks(parse, cue, word)
    return (
        Slots(source, claim - source, cue=_own(parse, cue, word))
        if source
        else Missing("a speaker")
    )


def _own(parse: Parse, cue: Cue, word: int) -> Tokens:
    """The cue with what stands before it, where that is more than the adjective's group: *is not | in
    favor of*, *is a fierce | critic of*."""
    copula = grammar.copula(parse, word) if grammar.is_noun(parse, word) else None
    first = cue.head if copula is None or copula > cue.head else copula
    if first == word:
        return NONE
    before = grammar.group_before(parse, word, first) | set(range(first, cue.head))
    return frozenset(before) | frozenset(cue.tokens)


def _predicate(parse: Parse, cue: Cue) -> int | None:
    """The cue's word that has the subject: *favor* of *in favor of*; not a verb with an object (*opened
    the gate to visitors*), nor a noun that somebody is not said to be."""
    at = grammar.head_of(parse, cue.tokens)
    word = cue.head if at is None else at
    acts = grammar.is_verb(parse, word) and grammar.objects(parse, word)
    outside = grammar.is_noun(parse, word) and grammar.copula(parse, word) is None
    return None if acts or outside else word
