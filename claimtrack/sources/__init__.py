"""Sources: who vouches. Mentions are found, linked where they are one, and described."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Source, SourceRef, Span
from claimtrack.rules.model import RuleSet
from claimtrack.sources.kinds import describe
from claimtrack.sources.lexicon import Lexicon, lexicon
from claimtrack.sources.linking import link
from claimtrack.sources.mentions import find_mentions
from claimtrack.sources.scene import Scene

__all__ = ["gather"]


def gather(
    parse: Parse, attributions: tuple[Attribution, ...], rules: RuleSet
) -> tuple[tuple[Attribution, ...], tuple[Source, ...]]:
    """The same attributions with their sources' ids, and the sources in order of first mention.

    An attribution without source words keeps the id None.
    """
    words = lexicon(rules)
    scene = link(parse, find_mentions(parse, attributions, words), attributions, words)
    owners = _owners(scene, attributions)
    sources = _sources(parse, scene, attributions, owners, words)
    ids = {number: source.id for number, source in sources.items()}
    referred = tuple(
        replace(a, source=SourceRef(ids[owners[a.id]], a.source.spans)) if a.id in owners else a
        for a in attributions
    )
    return referred, tuple(sources.values())


def _owners(scene: Scene, attributions: Sequence[Attribution]) -> dict[str, int]:
    """The entity that speaks at each attribution; *I* and *we* in a quotation are whoever is quoted."""
    by_id = {a.id: a for a in attributions}
    found = {a.id: _speaker(scene, a, by_id) for a in attributions if a.source.spans}
    for attribution in attributions:
        first = by_id.get(attribution.continues or "")
        if attribution.id in found and first is not None and first.id in found:
            found[attribution.id] = found[first.id]
    return found


def _speaker(scene: Scene, attribution: Attribution, by_id: Mapping[str, Attribution]) -> int:
    at = attribution
    for _ in by_id:
        outer = by_id.get(at.parent or "")
        if not _is_first_person(scene, at) or outer is None or not outer.source.spans:
            break
        at = outer
    return _quoted(scene, at) if _is_first_person(scene, at) else scene.speaker(at.source.spans)


def _is_first_person(scene: Scene, attribution: Attribution) -> bool:
    head = scene.heads[attribution.source.spans]
    return scene.lexicon.pronouns.get(scene.parse.tokens[head].lower) == "first"


def _quoted(scene: Scene, attribution: Attribution) -> int:
    """Who says *I*: whoever is quoted there, else nobody that the text names."""
    head = scene.heads[attribution.source.spans]
    outer = [s.head for s in scene.over.get(head, ()) if s.direct and s.head != head]
    return scene.of[outer[0]] if outer else scene.speaker(attribution.source.spans)


def _sources(
    parse: Parse,
    scene: Scene,
    attributions: Sequence[Attribution],
    owners: Mapping[str, int],
    words: Lexicon,
) -> dict[int, Source]:
    """Entities that speak, described and numbered in the order of their first mention."""
    spoken: dict[int, list[Span]] = {}
    for attribution in attributions:
        if attribution.id in owners:
            spoken.setdefault(owners[attribution.id], []).extend(attribution.source.spans)
    drafts = {
        number: describe(parse, scene.entities[number], scene.members(number), spans, words)
        for number, spans in spoken.items()
    }
    ordered = sorted(drafts.items(), key=lambda pair: pair[1].mentions)
    return {
        number: replace(source, id=f"s{rank}") for rank, (number, source) in enumerate(ordered, 1)
    }
