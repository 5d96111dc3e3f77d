"""The bounds of a word's sentence, and whether it opens it."""

from __future__ import annotations

from claimtrack.language.parse import Parse, SentenceSpan


def sentence_of(parse: Parse, word: int) -> SentenceSpan:
    """The sentence that a word stands in."""
    return parse.sentences[parse.tokens[word].sentence]


def sentence_start(parse: Parse, word: int) -> int:
    """The first token of a word's sentence."""
    return sentence_of(parse, word).first


def sentence_end(parse: Parse, word: int) -> int:
    """The number behind the last token of a word's sentence."""
    return sentence_of(parse, word).last


def opens_sentence(parse: Parse, word: int) -> bool:
    """Whether a word is the first token of its sentence."""
    return word == sentence_start(parse, word)
