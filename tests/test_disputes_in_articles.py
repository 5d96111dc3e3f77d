"""Disputes in small articles, by the kinds of saying no, each beside what must not be taken for one."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker

Link = tuple[str, str | None, int, str, list[str]]

SAID_NO = [
    (
        "Planners said the new bridge would flood the meadow. The engineer begged to differ.",
        [("a2", "a1", 0, "anaphora", ["begged to differ"])],
    ),
    (
        "The company said the pier was safe. Inspection records say otherwise.",
        [("a2", "a1", 0, "anaphora", ["say otherwise"])],
    ),
    (
        "The coach said the goalkeeper had been injured. The club doctor disagreed.",
        [("a2", "a1", 0, "anaphora", ["disagreed"])],
    ),
    (
        "The union said the strike had closed the port. The harbour master was having none of it.",
        [("a2", "a1", 0, "anaphora", ["it"])],
    ),
    (
        "The ferry line said the captain had slept. The crew took issue with that.",
        [("a2", "a1", 0, "anaphora", ["that"])],
    ),
    (
        "Critics say the judge took gifts from a builder. Her lawyer issued a denial.",
        [("a2", "a1", 0, "anaphora", ["issued a denial"])],
    ),
    (
        "The airline said the pilot was fit to fly. That is at odds with the clinic's report.",
        [("a2", "a1", 0, "anaphora", ["That"])],
    ),
]
SUMMED_UP = [
    (
        "The dam leaks in three places, engineers say, a claim the power company denies.",
        [("a2", "a1", 0, "same-sentence", ["a claim"])],
    ),
    (
        "Prosecutors say the broker forged letters, something she has always denied.",
        [("a2", "a1", 0, "same-sentence", ["something"])],
    ),
    (
        "Prosecutors say the broker forged letters, a charge she called absurd.",
        [("a2", "a1", 0, "same-sentence", ["a charge", "absurd"])],
    ),
    (
        "Prosecutors say the broker forged letters, which she denies.",
        [("a2", "a1", 0, "same-sentence", ["which"])],
    ),
    (
        "The bank said the fee was a mistake, an explanation greeted with disbelief.",
        [("a2", "a1", 0, "same-sentence", ["an explanation"])],
    ),
    (
        "The guards were in town, the director said, a claim at odds with the police log.",
        [("a2", "a1", 0, "same-sentence", ["a claim"])],
    ),
    (
        "The ferry costs 40 million a year, a report to the council said. It is a figure the islanders say is wrong.",
        [("a2", "a1", 0, "anaphora", ["a figure", "is wrong"])],
    ),
    (
        "The bank denied hiding losses, hours after a clerk accused it of hiding losses for years.",
        [("a1", "a2", 0, "same-sentence", ["hiding losses"])],
    ),
]
CALLED_FALSE = [
    (
        "Rivals said the race had been fixed. The stewards said there was no truth in the claim.",
        [("a2", "a1", 0, "anaphora", ["the claim"])],
    ),
    (
        "A paper reported that the duke had sold the castle. His secretary said the story had been made up.",
        [("a2", "a1", 0, "anaphora", ["the story"])],
    ),
    (
        "The mayor said the pier had been inspected. “The mayor is lying,” the harbour master said.",
        [("a2", "a1", 0, "quotation", ["mayor", "lying"])],
    ),
    (
        "The heirs said they had a will that left them the farm. Their cousin said the will was a fake.",
        [("a2", "a1", 0, "anaphora", ["the will"])],
    ),
]
OPPOSITE = [
    (
        "The clerk said there had been a breach of the vault. “There was no breach,” the bank said.",
        [("a2", "a1", 0, "quotation", ["breach"])],
    ),
    (
        "Neighbours said the landlord had evicted a family. The landlord said nobody had been evicted.",
        [("a2", "a1", 0, "restatement", ["evicted"])],
    ),
    (
        "The union said 40 jobs had gone. Not a single job has gone, the firm said.",
        [("a2", "a1", 0, "restatement", ["job", "gone"])],
    ),
    (
        "The director accused the studio of cutting ten minutes from the film. The studio denied trimming the film.",
        [("a2", "a1", 0, "restatement", ["trimming", "film"])],
    ),
    (
        "Auditors said the treasurer knew about the loan. Her aide said the treasurer did not.",
        [("a2", "a1", 0, "anaphora", ["the treasurer did not"])],
    ),
    (
        "The governor will have to sell the ferries next year. He says he will not.",
        [("a1", None, 0, "anaphora", ["he will not"])],
    ),
    (
        "The lawyer put it to Mr Hale that he could not have seen the car. “I saw the car,” the witness replied.",
        [("a2", "a1", 0, "quotation", ["saw", "car"])],
    ),
    (
        "The blogger wrote that the minister had called teachers lazy. “I never said that,” the minister told reporters.",
        [("a3", "a1", 0, "quotation", ["that"])],
    ),
]
CARRIED_ON = [
    (
        "The council accused Varn Quarries of poisoning the brook. Varn Quarries rejected the accusation. "
        "Its lorries had never been near the brook, it said.",
        [
            ("a2", "a1", 0, "anaphora", ["the accusation"]),
            ("a3", "a1", 0, "anaphora", ["lorries", "brook"]),
        ],
    ),
    (
        "The team believes the coral swapped one alga for another. Rowe called the survey careful. "
        "He praised its maps. He was less persuaded by the explanation.",
        [("a4", "a1", 0, "anaphora", ["the explanation"])],
    ),
]
NO_DENIAL = [
    "The museum said the roof would be repaired. Visitors begged to be let in.",
    "The chef said the fish was fresh. The waiter had none of the soup.",
    "The dam leaks in three places, engineers say, a problem the power company ignores.",
    "The museum said the painting was by Vermeer, a claim that thrilled collectors.",
    "The museum said the painting was by Vermeer, a view shared by experts.",
    "The spokesman said the fund had grown. In May, a report found that costs had doubled.",
    "The mayor said the pier had been inspected. The harbour master said boats were lying at anchor.",
    "The mayor said the pier had been inspected. The harbour master said she was lying in bed.",
    "The broker said the letter came from the bank. The clerk said the stamp was a fake.",
    "The council said the bridge was safe. The mayor said there was no money for a new one.",
    "The union said 40 jobs had gone. The firm said no one had called the police.",
    "The governor will speak on Friday. The mayor says he won't.",
    "The governor went home early. He says he did not sleep.",
    "The agent said the club had bid for the goalkeeper. The club said it had made an offer for the stadium.",
    "The bank said the fee was a mistake. Customers greeted the news with applause.",
    "The firm denied that it had cut jobs. “Nobody likes rain,” the director said.",
    "The mine said output rose in May. The union said output fell in June.",
    "The union said 9,000 people had marched. Police put the figure at 4,000.",
]


def linked(tracker: Tracker, text: str) -> list[Link]:
    """Disputes as (denial, claim, sentence, link, evidence words)."""
    return [
        (d.denial, d.claim, d.sentence, d.link, [text[start:end] for start, end in d.evidence])
        for d in tracker.report(text).disputes
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), SAID_NO + SUMMED_UP + CALLED_FALSE + OPPOSITE + CARRIED_ON
)
def test_a_denial_leads_to_what_it_denies(tracker: Tracker, text: str, wanted: list[Link]) -> None:
    assert linked(tracker, text) == wanted


@pytest.mark.parametrize("text", NO_DENIAL)
def test_a_different_version_or_matter_is_no_denial(tracker: Tracker, text: str) -> None:
    assert linked(tracker, text) == []


def test_nobody_agrees_where_is_no_denial(tracker: Tracker) -> None:
    report = tracker.report(
        "The trees were felled in May, and now nobody agrees where the line runs."
    )
    assert [s.contested for s in report.sentences] == [False]
