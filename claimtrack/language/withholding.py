"""Withholding: what makes a verb of speech one that was not spoken.

*has yet to confirm*, *was unable to say*, *failed to condemn*, *stopped short of promising*: told by
words and place, since parsers hang such verbs in many ways.
"""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_HELPING = frozenset({"be", "have", "remain"})
_SHORT = frozenset({"stop", "fall"})


def withheld_by(parse: Parse, verb: int) -> frozenset[int]:
    """The words that withhold a verb, up to its *to*, and that belong to its cue: *has yet to* confirm."""
    to = _before_adverbs(parse, verb)
    if to > grammar.sentence_start(parse, verb) and parse.tokens[to].lower == "be":
        to = _before_adverbs(parse, to)
    if to <= grammar.sentence_start(parse, verb) or parse.tokens[to].lower != "to":
        return frozenset()
    first = _withholder(parse, to - 1)
    if first is None:
        return frozenset()
    return frozenset(grammar.verb_group(parse, first)) | frozenset(range(first, verb))


def is_left_short(parse: Parse, verb: int) -> bool:
    """*stopped short of promising*, *voted against recommending it*: a gerund that tells what somebody did
    not do or does not want done."""
    of = _before_adverbs(parse, verb)
    start = max(grammar.sentence_start(parse, verb), of - 2)
    words = [token.lemma for token in parse.tokens[start : of + 1]]
    short = words[1:] == ["short", "of"] and words[0] in _SHORT
    return parse.tokens[verb].tag == "VBG" and (short or words[-1:] == ["against"])


def _before_adverbs(parse: Parse, index: int) -> int:
    """The token before a verb and its adverbs; the one before the sentence where there is none."""
    first, at = grammar.sentence_start(parse, index), index - 1
    while at >= first and parse.tokens[at].tag == "RB" and parse.tokens[at].lower != "to":
        at -= 1
    return at


def _withholder(parse: Parse, index: int) -> int | None:
    """Where the words begin that withhold what follows: *has* yet, *was* unable, *failed*."""
    token = parse.tokens[index]
    if token.lemma == "fail" and grammar.is_verb(parse, index):
        return index if not grammar.negations(parse, index) else None
    if grammar.opens_sentence(parse, index):
        return None
    before = parse.tokens[index - 1]
    if token.lower in ("yet", "unable"):
        return index - 1 if before.lemma in _HELPING else None
    been = before.lower == "been"
    at = index - 2 - been
    negated = at >= grammar.sentence_start(parse, index) and parse.tokens[at + 1].lower in (
        "not",
        "n't",
        "n’t",
    )
    return at if token.lower == "able" and negated else None
