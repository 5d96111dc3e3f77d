"""ClaimReview drafts: which claims, contested ones first, the rating left open."""

from __future__ import annotations

import io
import json
from dataclasses import replace

from claimtrack.records import Failure
from claimtrack.render.claimreview import drafts, write_claimreview
from tests.render.example import example


def test_drafts() -> None:
    assert [
        (each["claimReviewed"], each["itemReviewed"].get("author")) for each in drafts(example())
    ] == [
        ("the board had lied to them", {"@type": "Person", "name": "Two dockers"}),
        (
            "its chairwoman Mira Haddad admitted that the toll had doubled",
            {"@type": "Organization", "name": "the harbour board"},
        ),
        (
            "the toll had doubled",
            {"@type": "Person", "name": "Mira Haddad", "jobTitle": "chairwoman"},
        ),
    ]


def test_a_draft_in_full() -> None:
    article = replace(example().article, date="2026-03-01", url="https://example.org/toll")
    assert drafts(replace(example(), article=article))[0] == {
        "@type": "ClaimReview",
        "claimReviewed": "the board had lied to them",
        "itemReviewed": {
            "@type": "Claim",
            "identifier": "toll#a4",
            "datePublished": "2026-03-01",
            "appearance": {
                "@type": "NewsArticle",
                "url": "https://example.org/toll",
                "headline": "Harbour toll doubles overnight",
            },
            "author": {"@type": "Person", "name": "Two dockers"},
        },
        "reviewRating": {"@type": "Rating", "ratingValue": None, "alternateName": None},
        "author": None,
        "datePublished": None,
        "url": None,
        "abstract": "denied by Mira Haddad in sentence 4",
    }


def test_one_document_for_all_articles() -> None:
    out = io.StringIO()
    write_claimreview([example(), Failure("night", "", "CT103", "no text"), example()], out)
    value = json.loads(out.getvalue())
    assert (value["@context"], len(value["@graph"])) == ("https://schema.org", 6)
    empty = io.StringIO()
    write_claimreview([], empty)
    assert json.loads(empty.getvalue())["@graph"] == []
