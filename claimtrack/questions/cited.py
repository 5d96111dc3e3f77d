"""Who is cited how often, with which stances, over all articles of a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimtrack.ledger import Reader
from claimtrack.ledger.speakers import Speaker
from claimtrack.questions.aliases import Aliases
from claimtrack.questions.nameless import Nameless
from claimtrack.questions.rollup import rolled_up
from claimtrack.questions.wording import Lexicon


@dataclass(frozen=True, slots=True)
class Cited:
    """A source by its fullest name, in however many articles; ``also``: the others that it goes by.

    ``kind`` and ``role`` are the commonest. ``cited`` counts what it says, a quotation that goes on
    once; ``stances`` divide it, the commonest first; ``contested`` of it is denied or doubted.
    """

    name: str
    also: tuple[str, ...]
    kind: str
    role: str | None
    named: bool
    articles: int
    cited: int
    contested: int
    stances: Mapping[str, int]


def cited(ledger: Reader, lexicon: Lexicon, aliases: Aliases | None = None) -> list[Cited]:
    """The sources, the most cited first; pronouns that led back to nobody at the end, as one."""
    nameless = Nameless(lexicon.rules)
    groups = rolled_up(ledger, lexicon, aliases or Aliases())
    resolved: list[Cited] = []
    unresolved: list[Cited] = []
    for speakers in groups:
        if all(map(nameless.is_, speakers)):
            unresolved.append(_unresolved(speakers))
        else:
            resolved.append(_cited(speakers))
    resolved.sort(key=lambda each: (-each.cited, each.name.casefold(), each.role or ""))
    return resolved + unresolved


def _unresolved(speakers: Sequence[Speaker]) -> Cited:
    """What pronouns say that led back to nobody, under their words: *unresolved (he, she)*."""
    words = sorted({each.name if len(each.name) == 1 else each.name.lower() for each in speakers})
    return replace(
        _cited(speakers),
        name=f"unresolved ({', '.join(words)})",
        also=(),
        kind="unknown",
        role=None,
    )


def _cited(speakers: Sequence[Speaker]) -> Cited:
    """One source of what is told of it in each article."""
    times: Counter[str] = sum((each.stances for each in speakers), Counter())
    name, *also = _names(speakers)
    return Cited(
        name=name,
        also=tuple(also),
        kind=_commonest(each.kind for each in speakers),
        role=_commonest(each.role for each in speakers if each.role) or None,
        named=any(each.named for each in speakers),
        articles=len({each.article for each in speakers}),
        cited=times.total(),
        contested=sum(each.contested for each in speakers),
        stances=dict(sorted(times.items(), key=lambda item: (-item[1], item[0]))),
    )


def _names(speakers: Sequence[Speaker]) -> list[str]:
    """The names that a source has in articles, the fullest first, then the commonest."""
    times = Counter(each.name for each in speakers)
    lengths = {name: len(name.split()) if name[:1].isupper() else 0 for name in times}
    ordered = sorted(times, key=lambda name: (-lengths[name], -times[name], name))
    return list({name.casefold(): name for name in reversed(ordered)}.values())[::-1]


def _commonest(values: Iterable[str]) -> str:
    times = Counter(values)
    return min(times, key=lambda value: (-times[value], value), default="")
