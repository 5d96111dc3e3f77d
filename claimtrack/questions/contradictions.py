"""Disputes across articles: what one article has somebody assert, and another somebody deny.

No two statements are held against each other but those that an index of content words brings
together, in articles that share names which few others have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimtrack.ledger import Reader
from claimtrack.ledger.statements import stated
from claimtrack.questions.opposing import Opposing, Statement, statement_of
from claimtrack.questions.wording import Lexicon

_RAREST = 4
"""By so many of its content words, the rarest, a statement looks for others."""
_MOST = 1000
"""A word in more statements than these brings none together."""
_NAMES = 2
"""Articles about one event share so many names."""
_FEW = 4
_FEW_OF = 0.005
"""A name is rare that stands in so many articles, or in this part of them."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A denial in one article of a claim in another; ``outright``: by a denial, not by contradicting."""

    denial: Statement
    claim: Statement
    outright: bool


def contradictions(ledger: Reader, lexicon: Lexicon) -> list[Contradiction]:
    """The disputes across the articles of a ledger, in the order of the claims."""
    statements = [statement_of(each, lexicon) for each in stated(ledger)]
    found = list(_directed(_best(_pairs(statements, Opposing(lexicon.opposites)))))
    return sorted(found, key=lambda each: (each.claim.place, each.denial.place))


# --- bringing together ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Index:
    """The statements by content word, and the articles by name."""

    statements: list[Statement]
    by_word: Mapping[str, list[int]]
    names: Mapping[int, frozenset[str]]
    """The names in each article."""
    rare: frozenset[str]
    """The names that stand in few articles."""

    def near(self, statement: Statement) -> Iterator[Statement]:
        """The statements of other articles on the same event that share two content words."""
        words = sorted(statement.content, key=lambda word: len(self.by_word[word]))[:_RAREST]
        lists = (self.by_word[word] for word in words)
        times = Counter(number for found in lists if len(found) <= _MOST for number in found)
        for number, shared in times.items():
            other = self.statements[number]
            if shared > 1 and self._of_one_event(statement, other):
                yield other

    def _of_one_event(self, one: Statement, other: Statement) -> bool:
        """Whether the articles share rare names, and not each statement names what the other's lacks."""
        here, there = one.stated.article, other.stated.article
        names = self.names[here], self.names[there]
        strange = one.named - names[1] and other.named - names[0]
        return here != there and len(names[0] & names[1] & self.rare) >= _NAMES and not strange


def _index(statements: list[Statement]) -> _Index:
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    names: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for number, statement in enumerate(statements):
        names[statement.stated.article] |= statement.names | statement.named
        for word in statement.content:
            by_word[word].append(number)
    articles = Counter(name for found in names.values() for name in found)
    most = max(_FEW, _FEW_OF * len(names))
    rare = frozenset(name for name, times in articles.items() if times <= most)
    return _Index(statements, by_word, names, rare)


def _pairs(
    statements: list[Statement], opposing: Opposing
) -> Iterator[tuple[float, Statement, Statement]]:
    """Denials with the claims that they deny; what merely contradicts is a pair in one direction."""
    index = _index(statements)
    wholes = _wholes(statements)
    for denial in statements:
        if not (denial.denies or denial.negations or opposing.opposites.keys() & denial.stems):
            continue
        for claim in index.near(denial):
            if claim.stated.whole in wholes[denial.stated.article]:
                continue
            share = opposing.share(denial, claim)
            if share:
                yield share, denial, claim


def _wholes(statements: Iterable[Statement]) -> Mapping[int, set[str]]:
    """The sentences of each article: what it tells itself in the same words is disputed within it."""
    wholes: defaultdict[int, set[str]] = defaultdict(set)
    for statement in statements:
        wholes[statement.stated.article].add(statement.stated.whole)
    return wholes


# --- choosing ------------------------------------------------------------------------------------


def _best(pairs: Iterable[tuple[float, Statement, Statement]]) -> list[Contradiction]:
    """For each denial the closest claim of each article; of one sentence, the closest denial."""
    chosen: dict[tuple[tuple[int, int], int], tuple[float, Statement, Statement]] = {}
    for pair in pairs:
        _, denial, claim = pair
        key = denial.place, claim.stated.article
        if key not in chosen or _rank(pair) > _rank(chosen[key]):
            chosen[key] = pair
    return [Contradiction(denial, claim, denial.denies) for _, denial, claim in chosen.values()]


def _rank(pair: tuple[float, Statement, Statement]) -> tuple[bool, float, int]:
    share, denial, claim = pair
    return denial.denies, share, -claim.stated.sentence


def _directed(found: list[Contradiction]) -> Iterator[Contradiction]:
    """What merely contradicts once, as a denial by the article that answers the other."""
    answers = Counter(_articles(each) for each in found if each.outright)
    seen: set[frozenset[tuple[int, int]]] = set()
    for each in sorted(found, key=lambda each: not each.outright):
        places = frozenset((each.denial.place, each.claim.place))
        if places in seen:
            continue
        seen.add(places)
        back = Contradiction(each.claim, each.denial, False)
        yield each if each.outright or _answers(each, answers) else back


def _answers(each: Contradiction, answers: Mapping[tuple[int, int], int]) -> bool:
    """Whether the one that is taken for the denial is the answer: its article has denials of the
    other's claims, or is the later, or it is the one that is negated."""
    here, there = _articles(each), _articles(each)[::-1]
    if answers.get(here, 0) != answers.get(there, 0):
        return answers.get(here, 0) > answers.get(there, 0)
    dates = each.denial.stated.date or "", each.claim.stated.date or ""
    if all(dates) and dates[0] != dates[1]:
        return dates[0] > dates[1]
    return (bool(each.denial.negations), each.denial.place) > (
        bool(each.claim.negations),
        each.claim.place,
    )


def _articles(each: Contradiction) -> tuple[int, int]:
    return each.denial.stated.article, each.claim.stated.article
