"""Where one passage stands towards a claim, by its words and by what is attributed in it.

A passage is against a claim where it calls it false, negates it, says the opposite or has somebody
deny it; it observes it where it only reports, guesses or asks; else it is for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import Literal

from claimtrack.questions.passages import Passage
from claimtrack.questions.wording import Lexicon, Run, Words, contents, next_contents
from claimtrack.records import Attribution

Verdict = Literal["for", "against", "observing", "unrelated"]

DISPUTED = frozenset({"denies", "doubts"})
_LEFT_OPEN = frozenset({"asserts", "alleges", "asks", "believes", "declines"})
_SAID = frozenset({"asserts", "believes"})
_VOUCHED = frozenset({"confirms", "acknowledges"})
_DECLINED = frozenset({"declines"})
_SPEAKERS = frozenset({"document", "evidence", "expert", "news", "participant", "witness"})
_MEDIA = ("news_agencies", "newspapers", "broadcasters")
_SHARE = 0.4
_FEWEST = 2
_BEFORE = 3
_AFTER = 4
_NO = re.compile(r"(?:^|[:?.] )no(?:,| [-–—])", re.IGNORECASE)
_READER = frozenset({"you", "your"})
_FIRST_PERSON = frozenset({"i", "my", "our", "we"})
_POINTING = frozenset({"it", "that", "this"})


@dataclass(frozen=True)
class Asked:
    """The claim that passages are held against."""

    words: Words
    lexicon: Lexicon

    @cached_property
    def content(self) -> frozenset[str]:
        return contents(self.words)

    @cached_property
    def _tells(self) -> bool:
        """Whether the claim is that somebody says something: then to say so bears it out."""
        return any(self.lexicon.marks(self.words, name) for name in ("open_words", "showing_words"))

    def common(self, passage: Passage) -> int:
        """How many of the claim's content words a passage has."""
        return len(self.content & contents(passage.words))

    def shared(self, passage: Passage) -> int:
        """The same, where that is enough to be about it; else 0."""
        shared = self.common(passage)
        fewest = min(_FEWEST, len(self.content))
        shorter = min(len(contents(passage.words)), len(self.content))
        return shared if shared and shared >= max(fewest, _SHARE * shorter) else 0

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
        if any(not self._turned(words, at) for at, _ in self._own(words, "against_words")):
            return True
        if any(self._turned(words, at) for at, _ in self._own(words, "for_words")):
            return True
        negated = self._is_negated(words) and not self._is_negated(self.words)
        return negated or self._is_dismissed(passage) or self._says_opposite(words)

    def _own(self, words: Words, name: str) -> list[Run]:
        """The marks of a list that are not words of the claim."""
        runs = self.lexicon.marks(words, name)
        return [run for run in runs if not _stems(words[slice(*run)]) <= _stems(self.words)]

    def _turned(self, words: Words, at: int) -> bool:
        """Whether a negation stands close before a word."""
        return bool(self.lexicon.marks(words[max(0, at - _BEFORE) : at], "negations"))

    def _is_dismissed(self, passage: Passage) -> bool:
        """*Broker laughs off pier rumour*, *mayor calls report absurd*."""
        told = self._own(passage.words, "rumour_words")
        dismissed = self._own(passage.words, "dismissing_words")
        scorned = self._own(passage.words, "scorning_words")
        pairs = chain(product(dismissed, told), product(told, scorned))
        return any(self._goes_on(passage, *pair) for pair in pairs)

    def _goes_on(self, passage: Passage, first: Run, then: Run) -> bool:
        """Whether one run of words follows another closely, with no mark between."""
        near = first[1] <= then[0] < first[1] + _AFTER
        return near and passage.stretch(first) == passage.stretch(then)

    def _is_negated(self, words: Words) -> bool:
        """Whether a negation stands right before what the claim is about; not in *you will never guess*."""
        ends = (end for _, end in self.lexicon.marks(words, "negations"))
        turned = (
            end for end in ends if not self.lexicon.marks(words[end : end + 1], "known_words")
        )
        return any(self.content & next_contents(words, end) for end in turned)

    def _says_opposite(self, words: Words) -> bool:
        """Whether a passage has the antonym of a word of the claim, and not that word."""
        stems = _stems(words)
        lacking = self.content - stems
        opposites = {o for stem in lacking for o in self.lexicon.opposites.get(stem, ())}
        return bool(stems & opposites - self.content)

    # -- for and observing --------------------------------------------------------------------

    def _is_borne_out(self, passage: Passage) -> bool:
        """*confirmed*, *proof*: unless the passage asks whether it is so, or only tells that it is."""
        runs = self._own(passage.words, "for_words")
        confirmed = any(not self._turned(passage.words, at) for at, _ in runs)
        vouched = confirmed or self._told(passage, _VOUCHED)
        return vouched and not self._is_marked(passage) and not self._asks(passage)

    def _is_open(self, passage: Passage) -> bool:
        """Whether a passage only reports, guesses or asks."""
        told = any(a.stance in _LEFT_OPEN and self._opens(passage, a) for a in passage.attributions)
        marked = self._is_marked(passage) or self._is_labelled(passage)
        return told or marked or self._asks(passage)

    def _is_marked(self, passage: Passage) -> bool:
        marks = self._own(passage.words, "open_words")
        return any(self._is_open_at(passage, run) for run in marks)

    def _is_open_at(self, passage: Passage, run: Run) -> bool:
        """Whether a mark is about the claim: a verb of saying is where that is what is said; a word
        that goes on is where what it goes on with shares something with the claim."""
        marked = passage.words[slice(*run)]
        says = (cue for each in passage.attributions if _says(each) for cue in each.cue)
        if marked[0] in passage.inside(*says):
            return False
        start, end = passage.stretch(run)
        after = passage.inside((marked[-1].end, end))
        return not after or bool(self.content & contents(passage.inside((start, end))))

    def _opens(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether it is left to somebody to vouch: not to what shows it, nor to a topic before a colon."""
        cue = passage.inside(*attribution.cue)
        if attribution.hypothetical or self.lexicon.marks(cue, "showing_words"):
            return False
        if attribution.frame == "label" and not self._is_of_speaker(passage, attribution):
            return False
        if self._tells and self._is_in_claim(passage, attribution):
            return False
        return self._is_about(passage, attribution)

    def _asks(self, passage: Passage) -> bool:
        """Whether it is asked if the claim is so: not the reader, and not only something else."""
        questions = [_stems(passage.inside(each)) for each in passage.questions()]
        about = self.content | _POINTING
        return any(stems & about and not stems & _READER for stems in questions)

    def _is_labelled(self, passage: Passage) -> bool:
        """*Bridge closed: broker*, *Delton Post: bridge closed*, *Broker: we closed it*: who says so."""
        before, behind = passage.label, passage.label_at_end
        if behind is not None and self._speaks_at_end(passage.inside(behind)):
            return True
        if before is None:
            return False
        name = passage.report.article.text[slice(*before)]
        told = _stems(passage.inside((before[1], passage.span[1])))
        return bool(told & _FIRST_PERSON) or self.lexicon.is_in(name, _MEDIA)

    # -- who ----------------------------------------------------------------------------------

    def _speaks_at_end(self, label: Words) -> bool:
        """*: broker*, but not *: new details*, nor what the claim is about."""
        shown = self.lexicon.marks(label, "evidence_words")
        return not shown and not self.content & contents(label)

    def _told(self, passage: Passage, stances: frozenset[str]) -> bool:
        """Whether somebody is told to take one of these stances to what the claim is about."""
        return any(
            a.stance in stances and not a.hypothetical and self._is_about(passage, a)
            for a in self._others(passage)
        )

    def _others(self, passage: Passage) -> Iterator[Attribution]:
        """What is told of others than the reader, and by cues that are no part of the claim."""
        for each in passage.attributions:
            to_reader = _stems(passage.inside(*each.source.spans)) & _READER
            if not to_reader and not self.content & contents(passage.inside(*each.cue)):
                yield each

    def _is_about(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether what is attributed holds half of what the passage shares with the claim."""
        shared = [word for word in passage.words if word.stem in self.content]
        inside = [w for w in passage.inside(*attribution.claim) if w.stem in self.content]
        return 2 * len(inside) >= len(shared)

    def _is_in_claim(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether the source is named in the claim."""
        source = contents(passage.inside(*attribution.source.spans))
        return bool(source) and source <= self.content

    def _is_of_speaker(self, passage: Passage, attribution: Attribution) -> bool:
        """Whether what stands before a colon speaks, and is not what the headline is about."""
        kinds = {source.id: source.kind for source in passage.report.sources}
        speaks = kinds.get(attribution.source.id or "") in _SPEAKERS
        return speaks and not contents(passage.inside(*attribution.source.spans)) & self.content


def _stems(words: Words) -> set[str]:
    return {word.stem for word in words}


def _says(attribution: Attribution) -> bool:
    """Whether a verb says it, so that it is known what is said."""
    return attribution.stance in _SAID and attribution.frame.startswith("speaker")
