"""Who: the words of the one who speaks at a verb, and of those who are spoken to."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Tokens

_SPOKEN_TO = frozenset({("to",), ("with",)})


def who_speaks(parse: Parse, cue: Cue, verb: int | None = None) -> Tokens:
    """The words of the one who speaks: the verb's subject, or none."""
    verb = cue.head if verb is None else verb
    subject = _speaking_subject(parse, cue, verb)
    if subject is None:
        near = grammar.described_before(parse, verb) + grammar.right_behind(parse, verb)
        subject = next((s for s in near if cue.speakers.kinds(parse, s) - {"place"}), None)
    if subject is None or not grammar.may_stand_for_somebody(parse, subject):
        return NONE
    if grammar.governor(parse, verb) == subject:
        return frozenset(grammar.speaker(parse, subject) - parse.subtree(verb))
    return frozenset(grammar.speaker(parse, subject)) | grammar.description(parse, verb, subject)


def _speaking_subject(parse: Parse, cue: Cue, verb: int) -> int | None:
    """The subject; a participle set off by a comma takes the nearest before it that can speak."""
    subject = grammar.subject(parse, verb)
    if not grammar.is_free_participle(parse, verb):
        return _speaker_of_joined(parse, cue, verb, subject)
    if (
        not grammar.hangs_from_gerund(parse, verb)
        and subject is not None
        and cue.speakers.can_speak(parse, subject)
        and grammar.governor(parse, verb) != subject
    ):
        return subject
    able = (s for s in grammar.subjects_before(parse, verb) if cue.speakers.can_speak(parse, s))
    return next(able, subject)


def _speaker_of_joined(parse: Parse, cue: Cue, verb: int, subject: int | None) -> int | None:
    """The subject, or that of the telling verb where a told clause about a thing seems to go on with a
    verb of speech: *said the roads were safe and dismissed the report*."""
    outer = grammar.telling_verb(parse, verb)
    if subject is None or outer is None or cue.speakers.can_speak(parse, subject):
        return subject
    teller = grammar.subject(parse, outer)
    return teller if teller is not None and cue.speakers.can_speak(parse, teller) else subject


def spoken_to(parse: Parse, verb: int) -> Tokens:
    people = grammar.indirect_objects(parse, verb) + list(grammar.objects(parse, verb))
    people += [
        noun
        for words, noun in grammar.prepositional(parse, verb)
        if grammar.words_of(parse, words) in _SPOKEN_TO
    ]
    return frozenset(index for person in people for index in grammar.noun_phrase(parse, person))
