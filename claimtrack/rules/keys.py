"""The keys of rule files: of each part of a file a closed set, with what may stand behind each key.

The loader reads no other key, and an editor is told of them by the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.language.inflection import PERSONS, TENSES
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.speakers import ANY_KIND, KINDS

CLASSES = ("verb", "noun", "adjective", "adverb", "phrase", "possessed", "silence", "label")
"""Classes of words that rules may use; lists may have others (titles, organisations)."""
CLAIMS = ("infinitive", "clause", "thing", "somebody")
SECTIONS = ("headline", "body")

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
_FLAG: Schema = {"type": "boolean"}
_STANCE: Schema = {"enum": list(POSITIONS)}
_FINER: Schema = {
    "anyOf": [
        _STANCE,
        {
            "type": "object",
            "additionalProperties": _STANCE,
            "propertyNames": {"not": _STANCE},
            "minProperties": 1,
            "maxProperties": 1,
        },
    ]
}
"""A stance, or a word of one's own with the stance that it refines."""

_BY_NAME: Schema = {"type": "object", "additionalProperties": {"$ref": "#/definitions/list"}}


def _listed(item: Schema) -> Schema:
    """One of these, or a list of at least one."""
    return {"anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


def array(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/definitions/{name}"}, "minItems": 1}


def _told(kind: Schema, description: str) -> Schema:
    return {**kind, "description": description}


RULE_KEYS: Mapping[str, Schema] = {
    "id": _told(TEXT, "Its name: denial.deny. It replaces a rule of an earlier folder with the same id."),
    "frame": _told(_listed({"enum": list(FRAMES)}), "The construction, or several, in which the words attribute."),
    "words": _told({"$ref": "#/definitions/choice"}, "One class of words, and the words or the lists that hold them."),
    "stance": _told(_FINER, "What the source does with the claim; without it, what the words' list says."),
    "negated": _told(_FINER, "What the source does where the cue is negated: did not deny."),
    "joins": _told(_listed(TEXT), "Prepositions whose phrase belongs to the claim: accused the bank of fraud."),
    "grounds": _told(_FLAG, "Whether it attributes only with a phrase of joins: sued over hidden fees."),
    "claim_begins": _told(_listed(TEXT), "The claim must begin with one of these words: whether, if."),
    "claim_is": _told({"enum": list(CLAIMS)}, "The claim must be one: told to leave, that he left, a thing, somebody."),
    "claim_head": _told(_listed(TEXT), "One of these must be the claim's own noun: offered a lower rent."),
    "claim_head_not": _told(_listed(TEXT), "None of these may be the claim's own noun: conceded a goal."),
    "claim_contains": _told(_listed(TEXT), "The claim must hold one of these words or phrases."),
    "claim_lacks": _told(_listed(TEXT), "The claim must hold none of these words or phrases."),
    "source_contains": _told(_listed(TEXT), "The source must hold one of these words or phrases."),
    "source_lacks": _told(_listed(TEXT), "The source must hold none of these words or phrases."),
    "source_kind": _told(_listed({"enum": [*KINDS, ANY_KIND]}), "The source must be of one of these kinds."),
    "source_named": _told(_FLAG, "Whether the article must name the source, here or elsewhere."),
    "person": _told(_listed({"enum": list(PERSONS)}), "The source must be in this person: we is first, she third."),
    "tense": _told(_listed({"enum": list(TENSES)}), "The cue must be in this tense: has said is past."),
    "own_voice": _told(_FLAG, "Whether I, we or you must say it now: I suggest, you may find."),
    "not_before": _told(_listed(TEXT), "None of these words or phrases may follow the cue."),
    "not_behind": _told(_listed(TEXT), "The cue may follow none of these words or phrases."),
    "in_quotes": _told(_FLAG, "Whether the cue must stand within a quotation."),
    "likely": _told(_FLAG, "Whether the model must find it likely that the words attribute here."),
    "section": _told({"enum": list(SECTIONS)}, "Where the cue must stand."),
    "examples": _told(array("example"), "Sentences in which the rule finds these parts."),
    "counterexamples": _told(array("example"), "Sentences in which it finds nothing, or not these parts."),
}  # fmt: skip

EXAMPLE_KEYS: Mapping[str, Schema] = {
    "text": _told(TEXT, "The sentence."),
    "source": _told({"type": "string"}, "Who vouches, as the text has it; empty where nobody is named."),
    "cue": _told({"type": "string"}, "The words that attribute; pieces joined by \" … \"."),
    "claim": _told({"type": "string"}, "What is attributed; pieces joined by \" … \"."),
    "stance": _told(_STANCE, "The stance that is found."),
    "why": _told(TEXT, "Why it is (no) example, for the reader."),
    "todo": _told(_FLAG, "A known gap: not yet so. It fails the day it is."),
}  # fmt: skip

FEATURE_KEYS: Mapping[str, Schema] = {
    "for": _told(TEXT, "Whom or what the word stands for."),
    "number": _told(TEXT, "Singular or plural."),
    "person": _told(TEXT, "First, second or third."),
    "gender": _told(TEXT, "Its gender."),
    "negates": _told(TEXT, "What it negates."),
    "kind": _told(TEXT, "The kind of source that it names."),
}  # fmt: skip
"""What a list says of a word beside its stance."""

WORD_KEYS: Mapping[str, Schema] = {
    "word": _told(TEXT, "The lemma; of several words, the first is the head's lemma: point the finger at."),
    "stance": _told(_STANCE, "What this word does, whatever its list does."),
    "negated": _told(_STANCE, "What it does where it is negated."),
    "negation": _told(_FLAG, "It attributes only where it is negated: did not respond."),
    "passive": _told(_FLAG, "It attributes only in the passive: could not be reached."),
    "tokens": _told(TEXT, "A textacy token pattern for the cue's words: LEMMA:take POS:DET:? LEMMA:issue."),
    **FEATURE_KEYS,
}  # fmt: skip

CHANGE_KEYS: Mapping[str, Schema] = {
    "add": _told(array("word"), "Words added to the list of this name in an earlier folder."),
    "remove": _told(_listed(TEXT), "Words taken out of the list of this name in an earlier folder."),
}  # fmt: skip

LIST_KEYS: Mapping[str, Schema] = {
    "class": _told(TEXT, "The class of its words: " + ", ".join(CLASSES) + ", or another that no rule uses."),
    "stance": _told(_STANCE, "What its words do unless they say otherwise."),
    "negated": _told(_STANCE, "What they do where they are negated."),
    "words": _told(array("word"), "The words."),
    "kind": _told(TEXT, "The kind of source that its words name."),
    "extends": _told(TEXT, "Another list, whose words it has too."),
    **CHANGE_KEYS,
}  # fmt: skip

CHOICE_KEYS: Mapping[str, Schema] = {
    "lists": _told(_listed(TEXT), "The lists whose words the rule has."),
    "add": _told(array("word"), "Words that it has beside."),
    "remove": _told(_listed(TEXT), "Words of the lists that it does not have."),
}

FILE_KEYS: Mapping[str, Schema] = {
    "rules": _told(array("rule"), "Rules, the earlier of equals the stronger."),
    "lists": _told(_BY_NAME, "Word lists by their names."),
    "off": _told(_listed(TEXT), "Rules of earlier folders to switch off, by id or pattern: denial.*"),
    "stances": _told(
        {"type": "object", "additionalProperties": _FINER, "minProperties": 1},
        "Other stances for rules of earlier folders, by id or pattern.",
    ),
}  # fmt: skip
