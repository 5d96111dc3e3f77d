"""The word lists as sources need them: which words are titles, roles, bodies, places, pronouns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from claimtrack.records import Kind
from claimtrack.rules.kinds import BODIES, MEDIA, ROLES, TITLES
from claimtrack.rules.model import RuleSet

Type = Literal["person", "body", "place", "text"]
"""What can vouch: somebody, an organisation, a place that stands for its government, a text."""
Gender = Literal["masculine", "feminine", ""]

_TITLES: Mapping[str, Kind] = {
    **TITLES,
    "religious_titles": "person",
    "courtesy_titles": "person",
}
_PERSONAL = ("official", "expert", "witness", "participant", "person")
_OF_EITHER = frozenset("chairman ombudsman alderman freshman human german roman".split())
_OF_PLACES = ("n", "an", "ian", "ean", "ese", "i", "ish", "ic")
_TEXTUAL = ("document", "evidence")


def fold(text: str) -> str:
    """A word as lists have it: lower case, plain apostrophes, no full stops, no accents."""
    plain = text.lower().replace("’", "'").replace(".", "")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words folded by ``fold``, several joined by a space."""

    titles: Mapping[str, Kind]
    courtesy: frozenset[str]
    roles: Mapping[str, Kind]
    bodies: Mapping[str, Kind]
    press: frozenset[str]
    media: frozenset[str]
    papers: frozenset[str]
    agencies: frozenset[str]
    company_endings: frozenset[str]
    metonyms: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    masculine_names: frozenset[str]
    feminine_names: frozenset[str]
    pronouns: Mapping[str, str]
    indefinite: frozenset[str]
    collectives: frozenset[str]
    demonyms: frozenset[tuple[str, str]]
    """Adjectives of peoples with their place, where no ending tells: *Dutch*, *Netherlands*."""
    in_full: Mapping[str, str]
    """Titles as they stand before names, and as later mentions write them out: *Gov.* Kasich, *the governor*."""

    def gender(self, word: str) -> Gender:
        """The gender that a title or role shows: *Ms*, *spokesman*."""
        if word in _OF_EITHER:
            return ""
        if word in self.feminine or word.endswith(("woman", "women")):
            return "feminine"
        return "masculine" if word in self.masculine or word.endswith(("man", "men")) else ""

    def gender_of_name(self, word: str) -> Gender:
        if word in self.feminine_names:
            return "feminine"
        return "masculine" if word in self.masculine_names else ""

    def is_of_place(self, adjective: str, place: str) -> bool:
        """Whether an adjective says that somebody is of a place: *Polish* of Poland, *Ghanaian* of Ghana."""
        bases = {place, place.rstrip("aeioy"), place.removesuffix("a")}
        told = any(len(b) > 2 and adjective.removeprefix(b) in _OF_PLACES for b in bases)
        return (adjective, place) in self.demonyms or told

    def is_personal(self, word: str) -> bool:
        """Whether a word is a role that one person has."""
        return self.roles.get(word) in _PERSONAL or (
            len(word) > 6 and word.endswith(("man", "woman", "person"))
        )

    def types(self, word: str) -> frozenset[Type]:
        """What a role word can stand for: *lender* a person or a body, *report* a text."""
        kind = self.roles.get(word)
        body = word in self.bodies and not (
            word in self.press and self.is_personal(word.split()[-1])
        )
        found: list[Type] = ["body"] if body or kind in ("group", "news") else []
        if kind in _TEXTUAL:
            found.append("text")
        elif kind in _PERSONAL or (
            (kind == "news" or (kind == "group" and not body)) and word not in self.collectives
        ):
            found.append("person")
        return frozenset(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """Rules as a key by identity: they never change, and comparing them word by word would take longer."""

    rules: RuleSet

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.rules is self.rules

    def __hash__(self) -> int:
        return id(self.rules)


def lexicon(rules: RuleSet) -> Lexicon:
    """The lexicon of the rules in force, made once for many articles; a list that is not there is empty."""
    return _made(_Key(rules))


@lru_cache(maxsize=4)
def _made(key: _Key) -> Lexicon:
    rules = key.rules
    return Lexicon(
        titles=_kinds(rules, _TITLES),
        courtesy=_words(rules, ["courtesy_titles"]),
        roles=_kinds(rules, {name: name for name in ROLES}),
        bodies=_kinds(rules, BODIES),
        press=_words(rules, ["press_wing"]),
        media=_words(rules, MEDIA),
        papers=_words(rules, ["paper_words"]),
        agencies=_words(rules, ["agencies"]),
        company_endings=_words(rules, ["company_endings"]),
        metonyms=_words(rules, ["metonyms", "metonyms_of_trades"]),
        places=_words(rules, ["countries", "regions"]),
        peoples=_words(rules, ["peoples"]),
        masculine=_words(rules, ["masculine_words"]),
        feminine=_words(rules, ["feminine_words"]),
        masculine_names=_words(rules, ["masculine_names"]),
        feminine_names=_words(rules, ["feminine_names"]),
        pronouns=_pronouns(rules),
        indefinite=_words(rules, ["indefinite_pronouns", "negative_pronouns"]),
        collectives=_words(rules, ["collectives"]),
        demonyms=frozenset(
            (adjective, place)
            for adjective, place in (pair.split() for pair in rules.words("peoples_of_places"))
        ),
        in_full=dict(pair.split(maxsplit=1) for pair in rules.words("short_titles")),
    )


def _words(rules: RuleSet, names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for name in names for word in rules.words(name))


def _kinds(rules: RuleSet, lists: Mapping[str, Kind]) -> dict[str, Kind]:
    """Words with their kind; where a word stands in several lists, the first one decides."""
    found: dict[str, Kind] = {}
    for name, kind in lists.items():
        for word in rules.words(name):
            found.setdefault(fold(word), kind)
    return found


def _pronouns(rules: RuleSet) -> dict[str, str]:
    """Each personal pronoun with its class: masculine, feminine, neuter, plural, first, second."""
    classes = {
        "masculine_pronouns": "masculine",
        "feminine_pronouns": "feminine",
        "neuter_pronouns": "neuter",
        "plural_pronouns": "plural",
        "first_singular_pronouns": "first",
        "first_plural_pronouns": "first",
        "second_pronouns": "second",
    }
    return {word: kind for name, kind in classes.items() for word in _words(rules, [name])}
