"""The sentences of an article as a page shows them: marked, and with all that filters ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimtrack.records import Attribution, Report, Sentence
from claimtrack.render.htmlmarks import Mark, marked
from claimtrack.render.sections import Row, Sections, Standing, Voice

HUES = 12
"""How many colours the style sheet has for sources; letters tell apart those that share one."""
SLUGS: Mapping[Standing, str] = {
    "attributed": "attributed",
    "to nobody": "nobody",
    "unattributed": "unattributed",
    "no claim": "noclaim",
}
SIGNS: Mapping[str, str] = {"for": "+", "open": "?", "against": "−"}
UNRESOLVED, NOBODY = "…", "∅"


@dataclass(frozen=True, slots=True)
class Tag:
    """A source's letter and the class that gives its colour."""

    letter: str
    css: str


@dataclass(frozen=True, slots=True)
class Contest:
    """A line that says what contests a sentence, and the number of the sentence to look at."""

    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its marks and all that filters ask of it."""

    row: Row
    slug: str
    html: Markup
    letters: tuple[str, ...]
    stances: tuple[str, ...]
    flags: tuple[str, ...]
    contests: tuple[Contest, ...]
    finding: bool

    @property
    def links(self) -> list[Contest]:
        """One for each sentence at the other end of its disputes."""
        words: dict[int | None, list[str]] = {}
        for contest in self.contests:
            words.setdefault(contest.number, []).append(contest.words)
        return [Contest("; ".join(told), number) for number, told in words.items()]


def tags_of(voices: Sequence[Voice]) -> dict[str, Tag]:
    """The tag of each source, by its id, in the order in which they first speak."""
    return {
        voice.source.id: Tag(_letters(nth), f"v{nth % HUES}") for nth, voice in enumerate(voices)
    }


def sentences_of(
    report: Report, sections: Sections, tags: Mapping[str, Tag]
) -> tuple[SentenceView, ...]:
    """All sentences in order."""
    return _Sentences(report, sections, tags).all()


def _letters(nth: int) -> str:
    """A … Z, AA, AB …"""
    letters = ""
    nth += 1
    while nth:
        nth, place = divmod(nth - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def tag_of(tags: Mapping[str, Tag], source: str | None, somebody: bool) -> Tag:
    if source is not None and source in tags:
        return tags[source]
    return Tag(UNRESOLVED, "vx") if somebody else Tag(NOBODY, "vx")


class _Sentences:
    """The sentences of a report with their marks."""

    def __init__(self, report: Report, sections: Sections, tags: Mapping[str, Tag]) -> None:
        self.report = report
        self.sections = sections
        self.tags = tags
        self.attributions = {each.id: each for each in report.attributions}
        self.disputes = {each.id: each for each in report.disputes}
        self.names = {each.id: each.name for each in report.sources}
        self.unnamed = {row.number for row in sections.only_unnamed}
        self.marks = self._marks()

    def all(self) -> tuple[SentenceView, ...]:
        pairs = zip(self.report.sentences, self.sections.rows, self.marks, strict=True)
        return tuple(self._view(*each) for each in pairs)

    def _view(self, sentence: Sentence, row: Row, marks: Sequence[Mark]) -> SentenceView:
        sayings = row.sayings
        slug = SLUGS[row.standing]
        tags = [tag_of(self.tags, each.source, each.who is not None) for each in sayings]
        return SentenceView(
            row=row,
            slug=slug,
            html=marked(self.report.article.text, sentence.start, sentence.end, marks),
            letters=tuple(dict.fromkeys(tag.letter for tag in tags)),
            stances=tuple(dict.fromkeys(saying.stance for saying in sayings)),
            flags=tuple(self._flags(sentence, row, marks)),
            contests=tuple(self._contests(sentence, row)),
            finding=sentence.contested or slug in ("unattributed", "nobody"),
        )

    def _flags(self, sentence: Sentence, row: Row, marks: Sequence[Mark]) -> Iterator[str]:
        if sentence.contested:
            yield "contested"
        if row.number in self.unnamed:
            yield "unnamed"
        if any(saying.hypothetical for saying in row.sayings):
            yield "hypothetical"
        if any(mark.classes == "scare" for mark in marks):
            yield "scare"

    def _contests(self, sentence: Sentence, row: Row) -> Iterator[Contest]:
        disputes = dict.fromkeys(reason.dispute for reason in sentence.reasons)
        for id, words in zip(disputes, row.contested, strict=True):
            yield Contest(words, self._other(sentence, id) if id else None)

    def _other(self, sentence: Sentence, id: str) -> int | None:
        """The number of the other sentence of a dispute."""
        dispute = self.disputes.get(id)
        denial = self.attributions.get(dispute.denial) if dispute else None
        if dispute is None or denial is None:
            return None
        other = dispute.sentence if denial.sentence == sentence.index else denial.sentence
        return None if other == sentence.index else other + 1

    def _marks(self) -> list[list[Mark]]:
        """The marks of each sentence, in the order of the sentences."""
        starts = [sentence.start for sentence in self.report.sentences]
        marks: list[list[Mark]] = [[] for _ in starts]
        for mark in self._all_marks():
            first = max(bisect_right(starts, mark.start) - 1, 0)
            for nth in range(first, bisect_right(starts, mark.end - 1)):
                marks[nth].append(mark)
        return marks

    def _all_marks(self) -> Iterator[Mark]:
        seen: set[tuple[int, int, str]] = set()
        for attribution in self.report.attributions:
            for mark in self._of(attribution):
                if (mark.start, mark.end, mark.classes) not in seen:
                    seen.add((mark.start, mark.end, mark.classes))
                    yield mark
        for dispute in self.report.disputes:
            yield from (Mark(*span, 90, "evidence") for span in dispute.evidence)
        yield from (Mark(*span, 95, "scare") for span in self.report.scare_quotes)
        yield from (Mark(*span, 0, "dateline") for span in self.report.article.dateline)

    def _of(self, attribution: Attribution) -> Iterator[Mark]:
        ref = attribution.source
        somebody = ref.id is not None or bool(ref.spans)
        tag = tag_of(self.tags, ref.id, somebody)
        who = self.names.get(ref.id or "", "") or ("unresolved" if somebody else "nobody")
        note = f"{tag.letter} · {who} · {_stance(attribution)}"
        depth = self._depth(attribution)
        kind = f"claim {tag.css}" + (" if" if attribution.hypothetical else "")
        for nth, span in enumerate(attribution.claim):
            yield Mark(*span, 10 + depth, kind, "" if nth else tag.letter, note)
        for nth, span in enumerate(ref.spans):
            yield Mark(*span, 40 + depth, f"who {tag.css}", "" if nth else tag.letter, note)
        sign = SIGNS[attribution.position]
        for nth, span in enumerate(attribution.cue):
            last = nth == len(attribution.cue) - 1
            yield Mark(*span, 60 + depth, f"cue {tag.css}", sign if last else "", note)

    def _depth(self, attribution: Attribution) -> int:
        depth = 0
        while attribution.parent in self.attributions and depth < 20:
            attribution = self.attributions[attribution.parent or ""]
            depth += 1
        return depth


def _stance(attribution: Attribution) -> str:
    return f"({attribution.stance})" if attribution.hypothetical else attribution.stance
