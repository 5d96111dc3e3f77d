"""*The club issued a statement saying …*: who sends a paper out speaks in it."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Slots
from claimtrack.rules.frames.who import who_speaks

_ISSUING = frozenset("circulate issue post publish put release send tweet".split())
_NEAR_PAPER = 6
_PAPERS = frozenset("ad e-mail email letter memo message note post release statement tweet".split())
"""What somebody sends out in his own name."""


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
