"""Texts as words: stems, content, marks; with the shipped word lists, without a model."""

from __future__ import annotations

import pytest

from claimtrack.paths import shipped_rules
from claimtrack.questions.wording import Lexicon, contents, next_contents
from claimtrack.rules.rulefile import load_rules


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_rules(shipped_rules()))


@pytest.mark.parametrize(
    "forms",
    [
        ("deny", "denies", "denied", "denying"),
        ("stop", "stops", "stopped", "stopping"),
        ("fake", "fakes", "faked"),
        ("sell", "sells", "sold"),
        ("city", "cities"),
        ("death", "dead", "died", "dying"),
        ("allege", "alleged", "allegedly"),
        ("seven", "7"),
    ],
)
def test_forms_of_a_word_have_one_stem(lexicon: Lexicon, forms: tuple[str, ...]) -> None:
    assert {lexicon.words(form)[0].stem for form in forms} == {lexicon.stem(forms[0])}


@pytest.mark.parametrize(("one", "other"), [("may", "in May"), ("fell", "full")])
def test_different_words_have_different_stems(lexicon: Lexicon, one: str, other: str) -> None:
    assert lexicon.words(one)[-1].stem != lexicon.words(other)[-1].stem


def test_words_lead_back_into_the_text(lexicon: Lexicon) -> None:
    text = "The mayor’s boat didn't sink in 1,200 feet."
    words = lexicon.words(text)
    assert [text[word.start : word.end] for word in words] == [
        *("The", "mayor", "boat", "did", "n't", "sink", "in", "1,200", "feet"),
    ]
    assert [word.stem for word in words if word.number] == ["1200"]
    assert words[4].stem == "not"


def test_what_a_text_is_about(lexicon: Lexicon) -> None:
    words = lexicon.words("She said that the pier would not be sold by the mayor")
    assert contents(words) == {"pier", "sell", "mayor"}


def test_phrases_are_marks_as_a_whole(lexicon: Lexicon) -> None:
    words = lexicon.words("There is no evidence that the harbour flooded")
    assert lexicon.marks(words, "against_words") == [(2, 4)]
    assert lexicon.marks(lexicon.words("evidence of no kind"), "against_words") == []


def test_a_negation_reaches_to_the_next_mark(lexicon: Lexicon) -> None:
    words = lexicon.words("The mayor was not hurt, the pier sank")
    assert next_contents(words, 4) == {"hurt"}
