"""ClaimReview drafts (schema.org, JSON-LD): what a fact-checker would review, the rating left open.

A draft for every claim that somebody stands behind as a fact, contested ones first. What is null
is for a person to fill in: the verdict, the reviewer, the date and address of the review.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from claimtrack.records import Attribution, Failure, Report, Source
from claimtrack.render.sections import GAP, sections_of

CHECKABLE = frozenset({"asserts", "confirms", "acknowledges", "alleges"})
"""Stances that put a claim forward as true."""
_PEOPLE = frozenset({"person", "witness", "expert"})


def write_claimreview(items: Iterable[Report | Failure], out: TextIO) -> None:
    """One JSON-LD document with the drafts of all articles."""
    out.write('{\n  "@context": "https://schema.org",\n  "@graph": [')
    gap = "\n"
    for item in items:
        if isinstance(item, Report):
            for draft in drafts(item):
                out.write(gap + json.dumps(draft, indent=2, ensure_ascii=True))
                gap = ",\n"
    out.write("\n  ]\n}\n")


def drafts(report: Report) -> list[dict[str, Any]]:
    """The drafts of an article."""
    sources = {source.id: source for source in report.sources}
    contested = {row.number: row.contested for row in sections_of(report).rows}
    found = sorted(_checkable(report), key=lambda each: not each.contested)
    return [
        _draft(report, each, sources.get(each.source.id or ""), contested[each.sentence + 1])
        for each in found
    ]


def _checkable(report: Report) -> Iterator[Attribution]:
    for attribution in report.attributions:
        said = attribution.stance in CHECKABLE and not attribution.hypothetical
        if said and attribution.claim and attribution.source.id is not None:
            yield attribution


def _draft(
    report: Report, attribution: Attribution, source: Source | None, contests: tuple[str, ...]
) -> dict[str, Any]:
    text = report.article.text
    words = GAP.join(text[start:end] for start, end in attribution.claim)
    draft: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": " ".join(words.split()),
        "itemReviewed": _claim(report, attribution, source),
        "reviewRating": {"@type": "Rating", "ratingValue": None, "alternateName": None},
        "author": None,
        "datePublished": None,
        "url": None,
    }
    if attribution.contested and contests:
        draft["abstract"] = "; ".join(contests)
    return draft


def _claim(report: Report, attribution: Attribution, source: Source | None) -> dict[str, Any]:
    article, sections = report.article, sections_of(report)
    headline = sections.heading if sections.heading != article.id else None
    appearance = {"@type": "NewsArticle", "url": article.url, "headline": headline}
    claim: dict[str, Any] = {
        "@type": "Claim",
        "identifier": f"{article.id}#{attribution.id}",
        "datePublished": article.date,
        "appearance": {key: value for key, value in appearance.items() if value is not None},
    }
    if source is not None:
        claim["author"] = _author(source)
    return {key: value for key, value in claim.items() if value is not None}


def _author(source: Source) -> dict[str, Any]:
    person = source.kind in _PEOPLE or source.role is not None
    author = {"@type": "Person" if person else "Organization", "name": source.name}
    return author | ({"jobTitle": source.role} if source.role else {})
