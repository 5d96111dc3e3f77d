"""The columns of the newest schema, as rows are written, read and dumped."""

from __future__ import annotations

from collections.abc import Mapping

COLUMNS: Mapping[str, tuple[str, ...]] = {
    table: tuple(columns.split())
    for table, columns in {
        "article": "id path sha256 content version model rules weights title date url dateline layout"
        " scare_quotes extra text",
        "sentence": "index start end status contested reasons attributions text",
        "source": "id name aliases kind named plural role anonymity_reason",
        "mention": "source start end text",
        "attribution": "id sentence parent continues source source_spans source_start source_end"
        " source_text cue cue_start cue_end cue_text claim claim_start claim_end claim_text"
        " recipient recipient_start recipient_end stance position style hypothetical contested"
        " rule frame confidence",
        "dispute": "id denial claim sentence link evidence start end",
        "reply": "allegation target answer kind",
        "failure": "id path code message line",
        "file": "path sha256 version model rules weights",
    }.items()
}
"""What a table holds of a record, in order, besides the ledger's own numbers."""

PARTS = ("sentence", "source", "mention", "attribution", "dispute", "reply")
"""The tables whose rows belong to an article."""
