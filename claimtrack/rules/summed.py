"""What a cue is about that stands in the writer's summing up: *…, a claim the bank denies*."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.summing import SummingUp, summing_up, thing_before
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots, Tokens

_NONE: Tokens = frozenset()


def summed_up(parse: Parse, cue: Cue) -> Found | None:
    """What the frame of a cue finds in *…, a claim the bank denies*, *…, a charge rejected by the
    bank*, *…, a figure islanders say is wrong*; None where the cue stands in no such thing."""
    if cue.entry.kind == "noun":
        return Missing("a clause of its own: it sums up") if _sums_up(parse, cue) else None
    if cue.entry.kind == "phrase":
        return _set_against(parse, cue)
    sums = summing_up(parse, cue.head) if cue.entry.kind == "verb" else None
    if sums is None:
        return None
    if not sums.speaker:
        passive = cue.entry.frame == "passive"
        return _passive(parse, cue, sums) if passive else Missing("somebody who speaks")
    if cue.entry.frame in ("speaker-verb-object", "speaker-verb-preposition"):
        behind = parse.tokens[cue.tokens[-1] + 1 : cue.tokens[-1] + 2]
        ends = not behind or behind[0].pos in ("PUNCT", "ADV", "ADP", "SCONJ", "CCONJ")
        return Slots(sums.speaker, sums.thing) if ends else None
    if cue.entry.frame in ("naming", "speaker-verb-clause"):
        return _said_of_it(parse, cue, sums)
    return None


def _sums_up(parse: Parse, cue: Cue) -> bool:
    """Whether a noun is itself the thing: its clause says who denies it, not what is claimed."""
    noun = cue.tokens[-1]
    last = grammar.sentence_end(parse, noun)
    verbs = (i for i in range(noun + 1, last) if grammar.is_verb(parse, i))
    found = (summing_up(parse, verb) for verb in verbs)
    return any(sums is not None and noun in sums.thing for sums in found)


def _set_against(parse: Parse, cue: Cue) -> Found | None:
    """*…, a claim at odds with the police log*: the log is the source."""
    thing = thing_before(parse, cue.head)
    governed = grammar.governed(parse, cue.tokens[-1], cue.tokens) if thing else None
    if governed is None:
        return None
    return Slots(frozenset(grammar.noun_phrase(parse, governed)), thing)


def _passive(parse: Parse, cue: Cue, sums: SummingUp) -> Found:
    by = grammar.agent(parse, cue.head)
    return Slots(_NONE if by is None else frozenset(grammar.noun_phrase(parse, by)), sums.thing)


def _said_of_it(parse: Parse, cue: Cue, sums: SummingUp) -> Found:
    """*…, a figure islanders say is wrong*; *…, a charge she called absurd*."""
    last = grammar.sentence_end(parse, cue.head)
    stop = next((i for i in range(cue.head + 1, last) if parse.tokens[i].text in (",", ";")), last)
    said = frozenset(i for i in range(cue.head + 1, stop) if parse.tokens[i].text != ".")
    clause = cue.entry.frame == "speaker-verb-clause"
    if not said or clause != any(parse.tokens[i].tag in grammar.FINITE_TAGS for i in said):
        return Missing("what is said of it")
    return Slots(sums.speaker, sums.thing | said)
