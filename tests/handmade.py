"""Parses and attributions made by hand, so that stages are tested without a language model.

A sentence is its words, each ``word/lemma|POS|role|head``: the lemma only where it is not the word in small
letters, ``POS:TAG`` where the tag is not the usual one, and heads counted from 1 in the sentence (0: root).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimtrack.language.parse import Parse, SentenceSpan, Token
from claimtrack.language.quotations import find_quotations
from claimtrack.records import Article, Attribution, Block, SourceRef, Span
from claimtrack.rules.model import RuleSet
from claimtrack.rules.rulefile import load_rules

RULES: RuleSet = load_rules(Path(__file__).parent.parent / "rules")

_TAGS = {
    "NOUN": "NN", "VERB": "VBD", "AUX": "VBD", "PRON": "PRP", "ADJ": "JJ", "DET": "DT", "ADP": "IN", "PROPN": "NNP",
    "NUM": "CD", "ADV": "RB", "PUNCT": ".", "SCONJ": "IN", "CCONJ": "CC", "PART": "RB",
}  # fmt: skip


def parse_of(*sentences: str) -> Parse:
    """The parse of an article of one paragraph."""
    tokens: list[Token] = []
    spans: list[SentenceSpan] = []
    text = ""
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for word in sentence.split():
            form, pos, role, head = word.rsplit("|", 3)
            form, _, lemma = form.partition("/")
            pos, _, tag = pos.partition(":")
            text += (
                "" if (pos == "PUNCT" and form not in "“(") or text.endswith(("“", "(")) else " "
            )
            text = text.lstrip()
            at = len(tokens)
            tokens.append(
                Token(
                    at, len(text), len(text) + len(form), form, form.lower(), lemma or form.lower(), pos,
                    tag or _TAGS.get(pos, ""), role, first + int(head) - 1 if head != "0" else at, "", number,
                )
            )  # fmt: skip
            text += form
        spans.append(SentenceSpan(tokens[first].start, len(text), first, len(tokens), 0))
    article = Article("handmade", text, blocks=(Block("paragraph", 0, len(text)),))
    return Parse(article, tuple(tokens), tuple(spans), find_quotations(text, [(0, len(text))]))


def span(parse: Parse, sentence: int, words: str) -> Span:
    """Where words stand in a sentence."""
    here = parse.sentences[sentence]
    start = parse.article.text.index(words, here.start, here.end)
    return start, start + len(words)


def said(
    parse: Parse,
    id: str,
    sentence: int,
    parts: str,
    stance: str = "asserts",
    **more: Any,
) -> Attribution:
    """An attribution; ``parts`` is ``source | cue | claim`` in the words of its sentence, any of them empty."""
    source, cue, claim = (
        (span(parse, sentence, part.strip()),) if part.strip() else () for part in parts.split("|")
    )
    name = parse.text(source) or None
    given: dict[str, Any] = {
        "source": SourceRef(name and name.lower().removeprefix("the "), source),
        "style": "indirect",
        "rule": "test.rule",
        "frame": "speaker-verb-clause",
        "confidence": 1.0,
    }
    return Attribution(id, sentence, cue=cue, claim=claim, stance=stance, **{**given, **more})
