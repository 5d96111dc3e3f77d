"""*Minister: taxes will fall*: a speaker's label before a colon."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots, Tokens

_LONGEST = 8
_TURNS = frozenset({"a", "answer", "interviewer", "q", "question"})
_OURS = frozenset({"i", "our", "us", "we"})
_NO_NAME = frozenset("@:/<>|#*=([")
"""Marks of mail headers, prices, addresses and titles, which no speaker's label holds."""
_OPENING = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP$", "VBN"})
_SPEAKING = frozenset(
    {"official", "expert", "witness", "participant", "document", "evidence", "news", "group"}
)


def label(parse: Parse, cue: Cue) -> Found:
    """*Minister: taxes will fall*; *A: Never.* The label is the source, the colon the cue."""
    sentence = grammar.sentence_of(parse, cue.head)
    claim = frozenset(range(cue.head + 1, sentence.last))
    before = range(sentence.first, cue.head)
    if not before or not claim or not _is_speakers_label(parse, cue, before):
        return Missing("a speaker's name or role before the colon, at the start of a sentence")
    if _is_list_of_names(parse, claim):
        return Missing("a statement; here names are listed")
    if not (_is_person(parse, cue, before) or _is_said(parse, before, claim)):
        return Missing("a statement behind a label that is no person's")
    return Slots(frozenset(before), claim)


def _is_list_of_names(parse: Parse, claim: Tokens) -> bool:
    """*Northern Jury: Ada Lund, Ben Roth, Eva Kranz*; *Director: Ada Lund*."""
    words = [parse.tokens[i] for i in claim if any(c.isalnum() for c in parse.tokens[i].text)]
    commas = sum(parse.tokens[i].text == "," for i in claim)
    named = all(t.tag in ("NNP", "NNPS", "CC") for t in words)
    return named and (commas > 1 or any(t.entity == "PER" for t in words))


def _is_speakers_label(parse: Parse, cue: Cue, before: range) -> bool:
    """Whether the words before a colon are a name in capitals or a role, and no field of a header or a list:
    *Ada@lund.example Date: 4 May*, *shares of Arena (NASDAQ: ARNA)*, *Currency: euros*.
    """
    words = [parse.tokens[i] for i in before]
    if any(set(word.text) & _NO_NAME for word in words):
        return False
    noun = _noun(parse, before)
    opens = next((word.tag for word in words if word.text.isalnum()), None)
    if opens not in _OPENING or not cue.speakers.can_speak(parse, noun):
        return len(words) == 1 and words[-1].lower in _TURNS
    role = len(words) <= _LONGEST and not grammar.holds_verb(parse, before)
    return role or grammar.is_label(parse, before)


def _noun(parse: Parse, before: range) -> int:
    """*chief* of *The chief of the harbour board: …*."""
    noun = grammar.head_of(parse, [i for i in before if parse.tokens[i].text[:1].isalnum()])
    return before[-1] if noun is None else noun


def _is_person(parse: Parse, cue: Cue, before: range) -> bool:
    """*A*, *Interviewer*, *Ada Lund*, *Mr. Lund*, *Transport minister*; not a place, a field or a topic."""
    noun = parse.tokens[_noun(parse, before)]
    last = parse.tokens[before[-1]]
    if last.lower in _TURNS or noun.entity == last.entity == "PER":
        return True
    if not noun.entity and any(t.entity == "PER" and t.text == noun.text for t in parse.tokens):
        return True
    return not noun.entity and bool(cue.speakers.kinds(parse, noun.number) & _SPEAKING)


def _is_said(parse: Parse, before: range, claim: Tokens) -> bool:
    """Whether words can be what an organisation or an unknown name says: a statement, and no title, price or
    question; behind a place, one of its own: *Norland: We will not pay*."""
    place = parse.tokens[_noun(parse, before)].entity == "LOC"
    ours = any(parse.tokens[i].lower in _OURS for i in claim)
    finite = any(parse.tokens[i].tag in grammar.FINITE_TAGS for i in claim)
    return finite and (ours or not place) and parse.tokens[max(claim)].text != "?"
