"""*The firm vowed to pay*: a verb and an infinitive or *-ing* form."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots
from claimtrack.rules.frames.what import clause_words
from claimtrack.rules.frames.who import who_speaks


def speaker_verb_infinitive(parse: Parse, cue: Cue) -> Found:
    """*The firm vowed to pay*; *denied knowing him*; *urged the bank to pay* (with the bank)."""
    verb = cue.head
    if cue.entry.kind == "verb" and grammar.is_passive(parse, verb):
        return Missing("an active verb")
    if cue.entry.kind == "adjective" and not _describes(parse, verb):
        return Missing("an adjective: it is used as a verb here")
    actions = [
        a for token in cue.tokens for a in grammar.open_clauses(parse, token) if a not in cue.tokens
    ]
    people = grammar.objects(parse, verb) + grammar.indirect_objects(parse, verb)
    people = [person for person in people if not grammar.is_day(parse, person)]
    if not actions:  # *called on him | to resign*, *pledged in May | to pay*
        actions = grammar.purposes(parse, verb)
    if not actions:
        return Missing("an infinitive or -ing form")
    if cue.entry.stance == "promises" and _is_left_open(parse, actions[0]):
        return Missing("what is to be done: it is left open")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = clause_words(parse, actions[0], without=_what_is_so(parse, actions[0]))
    for person in people:
        claim |= frozenset(grammar.noun_phrase(parse, person))
    return Slots(source, claim - source)


def _is_left_open(parse: Parse, action: int) -> bool:
    """*decide | what to do*, *agreed | how to pay*: a question, to which no answer is told."""
    first = parse.tokens[min(parse.subtree(action))]
    return first.tag in ("WP", "WRB", "WDT", "WP$") or first.lower in ("if", "whether")


def _describes(parse: Parse, word: int) -> bool:
    """*willing to go*, *was determined to win*, *Lind, determined to win*: not *determined the plot to be his*."""
    set_off = parse.tokens[word - 1].text == ","
    return set_off or grammar.is_adjective(parse, word) or grammar.is_passive(parse, word)


def _what_is_so(parse: Parse, action: int) -> list[int]:
    """*hopes to hear it | and is planning a march*: finite verbs that parsers join to an infinitive."""
    finite = (c for c in grammar.conjuncts(parse, action) if grammar.is_finite(parse, c))
    return [c for c in finite if grammar.own_subject(parse, c) is None]
