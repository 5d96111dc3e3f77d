"""Linking: which mentions are one. A single pass from left to right; each mention is tried on
what came before by one test after another, the most precise first, and joins what the first
test that answers names. Where two fit equally well, it joins neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimtrack.language.parse import Parse
from claimtrack.records import Attribution
from claimtrack.sources.by_description import by_kind_of_body, by_naming, by_role
from claimtrack.sources.by_kind import by_authorship, by_kind_of_paper, by_kind_of_text
from claimtrack.sources.by_name import by_acronym, by_label, by_name, by_part_of_name
from claimtrack.sources.by_pronoun import by_antecedent, by_first_person, by_pronoun
from claimtrack.sources.lexicon import Lexicon
from claimtrack.sources.mention import Mention
from claimtrack.sources.mentions import Found
from claimtrack.sources.names import Name, body_head
from claimtrack.sources.scene import UNCLEAR, Entity, Scene, Speech, Test

_TESTS: tuple[Test, ...] = (
    by_label, by_antecedent, by_name, by_acronym, by_part_of_name, by_naming, by_role, by_kind_of_body,
    by_kind_of_text, by_authorship, by_kind_of_paper, by_first_person, by_pronoun,
)  # fmt: skip


def link(
    parse: Parse, found: Found, attributions: Sequence[Attribution], lexicon: Lexicon
) -> Scene:
    """All mentions with their entities; bodies' press offices joined at the end."""
    speech = [_speech(parse, found, a) for a in attributions if a.source.spans]
    scene = Scene(parse, lexicon, speech, found.heads)
    for mention in _as_told(parse, found.mentions, speech):
        answers = (test(mention, scene) for test in _TESTS)
        joined = next((answer for answer in answers if answer is not None), None)
        scene.add(mention, None if joined == UNCLEAR else joined)
    _join_press_offices(scene)
    return scene


def _as_told(parse: Parse, mentions: Sequence[Mention], speech: Sequence[Speech]) -> list[Mention]:
    """Mentions in the order of the text, but for who is quoted in front (*“She wrote it,” he said*): he
    comes before whom he speaks of, so that *she* is somebody else."""
    tokens = parse.tokens
    begins: dict[int, int] = {}
    for spoken in speech:
        near = [i for i in spoken.claim if tokens[i].sentence == tokens[spoken.head].sentence]
        if spoken.direct and near:
            begins[spoken.head] = min(*near, begins.get(spoken.head, spoken.head))
    return sorted(mentions, key=lambda m: (begins.get(m.head, m.head), m.head not in begins))


def _speech(parse: Parse, found: Found, attribution: Attribution) -> Speech:
    claim = frozenset(parse.tokens_of(attribution.claim))
    return Speech(found.heads[attribution.source.spans], claim, attribution.style == "direct")


# --- press offices -----------------------------------------------------------------------------


def _join_press_offices(scene: Scene) -> None:
    """*The army's media wing* is the one press office that the text names, where it has no rival."""
    offices = [e for e in scene.entities if e.speaks and is_press_office(e, scene.lexicon)]
    named = [e for e in offices if e.names]
    unnamed = [e for e in offices if not e.names]
    if len(named) == 1 and unnamed:
        for office in unnamed:
            if _may_share(office, named[0], scene):
                _merge(scene, office, named[0])


def is_press_office(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether its words head a body that speaks for another: media wing, Public Relations."""
    if "body" not in entity.types or entity.plural:
        return False
    phrases = [" ".join([m, r.head]) for r in entity.roles for m in r.modifiers]
    phrases += [" ".join(n.words[i:]) for n in entity.names for i in range(len(n.words))]
    phrases += [
        f"{w}{s} office"
        for n in entity.names
        for w in n.words
        for s in ("", "s")
        if _heads_office(n)
    ]
    return any(p in lexicon.press for p in phrases)


def _heads_office(name: Name) -> bool:
    """*Directorate of Military Communication* is a communications office."""
    return "body" in name.types and body_head(name) in (
        "directorate",
        "department",
        "bureau",
        "office",
        "unit",
    )


def _may_share(office: Entity, named: Entity, scene: Scene) -> bool:
    """Whether nothing in the text says that the two speak for different bodies."""
    ours = {scene.of.get(r.possessor) for r in office.roles if r.possessor is not None}
    theirs = {scene.of.get(r.possessor) for r in named.roles if r.possessor is not None}
    return not ours or not theirs or bool(ours & theirs) or None in ours | theirs


def _merge(scene: Scene, one: Entity, other: Entity) -> None:
    """Moves all mentions of one entity to another; the first is left empty."""
    for mention in one.mentions:
        scene.add(mention, other.number)
    scene.entities[one.number] = replace(one, mentions=())
