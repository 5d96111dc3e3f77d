"""Where one passage stands towards a claim, by its words and by what is attributed in it.

A passage is against a claim where it calls it false, negates it, says the opposite or has somebody
deny it; it observes it where it only reports, guesses or asks; else it is for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimtrack.questions.wording import Lexicon, Run, Words, contents, next_contents
from claimtrack.records import Attribution, Report, Span

Verdict = Literal["for", "against", "observing", "unrelated"]

DISPUTED = frozenset({"denies", "doubts"})
_LEFT_OPEN = frozenset({"asserts", "alleges", "asks", "believes", "declines"})
_VOUCHED = frozenset({"confirms", "acknowledges"})
_DECLINED = frozenset({"declines"})
_SPEAKERS = frozenset({"document", "evidence", "expert", "news", "participant", "witness"})
_SHARE = 0.4
_FEWEST = 2
_BEFORE = 3
_LABEL_AT_END = re.compile(r"\s?:\s+(\w+(?: \w+){0,3})$")
_NO = re.compile(r"(?:^|[:?.] )no(?:,| [-–—])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or headline with its words and the attributions in it."""

    report: Report
    span: Span
    words: Words
    attributions: tuple[Attribution, ...] = ()

    @property
    def text(self) -> str:
        return self.report.article.text[slice(*self.span)]


@dataclass(frozen=True)
class Asked:
    """The claim that passages are held against."""

    words: Words
    lexicon: Lexicon

    @cached_property
    def content(self) -> frozenset[str]:
        return contents(self.words)

    def shared(self, passage: Passage) -> int:
        """How many of the claim's content words a passage has, where that is enough to be about it."""
        here = contents(passage.words)
        shared = len(self.content & here)
        fewest = min(_FEWEST, len(self.content))
        enough = shared >= max(fewest, _SHARE * min(len(here), len(self.content)))
        return shared if shared and enough else 0

    def verdict(self, passage: Passage) -> Verdict:
        """Where a passage stands that is about the claim."""
        if self._is_against(passage):
            return "against"
        if self._is_borne_out(passage):
            return "for"
        return "observing" if self._is_open(passage) else "for"

    def cited(self, passage: Passage) -> str | None:
        """The id of who is cited in a passage for what the claim is about."""
        about = (a.source.id for a in passage.attributions if self._is_about(passage, a))
        return next((source for source in about if source is not None), None)

    # -- against ------------------------------------------------------------------------------

    def _is_against(self, passage: Passage) -> bool:
        words = passage.words
        if self._told(passage, _DECLINED):
            return False
        if self._told(passage, DISPUTED) or _NO.search(passage.text):
            return True
        if any(not self._negated(words, at) for at, _ in self._own(words, "against_words")):
            return True
        if any(self._negated(words, at) for at, _ in self._own(words, "for_words")):
            return True
        negated = self._is_negated(words) and not self._is_negated(self.words)
        return negated or self._says_opposite(words)

    def _own(self, words: Words, name: str) -> list[Run]:
        """The marks of a list that are not words of the claim."""
        stems = {word.stem for word in self.words}
        runs = self.lexicon.marks(words, name)
        return [run for run in runs if not {w.stem for w in words[slice(*run)]} <= stems]

    def _negated(self, words: Words, at: int) -> bool:
        return bool(self.lexicon.marks(words[max(0, at - _BEFORE) : at], "negations"))

    def _is_negated(self, words: Words) -> bool:
        """Whether a negation stands right before what the claim is about."""
        runs = self.lexicon.marks(words, "negations")
        return any(self.content & next_contents(words, end) for _, end in runs)

    def _says_opposite(self, words: Words) -> bool:
        """Whether a passage has the antonym of a word of the claim, and not that word."""
        stems = {word.stem for word in words}
        lacking = self.content - stems
        opposites = {o for stem in lacking for o in self.lexicon.opposites.get(stem, ())}
        return bool(stems & opposites - self.content)

    # -- for and observing --------------------------------------------------------------------

    def _is_borne_out(self, passage: Passage) -> bool:
        """*confirmed*, *proof*: unless the passage asks whether it is so, or only tells that it is."""
        confirmed = self._told(passage, _VOUCHED) or self._own(passage.words, "for_words")
        marked = self._own(passage.words, "open_words")
        return bool(confirmed) and not marked and not _asks(passage)

    def _is_open(self, passage: Passage) -> bool:
        """Whether a passage only reports, guesses or asks."""
        told = any(a.stance in _LEFT_OPEN and self._opens(passage, a) for a in passage.attributions)
        marked = bool(self._own(passage.words, "open_words"))
        return told or marked or _asks(passage) or self._is_labelled(passage)

    def _opens(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether it is left to somebody to vouch: not to what shows it, nor to a topic before a colon."""
        text = passage.report.article.text
        cue = [word for span in attribution.cue for word in self.lexicon.words(text, *span)]
        if attribution.hypothetical or self.lexicon.marks(cue, "showing_words"):
            return False
        if attribution.frame == "label" and not _is_of_speaker(passage, attribution):
            return False
        return self._is_about(passage, attribution)

    def _is_labelled(self, passage: Passage) -> bool:
        """*Bridge closed: broker*: who says so stands behind a colon at the end."""
        label = _LABEL_AT_END.search(passage.text)
        return label is not None and not self.content & contents(self.lexicon.words(label[1]))

    # -- who ----------------------------------------------------------------------------------

    def _told(self, passage: Passage, stances: frozenset[str]) -> bool:
        """Whether somebody is told to take one of these stances to what the claim is about."""
        return any(
            a.stance in stances and not a.hypothetical and self._is_about(passage, a)
            for a in passage.attributions
        )

    def _is_about(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether what is attributed holds half of what the passage shares with the claim."""
        shared = [word for word in passage.words if word.stem in self.content]
        spans = attribution.claim
        inside = [w for w in shared if any(start <= w.start < end for start, end in spans)]
        return 2 * len(inside) >= len(shared)


def _is_of_speaker(passage: Passage, attribution: Attribution) -> bool:
    kinds = {source.id: source.kind for source in passage.report.sources}
    return kinds.get(attribution.source.id or "") in _SPEAKERS


def _asks(passage: Passage) -> bool:
    return "?" in passage.text
