"""Attitudes that light verbs, occasions and nouns carry, and the same words where they carry none: rows as in
``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # what somebody did in order to speak
    "The keeper used her speech to criticise the zoo.": [
        "The keeper | criticise | the zoo | criticises"
    ],
    "Moen took to the radio to say the bridge was safe.": [
        "Moen | say | the bridge was safe | asserts"
    ],
    "Moen held a press conference to demand that the lock reopen.": [
        "Moen | demand | the lock reopen | demands"
    ],
    "Moen went out of her way to praise the crew.": ["Moen | praise | the crew | supports"],
    "Moen never took the time to thank the crew.": [],
    "The joiner used a hammer to praise the wood.": [],
    # doubts, fears and questions that arise
    "Concerns were raised that the dam would burst.": [
        " | Concerns | the dam would burst | believes"
    ],
    "Questions were raised about the dam.": [" | Questions | about the dam | asks"],
    "Concerns were raised in May.": [],
    # what an owner's noun leads up to
    "His argument: only a lower fee can save the pool.": [
        "His | argument | only a lower fee can save the pool | asserts"
    ],
    "Their answer was that the lake is deep.": ["Their | answer was | the lake is deep | asserts"],
    "The answer is that the lake is deep.": [],
    "The ministry's priority was to reopen the road.": [
        "The ministry | priority was | to reopen the road | promises"
    ],
    "Her goal to level the score came late.": [],
    # polls that are told apart, and so many of those who were asked
    "Moen has a big lead in the most recent polls.": [
        "the most recent polls | in | Moen has a big lead | asserts"
    ],
    "Moen leads in the polls.": [],
    "Nearly 6 in 10 favour a lower fee.": ["Nearly 6 in 10 | favour | a lower fee | supports"],
    # one of those who hold it
    "Moen is one of the fiercest critics of the dam.": [
        "Moen | is one of the fiercest critics of | the dam | criticises"
    ],
    "Moen is one of the owners of the dam.": [],
    # plans, words and people that are pushed, pressed, attacked
    "The senator has pushed her idea of free buses.": [
        "The senator | has pushed | her idea of free buses | demands"
    ],
    "The porter pushed the cart.": [],
    "The advert attacks Moen for raising the fee.": [
        "The advert | attacks | Moen for raising the fee | criticises"
    ],
    "The dogs attacked the postman.": [],
    "The council is considering a ban on nets.": [
        "The council | is considering | a ban on nets | believes"
    ],
    "The grocer weighed the pears.": [],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_an_attitude(found: dict[str, list[str]], text: str) -> None:
    assert found[text] == TABLE[text]
