"""Loading a spaCy pipeline and turning articles into parses.

Paragraphs are parsed one by one with white space made plain, since treebanks hold no line
breaks; an offset table leads every token back into the article's own text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from claimtrack.errors import ClaimtrackError
from claimtrack.language import encoder as _registers_its_layer  # noqa: F401
from claimtrack.language.checkable import chances
from claimtrack.language.grammar import Dialect, dialect_of
from claimtrack.language.leaning import leanings
from claimtrack.language.likeness import likeness_of
from claimtrack.language.parse import (
    Likeness,
    Parse,
    SentenceSpan,
    Token,
    nothing_alike,
)
from claimtrack.language.quotations import find_quotations
from claimtrack.language.sentences import SHORT_TITLES, label_end, sentence_starts
from claimtrack.language.weights import weights_of
from claimtrack.records import Article, Span

EMBEDDED = Path(__file__).parent / "model"
_BOUNDARIES = "claimtrack_sentences"
_LONGEST = 100_000
"""Characters of a paragraph that are parsed at once; the parser takes no more than a million."""
_RUN_TOGETHER = (r"(?<=[A-Za-z])[,:](?=[“\"])", r"(?<=[,:])[“\"](?=\w)")
_GAP = re.compile(r"[\s\u200b\ufeff\u00ad]+")
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""The curly mark inside a word, in whose place treebanks hold the straight one: *don’t*."""
_ENTITIES = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "NORP": "MISC",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
}


@Language.component(_BOUNDARIES)
def mark_sentences(doc: Doc) -> Doc:
    """Presets sentence starts where punctuation is sure, so that the parser only fills in the rest."""
    verdicts = dict(sentence_starts(doc.text))
    for token in doc[1:]:
        verdict = verdicts.get(token.idx)
        token.is_sent_start = {"start": True, "perhaps": None, None: False}[verdict]
    return doc


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in plain white space; ``offsets[i]`` is where its i-th character stands in the article."""

    number: int
    start: int
    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph on its way through the parser comes from."""

    serial: int
    article: Article
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded language model. ``name`` is its name and version, as reports give it, ``weights`` a
    hash of its files."""

    nlp: Language
    dialect: Dialect
    name: str
    weights: str = ""
    likeness: Likeness = nothing_alike

    def parse(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """Parses in the order of the articles; paragraphs of several articles share batches."""
        for _, group in groupby(self._docs(articles), key=lambda pair: pair[1].serial):
            pairs = list(group)
            parts = [(place.paragraph, doc) for doc, place in pairs if len(doc)]
            yield assemble(pairs[0][1].article, parts, self.dialect, self.likeness)

    def _docs(self, articles: Iterable[Article]) -> Iterator[tuple[Doc, _Place]]:
        return self.nlp.pipe(_paragraphs(articles), as_tuples=True, batch_size=128)


def load(name: str | None = None) -> Pipeline:
    """The embedded model, or any installed spaCy English pipeline (or folder) with a parser.

    Raises ClaimtrackError CT311 where it cannot be loaded, CT312 where it has no parser.
    """
    nlp = _load(name)
    if "parser" not in nlp.pipe_names:
        raise ClaimtrackError("CT312", f"the model {name} has no parser: name one that has")
    if _BOUNDARIES not in nlp.pipe_names:
        nlp.add_pipe(_BOUNDARIES, before="parser")
    _keep_whole(nlp, SHORT_TITLES)
    _part_at_quotation_marks(nlp)
    labels = nlp.get_pipe("parser").labels  # type: ignore[attr-defined]
    return Pipeline(nlp, dialect_of(labels), name_of(nlp), weights_of(nlp.path), likeness_of(nlp))


def _keep_whole(nlp: Language, titles: Iterable[str]) -> None:
    """Lets no short title lose its full stop: *Sgt.*, which would end the sentence."""
    tokenizer = nlp.tokenizer
    for shown in (f"{title.capitalize()}." for title in titles):
        if isinstance(tokenizer, Tokenizer) and shown not in (tokenizer.rules or {}):
            tokenizer.add_special_case(shown, [{ORTH: shown}])


def _part_at_quotation_marks(nlp: Language) -> None:
    """Parts what a missing space has run together: *said,“Look*."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer):
        infixes = [*(nlp.Defaults.infixes or ()), *_RUN_TOGETHER]
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def name_of(nlp: Language) -> str:
    """A pipeline's name and version, as reports give it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _load(name: str | None) -> Language:
    try:
        return spacy.load(name or EMBEDDED, exclude=["senter"])
    except (OSError, ValueError) as error:
        shown = name or "that ships with claimtrack"
        reason = str(error).splitlines()[0]
        raise ClaimtrackError("CT311", f"the model {shown} cannot be loaded: {reason}") from error


def _paragraphs(
    articles: Iterable[Article],
) -> Iterator[tuple[str, _Place]]:
    for serial, article in enumerate(articles):
        for paragraph in paragraphs_of(article) or [Paragraph(0, 0, "", [])]:
            for part in _parts(paragraph):
                yield part.text, _Place(serial, article, part)


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph, one that is too long in parts, each up to a sentence's end."""
    text, start = paragraph.text, 0
    if len(text) > _LONGEST:
        for end in _ends_of_parts(text):
            yield _part(paragraph, start, end)
            start = end
    yield _part(paragraph, start, len(text)) if start else paragraph


def _ends_of_parts(text: str) -> Iterator[int]:
    """Where to cut: at the last sentence's end in reach, else at the last space, else anywhere."""
    starts = [at for at, verdict in sentence_starts(text) if verdict == "start"]
    end = 0
    while len(text) - end > _LONGEST:
        limit = end + _LONGEST
        before = bisect_right(starts, limit) - 1
        if before >= 0 and starts[before] > end:
            end = starts[before]
        else:
            space = text.rfind(" ", end + 1, limit)
            end = space + 1 if space >= 0 else limit
        yield end


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    offsets = paragraph.offsets[start:end]
    begins = paragraph.start if start == 0 else offsets[0]
    return Paragraph(paragraph.number, begins, paragraph.text[start:end], offsets)


def paragraphs_of(article: Article) -> list[Paragraph]:
    """The article's paragraphs without datelines, in plain white space."""
    blocks = [block for block in article.blocks if block.kind == "paragraph"]
    return [
        Paragraph(
            number,
            block.start,
            *_plain(article.text, _without_dateline(article, block.start, block.end)),
        )
        for number, block in enumerate(blocks)
    ]


def _without_dateline(article: Article, start: int, end: int) -> Span:
    for from_, to in article.dateline:
        if start <= from_ < end:
            lead = re.compile(r"[\s:–—\-]*").match(article.text, to, end)
            return (lead.end() if lead else to, end)
    return (start, end)


def _plain(text: str, span: Span) -> tuple[str, list[int]]:
    pieces: list[str] = []
    offsets: list[int] = []
    at = span[0]
    for gap in _GAP.finditer(text, *span):
        pieces.append(text[at : gap.start()])
        offsets += range(at, gap.start())
        if any(c.isspace() for c in gap.group()) and offsets:
            pieces.append(" ")
            offsets.append(gap.start())
        at = gap.end()
    pieces.append(text[at : span[1]])
    offsets += range(at, span[1])
    return _APOSTROPHE.sub("'", "".join(pieces)), offsets


def assemble(
    article: Article,
    parts: Sequence[tuple[Paragraph, Doc]],
    dialect: Dialect,
    likeness: Likeness = nothing_alike,
) -> Parse:
    """One parse from the parsed paragraphs of an article."""
    tokens: list[Token] = []
    sentences: list[SentenceSpan] = []
    for paragraph, doc in parts:
        _append(paragraph, doc, dialect, tokens, sentences)
    paragraphs = [(b.start, b.end) for b in article.blocks if b.kind == "paragraph"]
    quotations = find_quotations(article.text, paragraphs)
    lean = leanings(doc for _, doc in parts)
    return Parse(article, tuple(tokens), tuple(sentences), quotations, likeness, lean)


def whole_doc(article: Article, doc: Doc) -> list[tuple[Paragraph, Doc]]:
    """A Doc of a whole article as its one paragraph, for a parse that was made elsewhere."""
    return [(Paragraph(0, 0, article.text, range(len(article.text))), doc)] if len(doc) else []


def _with_labels(doc: Doc, labelled: int) -> list[tuple[int, int]]:
    """The sentences of a Doc as token ranges; a speaker's label is one with what is said."""
    ranges = [(sent.start, sent.end) for sent in doc.sents]
    if len(ranges) > 1 and labelled and doc[ranges[1][0]].idx <= labelled:
        ranges[:2] = [(0, ranges[1][1])]
    return ranges


def _append(
    paragraph: Paragraph,
    doc: Doc,
    dialect: Dialect,
    tokens: list[Token],
    sentences: list[SentenceSpan],
) -> None:
    """Adds a paragraph's words and sentences, numbered on from those before."""
    base, offsets = len(tokens), paragraph.offsets
    arcs, checkable = dialect.arcs(doc), chances(doc)
    for start, stop in _with_labels(doc, label_end(paragraph.text)):
        number = len(sentences)
        for token in doc[start:stop]:
            begin = offsets[token.idx]
            end = offsets[token.idx + len(token.text) - 1] + 1
            head, role = arcs[token.i]
            tokens.append(
                Token(
                    base + token.i, begin, end, token.text, token.lower_, token.lemma_.lower(), token.pos_,
                    token.tag_, role, base + head, _ENTITIES.get(token.ent_type_, ""), number,
                )
            )  # fmt: skip
        first, last = base + start, base + stop
        begins = paragraph.start if start == 0 else tokens[first].start
        sentences.append(
            SentenceSpan(
                begins, tokens[last - 1].end, first, last, paragraph.number, checkable.get(start)
            )
        )
