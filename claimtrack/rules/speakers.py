"""Who can speak: the kinds of source that a noun may be, by the word lists and its entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.kinds import BODIES, MEDIA, ROLES, TITLES

Kinds = frozenset[str]

ANY_KIND = "speaker"
KINDS = (*ROLES, "place", "name")
"""What ``source_kind`` in a rule may name; *place* is a city or country that stands for its government,
*name* a proper name of which no more is known. ``ANY_KIND`` stands for all of them, or for nobody."""

_LISTS: Mapping[str, str] = {
    **{role: role for role in ROLES},
    **BODIES,
    "company_words": "group",
    **TITLES,
    "religious_titles": "person",
    **dict.fromkeys(MEDIA, "news"),
    "metonyms": "place",
}
"""The kinds of lists, where a company is one that speaks, and not one that takes part."""
_BY_ENTITY = {"PER": "person", "ORG": "group", "LOC": "place", "MISC": "name"}
_ANYBODY = frozenset("it that which this these those both other others another one neither".split())
_SOMEBODY = frozenset(
    "i you he she we they me him her us them who "
    "my your his our their whoever each many some several most few all none everyone everybody "
    "nobody someone somebody anyone anybody two three four five six seven eight nine ten dozens hundreds thousands "
    "millions majority minority half percent % cent third quarter thirds quarters".split()
)
_OUT_OF = frozenset({"in", "of", "out"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Words and the kinds of source that they name."""

    by_word: Mapping[str, Kinds]
    by_phrase: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Kinds of several words, under the last of them: *public relations*."""

    def kinds(self, parse: Parse, noun: int) -> Kinds:
        """The kinds that the word at a token may be; empty where it names nobody who speaks."""
        stands_for = grammar.antecedent(parse, noun)
        token = parse.tokens[noun if stands_for is None else stands_for]
        if token.lower in _SOMEBODY or self._counts_people(parse, token.number):
            return frozenset({"person", "group"})
        if token.lower in _ANYBODY:
            return frozenset(KINDS)
        found = self.by_word.get(token.lower, frozenset()) | self.by_word.get(
            token.lemma, frozenset()
        )
        found |= self._by_phrase(parse, token.number)
        if token.entity:
            found |= {_BY_ENTITY[token.entity]}
        if not found and grammar.is_name(parse, token.number):
            return frozenset({"name"})
        return found

    @staticmethod
    def _counts_people(parse: Parse, index: int) -> bool:
        """*nearly 6 in 10*, *71 of them*: so many of those who were asked."""
        behind = parse.tokens[index + 1 : index + 2]
        number = parse.tokens[index].lower.isdigit()
        return number and bool(behind) and behind[0].lower in _OUT_OF

    def _by_phrase(self, parse: Parse, index: int) -> Kinds:
        phrases = self.by_phrase.get(parse.tokens[index].lower, ()) + self.by_phrase.get(
            parse.tokens[index].lemma, ()
        )
        return frozenset(kind for words, kind in phrases if self._ends_with(parse, index, words))

    @staticmethod
    def _ends_with(parse: Parse, index: int, words: tuple[str, ...]) -> bool:
        before = parse.tokens[max(0, index + 1 - len(words)) : index + 1]
        return tuple(token.lower for token in before[:-1]) == words[:-1]

    def can_speak(self, parse: Parse, noun: int) -> bool:
        return bool(self.kinds(parse, noun))


def speakers(lists: Mapping[str, Iterable[tuple[str, ...]]]) -> Speakers:
    """The speakers that word lists name; ``lists`` has the words of each list by its name."""
    single: dict[str, set[str]] = {}
    several: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, kind in _LISTS.items():
        for words in (tuple(w.lower() for w in entry) for entry in lists.get(name, ())):
            if len(words) == 1:
                single.setdefault(words[0], set()).add(kind)
            else:
                several.setdefault(words[-1], []).append((words, kind))
    by_word = {word: frozenset(kinds) for word, kinds in single.items()}
    return Speakers(by_word, {word: tuple(phrases) for word, phrases in several.items()})
