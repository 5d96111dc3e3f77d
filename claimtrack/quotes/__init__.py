"""Quotations: whose words they are; from matches to attributions with spans in the text.

A quotation belongs to the cue whose claim reaches into it, from whole sentence to whole
sentence; one without a cue of its own goes on with the speaker before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimtrack.language.parse import Parse
from claimtrack.quotes.continuing import continued, items, turns
from claimtrack.quotes.drafts import first_draft, places_by
from claimtrack.quotes.owners import owners_of, widened
from claimtrack.quotes.recording import records
from claimtrack.quotes.scare import scare_quotes
from claimtrack.quotes.voices import is_of_no_source
from claimtrack.records import Attribution, Spans
from claimtrack.stance import Judged


def attribute(
    parse: Parse, judged: Sequence[Judged], confidence: Mapping[str, float]
) -> tuple[tuple[Attribution, ...], Spans]:
    """The attributions in the order of the text, and the scare quotes.

    ``confidence`` holds the measured precision by "rule/frame", "frame" or "" (all).
    """
    kept = [one for one in judged if not is_of_no_source(parse, one)]
    drafts = [first_draft(parse, one) for one in kept]
    owners = owners_of(parse, drafts)
    owned = places_by(owners)
    drafts = [
        widened(parse, draft, owned.get(number, ()), owners) for number, draft in enumerate(drafts)
    ]
    drafts += continued(parse, drafts, owners)
    drafts += turns(parse, drafts)
    drafts += items(parse, drafts)
    attributions = records(parse, drafts, confidence)
    return attributions, scare_quotes(parse, owners, attributions)
