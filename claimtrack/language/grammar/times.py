"""Times and places: phrases that say when or where a thing was said, rather than who or what."""

from __future__ import annotations

from claimtrack.language.calendar import MONTHS, WEEKDAYS
from claimtrack.language.grammar.markers import preposition
from claimtrack.language.parse import Parse

_DAYS = WEEKDAYS | {"today", "yesterday"}
TIMES = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "today yesterday tomorrow tonight morning afternoon evening night day week month year decade hour minute "
        "moment time weekend interview statement speech briefing conference letter email e-mail tweet post twitter "
        "facebook radio television tv hearing testimony meeting call court parliament report filing remarks comment "
        "phone telephone message memo column article video rally address press".split()
    )
)


_SPANS = frozenset(
    "second minute hour day night week weekend month occasion season year decade century while moment "
    "time now once".split()
)


def is_span_of_time(parse: Parse, index: int) -> bool:
    """*held them for two weeks*, *for the second time*: how long or how often, and no ground for it."""
    return parse.tokens[index].lemma in _SPANS


def is_day(parse: Parse, index: int) -> bool:
    """*officials in the county on Friday*: a day tells when somebody spoke, not who."""
    plain = set(preposition(parse, index)) <= {"on"}
    return parse.tokens[index].lower in _DAYS and plain


def tells_when_or_where(parse: Parse, noun: int) -> bool:
    """Whether a phrase says when or where a thing was said, rather than what."""
    token = parse.tokens[noun]
    return (
        token.lemma in TIMES
        or token.tag == "CD"
        or (token.entity == "LOC" and "at" in preposition(parse, noun))
    )
