"""What frames a reported clause, told by word order: *Over the years, she said, the lake has grown*.

What stands in front of a reporting clause between commas is part of what is reported, unless it tells
when or in what it was said.
"""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.calendar import WEEKDAYS
from claimtrack.language.parse import Parse, Token

_TURNS = frozenset("also however meanwhile nevertheless nonetheless now still then yet".split())
_OF_SAYING = WEEKDAYS | frozenset(
    "address article briefing call conference email filing hearing interview letter message note post release "
    "remarks report speech statement testimony text tweet video".split()
)
"""When or in what something is said: *On Monday*, *In a statement*."""
_OPENING = frozenset("CD DT EX JJ NN NNP NNPS NNS PRP PRP$ RB".split())
_FARTHEST = 6
"""How many words on the comma stands behind where something was said."""
_DASHES = frozenset({"–", "—", "--", "-"})
_CONCEDING = frozenset({"although", "though"})


def is_whole(parse: Parse, verb: int, before: range, last: int) -> bool:
    """*Seeing the flood made him leave, he said*: a sentence whose subject is an *-ing* form, and behind
    which nothing is left for the verb to report."""
    if verb + 1 < last or parse.tokens[before[0]].tag != "VBG":
        return False
    finite = sum(parse.tokens[i].tag in grammar.FINITE_TAGS for i in before)
    return finite > sum(_joins(parse.tokens[i]) for i in before)


def is_set_in_clause(parse: Parse, verb: int, before: range, last: int) -> bool:
    """*Over the years, she said, bread has got worse*: a phrase in front that frames the clause behind, and is
    no time or place of the saying: *In a statement*, *On Monday*."""
    comma = _comma_behind(parse, verb, last)
    if comma is None or comma + 2 >= last or parse.quoted[comma + 1] >= 0:
        return False
    words = [parse.tokens[i] for i in before]
    own = any(t.tag in grammar.FINITE_TAGS or is_of_saying(t) for t in words)
    if words[0].tag not in ("IN", "RB") or words[0].lower in _TURNS or own:
        return False
    behind = parse.tokens[comma + 1 : last]
    return behind[0].tag in _OPENING and any(t.tag in grammar.FINITE_TAGS for t in behind)


def _comma_behind(parse: Parse, verb: int, last: int) -> int | None:
    """The comma right behind a verb, or behind where it was said: *she said | in a letter,*."""
    for index in range(verb + 1, min(verb + _FARTHEST, last)):
        token = parse.tokens[index]
        if token.text == ",":
            where = parse.tokens[verb + 1 : index]
            return index if not where or any(is_of_saying(t) for t in where) else None
        placed = parse.tokens[verb + 1].tag == "IN" and parse.tokens[verb + 1].lower != "that"
        if not placed or token.tag in grammar.FINITE_TAGS or token.pos == "PUNCT":
            return None
    return None


def is_of_saying(token: Token) -> bool:
    """*Monday*, *statement*: when or in what something is said."""
    return token.lower in _OF_SAYING


def _joins(token: Token) -> bool:
    """*that*, *what*, *if* and a comma, behind which a verb is of another clause."""
    return token.tag in ("WDT", "WP", "WP$", "WRB") or token.text == "," or token.lower == "that"


def before_turn(parse: Parse, words: frozenset[int]) -> frozenset[int]:
    """The words up to a dash behind which the writer turns away: *– although at the thought she laughed*."""
    turns = (
        i
        for i in sorted(words)
        if parse.tokens[i].text in _DASHES and parse.tokens[i + 1].lower in _CONCEDING
    )
    end = next(turns, None)
    return words if end is None else frozenset(i for i in words if i < end)
