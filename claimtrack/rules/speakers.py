"""Who can speak: the kinds of source that a noun may be, by the word lists and its entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse

Kinds = frozenset[str]

KINDS = ("official", "expert", "witness", "participant", "document", "evidence", "news", "group", "person", "place", "name")
"""What ``source_kind`` in a rule may name; *place* is a city or country that stands for its government,
*name* a proper name of which no more is known."""

_ROLES = ("official", "expert", "witness", "participant", "document", "evidence", "news", "group", "person")
_BODIES = {
    "press_wing": "official", "government_bodies": "official", "international_bodies": "official",
    "learned_bodies": "expert", "company_words": "group", "group_words": "group",
    "news_agencies": "news", "newspapers": "news", "broadcasters": "news",
    "office_titles": "official", "military_titles": "official", "business_titles": "participant",
    "academic_titles": "expert", "metonyms": "place",
}  # fmt: skip
_BY_ENTITY = {"PER": "person", "ORG": "group", "LOC": "place", "MISC": "name"}
_ANYBODY = frozenset({"it", "that", "which", "this", "these", "those", "both", "others", "another", "one", "neither"})
_SOMEBODY = frozenset(
    "i you he she we they who whoever many some several most few all none everyone everybody nobody someone somebody "
    "anyone two three four five six seven eight nine ten dozens hundreds thousands millions majority "
    "minority half percent % cent third quarter thirds quarters".split()
)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Words and the kinds of source that they name."""

    by_word: Mapping[str, Kinds]

    def kinds(self, parse: Parse, noun: int) -> Kinds:
        """The kinds that the word at a token may be; empty where it names nobody who speaks."""
        stands_for = grammar.antecedent(parse, noun)
        token = parse.tokens[noun if stands_for is None else stands_for]
        if token.lower in _SOMEBODY:
            return frozenset({"person", "group"})
        if token.lower in _ANYBODY:
            return frozenset(KINDS)
        found = self.by_word.get(token.lower, frozenset()) | self.by_word.get(token.lemma, frozenset())
        if token.entity:
            found |= {_BY_ENTITY[token.entity]}
        if not found and grammar.is_name(parse, token.index):
            return frozenset({"name"})
        return found

    def can_speak(self, parse: Parse, noun: int) -> bool:
        return bool(self.kinds(parse, noun))


def speakers(lists: Mapping[str, Iterable[str]]) -> Speakers:
    """The speakers that word lists name; ``lists`` has the head words of each by its name."""
    found: dict[str, set[str]] = {}
    for name, kind in [*((role, role) for role in _ROLES), *_BODIES.items()]:
        for word in lists.get(name, ()):
            found.setdefault(word, set()).add(kind)
    return Speakers({word: frozenset(kinds) for word, kinds in found.items()})
