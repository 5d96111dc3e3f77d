"""*Minister: taxes will fall*: a speaker's label before a colon."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots, Tokens


def label(parse: Parse, cue: Cue) -> Found:
    """*Minister: taxes will fall*; *A: Never.* The label is the source, the colon the cue."""
    sentence = grammar.sentence_of(parse, cue.head)
    claim = frozenset(range(cue.head + 1, sentence.last))
    before = range(sentence.first, cue.head)
    if not before or not claim or not _is_speakers_label(parse, cue, before):
        return Missing("a speaker's name or role before the colon, at the start of a sentence")
    if _is_list_of_names(parse, claim):
        return Missing("a statement; here names are listed")
    return Slots(frozenset(before), claim)


def _is_list_of_names(parse: Parse, claim: Tokens) -> bool:
    """*Northern Jury: Ada Lund, Ben Roth, Eva Kranz.*"""
    words = [parse.tokens[i] for i in claim if any(c.isalnum() for c in parse.tokens[i].text)]
    commas = sum(parse.tokens[i].text == "," for i in claim)
    return commas > 1 and all(t.tag in ("NNP", "NNPS", "CC") for t in words)


def _is_speakers_label(parse: Parse, cue: Cue, before: range) -> bool:
    """Whether the words before a colon are a name in capitals, or end in a role; no bracket opens among
    them: *shares of Arena (NASDAQ: ARNA)*.
    """
    if any(parse.tokens[i].text in "([" for i in before):
        return False
    role = cue.speakers.can_speak(parse, before[-1]) and not grammar.holds_verb(parse, before)
    return grammar.is_label(parse, before) or (role and len(before) <= 8)
