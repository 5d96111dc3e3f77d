"""Runs: stretches of capitalised words that name somebody or something, with the role before them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token
from claimtrack.sources.lexicon import Lexicon, fold

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec q a".split()
)
_NEVER = frozenset(
    "former several still many some other even only also but most much few late neighboring neighbouring local "
    "top senior unofficial recent young old rival fellow separate early more such first last next both all any another "
    "previous current outgoing incoming then now yet so and or if when while although though since".split()
)
"""Words that begin a sentence and never a name."""
_PARTICLES = frozenset(
    "al bin ibn bint de da di do dos del der den van von la le el ul ur y".split()
)
_HYPHENS = frozenset({"-", "–", "'", "’", "/"})
_LINKS = frozenset({"of", "for"})
_NOUN_TAGS = ("NNP", "NNPS", "NN", "NNS", "FW", "JJ")
_MISTAKEN_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "RB", "JJR", "JJS")
_QUOTES = ("“", '"', "‘", "``", ":", "'", "«")
_OWNING = frozenset("people children women men workers farmers veterans king queen lloyd".split())
_TAKE_OF = frozenset(
    {"directorate", "house", "institute", "organisation", "organization", "chamber"}
)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the runs of an article. ``known`` are words that name something where they stand inside a sentence."""

    parse: Parse
    lexicon: Lexicon
    known: frozenset[str]
    spoken: Collection[int] = ()
    """Tokens that are all a source's words, so that a capital at the start of a sentence tells a name."""

    def runs(self) -> Iterator[tuple[int, range]]:
        """All runs in the order of the text, each with where the role before its name begins."""
        for sentence in self.parse.sentences:
            start = sentence.first
            while start < sentence.last:
                if not self._is_name_word(start):
                    start += 1
                    continue
                end = self._end(start, sentence.last)
                first = self._with_adjective(start, end)
                yield self._with_role(first, sentence.first), range(first, end)
                start = end

    def _end(self, start: int, limit: int) -> int:
        end = start + 1
        while end < limit:
            step = self._step(start, end, limit)
            if not step:
                break
            end += step
        return end

    def _step(self, start: int, at: int, limit: int) -> int:
        """How many tokens at ``at`` go on with the run: none, a word, or what joins it to the next word."""
        if self._is_name_word(at) or self._is_capital_in_name(at):
            return 1
        ahead = next((k for k in (1, 2) if at + k < limit and self._is_name_word(at + k)), 0)
        if not ahead:
            return 0
        tokens = self.parse.tokens
        between = tuple(tokens[i].lower for i in range(at, at + ahead))
        if ahead == 1 and self._joins(start, at):
            return 1
        labelled = {tokens[i].entity for i in (start, *range(at, at + ahead + 1))} == {"ORG"}
        if between[0] in _LINKS and between[1:] in ((), ("the",)):
            return ahead if labelled or self._takes_of(tokens[start:at], tokens[at + ahead]) else 0
        return ahead if labelled and between == ("and",) else 0

    def _joins(self, start: int, at: int) -> bool:
        """Whether a token ties two name words into one name: a hyphen, *van*, *&*, *St Brendan's* Hospital."""
        before, word, after = self.parse.tokens[at - 1 : at + 2]
        if word.tag == "POS":
            first = self.parse.tokens[start].lower
            return first in ("st", "st.", "saint") or before.lower in _OWNING
        close = before.end == word.start and word.end == after.start
        return word.lower in _PARTICLES or word.text == "&" or (close and word.text in _HYPHENS)

    def _takes_of(self, words: Sequence[Token], after: Token) -> bool:
        """Whether an office or body is named by these words, so that *of* goes on with its name."""
        last = fold(words[-1].text)
        office = (
            last in self.lexicon.titles or f"{last} of {fold(after.text)}" in self.lexicon.titles
        )
        return office or bool({last, last.removesuffix("s")} & {*self.lexicon.bodies, *_TAKE_OF})

    def _is_name_word(self, index: int) -> bool:
        token = self.parse.tokens[index]
        capital = token.text[:1].isupper() or any(c.isupper() for c in token.text[1:])
        if (
            not capital
            or token.lower in _CALENDAR
            or (token.lower in _NEVER and begins(self.parse, index))
        ):
            return False
        if token.tag in ("NNP", "NNPS") or (
            token.lower in self.known and begins(self.parse, index)
        ):
            return True
        if token.tag not in _NOUN_TAGS or token.entity in ("PER", "ORG", "LOC"):
            return token.tag in _NOUN_TAGS
        goes_on = self._goes_on(index)
        if begins(self.parse, index):
            given = goes_on and self.lexicon.gender_of_name(token.lower) != ""
            hyphen = goes_on and self.parse.tokens[index + 1].text == "-"
            return given or hyphen or (index in self.spoken and not self._is_common(token))
        return token.tag != "JJ" or goes_on

    def _is_common(self, token: Token) -> bool:
        """Whether a lone word may speak without being a name: *Police*, *Research*, *Officials*."""
        words = (fold(token.lemma), fold(token.text), fold(token.lemma).removesuffix("s"))
        listed = (
            self.lexicon.roles,
            self.lexicon.bodies,
            self.lexicon.pronouns,
            self.lexicon.indefinite,
        )
        if token.tag in ("NNS", "JJ") or token.lower.endswith(("thing", "body")):
            return True
        return any(word in names for word in words for names in listed)

    def _is_capital_in_name(self, index: int) -> bool:
        """Whether a capitalised word after a name word is a part of the name, whatever its tag."""
        before, token = self.parse.tokens[index - 1 : index + 1]
        capital = (
            token.text[:1].isupper() and token.text[1:].islower() and token.lower not in _CALENDAR
        )
        return (
            capital
            and before.tag in ("NNP", "NNPS")
            and token.tag in (*_NOUN_TAGS, *_MISTAKEN_TAGS)
        )

    def _goes_on(self, index: int) -> bool:
        """Whether a proper noun follows at once or after a hyphen."""
        following = [t for t in self.parse.tokens[index + 1 : index + 3] if t.text != "-"]
        return (
            bool(following)
            and following[0].tag in ("NNP", "NNPS")
            and following[0].text[:1].isupper()
        )

    def _with_role(self, start: int, limit: int) -> int:
        """Takes in the role before a name: *former permit clerk* Yolanda Prince, the *drugmaker* Corvane."""
        at = start
        if at > limit and self._is_role(at - 1, start):
            at -= 1
            while at > limit and self.parse.tokens[at - 1].tag in ("NN", "JJ", "HYPH"):
                at -= 1
            at += self.parse.tokens[at].tag == "HYPH"
        return at

    def _is_role(self, index: int, start: int) -> bool:
        token = self.parse.tokens[index]
        personal = self.lexicon.is_personal(token.lemma)
        body = token.lemma in self.lexicon.bodies and not personal
        if token.tag not in ("NN", "NNP", "JJ") or not token.text.islower():
            return False
        known = personal or body or token.lemma in self.lexicon.titles
        return known or (
            self.parse.tokens[start].head == index and self.parse.tokens[start].entity == "PER"
        )

    def _with_adjective(self, start: int, end: int) -> int:
        """Takes in the adjective that begins a sentence and a body's name: *Free* Choice Families."""
        before = self.parse.tokens[start - 1]
        many = end - start > 1 or self.parse.tokens[end - 1].text.endswith("s")
        plain = before.tag == "JJ" and before.text[:1].isupper() and begins(self.parse, start - 1)
        if (
            start == 0
            or not plain
            or not many
            or before.sentence != self.parse.tokens[start].sentence
        ):
            return start
        last = fold(self.parse.tokens[end - 1].text)
        return start - 1 if last.endswith("s") or last in self.lexicon.bodies else start


def begins(parse: Parse, index: int) -> bool:
    """Whether a token begins a sentence or quotation, where anything has a capital."""
    return grammar.opens_sentence(parse, index) or parse.tokens[index - 1].text in _QUOTES


def known_words(parse: Parse) -> frozenset[str]:
    """Words that are proper nouns inside a sentence of the article, and nowhere common words."""
    inside = (t for t in parse.tokens if t.tag in ("NNP", "NNPS") and t.text[:1].isupper())
    common = {t.text for t in parse.tokens if t.text.islower()}
    return frozenset(
        t.lower for t in inside if not begins(parse, t.number) and t.lower not in common
    )


def places_of_dateline(parse: Parse) -> frozenset[str]:
    text = parse.article.text
    lines = (text[start:end] for start, end in parse.article.dateline)
    return frozenset(fold(words.split(",")[0].strip(" :—–-")) for words in lines)
