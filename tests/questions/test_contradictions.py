"""Disputes across articles: what is linked, in which direction, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack.ledger import reading
from claimtrack.paths import shipped_rules
from claimtrack.questions.contradictions import contradictions
from claimtrack.questions.disputed import Disputed, disputed
from claimtrack.questions.wording import Lexicon
from claimtrack.records import Report
from claimtrack.rules.rulefile import load_rules
from tests.ledger.examples import written
from tests.questions.told import Told, article

SOLD = "The mayor, Ana Ruiz, sold the pier at Delton to Harrow Shipping"
SAID = Told(f"The broker Joan Pell said that {SOLD}.", SOLD, "Joan Pell")
NAMES = Told("Ana Ruiz was in Delton on Friday with men from Harrow Shipping.")


ROSE = ("Traffic at the port of Delton rose in June", "Joan Pell")
FELL = ("traffic at the port of Delton fell in June", "Ana Ruiz")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(load_rules(shipped_rules()))


def said(claim: str, stance: str = "asserts", source: str = "Ana Ruiz") -> Told:
    return Told(f"{source} said: {claim}.", claim, source, stance)


def links(lexicon: Lexicon, folder: Path, *reports: Report) -> list[tuple[str, str, str | None]]:
    """Who denies, whom, and by which stance; each with the article."""
    with reading(written(folder / "l.db", *reports)) as ledger:
        found = contradictions(ledger, lexicon)
    return [
        (
            f"{each.denial.stated.id} {each.denial.stated.source}",
            f"{each.claim.stated.id} {each.claim.stated.source}",
            each.denial.stated.stance,
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        ("she had sold the pier", "denies"),
        ("selling the Delton pier to Harrow Shipping", "denies"),
        ("the pier at Delton was not sold to Harrow Shipping", "asserts"),
        ("no pier at Delton was sold to Harrow Shipping", "asserts"),
        ("I never sold the pier to Harrow Shipping", "asserts"),
    ],
)
def test_what_denies_a_claim_of_another_article(
    lexicon: Lexicon, tmp_path: Path, claim: str, stance: str
) -> None:
    found = links(lexicon, tmp_path, article("a", SAID), article("b", said(claim, stance), NAMES))
    assert found == [("b Ana Ruiz", "a Joan Pell", stance)]


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        ("she had painted the pier", "denies"),
        ("she had bought the pier", "denies"),
        ("she sold no tickets", "asserts"),
        ("she had sold the pier", "doubts"),
        ("the accusation", "denies"),
        ("the pier at Delton was sold to Harrow Shipping", "asserts"),
        ("the pier that was not insured was sold to Harrow Shipping", "asserts"),
        ("she had not sold the pier", "denies"),
    ],
)
def test_what_does_not(lexicon: Lexicon, tmp_path: Path, claim: str, stance: str) -> None:
    other = article("b", said(claim, stance), NAMES)
    assert links(lexicon, tmp_path, article("a", SAID), other) == []


def test_articles_about_something_else_are_not_linked(lexicon: Lexicon, tmp_path: Path) -> None:
    denied = article("b", said("he had sold the pier", "denies", "Tom Vance"))
    assert links(lexicon, tmp_path, article("a", SAID), denied) == []


def test_other_figures_are_another_claim(lexicon: Lexicon, tmp_path: Path) -> None:
    price = Told(f"Joan Pell said that {SOLD} for 30 crowns.", f"{SOLD} for 30 crowns", "Joan Pell")
    denied = article("b", said("she had sold the pier for 40 crowns", "denies"), NAMES)
    assert links(lexicon, tmp_path, article("a", price), denied) == []


def test_an_opposite(lexicon: Lexicon, tmp_path: Path) -> None:
    rose = Told("Traffic at the port of Delton rose in June, Joan Pell said.", *ROSE)
    fell = Told("Ana Ruiz said that traffic at the port of Delton fell in June.", *FELL)
    found = links(lexicon, tmp_path, article("a", rose), article("b", fell))
    assert found == [("b Ana Ruiz", "a Joan Pell", "asserts")]


def test_what_is_so_again_was_not_so_before(lexicon: Lexicon, tmp_path: Path) -> None:
    rose = Told(f"{ROSE[0]}, Joan Pell said.", *ROSE)
    fell = said(f"{FELL[0]} again")
    assert links(lexicon, tmp_path, article("a", rose), article("b", fell)) == []


def test_another_month_is_another_claim(lexicon: Lexicon, tmp_path: Path) -> None:
    rose = Told(f"{ROSE[0]}, Joan Pell said.", *ROSE)
    july = said(FELL[0].replace("June", "July"))
    assert links(lexicon, tmp_path, article("a", rose), article("b", july)) == []


def test_antonyms_of_others_agree(lexicon: Lexicon, tmp_path: Path) -> None:
    won = said("Delton won the rowing cup against Arden in June", source="Joan Pell")
    lost = said("Arden lost the rowing cup against Delton in June")
    assert links(lexicon, tmp_path, article("a", won), article("b", lost)) == []


def test_two_words_are_enough_for_whom_the_claim_names(lexicon: Lexicon, tmp_path: Path) -> None:
    claim = "Ana Ruiz of Delton had phoned Harrow Shipping"
    told = article("a", said(claim, source="Joan Pell"))
    own = article("b", NAMES, said("phoning Harrow", "denies"))
    others = article("c", NAMES, said("phoning Harrow", "denies", "Tom Vance"))
    assert links(lexicon, tmp_path, told, own, others) == [("b Ana Ruiz", "a Joan Pell", "denies")]


def test_the_writer_may_assert(lexicon: Lexicon, tmp_path: Path) -> None:
    denied = article("b", said("she had sold the pier", "denies"), NAMES)
    found = links(lexicon, tmp_path, article("a", Told(f"{SOLD}.")), denied)
    assert found == [("b Ana Ruiz", "a None", "denies")]


def test_what_merely_contradicts_is_the_answer_of_the_later(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    rose, fell = Told(f"{ROSE[0]}, Joan Pell said.", *ROSE), said(FELL[0])
    for dates in (("2026-03-01", "2026-03-02"), ("2026-03-02", "2026-03-01")):
        folder = tmp_path / dates[0]
        folder.mkdir()
        one, other = article("a", rose, date=dates[0]), article("b", fell, date=dates[1])
        ((denial, claim, _),) = links(lexicon, folder, one, other)
        later = ("b Ana Ruiz", "a Joan Pell")
        assert (denial, claim) == (later if dates[1] > dates[0] else later[::-1])


def test_a_claim_told_in_the_same_words_is_disputed_within(
    lexicon: Lexicon, tmp_path: Path
) -> None:
    denied = article("b", SAID, said("she had sold the pier", "denies"), NAMES)
    assert links(lexicon, tmp_path, article("a", SAID), denied) == []


def test_an_answer_names_both_places(lexicon: Lexicon, tmp_path: Path) -> None:
    claim = "she had sold the pier"
    reports = article("a", SAID), article("b", NAMES, said(claim, "denies"))
    with reading(written(tmp_path / "l.db", *reports)) as ledger:
        (found,) = disputed(ledger, lexicon)
    assert found == Disputed(
        id="a",
        path="a.txt",
        sentence=0,
        reasons=("contradicted",),
        claimant="Joan Pell",
        claim=SOLD,
        denier="Ana Ruiz",
        stance="denies",
        denial=claim,
        denial_sentence=1,
        denial_id="b",
        denial_path="b.txt",
    )
