"""A text as its words, without a parse: what it is about, and which marks it bears.

Questions over thousands of articles compare texts by stems. Word lists of the rules tell which
words say nothing, which mark a claim as true, open or false, and which are opposites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from claimtrack.disputes.stems import stem_of
from claimtrack.rules.model import RuleSet

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[’'.][^\W\d_]+)*")
_NOT = re.compile(r"(?<=\w)n[’']t$", re.IGNORECASE)
_IS_MONTH = re.compile(
    r"\b(?:by|early|from|in|last|late|mid|next|of|on|since|this|to|until|\b\d{1,2})[ -]$"
)
_OWNER = re.compile(r"[’']s?$")
_VOWEL = re.compile("[aeiouy]")
_NEVER_DOUBLED = "lsz"
_NEXT = 3
_IRREGULAR = {"wo": "will", "ca": "can", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place there, its stem, whether it tells what the text is about."""

    start: int
    end: int
    text: str
    stem: str
    content: bool

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def number(self) -> bool:
        return self.text[:1].isdigit()


Words = tuple[Word, ...]
Run = tuple[int, int]
"""The numbers of the first word and of the one after the last."""


def contents(words: Sequence[Word]) -> frozenset[str]:
    """The stems of the words that tell what a text is about."""
    return frozenset(word.stem for word in words if word.content)


def next_contents(words: Words, at: int, most: int = _NEXT) -> frozenset[str]:
    """The same of the next few, as far as no mark stands between."""
    found: list[str] = []
    for before, word in pairwise(words[max(0, at - 1) :]):
        if word.start - before.end > 1 or len(found) == most:
            break
        found += [word.stem] if word.content else []
    return frozenset(found)


@dataclass(frozen=True)
class Lexicon:
    """The word lists of a rule set as stems."""

    rules: RuleSet

    def words(self, text: str, start: int = 0, end: int | None = None) -> Words:
        """The words of ``text[start:end]``; *didn't* is two, and a possessive ending none."""
        found = _WORD.finditer(text, start, len(text) if end is None else end)
        return tuple(word for match in found for word in self._cut(match, text))

    def _cut(self, match: re.Match[str], text: str) -> Iterator[Word]:
        start, word = match.start(), match.group()
        if word == "May" and _IS_MONTH.search(text[max(0, start - 8) : start]):
            yield Word(start, match.end(), word, "5-may", True)
            return
        negated = _NOT.search(word)
        if negated:
            yield self._word(start, word[: negated.start()])
            yield Word(start + negated.start(), match.end(), negated.group(), "not", False)
        else:
            yield self._word(start, _OWNER.sub("", word))

    def _word(self, start: int, text: str) -> Word:
        lower = text.lower()
        stem = self.stem(lower)
        content = lower not in self._empty and stem not in self._light
        return Word(start, start + len(text), text, stem, content)

    def stem(self, lower: str) -> str:
        """The stem of a word in small letters; a number as figures."""
        if lower[:1].isdigit():
            return lower.replace(",", "")
        return self._forms.get(lower) or _stem(lower)

    def marks(self, words: Sequence[Word], name: str) -> list[Run]:
        """Where words and phrases of a list stand, from left to right; not the *reporter* for *report*."""
        phrases, stems = self._phrases(name), [_marked(word.stem, word.text) for word in words]
        runs = (
            (at, at + len(phrase))
            for at, stem in enumerate(stems)
            for phrase in phrases.get(stem, ())
            if tuple(stems[at : at + len(phrase)]) == phrase
        )
        return list(runs)

    def is_in(self, name: str, lists: Iterable[str]) -> bool:
        """Whether a name is in one of these lists as it stands."""
        return any(name in self.rules.words(each) for each in lists)

    def _phrases(self, name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        if name not in self._by_list:
            found: dict[str, tuple[tuple[str, ...], ...]] = {}
            for phrase in self.rules.words(name):
                stems = tuple(_marked(self.stem(word), word) for word in phrase.split())
                found[stems[0]] = (*found.get(stems[0], ()), stems)
            self._by_list[name] = found
        return self._by_list[name]

    @cached_property
    def opposites(self) -> Mapping[str, frozenset[str]]:
        """For each stem its antonyms'."""
        found: dict[str, frozenset[str]] = {}
        for one, other in self._pairs("antonyms"):
            stems = self.stem(one), self.stem(other)
            for here, there in (stems, stems[::-1]):
                found[here] = found.get(here, frozenset()) | {there}
        return found

    @cached_property
    def _by_list(self) -> dict[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
        return {}

    @cached_property
    def _empty(self) -> frozenset[str]:
        return self.rules.words("function_words") | self.rules.words("negations")

    @cached_property
    def _light(self) -> frozenset[str]:
        return frozenset(map(_stem, self.rules.words("light_words")))

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        forms = {form: _stem(lemma) for form, lemma in self._pairs("irregular_forms")}
        return {**_IRREGULAR, **forms, **dict(self._pairs("number_words"))}

    def _pairs(self, name: str) -> Iterator[tuple[str, str]]:
        for pair in self.rules.words(name):
            one, other = pair.split()
            yield one, other


@lru_cache(maxsize=50_000)
def _stem(lower: str) -> str:
    """A rough stem, the same for *deny*, *denies*, *denied*, *denying*."""
    stem = stem_of(_lemma(lower.replace(".", "")))
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


def _marked(stem: str, text: str) -> str:
    """The stem, told apart where the word names who does it: *insider*, not *inside*."""
    return f"{stem}-er" if _lemma(text.lower()).endswith(("er", "or")) else stem


def _lemma(word: str) -> str:
    word = word[:-2] if word.endswith("edly") else word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    for ending in ("ing", "ed"):
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) > 2 and _VOWEL.search(left):
            doubled = left[-1] == left[-2] and left[-1] not in _NEVER_DOUBLED
            return left[:-1] if doubled else left
    return word
