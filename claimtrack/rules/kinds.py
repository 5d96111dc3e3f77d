"""Word lists and the kinds of source that their words name."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.records import Kind

ROLES: tuple[Kind, ...] = (
    "official", "expert", "witness", "participant", "document", "evidence", "news", "group", "person",
)  # fmt: skip
"""Kinds that have a word list of their own name."""
BODIES: Mapping[str, Kind] = {
    "press_wing": "official",
    "government_bodies": "official",
    "international_bodies": "official",
    "learned_bodies": "expert",
    "company_words": "participant",
    "group_words": "group",
}
TITLES: Mapping[str, Kind] = {
    "office_titles": "official",
    "military_titles": "official",
    "academic_titles": "expert",
    "business_titles": "participant",
}
MEDIA = ("news_agencies", "newspapers", "broadcasters")
