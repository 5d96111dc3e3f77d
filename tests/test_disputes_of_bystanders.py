"""A person who says *I did not* answers for nobody else; the accused, their lawyer and their house do."""

from __future__ import annotations

import pytest

import claimtrack

_NOBODY_ELSE = [
    "The driver had left the scene, police said. The cyclist said she had not left it.",
    "The mayor had signed the lease in May, a clerk said. The treasurer said he had never signed it.",
    "The nurse had opened the safe, a witness said. The porter said he had not opened it.",
]
_THE_ACCUSED = [
    "The driver had left the scene, police said. The driver said she had not left it.",
    "The mayor had signed the lease in May, a clerk said. Her lawyer said she had never signed it.",
]


@pytest.mark.parametrize("text", _NOBODY_ELSE)
def test_a_bystander_denies_nothing(text: str) -> None:
    assert claimtrack.load().report(text).disputes == ()


@pytest.mark.parametrize("text", _THE_ACCUSED)
def test_the_accused_and_who_speaks_for_them_deny_it(text: str) -> None:
    report = claimtrack.load().report(text)
    assert [(d.denial, d.claim, d.sentence) for d in report.disputes] == [("a2", "a1", 0)]
