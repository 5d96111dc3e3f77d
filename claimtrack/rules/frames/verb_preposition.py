"""*The union called for a strike*: a verb and what its preposition governs."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots
from claimtrack.rules.frames.what import phrase_words, trailing_phrases
from claimtrack.rules.frames.who import who_speaks


def speaker_verb_preposition(parse: Parse, cue: Cue) -> Found:
    """*The union called for a strike*: the cue's last word governs the claim; who is asked belongs to
    it: *asked the city for the files*."""
    verb, last = cue.head, cue.tokens[-1]
    if len(cue.tokens) < 2:
        return Missing("a preposition in the cue")
    if grammar.is_passive(parse, verb):
        return Missing("an active verb")
    if aside(parse, verb) is not None:
        return Missing("a claim behind its preposition; it stands beside what it reports")
    people = grammar.objects(parse, verb) + grammar.indirect_objects(parse, verb)
    between = [
        o
        for o in people
        if verb < o < last and o not in cue.tokens and not _is_no_recipient(parse, o)
    ]
    wanted = cue.entry.stance == "demands"
    governed = grammar.governed(parse, last, cue.tokens) if wanted or not between else None
    if governed is not None and grammar.is_day(parse, governed):
        return Missing("something besides the day")  # *agreed on Monday to pay*
    if governed is None:
        return Missing(f"something that {parse.tokens[last].text} governs")
    infinitive = grammar.is_infinitive(parse, governed)
    if infinitive and not (wanted and grammar.own_subject(parse, governed) is not None):
        return Missing("a noun or -ing form; an infinitive follows")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = frozenset(parse.subtree(governed)) if infinitive else phrase_words(parse, governed)
    for trailing in trailing_phrases(parse, cue, max(claim)):
        claim |= frozenset(parse.subtree(trailing))
    for action in grammar.open_clauses(parse, verb) + grammar.purposes(parse, verb):
        if action > governed and action not in claim:
            claim |= frozenset(parse.subtree(action))
    if between:
        asked = frozenset(grammar.noun_phrase(parse, between[0]))
        return Slots(source, claim | asked | {last}, cue=frozenset(grammar.verb_group(parse, verb)))
    return Slots(source, claim - source - frozenset(cue.tokens))


def _is_no_recipient(parse: Parse, noun: int) -> bool:
    """*voted nine to six for it*, *distanced itself from it*: nobody who is asked."""
    return grammar.is_number(parse, noun) or grammar.is_reflexive(parse, noun)
