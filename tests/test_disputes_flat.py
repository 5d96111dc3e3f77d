"""Flat opposites in other words: every part of a thing, and the other end of a deed."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker


def denied(tracker: Tracker, text: str) -> list[tuple[str, str]]:
    """Each denial's claim with the claim that it denies."""
    report = tracker.report(text)
    claims = {a.id: " ".join(text[s:e] for s, e in a.claim) for a in report.attributions}
    return [(claims[d.denial], claims[d.claim or ""]) for d in report.disputes]


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("Critics said the plan had not been costed.", "every measure had been costed"),
        ("Auditors said the accounts had not been checked.", "every line had been checked"),
        ("Owners said the building had not been inspected.", "every part had been inspected"),
        ("Critics said the book had not been read.", "every page had been read"),
        ("Judges said the evidence had not been shared.", "every item had been shared"),
        ("Clerks said the contract was not translated.", "each section was translated"),
        ("Pilots said the manual was not tested.", "all steps were tested"),
        ("Critics said the report was not published.", "every page was published"),
        ("Lawyers said the file was not copied.", "all pages were copied"),
        ("Owners said each part had been inspected.", "the building had not been inspected"),
    ],
)
def test_every_part(tracker: Tracker, told: str, answer: str) -> None:
    text = f"{told} The minister said {answer}."
    before = told.split(" said ")[1].rstrip(".")
    assert denied(tracker, text) == [(answer, before)]


@pytest.mark.parametrize(
    "text",
    [
        "Critics said the plan had not been published. The minister said every measure had been costed.",
        "Critics said the plan had not been costed. The minister said every measure would be costed.",
        "Drivers said the bridge had not been inspected. The operator said every lift had been inspected.",
        "Critics said the report had not been read. The school said every book had been read.",
        "Nurses said the patient had not been treated. The clinic said every part had been treated.",
        "Critics said the plan had been costed. The minister said every measure had been costed.",
        "Critics said the plan had not been costed. The minister said some measures had been costed.",
        "Auditors said the accounts had not been checked. The firm said every line had been checked in Delton.",
        "Owners said the building had not been inspected. The firm said every line had been painted.",
        "Critics said the plan had not been costed. The minister said every measure had not been costed.",
    ],
)
def test_no_whole_of_it(tracker: Tracker, text: str) -> None:
    assert denied(tracker, text) == []


@pytest.mark.parametrize(
    ("told", "denier", "answer"),
    [
        ("she had sent the file to the auditors", "auditors", "they had not received the file"),
        ("she had sent the file to the auditors", "auditors", "they never received it"),
        ("she had sent the auditors a letter", "auditors", "they had not received a letter"),
        ("the mayor had sold the pier to the club", "club", "it had never bought the pier"),
        ("the museum had bought the vase from the singer", "singer", "she had not sold the vase"),
        ("the bank had lent the baker the money", "baker", "he never borrowed the money"),
        ("he had paid the landlord the rent", "landlord", "she had not received the rent"),
        ("he had sold the museum the painting", "museum", "it had not bought the painting"),
        ("he had delivered the boxes to the club", "club", "it had never received the boxes"),
        ("the firm had posted the keys to the owner", "owner", "she never received the keys"),
    ],
)
def test_the_other_end(tracker: Tracker, told: str, denier: str, answer: str) -> None:
    text = f"The clerk said {told}. The {denier} said {answer}."
    assert denied(tracker, text) == [(answer, told)]


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said she had sent the file to the auditors. The auditors said they had received it.",
        "The clerk said she had sent the file to the auditors. Police said they had not received the file.",
        "The clerk said she had sent the file to the auditors. The auditors said they had not received the key.",
        "The clerk said she had sent the file to the auditors. The auditors said they will not receive it.",
        "A rival said the mayor had sold the pier to Harrow. Harrow said it had bought the pier.",
        "A rival said the mayor had sold the pier to Harrow. The museum said it had never bought the pier.",
        "Arden said it had won the match. Delton said it had lost the match.",
        "The bank said it had not lent the baker money. The baker said he had not borrowed money.",
        "The dealer said he had sold the museum the painting. The museum said it had not bought the frame.",
        "Police said Ruiz had sold the gun to Pell. Ruiz said she had not bought the gun.",
        "The firm said it had sold the boat to the club. The club said it had not bought the boat for Harrow.",
        "The tenant said he would pay the landlord the rent. The landlord said she had not received the rent.",
    ],
)
def test_no_other_end(tracker: Tracker, text: str) -> None:
    assert denied(tracker, text) == []
