"""The frames: constructions in which words attribute.

A frame looks at a cue that stands in the text and finds who speaks, what is claimed and who is
spoken to, or says what is missing. Frames ask the grammar and know no dependency label.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.rules.frames.labels import label
from claimtrack.rules.frames.model import Frame
from claimtrack.rules.frames.modifiers import adjective, adverb, speaker_adjective_clause
from claimtrack.rules.frames.naming import naming
from claimtrack.rules.frames.nouns import noun_clause
from claimtrack.rules.frames.passive import passive
from claimtrack.rules.frames.phrases import phrase
from claimtrack.rules.frames.quotations import quotation
from claimtrack.rules.frames.silence import silence
from claimtrack.rules.frames.verb_clause import speaker_verb_clause
from claimtrack.rules.frames.verb_infinitive import speaker_verb_infinitive
from claimtrack.rules.frames.verb_object import speaker_verb_object
from claimtrack.rules.frames.verb_preposition import speaker_verb_preposition

_FRAMES = (
    Frame("silence", ("silence",), 0, silence),
    Frame("label", ("label",), 1, label),
    Frame("naming", ("verb",), 2, naming),
    Frame("speaker-verb-preposition", ("verb",), 3, speaker_verb_preposition),
    Frame("speaker-verb-infinitive", ("verb", "adjective"), 4, speaker_verb_infinitive),
    Frame("passive", ("verb",), 5, passive),
    Frame("speaker-verb-clause", ("verb",), 6, speaker_verb_clause),
    Frame("speaker-adjective-clause", ("adjective",), 7, speaker_adjective_clause),
    Frame("speaker-verb-object", ("verb",), 8, speaker_verb_object),
    Frame("quotation", ("verb", "label"), 9, quotation),
    Frame("phrase", ("phrase", "possessed", "noun"), 7, phrase),
    Frame("noun-clause", ("noun",), 11, noun_clause),
    Frame("adjective", ("adjective",), 12, adjective),
    Frame("adverb", ("adverb",), 13, adverb),
)
FRAMES: Mapping[str, Frame] = {frame.name: frame for frame in _FRAMES}
