"""Sentences with their arcs in both dialects, made into parses without a trained model.

Words are ``form[/lemma]|TAG``; arcs are ``label>head`` a word, heads counted from 1, the root without one.
"""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc

from claimtrack import match
from claimtrack.language.grammar import dialect_of
from claimtrack.language.load import Paragraph, assemble
from claimtrack.language.parse import Parse
from claimtrack.records import Article, Block
from claimtrack.rules.model import Place, Rule, RuleSet, Word
from claimtrack.rules.speakers import speakers

LABELS = {"universal": ("nsubj", "obj", "obl"), "clearnlp": ("nsubj", "dobj", "pobj")}
"""Of each dialect labels that tell it."""

VOCAB = spacy.blank("en").vocab

SPEAKERS = speakers({"official": [("minister",), ("envoy",)], "group": [("bank",), ("firm",)]})

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WDT": "PRON", "DT": "DET", "IN": "ADP", "TO": "PART", "RP": "ADP", "RB": "ADV", "JJ": "ADJ", "CD": "NUM",
    "MD": "AUX", "EX": "PRON", "CC": "CCONJ", "POS": "PART", "UH": "INTJ", ".": "PUNCT",
}  # fmt: skip
_CLOSE_UP = (".", ",", ":", "”", "’s", "n’t", ")", "?")


@dataclass(frozen=True)
class Found:
    """What a frame found, as text; pieces are joined by " … "."""

    source: str
    cue: str
    claim: str
    recipient: str = ""


@dataclass(frozen=True)
class Shape:
    """A sentence, and what one frame finds in it with one cue; ``found`` None: nothing."""

    frame: str
    cue: str
    words: str
    universal: str
    clearnlp: str
    found: Found | None
    joins: tuple[str, ...] = ()
    kind: str = "verb"
    negation: bool = False

    def __str__(self) -> str:
        return (
            f"{self.frame}: {' '.join(w.split('|')[0].split('/')[0] for w in self.words.split())}"
        )

    def parse(self, dialect: str) -> Parse:
        return parse_of(self.words, getattr(self, dialect), dialect)

    def find(self, dialect: str) -> Found | None:
        """What a rule of this frame and cue finds."""
        parse = self.parse(dialect)
        matches = match.match(parse, self._rules())
        assert len(matches) <= 1
        return _found(parse, matches[0]) if matches else None

    def _rules(self) -> RuleSet:
        word = Word(tuple(self.cue.split()), negation=self.negation)
        place = Place("test", 1, 1)
        rule = Rule("test", (self.frame,), self.kind, (word,), place, joins=self.joins)
        return RuleSet((rule,), {}, "", SPEAKERS)


def _found(parse: Parse, one: match.Match) -> Found:
    parts = (one.source, one.cue, one.claim, one.recipient)
    if one.entry.kind == "label":
        return Found(parse.text(parse.spans(one.source)), ":", parse.text(parse.spans(one.claim)))
    return Found(*(parse.text(parse.spans(part)) for part in parts))


def parse_of(words: str, arcs: str, dialect: str) -> Parse:
    """The parse of a sentence whose arcs are in one of the dialects."""
    doc = doc_of(words, arcs)
    text = doc.text
    article = Article("shape", text, blocks=(Block("paragraph", 0, len(text)),))
    paragraph = Paragraph(0, 0, text, range(len(text)))
    return assemble(article, [(paragraph, doc)], dialect_of(LABELS[dialect]))


def doc_of(words: str, arcs: str) -> Doc:
    forms, lemmas, tags = zip(*map(_word, words.split()), strict=True)
    labels, heads = zip(*(_arc(n, arc) for n, arc in enumerate(arcs.split())), strict=True)
    assert len(forms) == len(labels), f"{len(forms)} words, {len(labels)} arcs: {words}"
    spaces = [
        word != "“" and following not in _CLOSE_UP
        for word, following in zip(forms, (*forms[1:], "."), strict=True)
    ]
    pos = [_pos(*word) for word in zip(lemmas, tags, labels, strict=True)]
    return Doc(
        VOCAB, list(forms), spaces, tags=list(tags), pos=pos, lemmas=list(lemmas),
        heads=list(heads), deps=list(labels),
    )  # fmt: skip


def _word(word: str) -> tuple[str, str, str]:
    form, _, tag = word.rpartition("|")
    form, _, lemma = form.partition("/")
    return form, lemma or form.lower(), tag


def _arc(index: int, arc: str) -> tuple[str, int]:
    label, _, head = arc.partition(">")
    return label, int(head) - 1 if head else index


def _pos(lemma: str, tag: str, label: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if lemma == "be" or label.startswith(("aux", "cop")) else "VERB"
    return _POS.get(tag, "PUNCT")
