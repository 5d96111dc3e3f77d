"""*The club issued a statement saying …*: who sends a paper out speaks in it."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Slots
from claimtrack.rules.frames.who import who_speaks

_ISSUING = frozenset(
    "adopt air approve circulate issue pass post publish put release send sign tweet write".split()
)
_NEAR_PAPER = 6
_PAPERS = frozenset(
    "ad column e-mail email letter memo message note op-ed post release resolution statement tweet video".split()
)
"""What somebody sends out in his own name."""


def in_ones_own_name(parse: Parse, cue: Cue, found: Slots) -> Slots:
    """What a frame found, with who issues the paper as its source: *sent a letter urging the town to pay*."""
    sent = issued(parse, cue) if cue.entry.kind == "verb" else None
    if sent is None:
        return found
    words = sent.cue | (found.cue or frozenset(cue.tokens))
    return replace(found, source=sent.source, claim=found.claim - sent.source - words, cue=words)


def issued(parse: Parse, cue: Cue) -> Slots | None:
    """*The club | issued a statement saying | …*: who issues it speaks, and not the paper."""
    near = range(cue.head - 1, max(cue.head - _NEAR_PAPER, 0), -1)
    paper = next((i for i in near if parse.tokens[i].lemma in _PAPERS), None)
    if paper is None or parse.tokens[cue.head].tag != "VBG":
        return None
    verb = grammar.governor(parse, paper)
    issues = parse.tokens[verb].lemma in _ISSUING and paper in grammar.objects(parse, verb)
    if not issues or grammar.is_passive(parse, verb):
        return None
    who = who_speaks(parse, cue, verb)
    first = min(grammar.verb_group(parse, verb))
    words = {*range(first, paper + 1), cue.head} - who
    return Slots(who, NONE, cue=frozenset(words)) if who and max(who) < verb else None
