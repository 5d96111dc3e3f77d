"""The words of the house as frozen records: what stages hand on and what a report holds.

Offsets are Unicode code points into ``Article.text``, end-exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

SCHEMA = "claimtrack.report/1"

Span = tuple[int, int]
Spans = tuple[Span, ...]

Stance = str
"""One of the keys of ``POSITIONS``."""

Position = Literal["for", "open", "against"]
Style = Literal["direct", "indirect", "mixed"]
Status = Literal["attributed", "unattributed", "no_claim"]
Kind = Literal[
    "official",
    "expert",
    "witness",
    "participant",
    "document",
    "evidence",
    "news",
    "group",
    "person",
    "unknown",
]
BlockKind = Literal["headline", "byline", "caption", "credit", "paragraph"]
Reason = Literal["denied", "doubted", "alleged", "contradicted"]

POSITIONS: Mapping[Stance, Position] = {
    "asserts": "for",
    "confirms": "for",
    "acknowledges": "for",
    "alleges": "for",
    "believes": "for",
    "supports": "for",
    "promises": "for",
    "demands": "for",
    "asks": "open",
    "doubts": "open",
    "declines": "open",
    "denies": "against",
    "criticises": "against",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the article of one kind; only paragraphs hold sentences."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: its text before any cleaning, and what is known of it.

    ``blocks`` cover the text in order without overlap. ``dateline`` spans lie at the
    start of a paragraph. ``extra`` carries an input row's other fields untouched; of a
    file it says what its format has to say of the text: ``pages``, ``paragraphs`` (spans),
    ``guessed_encoding``.
    """

    id: str
    text: str
    path: str = ""
    sha256: str = ""
    title: str | None = None
    date: str | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    dateline: Spans = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Who vouches, at one attribution: the source's id (None: nobody) and the words."""

    id: str | None = None
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claim, the words that attribute it, and who vouches for it how."""

    id: str
    sentence: int
    source: SourceRef
    cue: Spans
    claim: Spans
    stance: Stance
    style: Style
    rule: str
    frame: str
    confidence: float
    parent: str | None = None
    continues: str | None = None
    recipient: Spans = ()
    hypothetical: bool = False
    contested: bool = False

    @property
    def position(self) -> Position:
        return POSITIONS[self.stance]


@dataclass(frozen=True, slots=True)
class Source:
    """One who vouches, with all mentions in the article."""

    id: str
    name: str
    mentions: Spans
    aliases: tuple[str, ...] = ()
    kind: Kind = "unknown"
    named: bool = False
    plural: bool = False
    role: str | None = None
    anonymity_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A denial or doubt tied to what it disputes.

    ``denial`` is the id of the denying attribution, ``claim`` that of the disputed one or
    None, ``sentence`` the index of the disputed sentence, ``evidence`` the words that point back.
    """

    id: str
    denial: str
    claim: str | None
    sentence: int
    link: str
    evidence: Spans


@dataclass(frozen=True, slots=True)
class ContestReason:
    """Why a sentence is contested, with the dispute that shows it; None: a denial of nothing told before."""

    reason: Reason
    dispute: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body and what the article makes of it."""

    index: int
    start: int
    end: int
    status: Status
    attributions: tuple[str, ...] = ()
    reasons: tuple[ContestReason, ...] = ()

    @property
    def contested(self) -> bool:
        return bool(self.reasons)


@dataclass(frozen=True, slots=True)
class Reply:
    """An allegation against a source and the answer that the text gives, if any."""

    allegation: str
    target: str | None
    answer: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Tool:
    """What made a report: the tool's version, the model's name and version, the rules' hash.

    ``weights`` is a hash of the model's files where it is known; only the ledger keeps it.
    """

    version: str
    model: str
    rules: str
    weights: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found in one article."""

    article: Article
    tool: Tool
    sentences: tuple[Sentence, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    replies: tuple[Reply, ...] = ()
    scare_quotes: Spans = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read or reported: a code such as CT012 and one line."""

    id: str
    path: str
    code: str
    message: str
    line: int | None = None
