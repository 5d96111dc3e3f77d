"""Who says what where only word order and punctuation tell, read by the embedded model: rows as in
``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # what is denied somebody is kept from him, though the parser joined the two
    "A storm denied the village its only road last week.": [],
    "The frost denied the growers a second crop.": [],
    "The owner denied the claims the paper printed.": [
        "The owner | denied | the claims the paper printed | denies"
    ],
    "The owner denied the report the next day.": ["The owner | denied | the report | denies"],
    # who opens a clause, with a participle, brackets or a list between them and their verb
    "Weavers fighting to save the looms in winter say they have found a new ally.": [
        "Weavers fighting to save the looms in winter | say | they have found a new ally | asserts"
    ],
    "But Dr. Ines Moor (a vet so young that she is taken for a pupil) says the herd was ill.": [
        "Dr. Ines Moor (a vet so young that she is taken for a pupil) | says | "
        "the herd was ill | asserts"
    ],
    "Ms. Toll, Mr. Rask and other big growers in both valleys said their orders, almost all from "
    "bakeries until last year, now came from schools.": [
        "Ms. Toll, Mr. Rask and other big growers in both valleys | said | their orders, almost all "
        "from bakeries until last year, now came from schools | asserts"
    ],
    "Even if the dam can't hold over winter, engineers in the next two valleys — Orma and Selk — "
    "said it's important that the town close the gap.": [
        "engineers in the next two valleys — Orma and Selk | said | it's important that the town "
        "close the gap | asserts"
    ],
    "The cook said a prayer, and left.": [],
    # who acts behind a participle that opens the sentence; a clause behind one that adds
    "Noting that only Sen. Mark Roe (R-Ill.) voted for the dam, Lind added: “It was a mistake.”": [
        "Lind | Noting | only Sen. Mark Roe (R-Ill.) voted for the dam | asserts",
        "only Sen. Mark Roe (R-Ill.) | voted for | the dam | supports",
        "Lind | added | It was a mistake | asserts",
    ],
    "Adding to the noise, the mayor beat a drum.": [],
    "“The gap is wide,” he said, adding the town must be bold to close it.": [
        "he | said | The gap is wide | asserts",
        "he | adding | the town must be bold to close it | asserts",
    ],
    "He stirred the pot, adding the herbs that grew by the wall to it.": [],
    # a subject that is an -ing form; a phrase that frames what is told behind the aside
    "Seeing the flood come made him leave the valley for good, he said.": [
        "he | said | Seeing the flood come made him leave the valley for good | asserts"
    ],
    "Riding alone in the old park, they said, can be dangerous.": [
        "they | said | Riding alone in the old park … can be dangerous | asserts"
    ],
    "Over the years, she said, the lake has grown.": [
        "she | said | Over the years … the lake has grown | asserts"
    ],
    "In the same month, tower records show, the jet flew for 20 hours – though it is old.": [
        "tower records | show | In the same month … the jet flew for 20 hours | asserts"
    ],
    "In a statement, the mayor said, the lake will be drained.": [
        "the mayor | said | the lake will be drained | asserts"
    ],
    "On Monday, she said, the lake will be drained.": [
        "she | said | the lake will be drained | asserts"
    ],
    "Speaking to the choir, he said so.": [],
    # what is said of a thing without a relative word
    "It is a change Rask said could hurt the fair.": [
        "Rask | said | could hurt the fair | asserts"
    ],
    "Lind spoke of a leak the water board said was mended.": [
        "the water board | said | was mended | asserts"
    ],
    "Not everything Lind says is true.": [],
    "Few of the things Lind says are true.": [],
    # an aim that is an infinitive, and what people are told to do
    "The keeper told the paper that her aim is to find the owner.": [
        "The keeper | told | her aim is to find the owner | asserts",
        "her | aim is | to find the owner | promises",
    ],
    "She told the boys to leave the barn.": ["She | told | the boys to leave the barn | demands"],
    # where polls put somebody, and what holds in one
    "The Orma poll showed the mayor ahead by nine points in the valley.": [
        "The Orma poll | showed | the mayor ahead by nine points in the valley | asserts"
    ],
    "The survey shows the mayor up by four points.": [
        "The survey | shows | the mayor up by four points | asserts"
    ],
    "In a May poll for the fair, 60 percent of traders said the rent was too high.": [
        "a May poll for the fair | In | 60 percent of traders said the rent was too high | asserts",
        "60 percent of traders | said | the rent was too high | asserts",
    ],
    "The mayor has slipped in the polls.": [],
    # phrases that name a source end where the writer turns away
    "The dam was late, according to records the firm filed in May.": [
        "records the firm filed in May | according to | The dam was late | asserts"
    ],
    "Old goats liked the hill, according to the league, even as young ones left it.": [
        "the league | according to | Old goats liked the hill | asserts"
    ],
    "But according to letters emerging in the press, he could not sell the mill.": [
        "letters emerging in the press | according to | he could not sell the mill | asserts"
    ],
    "The dam held, according to the keeper, and the town slept.": [
        "the keeper | according to | The dam held | asserts"
    ],
    # a sentence that is quoted for the better part goes on
    "“We were glad of the rain,” said Ole Rask, a grower. Now, “there are men in the valley who curse it.”": [
        "Ole Rask, a grower | said | We were glad of the rain | asserts",
        "Ole Rask, a grower |  | Now, “there are men in the valley who curse it.” | asserts",
    ],
    "“Nobody asks us,” said Ole Rask, 53, who farms by the lake. “. . . We want rain and sun.”": [
        "Ole Rask, 53, who farms by the lake | said | Nobody asks us | asserts",
        "Ole Rask, 53, who farms by the lake |  | We want rain and sun | asserts",
    ],
    "“It is late,” Lind said. “How she copes is an open matter for the whole of us” in a town that sleeps.": [
        "Lind | said | It is late | asserts",
        "Lind |  | How she copes is an open matter for the whole of us” in a town that sleeps | asserts",
    ],
    "“The pier is safe,” Lind said. A lantern with the words “Ask me about the old pier and the new pier” fell.": [
        "Lind | said | The pier is safe | asserts"
    ],
    "“The pier is safe,” Lind said. Above the door stood a line from a poem: “It is as safe as any old pier can be.”": [
        "Lind | said | The pier is safe | asserts"
    ],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("sentence", TABLE)
def test_who_says_what(sentence: str, found: dict[str, list[str]]) -> None:
    assert found[sentence] == TABLE[sentence]
