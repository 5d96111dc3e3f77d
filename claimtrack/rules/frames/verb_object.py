"""*Pakistan denies this support*: a verb and its object."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.relating import said_of_it
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import (
    complementing_clause,
    governed_by,
    is_ground,
    phrase_words,
    stated_grounds,
    trailing_phrases,
)
from claimtrack.rules.frames.who import who_speaks

_PICTURING = frozenset({"find", "have", "record", "show"})


def speaker_verb_object(parse: Parse, cue: Cue) -> Found:
    """*Pakistan denies this support*; with ``joins``, *accused the bank of fraud*."""
    verb = cue.head
    if grammar.is_passive(parse, verb) or cue.entry.word.passive:
        return Missing("an active verb" if not cue.entry.word.passive else "a passive verb")
    if not grammar.is_verb(parse, verb):
        return Missing("a verb with an object; it is a predicate here")  # *is like the other*
    if set(grammar.particle(parse, verb)) - set(cue.tokens) and not _stands(parse, cue):
        return Missing("the verb alone; with its particle it is another")
    objects = _objects(parse, cue)
    if not objects or complementing_clause(parse, cue) is not None:
        return Missing("a noun as its object")
    if parse.tokens[verb].lemma == "deny" and grammar.takes_two(parse, verb):
        return Missing("a thing that is not so; what is denied somebody is refused")
    if parse.tokens[verb].lemma == "question" and _is_somebody(parse, cue, objects[0]):
        return Missing("a thing that is doubted; who is questioned is asked")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    thing = objects[0]
    grounds = stated_grounds(parse, cue) or _late_ground(parse, cue, thing)
    if not grounds and _wants_ground(parse, cue, thing):
        return Missing("a stated ground: " + ", ".join(cue.entry.joins))
    grounds += grammar.gerunds_joined(parse, verb) if grounds or cue.entry.joins else []
    claim = _claimed(parse, cue, thing, grounds, _is_text(parse, cue, source))
    return Slots(source, claim - source - frozenset(cue.tokens))


def _stands(parse: Parse, cue: Cue) -> bool:
    """*show her | up by nine points*: where a poll puts somebody, and no particle of the verb."""
    apart = (p for p in grammar.particle(parse, cue.head) if p > cue.head + 1)
    return _pictures(parse, cue.head) and any(
        parse.tokens[p + 1].tag in ("CD", "DT", "IN") for p in apart
    )


def _objects(parse: Parse, cue: Cue) -> list[int]:
    """What the cue's words take, behind its preposition where it ends in one: not the *terms* of *agreed
    terms with a club*, nor oneself, of whom nothing is told: *explained himself*."""
    objects = [o for token in cue.tokens for o in _things(parse, cue, token) if o not in cue.tokens]
    if len(cue.tokens) > 1 and grammar.is_preposition(parse, cue.tokens[-1]):
        objects = [o for o in objects if o > cue.tokens[-1]]
    if not cue.entry.joins:
        objects = [o for o in objects if not grammar.is_reflexive(parse, o)]
    return [
        o for o in objects if not (grammar.is_lone_pronoun(parse, o) or grammar.is_day(parse, o))
    ]


def _things(parse: Parse, cue: Cue, verb: int) -> list[int]:
    """What the verb takes; *shows the mayor 16 points ahead*, *accused the dean of lying*: who is shown or
    accused, not spoken to."""
    taken = parse.tokens[verb].lemma in _PICTURING or "of" in cue.entry.joins
    shown = grammar.indirect_objects(parse, verb) if taken else []
    if parse.tokens[verb].lemma in _PICTURING:
        shown = shown or _shown_to_be(parse, verb)
    return grammar.objects(parse, verb) or shown or _lost_to_what_is_said(parse, verb)


def _shown_to_be(parse: Parse, verb: int) -> list[int]:
    """*shows the mayor | ready to run again*: whom a clause without a verb tells of."""
    small = (c for c in grammar.predicates(parse, verb) if c > verb)
    subjects = (grammar.own_subject(parse, c) for c in small)
    return [s for s in subjects if s is not None and s > verb]


def _lost_to_what_is_said(parse: Parse, verb: int) -> list[int]:
    """*opposed the dam, which she says would flood it*: the object, which parsers make a subject of what
    is said of it."""
    told = (c for c in grammar.clauses(parse, verb) if c > verb and said_of_it(parse, c, verb))
    subjects = (grammar.own_subject(parse, c) for c in told)
    return [s for s in subjects if s is not None and s > verb]


def _is_somebody(parse: Parse, cue: Cue, noun: int) -> bool:
    people = {"person", "official", "witness", "expert", "participant", "name"}
    return bool(cue.speakers.kinds(parse, noun) & people)


def _is_text(parse: Parse, cue: Cue, source: Tokens) -> bool:
    """Whether a document or a piece of evidence speaks: what it shows it shows with time and place."""
    head = grammar.head_of(parse, source)
    return head is not None and bool(cue.speakers.kinds(parse, head) & {"document", "evidence"})


def _claimed(parse: Parse, cue: Cue, thing: int, grounds: list[int], shown: bool) -> Tokens:
    """The thing with its grounds, what stands close behind it, and what follows from it."""
    claim = _object_phrase(parse, thing)
    if parse.tokens[cue.head].lemma == "give" or (shown and _pictures(parse, cue.head)):
        for given in grammar.indirect_objects(parse, cue.head):
            claim |= phrase_words(parse, given)
    for other in grammar.joined_objects(parse, cue.head, max(claim)):
        claim |= frozenset(parse.subtree(other))
    for joined in grounds + trailing_phrases(parse, cue, max(claim), shown):
        claim |= frozenset(parse.subtree(joined))
    if shown:
        claim |= _pictured(parse, cue.head, claim)
    claim |= grammar.aim_behind(parse, cue.head, thing, max(claim))
    return claim | (grammar.results(parse, cue.head, claim) or grammar.loose_end(parse, claim))


def _pictured(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """What the thing is shown to do or to be: *shows her | clutching a phone*, *finds him | ahead*."""
    return grammar.told_of(parse, verb, max(claim)) if _pictures(parse, verb) else NONE


def _pictures(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].lemma in _PICTURING


def _late_ground(parse: Parse, cue: Cue, thing: int) -> list[int]:
    """*accused her in parliament last month | of lying*: an *-ing* form behind the preposition, which
    parsers hang from what stands before it."""
    if "of" not in cue.entry.joins or governed_by(parse, thing, cue.entry.joins):
        return []
    end = grammar.sentence_end(parse, thing) - 1
    behind = takewhile(lambda i: not _acts(parse, i), range(thing + 1, end))
    pairs = (
        i for i in behind if parse.tokens[i].lower == "of" and parse.tokens[i + 1].tag == "VBG"
    )
    grounds = [i + 1 for i in pairs][:1]
    return [grammar.governor(parse, g) if grammar.is_auxiliary(parse, g) else g for g in grounds]


def _acts(parse: Parse, index: int) -> bool:
    """A verb, whose own ground it would be: *held the crew, accusing them of fishing*."""
    return grammar.is_verb(parse, index) and parse.tokens[index - 1].lower != "of"


def _wants_ground(parse: Parse, cue: Cue, thing: int) -> bool:
    """Whether a ground must be stated, and does not hang from the object either; *the brother of the
    mayor* has none."""
    joins = tuple(join for join in cue.entry.joins if join != "of")
    hung = governed_by(parse, thing, joins)
    return cue.entry.conditions.grounds and not any(is_ground(parse, g) for g in hung)


def _object_phrase(parse: Parse, noun: int) -> Tokens:
    """The object's words; a relative pronoun brings what it stands for."""
    if grammar.antecedent(parse, noun) is None:
        return phrase_words(parse, noun)
    return frozenset(grammar.speaker(parse, noun)) - {noun}
