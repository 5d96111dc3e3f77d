"""Whether one name is another cut short: acronyms, surnames, companies without their *Inc*."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.sources.lexicon import Lexicon

_SMALL = ("of", "the", "for", "and", "&")
LEGAL = frozenset(
    "inc ltd plc corp co llc gmbh ag sa nv company corporation limited group holdings".split()
)


def is_acronym(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of ``short`` can be read off ``words`` from the first on: *isi*, *centcom*."""
    parts = parts_of(words)
    if len(parts) < 2 or len(short) < 2 or any(part.startswith(short) for part in parts):
        return False
    initials = "".join(part[0] for part in parts)
    return short == initials or (len(short) > 2 and _read_off(short, parts))


def parts_of(words: Sequence[str]) -> list[str]:
    """The parts of a name that may give a letter to its acronym."""
    return [part for word in words for part in word.split("-") if part and part not in _SMALL]


def _read_off(short: str, parts: Sequence[str]) -> bool:
    """Every letter comes from a part's beginning or goes on inside the part that gave the last one."""
    if not short:
        return True
    for skip, part in enumerate(parts[:2]):
        for taken in range(len(part), 0, -1):
            if short.startswith(part[:taken]) and _read_off(short[taken:], parts[skip + 1 :]):
                return True
    return False


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether ``short`` is a person's name with parts left out: the surname, first and last."""
    if len(short) >= len(long) or not short:
        return False
    if len(short) == 1:
        return short[0] == long[-1] or _same_double(short[0], long[-1])
    at = 0
    for word in long:
        if at < len(short) and short[at] == word:
            at += 1
    return at == len(short) and short[-1] == long[-1]


def _same_double(short: str, long: str) -> bool:
    return "-" in long and short == long.split("-")[-1]


def is_short_body(short: Sequence[str], long: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether ``short`` is an organisation's name cut short: *Meridian* for *Meridian Salt*; never a place."""
    phrase = " ".join(short)
    if (
        len(short) >= len(long)
        or phrase in lexicon.places
        or phrase in lexicon.peoples
        or phrase in lexicon.bodies
    ):
        return False
    return tuple(long[: len(short)]) == tuple(short) or _without_legal(long) == tuple(short)


def _without_legal(words: Sequence[str]) -> tuple[str, ...]:
    kept = list(words)
    while len(kept) > 1 and kept[-1] in LEGAL:
        kept.pop()
    return tuple(kept)


def same_body(one: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> bool:
    """The same name but for *Inc* and its kin, or a place before it (*US Centcom*, *Centcom*)."""
    left, right = _without_legal(one), _without_legal(other)
    if left == right:
        return True
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    placed = len(longer) == len(shorter) + 1 and longer[0] in lexicon.places and len(shorter[0]) > 2
    return placed and longer[1:] == shorter and shorter[-1] not in lexicon.bodies
