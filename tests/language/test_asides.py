"""Asides on hand-built parses: word order, tags and marks, no arc.

A sentence is its words, each ``word/TAG``, marks bare; the verb asked about is in capitals.
"""

from __future__ import annotations

import pytest

from claimtrack.language.asides import aside
from tests.handmade import parse_of

LEMMAS = {
    "told": "tell",
    "had": "have",
    "has": "have",
    "was": "be",
    "is": "be",
    "assured": "assure",
}
NOTHING = ("", "")


def found(sentence: str) -> tuple[str, str]:
    """The words of the aside's speaker and of what it reports; both empty where there is no aside."""
    words = [word if "/" in word else f"{word}/." for word in sentence.split()]
    verb = next(n for n, word in enumerate(words) if word.split("/")[0].isupper() and "/VB" in word)
    parse = parse_of(" ".join(_built(*word.rsplit("/", 1)) for word in words))
    set_off = aside(parse, verb)
    if set_off is None:
        return NOTHING
    return parse.words(set_off.speaker), parse.words(set_off.reported)


def _built(form: str, tag: str) -> str:
    lower = form.lower() if form.isupper() and tag.startswith("VB") else form
    pos = "PUNCT" if tag == "." else "VERB" if tag.startswith("VB") else "NOUN"
    return f"{lower}/{LEMMAS.get(lower, lower.lower())}|{pos}:{tag}|dep|1"


@pytest.mark.parametrize(
    ("sentence", "speaker", "reported"),
    [
        ("Trade/NN rose/VBD , the/DT bank/NN SAID/VBD .", "the bank", "Trade rose"),
        ("Trade/NN rose/VBD , she/PRP has/VBZ often/RB SAID/VBN .", "she", "Trade rose"),
        ("Trade/NN rose/VBD — the/DT bank/NN SAYS/VBZ .", "the bank", "Trade rose"),
        ("Two/CD skiers/NNS missing/JJ , police/NNS SAY/VBP", "police", "Two skiers missing"),
        ("“ Trade/NN rose/VBD , ” the/DT bank/NN SAID/VBD .", "the bank", "“ Trade rose ,"),
        ("“ Never/RB again/RB , ” he/PRP SAID/VBD .", "he", "“ Never again ,"),
    ],
)  # fmt: skip
def test_behind_what_is_reported(sentence: str, speaker: str, reported: str) -> None:
    assert found(sentence) == (speaker, reported)


@pytest.mark.parametrize(
    ("sentence", "speaker", "reported"),
    [
        (
            "Trade/NN rose/VBD , the/DT bank/NN SAID/VBD on/IN Monday/NNP .",
            "the bank",
            "Trade rose",
        ),
        (
            "Roads/NNS shut/VBD , police/NNS SAID/VBD as/IN the/DT rain/NN fell/VBD .",
            "police",
            "Roads shut",
        ),
        (
            "Trade/NN rose/VBD , the/DT bank/NN TOLD/VBD reporters/NNS .",
            "the bank",
            "Trade rose",
        ),
    ],
)
def test_time_and_listeners_behind_the_verb(sentence: str, speaker: str, reported: str) -> None:
    assert found(sentence) == (speaker, reported)


@pytest.mark.parametrize(
    ("sentence", "speaker", "reported"),
    [
        (
            "Trade/NN is/VBZ weak/JJ , it/PRP SAID/VBD , and/CC will/MD fall/VB .",
            "it",
            "Trade is weak and will fall",
        ),
        (
            "“ Trade/NN rose/VBD , ” she/PRP SAID/VBD , “ and/CC we/PRP won/VBD . ”",
            "she",
            "“ Trade rose , and we won",
        ),
        (
            "Trade/NN rose/VBD , she/PRP SAID/VBD , adding/VBG nothing/NN .",
            "she",
            "Trade rose",
        ),
        (
            "Trade/NN rose/VBD , she/PRP SAID/VBD , but/CC nobody/NN agreed/VBD .",
            "she",
            "Trade rose",
        ),
        (
            "Trade/NN rose/VBD , she/PRP SAID/VBD , a/DT figure/NN that/WDT few/JJ doubt/VBP .",
            "she",
            "Trade rose",
        ),
    ],
)
def test_in_the_middle(sentence: str, speaker: str, reported: str) -> None:
    assert found(sentence) == (speaker, reported)


@pytest.mark.parametrize(
    ("sentence", "speaker", "reported"),
    [
        ("“ Trade/NN rose/VBD , ” SAID/VBD Lund/NNP .", "Lund", "“ Trade rose ,"),
        ("Trade/NN rose/VBD , SAYS/VBZ the/DT bank/NN .", "the bank", "Trade rose"),
        (
            "“ Trade/NN rose/VBD , ” SAID/VBD Lund/NNP , who/WP heads/VBZ the/DT bank/NN .",
            "Lund , who heads the bank",
            "“ Trade rose ,",
        ),
        (
            "“ Trade/NN rose/VBD , ” SAID/VBD Lund/NNP , adding/VBG nothing/NN .",
            "Lund",
            "“ Trade rose ,",
        ),
        (
            "“ Trade/NN rose/VBD , ” SAID/VBD Lund/NNP , “ and/CC we/PRP won/VBD . ”",
            "Lund",
            "“ Trade rose , and we won",
        ),
    ],
)
def test_inverted(sentence: str, speaker: str, reported: str) -> None:
    assert found(sentence) == (speaker, reported)


@pytest.mark.parametrize("time", ["on/IN Monday/NNP", "in/IN a/DT speech/NN", "Tuesday/NNP"])
def test_a_time_or_place_ends_the_speaker(time: str) -> None:
    assert found(f"Trade/NN rose/VBD , SAID/VBD Ada/NNP Lund/NNP {time} .")[0] == "Ada Lund"


def test_a_description_between_commas_is_part_of_the_speaker() -> None:
    sentence = "“ Trade/NN rose/VBD , ” Lund/NNP , the/DT mayor/NN , SAID/VBD ."
    assert found(sentence) == ("Lund , the mayor ,", "“ Trade rose ,")


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DT bank/NN SAID/VBD trade/NN rose/VBD .",
        "In/IN Lima/NNP , the/DT bank/NN SAID/VBD trade/NN rose/VBD .",
        "When/WRB asked/VBN , the/DT bank/NN SAID/VBD nothing/NN .",
        "Asked/VBN twice/RB , the/DT bank/NN SAID/VBD no/UH .",
        "Trade/NN rose/VBD , and/CC the/DT bank/NN SAID/VBD so/RB .",
        "Trade/NN rose/VBD , which/WDT the/DT bank/NN DENIED/VBD .",
        "Trade/NN rose/VBD , the/DT bank/NN SAID/VBD that/IN it/PRP knew/VBD .",
        "Trade/NN rose/VBD , the/DT bank/NN CUT/VBD rates/NNS .",
        "Trade/NN rose/VBD , the/DT bank/NN SAID/VBD : it/PRP knew/VBD .",
        "Trade/NN rose/VBD ; the/DT bank/NN SAID/VBD so/RB .",
        "The/DT mayor/NN , Ada/NNP Obi/NNP , REJECTED/VBD the/DT plan/NN .",
        "The/DT mayor/NN , who/WP won/VBD , REJECTED/VBD the/DT plan/NN .",
        "Trade/NN rose/VBD , SAYING/VBG a/DT lot/NN .",
    ],
)  # fmt: skip
def test_no_aside(sentence: str) -> None:
    assert found(sentence) == NOTHING
