"""*Took to the radio to say it*: what somebody does in order to speak, and did speak by doing it."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.language.grammar.roles import OBJECTS
from claimtrack.language.parse import Parse

_EVENTS = frozenset("address appearance briefing call conference interview rally speech".split())
_TEXTS = frozenset(
    "ad advert advertisement article broadcast column debate essay letter post sermon statement".split()
)
_AIRING = frozenset(
    "air airwave blog facebook floor instagram internet lectern microphone podium radio rostrum stage telegram "
    "television tv twitter".split()
)
_OBJECTS: Mapping[str, frozenset[str]] = {
    "call": _EVENTS - {"call"},
    "convene": _EVENTS,
    "deliver": _EVENTS,
    "give": _EVENTS - {"call"},
    "hold": _EVENTS,
    "make": frozenset({"appearance", "speech"}),
    "take": frozenset({"moment", "occasion", "opportunity", "pain", "pains", "time", "trouble"}),
    "use": _EVENTS | _TEXTS | {"appearance", "occasion", "opportunity", "platform", "visit"},
}
"""What somebody *holds*, *uses* or *takes* in order to speak: *used her column to attack the law*."""
_PHRASES: Mapping[str, frozenset[str]] = {
    "go": frozenset({"far", "length", "lengths", "way"}),
    "take": _AIRING | {"media"},
}
"""What somebody *goes out of* or *takes to*: *took to the stage to thank them*, *went so far as to claim it*."""
_LINKS: Mapping[str, frozenset[str]] = {
    "go": frozenset({"of", "as", "to"}),
    "take": frozenset({"to"}),
}
_NOT = frozenset({"barely", "hardly", "n't", "n’t", "never", "not", "rarely", "seldom"})
_FARTHEST = 9
"""How many words may stand between the verb and its infinitive."""


def occasion(parse: Parse, verb: int) -> int | None:
    """The verb by which whoever speaks got to speak, over an infinitive that says what was said: *used*,
    in *used her speech to criticise the ban*. None over any other infinitive."""
    to = next((c for c in parse.children[verb] if c < verb and parse.tokens[c].tag == "TO"), None)
    if parse.tokens[verb].tag != "VB" or to is None:
        return None
    over = parse.tokens[verb].head
    if parse.tokens[over].lemma not in _OBJECTS and parse.tokens[over].lemma not in _PHRASES:
        over = parse.tokens[over].head
    if not over < to <= over + _FARTHEST or _is_left_undone(parse, over):
        return None
    lemma, between = parse.tokens[over].lemma, range(over + 1, to)
    held = any(
        parse.tokens[i].lemma in _OBJECTS.get(lemma, ())
        and parse.tokens[i].role in OBJECTS
        and parse.tokens[i].head == over
        for i in between
    )
    linked = any(parse.tokens[i].lower in _LINKS.get(lemma, ()) for i in between)
    aired = any(parse.tokens[i].lemma.lower() in _PHRASES.get(lemma, ()) for i in between)
    return over if held or (linked and aired) else None


def _is_left_undone(parse: Parse, over: int) -> bool:
    """*never took the time to thank them*."""
    return any(parse.tokens[c].lower in _NOT for c in parse.children[over])
