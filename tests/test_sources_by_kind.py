"""Who is who, kind by kind: which sources of a text are one, and which are kept apart.

The letters stand for the sources of the text's attributions in their order; ``-`` is one that does not matter.
"""

from __future__ import annotations

from itertools import combinations

import pytest

import claimtrack

NATIONALITY = [
    (
        "Poland’s foreign ministry said the envoy had left. Hungary’s foreign ministry said he had not. The Polish "
        "ministry said the visa was void. The Hungarian ministry said it was valid.",
        "ABAB",
    ),
    (
        "Ostrelia’s transport ministry said the bridge was shut. The Ostrelian ministry said it was safe.",
        "AA",
    ),
    (
        "The Norwegian fisheries ministry said the quota was final. Norway’s fisheries ministry said it was fair.",
        "AA",
    ),
    (
        "Poland’s foreign ministry said the envoy had left. The Hungarian ministry said he had stayed.",
        "AB",
    ),
    (
        "The Dutch prime minister said the dykes would hold. Denmark’s prime minister said they were old. The Danish "
        "prime minister said more was needed.",
        "ABB",
    ),
]
TEXTS = [
    (
        "Guards slept on duty, according to a report by the prisons inspector. The 90-page document says the alarms "
        "were broken. It says that two doors did not lock.",
        "AAA",
    ),
    (
        "A study published in May found that tea helps. The paper says the effect lasts a year. The study says "
        "coffee does not help.",
        "AAA",
    ),
    (
        "A report by the council found that three wards were unsafe. A study by the union said staff were tired. "
        "The document said nobody was told.",
        "ABC",
    ),
    (
        "A sleep study was flawed, scientists said on Monday. Other researchers said the sample was small. The "
        "authors said more work was needed.",
        "AB-",
    ),
    (
        "A pill cut the number of attacks in a large trial, researchers reported on Monday. The authors concede that "
        "the trial was short.",
        "AA",
    ),
    (
        "The paper said the mayor took bribes. The newspaper said it had seen the receipts.",
        "AA",
    ),
    (
        "The daily said the bridge was closed. The tabloid said the mayor fled. The newspaper said he was back.",
        "ABC",
    ),
    (
        "The mayor told this newspaper that he was innocent. “I will sue this newspaper,” he said. The newspaper "
        "said it stood by its story.",
        "AAB",
    ),
]
COMPANIES = [
    (
        "Arvenna Bio, which makes the valve, said that sales had doubled. Arvenna said the plant would grow. The "
        "company said it would hire 200 people.",
        "AAA",
    ),
    (
        "The roof fell in, said Ana Petrel, a spokeswoman for the pit’s owner, Lassel Minerals. Lassel Minerals said "
        "the beams were new. The company said it was sorry.",
        "ABB",
    ),
    (
        "Norvik Steel said the mill would close. The mayor said he was sorry. The company said the contract was void.",
        "ABA",
    ),
    (
        "Norvik Steel said the mill would close. Castel Group said it would sue. The company said the deal was void.",
        "ABC",
    ),
    (
        "Castelmar have denied tapping up the striker. He wants to leave, his agent said. He said he had written.",
        "A-B",
    ),
]
GROUPS = [
    (
        "Rich nations promised 40 billion in Lisbon. Nobody believed it. Rich nations have promised half of that.",
        "ABA",
    ),
    (
        "Critics say the dam is a folly. The mayor said it was safe. Critics say it will break.",
        "ABA",
    ),
    ("Critics of the mine said it was poisoned. Critics of the mayor said he knew.", "AB"),
    (
        "Analysts at Gower Bank said prices would fall. Analysts at Dane Capital said they would rise.",
        "AB",
    ),
    (
        "Residents said the water was brown. The council said it was safe. Residents said they were ill.",
        "ABC",
    ),
    (
        "The Food Safety Board said the cheese was unsafe. Ana Toll said nobody had written to the board about the "
        "plant. The board said it was going through its post.",
        "ABA",
    ),
]
PRONOUNS = [
    (
        "Rena Oakes said she had heard a splash. Rufus Dane, defending, asked her whether she had been drinking. “I "
        "know a splash when I hear one,” she replied. She conceded that the lamp was off.",
        "ABAA",
    ),
    (
        "Manager Dag Orrin refused to say whether Ike Bello would play for him again. “I pick from the players who "
        "turn up,” he said.",
        "AA",
    ),
    (
        "The actor Corinne Ashdale said the story was false. She said it had cost her two jobs.",
        "AA",
    ),
    (
        "Mary Bolton, the chairman, said the results were poor. She said the dividend would be cut.",
        "AA",
    ),
    ("Mary Bolton asked him whether he had the key. He said he had lost it.", "AB"),
]


@pytest.fixture(scope="module")
def tracker() -> claimtrack.Tracker:
    return claimtrack.load()


@pytest.mark.parametrize(("text", "letters"), NATIONALITY + TEXTS + COMPANIES + GROUPS + PRONOUNS)
def test_who_is_who(tracker: claimtrack.Tracker, text: str, letters: str) -> None:
    said = [a for a in tracker.report(text).attributions if a.parent is None and a.source.spans]
    found = [a.source.id for a in said]
    assert len(found) == len(letters), [text[slice(*a.source.spans[0])] for a in said]
    for one, other in combinations(range(len(letters)), 2):
        if "-" not in letters[one] + letters[other]:
            assert (letters[one] == letters[other]) == (found[one] == found[other]), (one, other)
