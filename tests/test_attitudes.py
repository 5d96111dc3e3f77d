"""What somebody is for or against, likes, wants or hopes, read by the embedded model: rows as in
``test_constructions``; what only sounds so, or tells whose side a speaker is on, is left alone."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # the first, last and only ones to do what an infinitive says have done it
    "Okoro was the first bishop to endorse the hospice.": [
        "Okoro | endorse | the hospice | supports"
    ],
    "Ines Falk became the only referee to criticise the schedule.": [
        "Ines Falk | criticise | the schedule | criticises"
    ],
    "The surgeon was one of the earliest members to call for a new ward.": [
        "The surgeon | call for | a new ward | demands"
    ],
    "Okoro hopes to be the first bishop to endorse the hospice.": [
        "Okoro | hopes | to be the first bishop to endorse the hospice | believes"
    ],
    "Okoro would be the first bishop to endorse the hospice.": [],
    # what somebody would like, is eager or loath to do; who is a critic of it
    "The orchestra would like to replace the organ.": [
        "The orchestra | would like | to replace the organ | demands"
    ],
    "The heirs are eager to sell the vineyard.": [
        "The heirs | are eager | to sell the vineyard | demands"
    ],
    "The museum was not willing to lend the map.": [
        "The museum | was not willing | to lend the map | declines"
    ],
    "The vicar has long been a critic of the casino.": [
        "The vicar | has long been a critic of | the casino | criticises"
    ],
    "The teachers are not in favour of the merger.": [
        "The teachers | are not in favour of | the merger | criticises"
    ],
    "Critics of the casino left the hall.": [],
    "A willing helper opened the door to the tourists.": [],
    "You may want to bring a torch.": [],
    # liking, embracing and attacking, of what was said or done
    "Commuters hate the new timetable.": ["Commuters | hate | the new timetable | criticises"],
    "The bakers did not like the levy.": ["The bakers | did not like | the levy | criticises"],
    "I love the old pier.": [],
    "The second draft is like the first.": [],
    "The senator embraced the idea of a ferry tax.": [
        "The senator | embraced | the idea of a ferry tax | supports"
    ],
    "The coach embraced the goalkeeper.": [],
    "The deputy attacked the budget.": ["The deputy | attacked | the budget | criticises"],
    "Rebels attacked the airport.": [],
    "The dean resisted calls to step down.": [
        "The dean | resisted | calls to step down | declines",
        " | calls | to step down | demands",
    ],
    "The duke distanced himself from the remarks.": [
        "The duke | distanced himself from | the remarks | denies"
    ],
    "The diocese called to ban fireworks in the square.": [
        "The diocese | called | to ban fireworks in the square | demands"
    ],
    "The minister called to congratulate the winner.": [],
    # among the words for who speaks: whose side he is on, but not what he is against
    "The ferry was a mistake, said Nils Berg, who backs Senator Ida Lund.": [
        "Nils Berg, who backs Senator Ida Lund | said | The ferry was a mistake | asserts"
    ],
    "Clean Bay, a group that opposes the pier, said the water was safe.": [
        "a group that | opposes | the pier | criticises",
        "Clean Bay | said | the water was safe | asserts",
    ],
    # what a thing is called, however long it is
    "Marta Lind called what she saw in the kennels “a scandal”.": [
        "Marta Lind | called | what she saw in the kennels “a scandal” | asserts"
    ],
    "The chef called the fire that closed two kitchens “a warning”, but stayed.": [
        "The chef | called | the fire that closed two kitchens “a warning” | asserts"
    ],
    # a clause that a noun is said to be, and what is done in a hope
    "Their fear is that the pit will close.": ["Their | fear is | the pit will close | believes"],
    "The snag is that the pit will close.": [],
    "The crew rowed on in the hope that the fog would lift.": [
        "The crew | hope | the fog would lift | believes"
    ],
    "The crew turned back for fear of the fog.": [],
    # where what is wanted or backed ends
    "The union backed the treaty, which was signed in a barn.": [
        "The union | backed | the treaty | supports"
    ],
    "The choir hopes to tour Norway, whose fjords are famous.": [
        "The choir | hopes | to tour Norway | believes"
    ],
    "The mayor praised Lund, whose term ends in June, for opening the ward.": [
        "The mayor | praised | Lund, whose term ends in June, for opening the ward | supports"
    ],
    "Some guests are eager to hear the speech and are planning a walk.": [
        "Some guests | are eager | to hear the speech | demands",
        "Some guests | are planning | a walk | promises",
    ],
    "Okoro promised Sunday at a rally in the valley to end the toll.": [
        "Okoro | promised | to end the toll | promises"
    ],
    # what was released on a day, not the day
    "A study released Tuesday criticised the ban.": ["A study | criticised | the ban | criticises"],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_attributions(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]


def test_what_would_be_preferred_is_no_condition() -> None:
    report = claimtrack.load().report("The tenants would prefer a new roof.")
    assert [a.hypothetical for a in report.attributions] == [False]
