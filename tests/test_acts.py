"""Verbs of speech that tell of an act, a game, a trade or a movement instead, read by the embedded
model: rows as in ``test_constructions``."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # what is denied, and what somebody is denied
    "The landlord denied the theft.": ["The landlord | denied | the theft | denies"],
    "The landlord denied the tenants hot water.": [],
    "The port denied the trawler entry.": [],
    "The keeper denied the visitors a late goal.": [],
    "The tribunal denied the appeal.": ["The tribunal | denied | the appeal | declines"],
    "The tribunal denied hearing the appeal.": [
        "The tribunal | denied | hearing the appeal | denies"
    ],
    # what is dismissed, rejected, ruled out
    "The coach dismissed the rumour.": ["The coach | dismissed | the rumour | denies"],
    "The coach dismissed two players.": [],
    "The regent dismissed the assembly.": [],
    "The forward brushed off the defender.": [],
    "The board rejected the finding.": ["The board | rejected | the finding | denies"],
    "Her body rejected the transplant.": [],
    "The doctor ruled out poison.": ["The doctor | ruled out | poison | denies"],
    "The striker was ruled out by a sprain.": [],
    # what is taken back, and backed away from
    "The actor took back the insult.": ["The actor | took back | the insult | denies"],
    "The actor took it back to the shop.": [],
    "The bank backed away from the forecast.": [
        "The bank | backed away from | the forecast | denies"
    ],
    "The walkers backed away from the cliff.": [],
    # what is admitted or conceded, and who is let in
    "The nurse admitted the mistake.": ["The nurse | admitted | the mistake | acknowledges"],
    "The clinic admitted nine patients.": [],
    "The team conceded the argument.": ["The team | conceded | the argument | acknowledges"],
    "The team conceded a late penalty.": [],
    "The pupils were allowed to swim.": [],
    "The judge allowed that the letter was genuine.": [
        "The judge | allowed | the letter was genuine | acknowledges"
    ],
    "Dogs are not accepted by the hostel.": [],
    # who is accused, and who pays
    "Police charged the caretaker with arson.": [
        "Police | charged | the caretaker with arson | alleges"
    ],
    "The garage charged the driver for the oil.": [],
    "The garage did not charge the drivers a cent.": [],
    "The board is charged with preserving the harbour.": [],
    "The singer was booked for three evenings.": [],
    "Guards detained the sailors for a week.": [],
    "Guards detained the sailors for smuggling.": [
        "Guards | detained | the sailors for smuggling | alleges"
    ],
    "We tried the ferry for the second time.": [],
    # what is claimed, and what is won or fetched
    "The general claimed victory.": ["The general | claimed | victory | alleges"],
    "The runner claimed the title.": [],
    "The heirs claimed the painting.": [],
    # what is confirmed or backed up
    "A second witness backed up his alibi.": [
        "A second witness | backed up | his alibi | confirms"
    ],
    "The clerk backed up the disks.": [],
    "The senate confirmed the judge.": [],
    # what is offered
    "The bank offered a settlement.": ["The bank | offered | a settlement | promises"],
    "The bank offers savings accounts.": [],
    "The mayor offered an explanation for the delay.": [
        "The mayor | offered | an explanation for the delay | asserts"
    ],
    "The mayor offered no explanation for the delay.": [
        "The mayor | offered no explanation | the delay | declines"
    ],
    "Her new novel offers a lively plot.": [],
    # what is threatened, planned, decided
    "The drivers threatened a walkout.": ["The drivers | threatened | a walkout | promises"],
    "The dam threatens the meadows.": [],
    "Heavy snow threatened to close the pass.": [],
    "The council plans a referendum.": ["The council | plans | a referendum | promises"],
    "The twins decided what to wear.": [],
    # who is silent, and what cannot be had
    "The embassy did not respond.": ["The embassy | did not respond |  | declines"],
    "The steering did not respond.": [],
    "The second volume is not available.": [],
    "The farmer never got his tractor back.": [],
    "No agreement could be reached.": [],
    "Letters to the firm were not answered.": [
        "Letters to the firm | were not answered |  | declines"
    ],
    "The stolen bicycles were not returned.": [],
    "The lodgers had nothing good to say about the heating.": [
        "The lodgers | had nothing good to say about | the heating | criticises"
    ],
    # who is criticised, and what is hit
    "Critics slammed the mayor for the delay.": [
        "Critics | slammed | the mayor for the delay | criticises"
    ],
    "The captain slammed the door.": [],
    "The choir rapped the last verse.": [],
    "It took the crew a week to finish the task.": [],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_attributions(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]
