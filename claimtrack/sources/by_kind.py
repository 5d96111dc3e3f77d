"""By kind: *the document* for a report, *the authors* for researchers, *the newspaper* for *the paper*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from claimtrack.sources.by_description import is_told_apart, is_writers_own
from claimtrack.sources.mention import Mention
from claimtrack.sources.scene import Entity, Scene, only

_STUDIES = frozenset("study paper research article".split())
_INQUIRIES = frozenset("review inquiry audit assessment investigation evaluation survey".split())
_PAPERS_OF_OFFICES = frozenset("letter memo memorandum filing email draft dossier".split())
_SAME_TEXT: Mapping[str, frozenset[str]] = {
    "document": _STUDIES | _INQUIRIES | _PAPERS_OF_OFFICES | {"report"},
    "report": _STUDIES | _INQUIRIES | {"document"},
    "paper": _STUDIES,
    "study": _STUDIES | {"report"},
    "research": _STUDIES,
}
"""For each noun the nouns by which the same text may have been called before."""
_WRITERS = frozenset("researcher scientist author academic".split())
_PLAIN_PAPERS = frozenset({"newspaper", "paper"})
_PAPERS = frozenset("newspaper paper daily weekly tabloid magazine".split())
_LEAD = 3
"""Within how many sentences researchers stand whom *the authors* may mean."""


def by_kind_of_text(mention: Mention, scene: Scene) -> int | None:
    """*The 90-page document* for the only report or review that has said something."""
    if not _is_plainly_known(mention, scene) or mention.plural:
        return None
    heads = _SAME_TEXT.get(mention.roles[0].head, frozenset())
    texts = _headed(heads, scene)
    return only([e for e in texts if e.speaks and "text" in e.types and not e.plural])


def by_authorship(mention: Mention, scene: Scene) -> int | None:
    """*The authors* for the only researchers, where these open the article."""
    if not _is_plainly_known(mention, scene) or not mention.plural:
        return None
    if mention.roles[0].head not in _WRITERS:
        return None
    known = (e for e in _headed(_WRITERS, scene) if e.mentions[0].article != "indefinite")
    groups = [e for e in known if e.plural and e.speaks]
    first = [e for e in groups if scene.parse.tokens[e.mentions[0].head].sentence < _LEAD]
    return only(groups) if first else None


def by_kind_of_paper(mention: Mention, scene: Scene) -> int | None:
    """*The newspaper* for the only one called *the paper*; *this newspaper* is the writer's own."""
    if not _is_plainly_known(mention, scene) or mention.roles[0].head not in _PLAIN_PAPERS:
        return None
    papers = (e for e in _headed(_PAPERS, scene) if e.speaks)
    return only([e for e in papers if not is_writers_own(e.mentions[0], scene) and not e.plural])


def _headed(nouns: Iterable[str], scene: Scene) -> list[Entity]:
    """Entities with any of the nouns at the head of a role, each once."""
    found = {e.number: e for noun in nouns for e in scene.headed(noun)}
    return [found[number] for number in sorted(found)]


def _is_plainly_known(mention: Mention, scene: Scene) -> bool:
    """Whether it is *the* and a noun, with no word but a length to tell it from others."""
    if mention.form != "description" or mention.article != "definite" or not mention.roles:
        return False
    role = mention.roles[0]
    length = all(word.isdigit() or word == "page" for word in role.modifiers)
    the = scene.parse.tokens[min(mention.tokens)].lower == "the"
    return the and length and role.possessor is None and not is_told_apart(mention, scene)
