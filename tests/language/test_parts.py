"""Paragraphs that are too long for the parser are read in parts, and nothing is lost."""

from __future__ import annotations

import pytest
import spacy

from claimtrack.language import load
from claimtrack.language.grammar import Universal
from claimtrack.language.load import Pipeline
from claimtrack.read import article_of

SENTENCE = "The mill lost two looms. "


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "_LONGEST", 60)


def pipeline() -> Pipeline:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Pipeline(nlp, Universal(), "blank")


def test_parts_end_with_sentences() -> None:
    text = SENTENCE * 9
    (parse,) = pipeline().parse([article_of(text, id="a")])
    found = [text[s.start : s.end] for s in parse.sentences]
    assert found == [SENTENCE.strip()] * 9
    assert {s.paragraph for s in parse.sentences} == {0}
    assert [text[t.start : t.end] for t in parse.tokens] == [t.text for t in parse.tokens]


@pytest.mark.parametrize("text", ["looms and " * 30 + "mills", "x" * 200])
def test_without_sentences_nothing_is_lost(text: str) -> None:
    (parse,) = pipeline().parse([article_of(text, id="a")])
    covered = {n for t in parse.tokens for n in range(t.start, t.end)}
    assert covered == {n for n, character in enumerate(text) if not character.isspace()}
