"""Which sources are named: by a name, or as a body or text that a name tells from others."""

from __future__ import annotations

import pytest

import claimtrack

NAMED = {
    "Farrow police said the driver had fled.": True,
    "Police said the driver had fled.": False,
    "The price rose to $60,000, according to College Board data.": True,
    "A Harbour Board survey showed that prices fell.": True,
    "An April survey showed that prices fell.": False,
    "The figure is wrong, according to the Courier analysis.": True,
    "The Norwegian company said it will offer rooms.": False,
    "The shop had closed, the Sentinel newspaper reported.": True,
    "The shop had closed, the newspaper reported.": False,
    "Data compiled by the Harbour Board showed a rise in accidents.": True,
    "Data compiled by volunteers showed a rise in accidents.": False,
    "A report from the Ministry of Fisheries said the stocks were falling.": True,
    "A report obtained by the Courier said the stocks were falling.": False,
    "A ministry official said the stocks were falling.": False,
    "Det. Marlow said the stocks were falling.": True,
}


@pytest.mark.parametrize(("sentence", "named"), NAMED.items())
def test_named(sentence: str, named: bool) -> None:
    (source,) = claimtrack.load().report(sentence).sources
    assert source.named is named


def test_a_short_title_ends_no_sentence_and_is_part_of_the_source() -> None:
    report = claimtrack.load().report("The car was new, Sgt. Marlow said. Supt. Iden agreed.")
    assert [s.name for s in report.sources][:1] == ["Marlow"]
    assert len(report.sentences) == 2
    assert report.attributions[0].source.spans == ((17, 28),)
