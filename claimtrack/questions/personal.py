"""A person's name in its parts: titles, given names, surname; and whether two may be one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from claimtrack.ledger.speakers import Speaker
from claimtrack.rules.model import RuleSet

_TITLES = (
    "courtesy_titles",
    "academic_titles",
    "office_titles",
    "military_titles",
    "religious_titles",
    "business_titles",
)
_LONGEST = 3
_PERSONS = ("person", "expert", "witness", "participant")
_INITIAL = re.compile(r"\w\.?$")
_GENDERS = ("masculine", "feminine")


@dataclass(frozen=True, slots=True)
class Personal:
    """The parts of a name, in small letters; ``given`` is empty where only the surname is told."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    gender: str | None

    @property
    def full(self) -> str:
        return " ".join((*self.given, self.surname))

    def may_be(self, other: Personal) -> bool:
        """Whether nothing speaks against it: the surname, and the gender where both tell it."""
        genders = {self.gender, other.gender} - {None}
        return self.surname == other.surname and len(genders) < 2


@dataclass(frozen=True)
class Names:
    """Takes names apart with the word lists of the rules."""

    rules: RuleSet

    def personal(self, speaker: Speaker) -> Personal | None:
        """The parts of a speaker's name; None where it is no person's, or is none."""
        words = speaker.name.replace("’", "'").split()
        titles = self._titles(words)
        rest = words[sum(len(title.split()) for title in titles) :]
        personal = speaker.kind in _PERSONS or bool(titles or speaker.role)
        if not (speaker.named and personal and rest and all(w[:1].isupper() for w in rest)):
            return None
        *given, surname = (word.lower() for word in rest)
        given = given[:1] + [name for name in given[1:] if not _INITIAL.match(name)]
        return Personal(titles, tuple(given), surname, self._gender(titles, given))

    def _titles(self, words: list[str]) -> tuple[str, ...]:
        """The titles that a name begins with; a word at least is left as the name."""
        lower, at, found = [word.lower().rstrip(".") for word in words], 0, []
        while at < len(words) - 1:
            lengths = range(min(_LONGEST, len(words) - 1 - at), 0, -1)
            runs = (" ".join(lower[at : at + length]) for length in lengths)
            title = next((run for run in runs if run in self._known_titles), None)
            if title is None:
                break
            found.append(title)
            at += len(title.split())
        return tuple(found)

    @cached_property
    def _known_titles(self) -> frozenset[str]:
        return frozenset().union(*(self.rules.words(name) for name in _TITLES))

    def _gender(self, titles: tuple[str, ...], given: list[str]) -> str | None:
        """By a title (*Ms*), else by the first name."""
        for gender in _GENDERS:
            if self.rules.words(f"{gender}_words") & set(titles):
                return gender
        for gender in _GENDERS:
            if given and given[0] in self.rules.words(f"{gender}_names"):
                return gender
        return None
