"""Denials in other words than the claim's: deeds of one kind, words not used, somebody contradicted."""

from __future__ import annotations

import pytest

from claimtrack.tracker import Tracker

DISPUTED = [
    # a text called false, by its kind
    (
        "The newspaper said engineers had warned the managers in 2019. "
        "Ostrava Pumps has called the article inaccurate.",
        [("the article inaccurate", "engineers had warned the managers in 2019")],
    ),
    (
        "One resident, Ida Marsh, wrote on Facebook that the mayor had left town. "
        "The mayor's office called the post false.",
        [("the post false", "the mayor had left town")],
    ),
    # otherwise
    (
        "Pollsters predict that voters will have moved on by spring. "
        "The senator's supporters insist otherwise.",
        [("", "voters will have moved on by spring")],
    ),
    (
        "The bank said the loan was repaid. The auditors argued otherwise.",
        [("", "the loan was repaid")],
    ),
    # pushed back on what was told
    (
        "Activists say the mine has poisoned the river. The owner pushed back against that claim.",
        [("that claim", "the mine has poisoned the river")],
    ),
    (
        "The minister said the strike had been paid for from abroad. "
        "Union leaders pushed back on the suggestion.",
        [("the suggestion", "the strike had been paid for from abroad")],
    ),
    # a deed of the same kind, of whoever denies it
    (
        "The Port Herons fired coach Rick Sand on Friday, four days after reports that he shoved an "
        "assistant at halftime. Sand has denied laying a hand on anyone.",
        [("laying a hand on anyone", "he shoved an assistant at halftime")],
    ),
    (
        "Critics say he has jailed his rivals and hollowed out the courts. "
        "His government denies holding political prisoners.",
        [("holding political prisoners", "he has jailed his rivals and hollowed out the courts")],
    ),
    (
        "The tabloid said the actor had struck a waiter. The actor denied touching him.",
        [("touching him", "the actor had struck a waiter")],
    ),
    (
        "Neighbours said the guard had kicked the dog. He denies harming the animal.",
        [("harming the animal", "the guard had kicked the dog")],
    ),
    # a plea
    (
        "Gerald Pick, 58, is accused of taking money from nine buyers. "
        "He has pleaded not guilty to all six counts.",
        [("all six counts", "Gerald Pick, 58 … of taking money from nine buyers")],
    ),
    # never any
    (
        "The council said letters had been sent to every household. "
        "Residents of Kirk Lane said they had never received any letter.",
        [("they had never received any letter", "letters had been sent to every household")],
    ),
    (
        "The company said a summary of the audit had been given to the staff in June. "
        "Two of the staff said they had never been given any summary.",
        [
            (
                "they had never been given any summary",
                "a summary of the audit had been given to the staff in June",
            )
        ],
    ),
    # a passive of one's own
    (
        "The lawyers wrote that Mr. Ferrer had been dismissed for cause. "
        "Mr. Ferrer, for his part, said he had never been dismissed.",
        [("he had never been dismissed", "Mr. Ferrer had been dismissed for cause")],
    ),
    # since then
    (
        "“When we boarded it, the nets were in the water and the hold was full,” Captain Ruiz said. "
        "The nets had not been in the water since Sunday, the owner said in a statement.",
        [
            (
                "The nets had not been in the water since Sunday",
                "When we boarded it, the nets were in the water and the hold was full",
            )
        ],
    ),
    # words, not deeds
    (
        "A former player said the coach had called him “a coward”. "
        "The coach said he never used the word.",
        [("he never used the word", "the coach had called him “a coward”")],
    ),
    (
        "In a post, the lawmaker wrote that Dr. Cole had once called the law “a death wish.” "
        "Dr. Cole said she had never used the phrase.",
        [("she had never used the phrase", "Dr. Cole had once called the law “a death wish")],
    ),
    # somebody contradicted
    (
        "The guard said the gate was shut. A driver contradicted him on Monday.",
        [("him", "the gate was shut")],
    ),
    (
        "The captain said the engine had failed. The mechanic contradicted the captain on Tuesday.",
        [("the captain", "the engine had failed")],
    ),
    # an answer of small words
    (
        "Police say the firm's lawyer burned the files. "
        "“No, he did not,” said the firm's owner, Ada Weir.",
        [("No, he did not", "the firm's lawyer burned the files")],
    ),
]

UNDISPUTED = [
    ("The report says the dam is cracked. The minister called the report timely.", "praise"),
    (
        "The governor proposed a tax on sugar. Shop owners pushed back against the plan.",
        "a plan is opposed",
    ),
    (
        "The paper said the mayor owned a villa in Spain. The mayor denied having an affair.",
        "another deed",
    ),
    (
        "A rival said the clerk stole a painting. The mayor denied taking bribes.",
        "another's deed",
    ),
    ("Police said the singer hit a waiter. The waiter denied touching him.", "another's deed"),
    (
        "A fan said the coach was late. The coach said he never used the word.",
        "no words were quoted",
    ),
    ("The guard said the gate was shut. The map contradicted the diary.", "nobody who spoke"),
    ("34 % said taxes were too high. 60 % said taxes were not too high.", "shares of those asked"),
]


@pytest.mark.parametrize(("text", "links"), DISPUTED, ids=[text for text, _ in DISPUTED])
def test_a_denial_in_other_words_is_linked(
    tracker: Tracker, text: str, links: list[tuple[str, str]]
) -> None:
    report = tracker.report(text)
    claims = {
        a.id: " … ".join(text[start:end] for start, end in a.claim) for a in report.attributions
    }
    assert [(claims[d.denial], claims[d.claim or ""]) for d in report.disputes] == links


@pytest.mark.parametrize(("text", "why"), UNDISPUTED, ids=[why for _, why in UNDISPUTED])
def test_what_denies_nothing_told_before_is_not_linked(
    tracker: Tracker, text: str, why: str
) -> None:
    assert tracker.report(text).disputes == (), why
