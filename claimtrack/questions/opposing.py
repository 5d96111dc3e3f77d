"""Whether of two statements one denies the other, by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from claimtrack.disputes.scene import STATED
from claimtrack.ledger.statements import Stated
from claimtrack.questions.wording import Lexicon, Words, contents, next_contents

_DENIED = 0.6
"""Of a denial's content words so many have to be in the claim."""
_NEGATED = 0.7
"""Of the shorter of two statements, one of them negated, so many in the other."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim by the words that it is about.

    ``negations`` has, for each negation, the content words that it turns round; ``names`` are the
    capitalised words of its sentence, and of its source; ``stems`` are those of all its words.
    """

    stated: Stated
    content: frozenset[str]
    stems: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    negations: tuple[frozenset[str], ...]

    @property
    def denies(self) -> bool:
        return self.stated.stance == "denies"

    @property
    def puts_forward(self) -> bool:
        """Whether it is stated as so: in the writer's voice, or by somebody."""
        return self.stated.stance is None or self.stated.stance in STATED

    @property
    def place(self) -> tuple[int, int]:
        return self.stated.article, self.stated.sentence


def statement_of(stated: Stated, lexicon: Lexicon) -> Statement:
    """The statement; a denial that only points back is about what its article shows it to deny."""
    words = lexicon.words(stated.claim)
    content = _about(words, lexicon)
    if stated.stance == "denies" and len(content) < _FEWEST and stated.disputed:
        words = lexicon.words(stated.disputed)
        content = _about(words, lexicon)
    return Statement(
        stated,
        content,
        frozenset(word.stem for word in words),
        frozenset(word.stem for word in words if word.number),
        names_of(lexicon.words(stated.whole)) | names_of(lexicon.words(stated.source or ""), 0),
        _negations(words, lexicon),
    )


def names_of(words: Words, first: int = 1) -> frozenset[str]:
    """The capitalised words, but for the one that begins a sentence."""
    return frozenset(w.stem for w in words[first:] if w.capital and w.content and len(w.text) > 1)


def _about(words: Words, lexicon: Lexicon) -> frozenset[str]:
    """The content words, but for nouns that only name a claim as one: *the union's claim that …*."""
    naming = lexicon.rules.words("accusation_nouns") | lexicon.rules.words("claim_nouns_back")
    return contents([w for w in words if w.text.lower().removesuffix("s") not in naming])


def _negations(words: Words, lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    turned = (next_contents(words, end) for _, end in lexicon.marks(words, "negations"))
    return tuple(each for each in turned if each)


@dataclass(frozen=True)
class Opposing:
    """Holds statements of two articles against each other; ``opposites`` has each stem's antonyms."""

    opposites: Mapping[str, frozenset[str]]

    def share(self, denial: Statement, claim: Statement) -> float:
        """How much of it the denial shares with the claim that it denies; 0: it denies it not."""
        if not claim.puts_forward or _differ(denial.numbers, claim.numbers):
            return 0.0
        if denial.denies:
            return self._denied(denial, claim)
        if not denial.puts_forward:
            return 0.0
        return max(self._negated(denial, claim), self._opposite(denial, claim))

    def _denied(self, denial: Statement, claim: Statement) -> float:
        """*denied that it had ignored letters*: said again, with as many negations."""
        shared = denial.content & claim.content
        if len(shared) < _FEWEST or len(denial.negations) != len(claim.negations):
            return 0.0
        return _if_enough(len(shared) / len(denial.content), _DENIED)

    def _negated(self, one: Statement, other: Statement) -> float:
        """*was not switched off*, *was switched off*: the same, and one negation in all."""
        negations = one.negations + other.negations
        shared = one.content & other.content
        if len(negations) != 1 or not negations[0] & shared or len(shared) < _FEWEST:
            return 0.0
        return _if_enough(len(shared) / _shorter(one, other), _NEGATED)

    def _opposite(self, one: Statement, other: Statement) -> float:
        """*prices rose*, *prices fell*: the same but for a word and its antonym, none negated."""
        rest = one.content & other.content
        if one.negations or other.negations or len(rest) < _FEWEST:
            return 0.0
        pairs = product(one.stems - other.stems, other.stems - one.stems)
        if not any(there in self.opposites.get(here, ()) for here, there in pairs):
            return 0.0
        return _if_enough((len(rest) + 1) / _shorter(one, other), _NEGATED)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have figures and none in common."""
    return bool(one and other and not one & other)


def _shorter(one: Statement, other: Statement) -> int:
    return min(len(one.content), len(other.content))


def _if_enough(share: float, enough: float) -> float:
    return share if share >= enough else 0.0
