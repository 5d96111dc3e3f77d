"""Articles by the thousand for measuring: the seeds with other names, cues and numbers.

They are as long and as knotty as the seeds, no two are alike, and a number always gives the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
_CUES = {
    "said": "said said added explained noted stated insisted".split(),
    "says": "says says adds explains notes states insists".split(),
    "denies": "denies rejects disputes denies".split(),
    "denied": "denied rejected disputed denied".split(),
}
_SYLLABLES = (
    "ba cor den el far gil hol in jar kel lor mar nor os pel quin ros sel tor ul ver wil".split()
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_CUE = re.compile(rf"\b(?:{'|'.join(_CUES)})\b")
_NUMBER = re.compile(r"\b\d{1,3}\b")


@dataclass(frozen=True, slots=True)
class Generator:
    """Makes articles out of others, whose names stand inside sentences with a capital."""

    seeds: Sequence[str]

    def article(self, number: int) -> str:
        """One seed told anew."""
        chance = random.Random(number)
        return _told_anew(self.seeds[number % len(self.seeds)], chance)

    def brief(self, number: int) -> str:
        """One paragraph of one seed told anew, the next one each time that the seed's turn comes."""
        _, *paragraphs = self.article(number).strip().split("\n\n")
        return paragraphs[number // len(self.seeds) % len(paragraphs)]

    def long_article(self, characters: int, number: int = 0) -> str:
        """Seeds told anew one after another, cut at a paragraph after at least so many characters."""
        paragraphs: list[str] = []
        size = 0
        for paragraph in self._paragraphs(number):
            if size >= characters:
                break
            paragraphs.append(paragraph)
            size += len(paragraph) + 2
        return "\n\n".join(paragraphs)

    def _paragraphs(self, number: int) -> Iterator[str]:
        while True:
            yield from self.article(number).strip().split("\n\n")[2:]
            number += 1


def generator(folder: Path = SEEDS) -> Generator:
    """A generator that starts from the seeds."""
    return Generator([p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))])


def _told_anew(text: str, chance: random.Random) -> str:
    names = {name: _made_name(chance) for name in sorted(set(_NAME.findall(text)))}
    pattern = re.compile(rf"\b(?:{'|'.join(names) or '(?!)'})\b")
    text = pattern.sub(lambda found: names[found[0]], text)
    text = _CUE.sub(lambda found: chance.choice(_CUES[found[0]]), text)
    return _NUMBER.sub(lambda found: str(chance.randint(2, 10 ** len(found[0]))), text)


def _made_name(chance: random.Random) -> str:
    return "".join(chance.sample(_SYLLABLES, chance.randint(2, 3))).capitalize()
