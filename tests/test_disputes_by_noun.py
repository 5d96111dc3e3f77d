"""Which claim a noun for one leads to: *that finding*, *the colonel's version*, *the remark*, *the figure*."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker

LED = {
    "An inquiry concluded that the dam was safe. A guide to the valley reported two landslides. "
    "Villagers disputed that finding.": [0],
    "Researchers said the drug halved the fever. “It is a great day for us,” said Ana Ruiz. "
    "Other scientists questioned that conclusion.": [0],
    "Col. Marek Dusan said the patrol was fired on. “It was an ambush,” he said. "
    "The foreign ministry rejected the colonel's version.": [0, 1],
    "Joan Pell alleged that Ana Ruiz took bribes. “She treats the purse as her own,” Pell told the hall. "
    "Ruiz dismissed the remark as slander.": [1],
    "Petra Holm said the roof was unsafe. Critics of the museum said 40 visitors had been hurt. "
    "The museum disputed the figure.": [1],
    "The union said 1,900 workers had joined the strike. “The union's figures are simply wrong,” said "
    "Dirk Hale, who runs the port.": [0],
    "Ana Ruiz criticised the plan as reckless. Holm rejected that criticism.": [0],
    "“Patients wait in the corridor,” a nurse said. The hospital said it did not recognise the "
    "description.": [0],
    "Joan Pell said the memo was late. Ruiz said that was untrue and that it had come on Friday.": [
        0
    ],
    "Neighbours accused Harrow Paints of killing the fish. “We are not the source of this pollution,” "
    "Harrow Paints said.": [0],
    "Ana Ruiz denied that she had steered the contract to her cousin. The vote is on Monday. "
    "Joan Pell said Ruiz had steered the contract to her cousin.": [2],
    # one side of what was told, and its number
    "A clerk said the van had left at 11.52pm. Dane disputed the timing.": [0],
    "The hole is 62 million, the auditor said. It is old. The treasurer disputed the size of the gap.": [
        0
    ],
    "An app laid open 4.2 million files, a firm said. It sells scarves. “They are safe,” a user said. "
    "A scientist questioned the figure of 4.2 million.": [0],
    # a denial itself
    "Holm said the files lay open. The clinic denied that X-rays were among them. Joan Pell said the "
    "clinic's denial was false.": [1],
    # what a clause says is untrue, and what somebody says is wrong
    "Police said the guard had slept. The warden told the jury it was untrue that the guard had slept.": [
        0
    ],
    "The nurses say the review left out patients. That is wrong, according to Mr Oke.": [0],
    # refused right after a statement
    "Holm said the dye came from the mill. The mill rejected that.": [0],
    "Two cooks said the fire was lit. It was noon. Ana Ruiz doubted the cooks' version of events.": [
        0
    ],
}
NOT_LED = [
    "The union asked for five per cent. The mill rejected that.",
    "Joan Pell said the roof was unsafe. Dane disputed the timing.",
    "Joan Pell said the roof was unsafe. The museum rejected the idea.",
    "Joan Pell accused the bank of hiding losses. The bank said it was not responsible for the weather.",
    "Joan Pell said the roof was unsafe. Ana Ruiz denied Holm the right to question her. "
    "Holm said he had the right to question Ruiz.",
    "Ana Ruiz denied that she had sold the boat. Joan Pell said the harbour was closed.",
]


@pytest.mark.parametrize(("text", "sentences"), LED.items())
def test_the_claim_that_the_noun_means_is_disputed(
    tracker: Tracker, text: str, sentences: list[int]
) -> None:
    assert sorted(d.sentence for d in tracker.report(text).disputes) == sentences


@pytest.mark.parametrize("text", NOT_LED)
def test_nothing_is_disputed(tracker: Tracker, text: str) -> None:
    assert tracker.report(text).disputes == ()
