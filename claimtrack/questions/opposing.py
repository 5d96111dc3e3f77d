"""Whether of two statements one denies the other, by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from claimtrack.disputes.scene import STATED
from claimtrack.ledger.statements import Stated
from claimtrack.questions.wording import Lexicon, Words, contents, next_contents

_DENIED = 0.6
"""Of a denial's content words so many have to be in the claim."""
_TOLD = 0.3
"""And of the claim's so many in the denial, or in the name of who denies it."""
_OF_SHORTER, _OF_LONGER = 0.7, 0.45
"""Of two statements that contradict each other, so many are shared of the shorter, and of the longer."""
_AGAIN = frozenset({"again", "anew"})
_SAYING = ("phrase.", "quotation.", "reporting.")
"""How the ids of rules begin whose cue only tells."""
_FEWEST = 2
"""Where no more are shared, a denial must be by somebody whom the claim's sentence names."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim by the words that it is about.

    ``negations`` has, for each negation, the content word that it turns round; ``named`` are its
    capitalised words, ``names`` those of its sentence and its source too, ``speaker`` those
    of its source; ``stems`` are those of all its words.
    """

    stated: Stated
    content: frozenset[str]
    stems: tuple[str, ...]
    numbers: frozenset[str]
    named: frozenset[str]
    names: frozenset[str]
    speaker: frozenset[str]
    negations: tuple[str, ...]

    @property
    def denies(self) -> bool:
        """Whether its cue denies what it tells; *said it had found no acid* denies by its negation."""
        return self.stated.stance == "denies" and not self._is_said_plainly

    @property
    def puts_forward(self) -> bool:
        """Whether it is stated as so: in the writer's voice, or by somebody."""
        told = self.stated.stance is None or self.stated.stance in STATED
        return told or (self.stated.stance == "denies" and self._is_said_plainly)

    @property
    def _is_said_plainly(self) -> bool:
        return bool(self.negations) and (self.stated.rule or "").startswith(_SAYING)

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
    speaker = names_of(lexicon.words(stated.source or ""), 0)
    return Statement(
        stated,
        content,
        tuple(word.stem for word in words),
        frozenset(word.stem for word in words if word.number),
        names_of(words),
        names_of(lexicon.words(stated.whole)) | speaker,
        speaker,
        _negations(words, lexicon),
    )


def names_of(words: Words, first: int = 1) -> frozenset[str]:
    """The capitalised words, but for the one that begins a sentence."""
    return frozenset(w.stem for w in words[first:] if w.capital and w.content and len(w.text) > 1)


def _about(words: Words, lexicon: Lexicon) -> frozenset[str]:
    """The content words, but for nouns that only name a claim as one: *the union's claim that …*."""
    naming = lexicon.rules.words("accusation_nouns") | lexicon.rules.words("claim_nouns_back")
    return contents([w for w in words if w.text.lower().removesuffix("s") not in naming])


def _negations(words: Words, lexicon: Lexicon) -> tuple[str, ...]:
    ends = (end for _, end in lexicon.marks(words, "negations"))
    return tuple(stem for end in ends for stem in next_contents(words, end, most=1))


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
        shared = len(denial.content & claim.content)
        if len(denial.negations) != len(claim.negations) or shared < _FEWEST:
            return 0.0
        if shared == _FEWEST and not denial.speaker & claim.names:
            return 0.0
        share = shared / len(denial.content)
        told = len((denial.content | denial.speaker) & claim.content) / len(claim.content)
        return share if share >= _DENIED and told >= _TOLD else 0.0

    def _negated(self, one: Statement, other: Statement) -> float:
        """*was not switched off*, *was switched off*: the same, and one negation in all."""
        negations = one.negations + other.negations
        shared = one.content & other.content
        if len(negations) != 1 or negations[0] not in shared:
            return 0.0
        return _alike(one, other, len(shared))

    def _opposite(self, one: Statement, other: Statement) -> float:
        """*prices rose*, *prices fell*: the same but for a word and its antonym, none negated; what is open
        *again* was closed before."""
        if one.negations or other.negations or _AGAIN & {*one.stems, *other.stems}:
            return 0.0
        if not any(self._turn(one, other, *pair) for pair in self._antonyms(one, other)):
            return 0.0
        return _alike(one, other, len(one.content & other.content) + 1)

    def _antonyms(self, one: Statement, other: Statement) -> Iterator[tuple[str, str]]:
        """Each word of one that the other lacks with its antonym there."""
        here, there = set(one.stems), set(other.stems)
        pairs = product(here - there, there - here)
        return (pair for pair in pairs if pair[1] in self.opposites.get(pair[0], ()))

    def _turn(self, one: Statement, other: Statement, here: str, there: str) -> bool:
        """Whether both antonyms are said of the same, by what stands before them: *Arden won* and
        *Delton lost* agree."""
        before = one.stems[: one.stems.index(here)], other.stems[: other.stems.index(there)]
        return bool(one.content & other.content & set(before[0]) & set(before[1]))


def _alike(one: Statement, other: Statement, shared: int) -> float:
    """The part of the shorter that the two share, where it is enough of both."""
    shorter, longer = sorted((len(one.content), len(other.content)))
    enough = shared >= max(_FEWEST, _OF_SHORTER * shorter, _OF_LONGER * longer)
    return shared / shorter if enough else 0.0


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have figures and none in common."""
    return bool(one and other and not one & other)
