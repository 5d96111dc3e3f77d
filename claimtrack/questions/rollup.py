"""Sources over articles: which names mean one person.

A full name is one person wherever it stands, unless it stands for several: in roles that have no
word in common, in articles that have no names in common. A surname alone (*Ms Ruiz*, *Mayor Ruiz*)
is whoever alone in the ledger has that surname. What remains open stays apart; a user's aliases
decide it. Whoever is no person is one by name, without regard to case. Pronouns that led back to
nobody stand together, under no name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from claimtrack.ledger import Reader
from claimtrack.ledger.speakers import Speaker, speakers, text_of
from claimtrack.questions.aliases import Aliases
from claimtrack.questions.nameless import Nameless
from claimtrack.questions.opposing import names_of
from claimtrack.questions.personal import Names, Personal
from claimtrack.questions.wording import Lexicon, contents

_SHARED_NAMES = 3
"""Articles that share so many names may tell of one person in two roles."""

_TRIED = 50
"""With so many of a cluster another speaker is compared, at most."""


@dataclass(slots=True)
class _Sets:
    """Numbers in sets that grow together."""

    parents: dict[int, int] = field(default_factory=dict)

    def root(self, number: int) -> int:
        while (parent := self.parents.get(number, number)) != number:
            number = parent
        return number

    def join(self, one: int, other: int) -> None:
        roots = sorted((self.root(one), self.root(other)))
        self.parents[roots[1]] = roots[0]


def rolled_up(ledger: Reader, lexicon: Lexicon, aliases: Aliases) -> Iterator[list[Speaker]]:
    """The speakers that are one, for each source over all articles."""
    found = list(speakers(ledger))
    sets = _Sets()
    parted = _parted(found, aliases)
    nameless = _unresolved(found, Nameless(lexicon.rules), aliases)
    free = [number for number in range(len(found)) if number not in {*parted, *nameless}]
    _join_all(nameless, sets)
    _join_names(found, free, sets, _People(ledger, lexicon, found))
    for group in _parted_groups(parted):
        _join_all(group, sets)
    for names in aliases.join:
        _join_all([n for a in names for n, each in enumerate(found) if a.is_(each)], sets)
    groups: defaultdict[int, list[Speaker]] = defaultdict(list)
    for number, speaker in enumerate(found):
        groups[sets.root(number)].append(speaker)
    return iter(groups.values())


def _unresolved(found: Sequence[Speaker], nameless: Nameless, aliases: Aliases) -> list[int]:
    """The speakers whose words name nobody, and of whom no alias says who they are."""
    known = [alias for names in (*aliases.join, *aliases.part) for alias in names]
    return [
        number
        for number, each in enumerate(found)
        if nameless.is_(each) and not any(alias.is_(each) for alias in known)
    ]


def _parted_groups(parted: dict[int, tuple[int, int]]) -> Iterable[list[int]]:
    """Those that a user's alias takes out of the others, by alias."""
    groups: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, alias in parted.items():
        groups[alias].append(number)
    return groups.values()


def _parted(found: Sequence[Speaker], aliases: Aliases) -> dict[int, tuple[int, int]]:
    """The speakers whom a user takes out, each with the place of the alias."""
    return {
        number: (row, place)
        for row, names in enumerate(aliases.part)
        for place, alias in enumerate(names)
        if place
        for number, speaker in enumerate(found)
        if alias.is_(speaker)
    }


def _join_all(numbers: Sequence[int], sets: _Sets) -> None:
    for number in numbers[1:]:
        sets.join(numbers[0], number)


# --- by name -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _People:
    """What is known of the speakers, by their numbers."""

    ledger: Reader
    lexicon: Lexicon
    found: Sequence[Speaker]
    names: dict[int, frozenset[str]] = field(default_factory=dict)
    """The names in an article's text, looked up once."""

    def same(self, one: int, other: int) -> bool:
        """Whether two speakers of one full name are one: by a word of their roles, or by their articles."""
        here, there = self.found[one], self.found[other]
        roles = self._role(here) & self._role(there)
        if roles or here.article == there.article:
            return True
        own = contents(self.lexicon.words(f"{here.name} {there.name}"))
        return len((self._names(here) & self._names(there)) - own) >= _SHARED_NAMES

    def has_role(self, number: int) -> bool:
        return bool(self._role(self.found[number]))

    def _role(self, speaker: Speaker) -> frozenset[str]:
        return contents(self.lexicon.words(speaker.role or ""))

    def _names(self, speaker: Speaker) -> frozenset[str]:
        if speaker.article not in self.names:
            words = self.lexicon.words(text_of(self.ledger, speaker.article))
            self.names[speaker.article] = names_of(words)
        return self.names[speaker.article]


def _join_names(
    found: Sequence[Speaker], free: Iterable[int], sets: _Sets, people: _People
) -> None:
    names = Names(people.lexicon.rules)
    personal = {number: names.personal(found[number]) for number in free}
    others = [number for number, parts in personal.items() if parts is None]
    _join_by(others, lambda number: found[number].name.casefold(), sets)
    persons = {number: parts for number, parts in personal.items() if parts is not None}
    full = [number for number, parts in persons.items() if parts.given]
    for group in _grouped(full, lambda number: persons[number].full):
        _join_full(group, sets, people)
    short = [number for number, parts in persons.items() if not parts.given]
    _join_surnames(short, full, persons, sets)


def _join_full(group: Sequence[int], sets: _Sets, people: _People) -> None:
    """Those of one full name: all, unless two of them remain in different roles."""
    clusters: list[list[int]] = []
    for number in group:
        fits = [c for c in clusters if any(people.same(number, n) for n in c[:_TRIED])]
        clusters = [c for c in clusters if c not in fits]
        clusters.append([*chain.from_iterable(fits), number])
    in_roles = [cluster for cluster in clusters if any(map(people.has_role, cluster))]
    for joined in clusters if len(in_roles) > 1 else [list(group)]:
        _join_all(joined, sets)


def _join_surnames(
    short: Sequence[int], full: Sequence[int], persons: dict[int, Personal], sets: _Sets
) -> None:
    """*Ms Ruiz* with Ana Ruiz, where no other Ruiz may be meant; with *Mayor Ruiz* where nobody has
    a full name."""
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for number in full:
        bearers[persons[number].surname].append(number)
    for group in _grouped(short, lambda number: persons[number].surname):
        known = bearers[persons[group[0]].surname]
        for number in group:
            may_be = [n for n in known if persons[number].may_be(persons[n])]
            if len({sets.root(n) for n in may_be}) == 1:
                sets.join(number, may_be[0])
        if not known and len({persons[number].gender for number in group} - {None}) < 2:
            _join_all(group, sets)


def _join_by(numbers: Iterable[int], key: Callable[[int], str], sets: _Sets) -> None:
    for group in _grouped(numbers, key):
        _join_all(group, sets)


def _grouped(numbers: Iterable[int], key: Callable[[int], str]) -> Iterable[list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        groups[key(number)].append(number)
    return groups.values()
