"""*The plan drew criticism from anglers*: who holds it stands behind the noun, what it is about before it."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Slots, Tokens

DRAWING = frozenset(
    "attract bring draw earn elicit face garner get meet prompt provoke receive spark trigger win".split()
)
"""Verbs whose subject is what an attitude is about, and nobody who holds it."""
_WINNING = frozenset(
    "attract collect command draw earn enjoy gain garner get have keep land lose muster pick receive "
    "secure snag win".split()
)
_BACKING = frozenset("approval backing blessing endorsement praise support".split())
_FOR_A_DEED = frozenset({"acclaim", "praise"})
_MEETING = {"meet": "with", "come": "under"}
_PLACES = frozenset({"place", "document", "evidence"})


def drawn(parse: Parse, cue: Cue, noun: int) -> Slots | None:
    """*drew criticism from anglers for its cost*, *met with scorn from them*, *won the backing of the union*."""
    if not cue.entry.joins:
        return None
    verb = _drawing_verb(parse, noun)
    subject = None if verb is None else grammar.subject(parse, verb)
    holder = None if verb is None else _holder(parse, cue, noun, verb)
    if verb is None or subject is None or holder is None:
        return None
    grounds = _grounds(parse, cue, noun, holder)
    holders = frozenset(grammar.noun_phrase(parse, holder)) - grounds
    about = frozenset(grammar.speaker(parse, subject)) - holders
    words = {*cue.tokens, *grammar.verb_group(parse, verb), *grammar.markers(parse, noun)}
    return Slots(holders, about | grounds, cue=frozenset(words))


def able(parse: Parse, cue: Cue, noun: int) -> bool:
    """Whether somebody may be meant who holds an attitude: no place and no text."""
    return bool(cue.speakers.kinds(parse, noun) - _PLACES)


def _drawing_verb(parse: Parse, noun: int) -> int | None:
    """The verb that an attitude is the object of, or the one of *met with*, *came under*."""
    verb = grammar.verb_of_object(parse, noun)
    if verb is not None:
        lemmas = DRAWING | _WINNING if parse.tokens[noun].lemma in _BACKING else DRAWING
        return verb if parse.tokens[verb].lemma in lemmas else None
    host = parse.tokens[noun].head
    before = grammar.words_of(parse, grammar.markers(parse, noun))
    return host if before and _MEETING.get(parse.tokens[host].lemma) == before[0] else None


def _holder(parse: Parse, cue: Cue, noun: int, verb: int) -> int | None:
    """Whom *from*, *by* or *among* names; *of*, too, where the noun is what is won: *the backing of the union*."""
    won = parse.tokens[noun].lemma in _BACKING and parse.tokens[verb].lemma in _WINNING
    wanted = {("from",), ("among",), ("by",)} | ({("of",)} if won else set())
    found = (
        holder
        for host in (noun, verb)
        for words, holder in grammar.prepositional(parse, host)
        if holder > noun and grammar.words_of(parse, words) in wanted and able(parse, cue, holder)
    )
    return next(found, None)


def _grounds(parse: Parse, cue: Cue, noun: int, holder: int) -> Tokens:
    """What it is criticised or praised for, which parsers hang from the noun, its holder or the verb."""
    if cue.entry.stance != "criticises" and parse.tokens[noun].lemma not in _FOR_A_DEED:
        return NONE
    for host in (noun, holder, parse.tokens[noun].head):
        for words, ground in grammar.prepositional(parse, host):
            if ground > noun and grammar.words_of(parse, words) == ("for",):
                return frozenset(parse.subtree(ground))
    return NONE
