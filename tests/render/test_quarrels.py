"""Several denials of one claim stand under it."""

from __future__ import annotations

import dataclasses
import io

from claimtrack.records import Dispute
from claimtrack.render.markdown import write_markdown
from claimtrack.render.table import write_table
from tests.render.example import example, span


def test_a_claim_that_is_denied_twice_is_told_once() -> None:
    report = example()
    again = Dispute("d2", "a2", "a4", 2, "negation", (span("the toll had doubled"),))
    report = dataclasses.replace(report, disputes=(*report.disputes, again))
    table, page = io.StringIO(), io.StringIO()
    write_table([report], table, 100)
    write_markdown([report], page)
    assert table.getvalue().split("Disputes\n────────\n")[1].split("\n\n")[0].split("\n") == [
        "   3   Two dockers: the board had lied to them",
        "   4 ✗ Mira Haddad denies: the accusation (“the accusation”, anaphora)",
        "   1 ✗ Mira Haddad acknowledges: the toll had doubled (“the toll had doubled”, negation)",
    ]
    assert page.getvalue().split("## Disputes\n\n")[1].split("\n\n")[0].split("\n") == [
        "- 3, Two dockers: the board had lied to them",
        "  - 4, Mira Haddad denies: the accusation (“the accusation”, anaphora)",
        "  - 1, Mira Haddad acknowledges: the toll had doubled (“the toll had doubled”, negation)",
    ]
