"""What the page of an article shows, worked out before any template lays it out."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimtrack.records import POSITIONS, Attribution, Report, Sentence
from claimtrack.render.htmlmarks import Mark, marked
from claimtrack.render.sections import GAP, Row, Saying, Sections, Standing, Voice, sections_of

HUES = 12
"""How many colours the style sheet has for sources; letters tell apart those that share one."""
PLOTTED = 7
"""How many sources the plot of who speaks how much shows."""
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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: a sentence, or words that are in none."""

    sentence: SentenceView | None
    html: Markup


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article: its kind (``paragraph``, ``headline`` …) and pieces in order."""

    kind: str
    pieces: tuple[Piece, ...]


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
class Bar:
    """A bar of a plot: its name, the number it stands for, and its length in % of the longest."""

    name: str
    css: str
    number: int
    length: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A step of the strip that shows the article from its first sentence to its last.

    ``height`` is the part of its sentences that nobody vouches for, in %.
    """

    number: int
    css: str
    height: float
    note: str


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
        return _tag(self.tags, saying.source, saying.who is not None)

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
    tags = {
        voice.source.id: Tag(_letters(nth), f"v{nth % HUES}")
        for nth, voice in enumerate(sections.voices)
    }
    sentences = _Sentences(report, sections, tags).all()
    return View(
        report=report,
        sections=sections,
        tags=tags,
        paragraphs=tuple(_paragraphs(report, sentences)),
        sentences=sentences,
        speakers=_speakers(sections.voices, tags),
        stances=_stance_bars(sections.rows),
        strip=_strip(sentences),
        choices=_choices(sentences),
    )


def _letters(nth: int) -> str:
    """A … Z, AA, AB …"""
    letters = ""
    nth += 1
    while nth:
        nth, place = divmod(nth - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _tag(tags: Mapping[str, Tag], source: str | None, somebody: bool) -> Tag:
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
        tags = [_tag(self.tags, each.source, each.who is not None) for each in sayings]
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
        tag = _tag(self.tags, ref.id, somebody)
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


def _paragraphs(report: Report, sentences: Sequence[SentenceView]) -> Iterator[Paragraph]:
    """The whole text, in blocks: headline and the like alone, sentences until a paragraph ends."""
    text = report.article.text
    datelines = [Mark(*span, 0, "dateline") for span in report.article.dateline]
    lines = _lines_are_paragraphs(report)
    pieces: list[Piece] = []
    kind = "paragraph"
    at = 0
    for start, end, of, sentence in _stretches(report, sentences):
        gap = text[at:start]
        if pieces and (of != "paragraph" or kind != "paragraph" or _parts(report, at, start)):
            yield Paragraph(kind, tuple(pieces))
            pieces = []
            gap = ""
        html = sentence.html if sentence else marked(text, start, end, datelines)
        space = (
            [Piece(None, Markup("<br>" if "\n" in gap and lines else " "))]
            if pieces and gap
            else []
        )
        pieces += [*space, Piece(sentence, html)]
        kind, at = of, end
    if pieces:
        yield Paragraph(kind, tuple(pieces))


def _stretches(
    report: Report, sentences: Sequence[SentenceView]
) -> list[tuple[int, int, str, SentenceView | None]]:
    """Blocks without sentences, sentences, and words between them, in order and with no gap but space."""
    text = report.article.text
    known: list[tuple[int, int, str, SentenceView | None]] = [
        (sentence.start, sentence.end, "paragraph", view)
        for sentence, view in zip(report.sentences, sentences, strict=True)
    ]
    known += [
        (block.start, block.end, block.kind, None)
        for block in report.article.blocks
        if block.kind != "paragraph"
    ]
    known.sort(key=lambda stretch: stretch[0])
    out: list[tuple[int, int, str, SentenceView | None]] = []
    at = 0
    for stretch in [*known, (len(text), len(text), "end", None)]:
        between = text[at : stretch[0]]
        if between.strip():
            start = stretch[0] - len(between.lstrip())
            out.append((start, at + len(between.rstrip()), "paragraph", None))
        out.append(stretch)
        at = max(at, stretch[1])
    return out[:-1]


def _lines_are_paragraphs(report: Report) -> bool:
    """Whether a single line break may end a paragraph, where nobody has told paragraphs apart."""
    text = report.article.text
    told = any(block.kind == "paragraph" for block in report.article.blocks)
    return not told and not any("\n" in text[s.start : s.end] for s in report.sentences)


def _parts(report: Report, at: int, start: int) -> bool:
    """Whether a paragraph ends between the two places."""
    gap = report.article.text[at:start]
    if "\n" not in gap:
        return False
    starts = (b.start for b in report.article.blocks if b.kind == "paragraph")
    return gap.count("\n") > 1 or any(at <= place <= start for place in starts)


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


def _stance_bars(rows: Iterable[Row]) -> tuple[Bar, ...]:
    said = Counter(each.stance for row in rows for each in row.sayings if not each.hypothetical)
    most = max(said.values(), default=1)
    return tuple(
        Bar(stance, f"is-{POSITIONS[stance]}", said[stance], round(100 * said[stance] / most, 1))
        for stance in POSITIONS
        if said[stance]
    )


STEPS = 100
"""The most steps that the strip has; a longer article has several sentences in one."""


def _strip(sentences: Sequence[SentenceView]) -> tuple[Cell, ...]:
    size = -(-len(sentences) // STEPS) or 1
    groups = (sentences[at : at + size] for at in range(0, len(sentences), size))
    return tuple(_cell(group) for group in groups)


def _cell(group: Sequence[SentenceView]) -> Cell:
    loose = sum(each.slug in ("unattributed", "nobody") for each in group)
    contested = any("contested" in each.flags for each in group)
    first, last = group[0].row.number, group[-1].row.number
    if len(group) == 1:
        note = f"{first}: {group[0].row.standing}" + (", contested" if contested else "")
        css = group[0].slug
    else:
        note = f"{first}–{last}: {loose} without a source" + (", contested" if contested else "")
        css = "unattributed" if loose else "attributed"
    return Cell(first, css + " contested" * contested, round(100 * loose / len(group)), note)


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
