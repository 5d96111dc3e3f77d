"""Nouns, adjectives and polls that attribute, by kind, read by the embedded model: rows as in
``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # what a noun is said to be
    "The hope is that the reef will recover.": [" | hope is | the reef will recover | believes"],
    "His message has long been that the club is solvent.": [
        "His | message has long been | the club is solvent | asserts"
    ],
    "The plan is to close the mill by June.": [" | plan is | to close the mill by June | promises"],
    "The problem is that the roof leaks.": [],
    "The plan is that of a castle.": [],
    # who holds it stands behind, what it is about before
    "The surgeon won the endorsement of the nurses' union.": [
        "the nurses' union | won … endorsement | The surgeon | supports"
    ],
    "The scheme has strong support among young farmers.": [
        "young farmers | has … support | The scheme | supports"
    ],
    "The novel has drawn criticism from teachers for its language.": [
        "teachers | has drawn criticism | The novel … for its language | criticises"
    ],
    "The idea was met with scorn by the anglers.": [
        "the anglers | was met with scorn | The idea | criticises"
    ],
    "The mayor voiced support for the nurses.": [
        "The mayor | voiced support | for the nurses | supports"
    ],
    # who faces questions asks none
    "The court faces questions over its spending.": [
        " | faces questions | over its spending | asks"
    ],
    # the clause of a noun past what stands between, or without that
    "There was an admission from the mayor that the bridge was unsafe.": [
        "the mayor | admission | the bridge was unsafe | acknowledges"
    ],
    "There are fears the flood will reach the mill.": [
        " | fears | the flood will reach the mill | believes"
    ],
    "The concerns the residents raised were ignored.": [],
    "The pool closed because of concerns that the roof could fall.": [
        " | concerns | the roof could fall | believes"
    ],
    "They marched in support of the nurses.": [],
    # the topic behind who holds it, or behind the carrying verb
    "The unease among sailors about the new lock grew.": [
        "sailors | unease | about the new lock | believes"
    ],
    "The envoy expressed astonishment at the delay.": [
        "The envoy | expressed astonishment | at the delay | acknowledges"
    ],
    "There were questions about whether the pier would hold.": [
        " | questions | about whether the pier would hold | asks"
    ],
    # who is of a view, a supporter, willing
    "The council is of the view that the lease has lapsed.": [
        "The council | view | the lease has lapsed | believes"
    ],
    "Lind has been an outspoken critic of the harbour tax.": [
        "Lind | has been an outspoken critic of | the harbour tax | criticises"
    ],
    "A supporter of the dam threw a stone.": [],
    "He was always in favour of strict limits.": [
        "He | was always in favour of | strict limits | supports"
    ],
    "The choir is eager to sing.": ["The choir | is eager | to sing | demands"],
    "The survey determined the total number of errors to be small.": [],
    # calls by telephone
    "The nurse scheduled a call about the roof for nine.": [],
    "The phone call about the roof took an hour.": [],
    "The nurse's call for a new roof was ignored.": ["The nurse | call | for a new roof | demands"],
    # whose it is, and to whom it goes
    "The support of the bakers' union came late.": [],
    "The complaints of passengers were ignored.": [],
    "Complaints of fraud were ignored.": [" | Complaints | of fraud | criticises"],
    "Her request to the council was refused.": [],
    "Her request to the council to fix the roof was refused.": [
        "Her | request | to fix the roof | demands"
    ],
    # what nobody holds
    "There is no doubt that the lake is deep.": [],
    "The diver has no doubt that the lake is deep.": [
        "The diver | has no doubt | the lake is deep | believes"
    ],
    "There are no plans to sell the mill.": [],
    "The owner has no plans to sell the mill.": [
        "The owner | has no plans | to sell the mill | denies"
    ],
    "If you have any concerns about the menu, ring the bell.": [],
    "They sold the horse with a view to buying a boat.": [],
    "The fence sends the message that nobody may swim here.": [],
    "The club sent the message that nobody may swim there.": [
        "The club | sent … message | nobody may swim there | asserts"
    ],
    # questions that nobody has asked
    "The answer to that question is that fish sleep.": [],
    "There were questions about the cost of the pier.": [
        " | questions | about the cost of the pier | asks"
    ],
    # what is withheld
    "The denial of visas to the choir was an error.": [],
    "His denial of the theft convinced nobody.": ["His | denial | of the theft | denies"],
    # a case that is made
    "The coach made his case that the referee had erred.": [
        "The coach | made his case | the referee had erred | asserts"
    ],
    "She made several points that pleased the crowd.": [],
    # what a poll shows
    "In a Herald poll last month, Okafor had a 10 percent lead.": [
        "a Herald poll last month | In | Okafor had a 10 percent lead | asserts"
    ],
    "Okafor fell to 10 percent in the latest poll, a slide that surprised many.": [
        "the latest poll | in | Okafor fell to 10 percent | asserts"
    ],
    "He is leading in the polls.": [],
    "The party won 40 percent in Sunday's poll.": [],
    "The tracking poll gives Okafor a ten-point lead.": [
        "The tracking poll | gives | Okafor a ten-point lead | asserts"
    ],
    "The poll has a margin of error of three points.": [],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_attributions(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]
