"""Parting: words that a match took in, though they are told on their own.

What a speaker told elsewhere does not describe him, and a participle of telling that is joined to the cue
has the cue's speaker, and not the one that the claim is about.
"""

from __future__ import annotations

from collections.abc import Collection

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_JOINING = frozenset({"and", "but"})
_AT_ONCE = frozenset({"while"})
_SETTING = frozenset("after amid as at before by during in on when".split())
"""What opens words for when or where something was said, or what about."""
_AT_THE_TIME = frozenset({"as", "before", "until", "when", "while"})
"""*He rang the bell | as she said: “We must leave.”*"""


def told_of_speaker(parse: Parse, source: Collection[int], cue: int) -> frozenset[int]:
    """*Lund, | who said she was ill, | left*: the set-off clause of a speaker that holds the cue of another
    claim, or nothing."""
    clause = grammar.relative_clause(parse, cue)
    if clause not in source or not grammar.heads_relative_clause(parse, clause):
        return frozenset()
    words = frozenset(i for i in parse.subtree(clause) if i in source)
    opening = min(i for i in words if parse.tokens[i].text != ",")
    set_off = parse.tokens[opening - 1].text == "," and opening - 2 in source
    related = parse.tokens[opening].tag in ("WP", "WDT")
    return words | {opening - 1} if set_off and related else frozenset()


def setting(
    parse: Parse, speaker: Collection[int], cue: int, claim: Collection[int]
) -> frozenset[int]:
    """*In May, as the rain set in, | she said: “We must leave.”* What stands before a speaker whose words
    follow as a sentence of their own."""
    start = min(speaker, default=cue)
    before = frozenset(i for i in claim if i < start)
    behind = [i for i in claim if i > cue and parse.tokens[i].pos != "PUNCT"]
    if start > cue or not before or not behind:
        return frozenset()
    opener = parse.tokens[min(before)]
    if opener.tag == "CC":
        opener = parse.tokens[min(before) + 1]
    unquoted = all(parse.quoted[i] < 0 for i in before)
    sentence = all(parse.quoted[i] >= 0 for i in behind) and _opens_sentence(parse, min(behind))
    sets = opener.lower in _SETTING or parse.tokens[start - 1].lower in _AT_THE_TIME
    return before if sets and unquoted and sentence else frozenset()


def _opens_sentence(parse: Parse, word: int) -> bool:
    """Whether quoted words begin with a capital that is no name's."""
    token = parse.tokens[word]
    return token.text[0].isupper() and token.tag not in ("NNP", "NNPS")


def joint_of_telling(parse: Parse, outer: int, claim: Collection[int], inner: int) -> int | None:
    """*admitting that it leaked | but warning …*, *said it leaked, | while stressing …*: the word that joins
    a participle of telling to the verb that tells the claim, or None."""
    first = inner - 1 if parse.tokens[inner - 1].tag != "RB" else inner - 2
    joint = parse.tokens[first]
    if first not in claim or parse.tokens[inner].tag != "VBG":
        return None
    if joint.lower in _AT_ONCE and parse.tokens[first - 1].text == ",":
        return first
    alike = parse.tokens[outer].tag == "VBG" and not _has_participle(parse, outer, first)
    return first if joint.lower in _JOINING and alike else None


def _has_participle(parse: Parse, start: int, end: int) -> bool:
    return any(parse.tokens[i].tag == "VBG" for i in range(start + 1, end))
