"""Whose voice an attitude is, and what before a colon is a speaker: rows as in ``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # the writer's own opinion, and what he told
    "I cannot recommend this guest house.": [],
    "I was shocked at the price of the soup.": [],
    "We are willing to lend the boat.": [],
    "I wonder whether the soup was fresh.": [],
    "The soup was cold, in my opinion.": [],
    "In our view, the ferry is too slow.": [],
    "My fear is that the mill will close.": [],
    "One does not want a wet tent.": [],
    "I told him that the tap was broken.": ["I | told | the tap was broken | asserts"],
    "My sister fears that the mill will close.": [
        "My sister | fears | the mill will close | believes"
    ],
    "In her opinion, the soup was cold.": ["her | In … opinion | the soup was cold | believes"],
    "The cook was shocked at the price of the soup.": [
        "The cook | was shocked at | the price of the soup | criticises"
    ],
    "No one wants a wet tent.": ["No one | wants | a wet tent | criticises"],
    # the reader, and nobody in particular
    "If you think the bread is dear, bake your own.": [],
    "You can expect long queues at the ferry.": [],
    "You may be surprised that the museum is free.": [],
    "If you want a window seat, book early.": [],
    "If anyone wants to join the walk, ring the office.": [],
    "Anyone who believes that the pond is deep should swim there.": [],
    "If people want to see the caves, they must book.": [],
    "People want to see the caves.": ["People | want | to see the caves | demands"],
    "Thank you for the flowers.": [],
    "Thank you, Captain Moen!": [],
    "The captain thanked the crew for the flowers.": [
        "The captain | thanked | the crew for the flowers | supports"
    ],
    "Those of you who believe in ghosts should stay at home.": [],
    "One who believes that the well is deep should try it.": [],
    # what may be thought, and who is asked to come
    "The pond can be seen as a danger to ducks.": [],
    "The pond is seen as a danger to ducks.": [
        " | is seen | The pond … as a danger to ducks | believes"
    ],
    "You are invited to join the choir.": [],
    "You were told to join the choir.": [" | were told | You … to join the choir | demands"],
    "Parents were invited to join the choir.": [
        " | were invited | Parents … to join the choir | demands"
    ],
    # idioms of mind and eye, and an opinion that is set off
    "Keep in mind the needs of the horses.": [],
    "She keeps the tune in her mind.": [],
    "The boy left with tears in his eyes.": [],
    "In her mind, the sale was a mistake.": ["her | In … mind | the sale was a mistake | believes"],
    "In the eyes of the monks, the sale was a mistake.": [
        "the monks | In the eyes of | the sale was a mistake | believes"
    ],
    # what is made sure, foretold by a sign, born, and come upon
    "The keeper made sure that the gate was shut.": [],
    "The keeper was sure that the gate was shut.": [
        "The keeper | was sure | the gate was shut | believes"
    ],
    "The cracks suggest a leak.": [],
    "The plumber suggests a new pipe.": ["The plumber | suggests | a new pipe | demands"],
    "The couple are expecting a baby.": [],
    "The couple are expecting a refund.": ["The couple | are expecting | a refund | believes"],
    "She was found by a shepherd.": [],
    "The abbey is open to visitors in May.": [],
    "The abbot is open to a change of the hours.": [
        "The abbot | is open to | a change of the hours | supports"
    ],
    "The vase was found to be a copy.": [" | was found | The vase … to be a copy | asserts"],
    "It felt like the boat was flying.": [],
    # a name or a role before a colon, and what is neither
    "Ferry captain: The ferry will sail.": ["Ferry captain | : | The ferry will sail | asserts"],
    "Ada Moen: Never again.": ["Ada Moen | : | Never again | asserts"],
    "Study: Tea keeps sailors awake.": ["Study | : | Tea keeps sailors awake | asserts"],
    "Note: The pool will be shut on Sunday.": [],
    "Update: I have since bought another kettle.": [],
    "Photo: Ada Moen.": [],
    "Director: Ada Moen.": [],
    "Seriously: do not walk there.": [],
    "Currency: The price is told in euros.": [],
    "Paris: the museums are shut on Monday.": [],
    "The Quiet Harbour: a life in boats.": [],
    "Sunshine Bakery: 12 Mill Lane.": [],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_a_voice(found: dict[str, list[str]], text: str) -> None:
    assert found[text] == TABLE[text]
