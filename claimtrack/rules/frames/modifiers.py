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
    if cue.entry.stance == "alleges":
        phrase -= _who_it_is(parse, noun)
    return Slots(NONE, frozenset(i for i in phrase if i > cue.tokens[-1]))


def _who_it_is(parse: Parse, noun: int) -> Tokens:
    """*a self-styled mayor | who left in May*: what is known of somebody is not alleged."""
    clauses = (parse.subtree(c) for c in grammar.relative_clauses(parse, noun))
    personal = (c for c in clauses if parse.tokens[min(c)].lower in ("who", ","))
    return frozenset(i for c in personal for i in c)


def adverb(parse: Parse, cue: Cue) -> Found:
    """*The envoy has reportedly left*; *by all accounts*: the clause is the claim, nobody its source."""
    word = grammar.head_of(parse, cue.tokens)
    if word is None or not (len(cue.tokens) > 1 or grammar.modifies(parse, word)):
        return Missing("a clause that it grades")
    host = grammar.clause_head(parse, grammar.governor(parse, word))
    claim = clause_words(parse, host, without=cue.tokens)
    return Slots(NONE, claim) if claim else Missing("a clause that it grades")


def speaker_adjective_clause(parse: Parse, cue: Cue) -> Found:
    """*The envoy is confident that talks will go on*; *was critical of the deal*, *is a supporter of it*."""
    if _is_active(parse, cue):
        return Missing("an adjective: it is used as a verb here")
    if parse.tokens[max(0, cue.head - 1)].lemma == "make":
        return Missing("a feeling: here something is made so, as in made sure")
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
    word = next((i for i in cue.tokens if grammar.is_noun(parse, i)), None)
    if word is not None:
        return _predicate_noun(parse, cue, word, claim)
    source = who_speaks(parse, cue)
    return Slots(source, claim - source) if source else Missing("a speaker")


def _predicate_noun(parse: Parse, cue: Cue, noun: int, claim: Tokens) -> Found:
    """*has long been a supporter of the dam*, *is in favour of it*: the cue begins with the copula."""
    noun = _whole(parse, noun)
    copula = grammar.copula(parse, noun)
    source = NONE if copula is None else who_speaks(parse, cue, noun)
    if copula is None or not source:
        return Missing("a speaker that is said to be so: *is a supporter of*")
    first = min({copula, *grammar.auxiliaries(parse, noun)})
    return Slots(source, claim - source, cue=frozenset(range(first, cue.tokens[-1] + 1)) - source)


def _whole(parse: Parse, noun: int) -> int:
    """*one* of *is one of the fiercest critics of the dam*."""
    over = parse.tokens[noun].head
    of = grammar.words_of(parse, grammar.markers(parse, noun)) == ("of",)
    return over if of and parse.tokens[over].lower == "one" else noun


def _is_active(parse: Parse, cue: Cue) -> bool:
    """*advocates rules*, *is fanning the flames*: a verb that does something, and no state; a word as the
    list has it that a parser takes for an *-ing* form, *curious*, is one."""
    word = cue.head
    token = parse.tokens[word]
    verb = grammar.is_verb(parse, word) and not grammar.is_passive(parse, word)
    acts = grammar.own_subject(parse, word) is not None or bool(grammar.auxiliaries(parse, word))
    return verb and acts and not (token.tag == "VBG" and token.lower == cue.entry.word.lemmas[0])
