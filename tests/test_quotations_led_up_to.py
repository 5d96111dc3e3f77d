"""Quotations that a colon leads up to, in the paragraph below it or behind a name, and questions that somebody
is asked, read by the embedded model: rows as in ``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # the paragraph below a verb of speech and its colon
    "The board met.\n\nAnna Ward said:\n\n“The quay is no longer safe. It leaks.”\n\nRain fell.": [
        "Anna Ward | said | The quay is no longer safe | asserts",
        "Anna Ward |  | It leaks | asserts",
    ],
    # several paragraphs, each with an opening mark; another kind of mark within
    'The board met.\n\nDr. Ward stated:\n\n"The port isn’t about “open quays” anymore.\n\n"The old rule is '
    'gone."\n\nRain fell.': [
        "Dr. Ward | stated | The port isn’t about “open quays” anymore | asserts",
        "Dr. Ward |  | The old rule is gone | asserts",
    ],
    # whoever was quoted before does not go on
    "“We are glad,” Lund said.\n\nThe guild’s head told her members, to loud applause:\n\n“The fair opens in May.”": [
        "Lund | said | We are glad | asserts",
        "The guild’s head | told | The fair opens in May | asserts",
    ],
    # any clause about somebody who speaks; its mark left open
    "The tram left the rails.\n\nIn reply to the crash, union leader Karl Lund issued the following statement:"
    "\n\n“Our thoughts are with the driver. The line was old.\n\nRain fell.": [
        "union leader Karl Lund | issued the following statement | Our thoughts are with the driver | asserts",
        "union leader Karl Lund |  | The line was old | asserts",
    ],
    # what is asked in front of the verb of speech is not what is said
    "The board met.\n\nAsked how he felt, Lund said:\n\n“I feel fine, as always.”": [
        " | Asked | how he felt | asks",
        "Lund | said | I feel fine, as always | asserts",
    ],
    # what is said within the quotation is nested
    "The board met.\n\nHe told the hall:\n\n“The vet says the herd is well.”": [
        "He | told | The vet says the herd is well | asserts",
        "The vet | says | the herd is well | asserts",
    ],
    # a paragraph below with a cue of its own; nobody who speaks
    "The board met.\n\nOne man stopped the chair:\n\n“They stole the quay,” the man shouted.": [
        "the man | shouted | They stole the quay | asserts"
    ],
    "The firm builds dams.\n\nThe road had one sign:\n\n“No entry for lorries over nine tons.”": [],
    # a list below; one that nobody tells
    "The council met.\n\nLund argued that:\n\n- The dam leaks. It must go.\n\n- The town has no money.\n\nRain fell.": [
        "Lund | argued | The dam leaks | asserts",
        "Lund |  | It must go | asserts",
        "Lund |  | The town has no money | asserts",
    ],
    "The council met.\n\nThe report found:\n• The dam leaks.\n• The town has no money.\n\nRain fell.": [
        "The report | found | The dam leaks | asserts",
        "The report |  | The town has no money | asserts",
    ],
    "The council met.\n\nThe shop sells:\n\n- Bread and milk.\n\n- Fish.\n\nRain fell.": [],
    # a person's name right before the colon
    "Boats come home early this May - Ada P. Lund: “At long last the ice has gone. The nets are full.”": [
        "Ada P. Lund | : | At long last the ice has gone | asserts",
        "Ada P. Lund |  | The nets are full | asserts",
    ],
    "The size of the catch doesn’t surprise the fisheries expert Ada Berg: “Cold winters have always brought "
    "cod.”": ["the fisheries expert Ada Berg | : | Cold winters have always brought cod | asserts"],
    "Experts were right on herring - Dockwatch: “While the nets came up empty, the boats did well.”": [
        "Dockwatch | : | While the nets came up empty, the boats did well | asserts"
    ],
    "The hall shows a painting by Ada Berg: “The Old Quay in Snow.”": [],
    # questions that a parser loses or cuts
    "Asked what a firm promise looks like, the owner laughed.": [
        " | Asked | what a firm promise looks like | asks"
    ],
    "Asked whether his years on the farm, which friends recall, led to the book, the poet smiled.": [
        " | Asked | whether his years on the farm, which friends recall, led to the book | asks",
        "friends | recall | his years on the farm | asserts",
    ],
    "In a long talk this week, the paper asked the former harbour master if he’s been preparing for the chance "
    "that he could become mayor.": [
        "the paper | asked | if he’s been preparing for the chance that he could become mayor | asks"
    ],
    "“I don’t know,” the nurse said when asked whom she supported.": [
        "the nurse | said | I don’t know | asserts",
        " | when asked | whom she supported | asks",
    ],
    "When a guest later asked the cook if having wine on the table would be any different, the cook laughed.": [
        "a guest | later asked | if having wine on the table would be any different | asks"
    ],
    "The poet was asked by critic Ada Berg why he left the island's library.": [
        "critic Ada Berg | was asked | why he left the island's library | asks"
    ],
    "The guard asked the man who was standing there to leave if he had no ticket.": [],
    "Asked about the rent, the owner shrugged.": [],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_who_is_quoted_or_asked(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]
