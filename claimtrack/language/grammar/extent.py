"""Extent: where a reported claim ends."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.language.grammar.bounds import sentence_end
from claimtrack.language.grammar.markers import introduced_by
from claimtrack.language.grammar.roles import FINITE_TAGS, with_role
from claimtrack.language.grammar.sharing import resumed
from claimtrack.language.grammar.times import tells_when_or_where
from claimtrack.language.parse import Parse, Token

_LEAVING = frozenset(
    "according accord cite say add despite while though although in on at during after before".split()
)
_REASONS = frozenset({"because", "if", "so", "than", "that", "unless"})
_TELLING = frozenset(
    "accuse add argue call cite claim describe insist note quote say tell warn".split()
)
_RESULTING = frozenset({"bring", "leave", "take"})
"""*14 cases, bringing the total to 63*: what follows from what is told."""
_HARMING = frozenset(
    "cause damage destroy displace flood hurt injure kill maim poison ruin trap wound".split()
)
"""*claims that a plant leaked, killing fish*: what comes of what happened, and not of who tells it."""
_AIMS = frozenset(
    "agreement aim bid campaign deal decision drive effort goal initiative intention move offer plan programme "
    "proposal push scheme".split()
)
"""What an infinitive completes: *a plan to widen the road*."""
_STANDINGS = frozenset({"ahead", "behind", "down", "level", "up"})
"""Where polls put somebody: *shows her | ahead by nine points*."""
_QUOTATION_MARKS = frozenset({"“", "”", '"', "''", "``"})


def loose_end(parse: Parse, claim: frozenset[int], told_by: int | None = None) -> frozenset[int]:
    """The rest of a sentence behind a claim, where no new statement begins in it: long phrases at the
    end, *all of them allegedly members*, are what parsers lose most often, and reasons behind a clause
    ``told_by`` a verb that is not itself quoted."""
    start = max(claim) + 1
    rest = parse.tokens[start : sentence_end(parse, start - 1)]
    words = [t for t in rest if t.pos != "PUNCT"]
    if not words:
        return frozenset()
    reasons = told_by is not None and parse.quoted[told_by] < 0 and _gives_reasons(parse, words)
    belongs = reasons or _only_adds(parse, words, rest)
    return frozenset(t.number for t in rest) if belongs else frozenset()


def results(parse: Parse, verb: int, claim: frozenset[int]) -> frozenset[int]:
    """What follows from what is told, *…, bringing the total to 63*, where the sentence goes on behind it."""
    behind = (c for c in parse.children[verb] if c > max(claim) and parse.tokens[c].tag == "VBG")
    following = (c for c in behind if parse.tokens[c].lemma in _RESULTING | _HARMING)
    close = (c for c in following if parse.tokens[c - 1].text == "," and c - 2 in claim)
    return frozenset(i for c in close for i in parse.subtree(c))


def told_of(parse: Parse, verb: int, last: int) -> frozenset[int]:
    """What a verb tells of its object right behind the object's last word: *shows her | clutching a phone*,
    *shows her | up by nine points*."""
    behind = [c for c in parse.children[verb] if c > last]
    doing = [c for c in behind if parse.tokens[c].role in ("xcomp", "ccomp", "advcl", "obl")]
    close = [c for c in doing if min(parse.subtree(c)) <= last + 1]
    if behind and behind[0] == last + 1 and parse.tokens[last + 1].lower in _STANDINGS:
        close = [c for c in behind if c == last + 1 or parse.tokens[c].role in ("obl", "nmod")]
    close = [c for c in close if parse.tokens[last + 1].lower != "according"]
    return frozenset(i for c in close for i in parse.subtree(c)) or _lost_standing(parse, last)


def aim_behind(parse: Parse, verb: int, noun: int, last: int) -> frozenset[int]:
    """*announced plans Tuesday | to widen the road*: the infinitive of a noun, behind when it was announced."""
    infinitives = (c for c in parse.children[verb] if c > last and introduced_by(parse, c) == "to")
    clause = next(infinitives, None)
    if clause is None or parse.tokens[noun].lemma not in _AIMS:
        return frozenset()
    words = frozenset(i for i in parse.subtree(clause) if i > last)
    to = next((i for i in sorted(words) if parse.tokens[i].lower == "to"), last)
    between = [i for i in range(last + 1, to) if parse.tokens[i].tag not in ("DT", "IN")]
    timed = all(tells_when_or_where(parse, i) for i in between)
    return frozenset(i for i in words if i >= to) if timed else frozenset()


def _lost_standing(parse: Parse, last: int) -> frozenset[int]:
    """*has her | leading by two points*, *| nine points ahead*: what parsers hang from elsewhere, up to a comma."""
    end = sentence_end(parse, last)
    words = parse.tokens[last + 1 : end]
    measured = len(words) > 2 and words[0].tag == "CD" and words[2].lower in _STANDINGS
    acting = bool(words) and words[0].tag == "VBG" and words[0].lower != "according"
    if parse.tokens[last].pos == "PUNCT" or not (acting or measured):
        return frozenset()
    stops = (t.number for t in words if t.text in (",", ";", ".") or t.lower in ("as", "while"))
    return frozenset(range(last + 1, next(stops, end)))


def _gives_reasons(parse: Parse, words: Sequence[Token]) -> bool:
    """*said the port was shut | because the crane had failed*, *…, but that it would open again*."""
    first, second = words[0], words[1] if len(words) > 1 else None
    if any(t.tag == "VBG" and t.lemma in _TELLING for t in words):
        return False
    told_too = second is not None and (second.lower == "that" or parse.quoted[second.number] >= 0)
    close = parse.tokens[first.number - 1].text != ","
    return (first.lower in _REASONS and close) or (first.tag == "CC" and told_too)


def _only_adds(parse: Parse, words: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether the words hold no verb of their own, no time and no new quotation."""
    finite = any(t.tag in FINITE_TAGS for t in words)
    opens_anew = words[0].tag in ("VBG", "CC", "TO") and words[0].lemma not in _RESULTING
    if finite or opens_anew or words[0].lemma in _LEAVING:
        return False
    timed = any(tells_when_or_where(parse, t.number) for t in words)
    return not timed and not any(t.text in _QUOTATION_MARKS for t in rest)


def concessions(parse: Parse, clause: int) -> list[int]:
    """Clauses with *though* or *while* behind a clause, set off by a comma: the writer's own turn."""
    found = [c for c in with_role(parse, clause, ("advcl",)) if c > clause]
    turns = [c for c in found if introduced_by(parse, c) in ("though", "although")]
    turns += [c for c in found if _tells_what_led_to(parse, clause, c)]
    return turns + [c for c in with_role(parse, clause, ("conj",)) if resumed(parse, c) is not None]


def _tells_what_led_to(parse: Parse, clause: int, behind: int) -> bool:
    """*ordered shops to close after police found a leak*: what has happened does not belong to an infinitive."""
    after = introduced_by(parse, behind) in ("after", "when") and parse.tokens[behind].tag == "VBD"
    return after and introduced_by(parse, clause) == "to"
