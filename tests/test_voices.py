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
