"""claimtrack inside a spaCy pipeline."""

from __future__ import annotations

import spacy

from claimtrack.language.load import EMBEDDED


def test_a_doc_carries_its_report() -> None:
    nlp = spacy.load(EMBEDDED)
    nlp.add_pipe("claimtrack")
    doc = nlp("The bank said that trade rose.")
    report = doc._.claimtrack
    claims = [doc.text[start:end] for a in report.attributions for start, end in a.claim]
    assert (claims, report.attributions[0].rule) == (["trade rose"], "reporting.say")
