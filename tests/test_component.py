"""claimtrack inside a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path

import spacy

from claimtrack.component import make
from claimtrack.language.load import EMBEDDED


def test_a_doc_carries_its_report() -> None:
    nlp = spacy.load(EMBEDDED)
    nlp.add_pipe("claimtrack")
    doc = nlp("The bank said that trade rose.")
    report = doc._.claimtrack
    claims = [doc.text[start:end] for a in report.attributions for start, end in a.claim]
    assert (claims, report.attributions[0].rule) == (["trade rose"], "reporting.say")


RULES = """\
rules:
  - id: own.headline
    frame: speaker-verb-clause
    words: {verb: [warn]}
    stance: asserts
    section: headline
off: [reporting.*]
"""


def test_rules_of_ones_own_for_headlines(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RULES, encoding="utf-8")
    nlp = spacy.load(EMBEDDED)
    track = make(nlp, "claimtrack", str(tmp_path))
    text = "The minister warned that fares would rise\n\nThe minister warned that fares would rise on Monday."
    report = track(nlp(text))._.claimtrack
    found = [(a.rule, text[a.cue[0][0] :].split()[0]) for a in report.attributions]
    assert found[0] == ("own.headline", "warned")
    assert [rule for rule, _ in found].count("own.headline") == 1
