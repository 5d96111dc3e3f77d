"""Sources whose words name nobody: a pronoun that led back to no one, the letter before an interview's turn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claimtrack.ledger.speakers import Speaker
from claimtrack.rules.model import RuleSet

_LISTS = (
    "masculine_pronouns",
    "feminine_pronouns",
    "neuter_pronouns",
    "plural_pronouns",
    "first_singular_pronouns",
    "first_plural_pronouns",
    "second_pronouns",
    "relative_pronouns",
    "demonstrative_pronouns",
    "indefinite_pronouns",
    "negative_pronouns",
)


@dataclass(frozen=True)
class Nameless:
    """Tells whether a source's words name nobody, with the word lists of the rules."""

    rules: RuleSet

    def is_(self, speaker: Speaker) -> bool:
        letter = len(speaker.name) == 1 and speaker.name.isupper()
        return letter or speaker.name.casefold() in self._pronouns

    @cached_property
    def _pronouns(self) -> frozenset[str]:
        return frozenset().union(*(self.rules.words(name) for name in _LISTS))
