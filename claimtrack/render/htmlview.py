"""What the page of an article shows, worked out before any template lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.records import POSITIONS, Report
from claimtrack.render.htmlparagraphs import Paragraph, paragraphs_of
from claimtrack.render.htmlplots import Bar, Cell, stance_bars, strip_of
from claimtrack.render.htmlsentences import SentenceView, Tag, sentences_of, tag_of, tags_of
from claimtrack.render.sections import GAP, Saying, Sections, Voice, sections_of

PLOTTED = 7
"""How many sources the plot of who speaks how much shows."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as the side panel shows it.

    ``share`` is its part of all attributed words and ``length`` that of the loudest, in %.
    """

    tag: Tag
    voice: Voice
    words: int
    share: float
    length: float
    stances: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of a filter."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """The page of an article."""

    report: Report
    sections: Sections
    tags: Mapping[str, Tag]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[SentenceView, ...]
    speakers: tuple[Speaker, ...]
    stances: tuple[Bar, ...]
    strip: tuple[Cell, ...]
    choices: Mapping[str, tuple[Choice, ...]]

    def tag(self, saying: Saying) -> Tag:
        """The letter and colour of who says it."""
        return tag_of(self.tags, saying.source, saying.who is not None)

    @property
    def loudest(self) -> list[Speaker]:
        """Those that the plot shows, the loudest first."""
        return sorted(self.speakers, key=lambda each: -each.words)[:PLOTTED]

    @property
    def quieter(self) -> int:
        """How many sources the plot leaves out."""
        return max(len(self.speakers) - PLOTTED, 0)

    @property
    def findings(self) -> int:
        return sum(sentence.finding for sentence in self.sentences)


def view_of(report: Report) -> View:
    """The report as its page shows it."""
    sections = sections_of(report)
    tags = tags_of(sections.voices)
    sentences = sentences_of(report, sections, tags)
    return View(
        report=report,
        sections=sections,
        tags=tags,
        paragraphs=tuple(paragraphs_of(report, sentences)),
        sentences=sentences,
        speakers=_speakers(sections.voices, tags),
        stances=stance_bars(sections.rows),
        strip=strip_of(sentences),
        choices=_choices(sentences),
    )


def _speakers(voices: Sequence[Voice], tags: Mapping[str, Tag]) -> tuple[Speaker, ...]:
    words = [_words_of(voice) for voice in voices]
    total, most = sum(words) or 1, max(words, default=0) or 1
    return tuple(
        Speaker(
            tag=tags[voice.source.id],
            voice=voice,
            words=own,
            share=round(100 * own / total, 1),
            length=round(100 * own / most, 1),
            stances=tuple(Counter(each.stance for each in voice.sayings).most_common()),
        )
        for voice, own in zip(voices, words, strict=True)
    )


def _words_of(voice: Voice) -> int:
    return sum(
        len(each.claim.replace(GAP, " ").split()) for each in voice.sayings if not each.hypothetical
    )


_STANDINGS = (
    ("attributed", "Attributed"),
    ("nobody", "To nobody"),
    ("unattributed", "Unattributed"),
    ("noclaim", "No claim"),
)
_FLAGS = (
    ("contested", "Contested"),
    ("unnamed", "Only unnamed"),
    ("hypothetical", "Hypothetical"),
    ("scare", "Scare quotes"),
)


def _choices(sentences: Sequence[SentenceView]) -> Mapping[str, tuple[Choice, ...]]:
    """The boxes of each filter, without those that no sentence has."""
    slugs = Counter(each.slug for each in sentences)
    flags = Counter(flag for each in sentences for flag in each.flags)
    stances = Counter(stance for each in sentences for stance in each.stances)
    return {
        "status": _boxes(_STANDINGS, slugs),
        "flag": _boxes(_FLAGS, flags),
        "stance": _boxes([(stance, stance.capitalize()) for stance in POSITIONS], stances),
    }


def _boxes(names: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, counts[value]) for value, label in names if counts.get(value))
