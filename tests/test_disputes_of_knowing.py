"""Denials of knowing, of asking and of a time: who answers for whom, and what agrees with what was told."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker

KNOWING = [
    "Auditors said the director knew of the leak in the tank. The director said he had no knowledge of the leak.",
    "A nurse said managers knew of the infections in May. The hospital said its managers had no knowledge of the infections.",
    "Residents said the mill knew about the spill. The mill said it was unaware of any spill.",
    "Engineers said the ministry knew about the crack in the dam. The ministry said it was not aware of any crack.",
    "Prosecutors say the trader knew of the forged invoices. Her lawyer said she was unaware of the forged invoices.",
    "Rivals said Ms Orsay knew of the payments. “I had no knowledge of the payments,” Ms Orsay said.",
]
OF_ANOTHER = [
    "Auditors said the director knew of the leak in the tank. The clerk said he had no knowledge of the leak.",
    "Two clerks said the bank was aware of the fraud. The police said they were not aware of the fraud.",
    "A nurse said managers knew of the infections. The union said it had not known of the infections.",
    "Residents said the mill knew about the spill. The mayor said she was unaware of the spill.",
    "Auditors said the firm knew of the fraud. Its former clerk said he did not know of the fraud.",
    "Auditors said the director knew of the leak. The director said he had no knowledge of French.",
]
UP_TO_A_TIME = [
    "Two drivers said managers had known about the faulty brakes since May. “No manager knew of any faulty brakes before Monday,” the firm said.",
    "A clerk said the council had received the complaint in March. The council said it had received no complaint before June.",
    "A former cook said the kitchen had been told of the rats in April. The hotel said it had not been told of the rats until July.",
    "Parents said the school had sent a warning in May. The school said no warning had been sent until Friday.",
    "A teller said the bank had frozen the account in April. The bank said it had not frozen the account before June 3.",
    "Residents said police had closed the road on Monday. Police said they had not closed the road until Friday.",
]
AGREEING_IN_TIME = [
    "A clerk said the council had received the complaint in July. The council said it had received no complaint before June.",
    "Residents said police had closed the road on Friday. Police said they had not closed the road until Friday.",
    "A miner said the alarm had sounded on Sunday. The firm said the gate had not been shut until Sunday.",
    "The union said the strike would begin on Monday. The firm said talks would not resume before Tuesday.",
    "A broker said the fund had sold its shares in May. The fund said it had not sold its offices before June.",
    "Neighbours said the mast was built in May. The council said no permit for a kiosk had been granted before June.",
]
ASKING = [
    "A diplomat said Karland had asked to send patrols across the border. “No patrols were requested,” the ministry said.",
    "The mayor said the charity had asked for money. The charity said it had requested no money.",
    "A clerk said the firm had asked for a loan. The firm said no loan had been requested.",
    "The coach said the club had requested a delay. The club said it had not asked for a delay.",
    "Aides said the singer had requested a bodyguard. The singer said she had not asked for a bodyguard.",
    "Farmers said the ministry had asked for their maps. “No maps were requested,” the ministry said.",
]
NOT_ASKING = [
    "The mayor said the charity had asked for money. The charity said it had received no money.",
    "A clerk said the firm had asked for a loan. The bank said no loan had been granted.",
    "Residents said they had asked for a fence. The council said it had not asked for a wall.",
    "Aides said the singer had requested a bodyguard. The guitarist said she had not asked for a bodyguard.",
    "The navy said it had asked for two ships. The army said it had requested no ships.",
    "A reporter asked whether the firm had paid a fine. The firm said no fine had been requested.",
]
JOINED_BY_SO = (
    "Joan Pell said her party had won 84 seats. The commission rejected the claim. "
    "“Nobody has been given a full set of sheets, so nobody can tell,” its chairman said."
)


def sentences(tracker: Tracker, text: str) -> list[tuple[int, int]]:
    """Each dispute as the sentences of the denial and of what it disputes."""
    report = tracker.report(text)
    at = {a.id: a.sentence for a in report.attributions}
    return [(at[d.denial], d.sentence) for d in report.disputes]


@pytest.mark.parametrize("text", KNOWING + UP_TO_A_TIME + ASKING)
def test_the_second_sentence_denies_the_first(tracker: Tracker, text: str) -> None:
    assert sentences(tracker, text) == [(1, 0)]


@pytest.mark.parametrize("text", OF_ANOTHER + AGREEING_IN_TIME + NOT_ASKING)
def test_another_party_another_time_or_another_matter_denies_nothing(
    tracker: Tracker, text: str
) -> None:
    assert sentences(tracker, text) == []


def test_so_that_joins_two_clauses_does_not_point_back(tracker: Tracker) -> None:
    assert sentences(tracker, JOINED_BY_SO) == [(1, 0)]
