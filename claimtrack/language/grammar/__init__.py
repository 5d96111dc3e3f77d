"""Grammar: the only place that knows dependency labels.

One question, one file; all questions are asked of the roles of Universal Dependencies, never of a
dialect. Who: ``subjects``, ``sharing``, ``candidates``, ``voice``, ``noun_phrases``, ``relatives``.
What: ``objects``, ``clauses``, ``prepositions``, ``word_order``, ``extent``, ``times``. How:
``auxiliaries``, ``negation``, ``verb_groups``. What parsers get wrong is told in ``repair``.
"""

from claimtrack.language.grammar.auxiliaries import (
    adverbs,
    auxiliaries,
    conditions_over,
    copula,
    is_participle,
    is_unrealised,
    is_verb_like,
    modals,
    particle,
)
from claimtrack.language.grammar.bounds import (
    opens_sentence,
    sentence_end,
    sentence_of,
    sentence_start,
)
from claimtrack.language.grammar.candidates import described_before, right_behind, subjects_before
from claimtrack.language.grammar.clauses import (
    asides,
    clauses,
    goes_on_even,
    has_infinitive,
    is_aside,
    is_subordinate,
    noun_clauses,
    open_clauses,
    predicate_clause_of,
    purposes,
    subordinate_clauses,
)
from claimtrack.language.grammar.dialects import ClearNlp, Dialect, Universal, dialect_of
from claimtrack.language.grammar.extent import concessions, loose_end, results, told_of
from claimtrack.language.grammar.labels import asks, is_asked, is_label
from claimtrack.language.grammar.markers import (
    introduced_by,
    is_infinitive,
    joining_words,
    linking_word,
    markers,
    preposition,
    subordinators,
)
from claimtrack.language.grammar.negation import negations, negations_of_cue, negations_shared
from claimtrack.language.grammar.noun_phrases import (
    appositions,
    compounds,
    noun_phrase,
    possessor,
    speaker,
)
from claimtrack.language.grammar.objects import (
    SPOKEN_TO,
    indirect_objects,
    objects,
    predicates,
    second_names,
    verb_of_object,
)
from claimtrack.language.grammar.plain import plain_role, word_class
from claimtrack.language.grammar.prepositions import governed, prepositional
from claimtrack.language.grammar.relatives import (
    antecedent,
    is_lone_pronoun,
    stands_in_what_clause,
)
from claimtrack.language.grammar.repair import (
    gerunds_joined,
    is_reduced_relative,
    is_set_off_behind_its_noun,
)
from claimtrack.language.grammar.roles import FINITE_TAGS
from claimtrack.language.grammar.sharing import goes_on, subject, telling_verb
from claimtrack.language.grammar.subjects import hangs_from_gerund, is_free_participle, own_subject
from claimtrack.language.grammar.times import tells_when_or_where
from claimtrack.language.grammar.tree import clause_head, conjuncts, governor, head_of, root
from claimtrack.language.grammar.verb_groups import verb_group
from claimtrack.language.grammar.voice import agent, is_passive
from claimtrack.language.grammar.word_order import (
    final_phrase,
    has_clause_behind,
    opens_behind,
    rest_of_sentence,
    that_clause_behind,
)
from claimtrack.language.grammar.words import (
    first_word,
    holds_verb,
    is_adjective,
    is_attributive,
    is_auxiliary,
    is_expletive,
    is_name,
    is_noun,
    is_preposition,
    is_verb,
    may_stand_for_somebody,
    modifies,
    words_of,
)

__all__ = [
    "FINITE_TAGS",
    "SPOKEN_TO",
    "ClearNlp",
    "Dialect",
    "Universal",
    "adverbs",
    "agent",
    "antecedent",
    "appositions",
    "asides",
    "asks",
    "auxiliaries",
    "clause_head",
    "clauses",
    "compounds",
    "concessions",
    "conditions_over",
    "conjuncts",
    "copula",
    "described_before",
    "dialect_of",
    "final_phrase",
    "first_word",
    "gerunds_joined",
    "goes_on",
    "goes_on_even",
    "governed",
    "governor",
    "hangs_from_gerund",
    "has_clause_behind",
    "has_infinitive",
    "head_of",
    "holds_verb",
    "indirect_objects",
    "introduced_by",
    "is_adjective",
    "is_aside",
    "is_asked",
    "is_attributive",
    "is_auxiliary",
    "is_expletive",
    "is_free_participle",
    "is_infinitive",
    "is_label",
    "is_lone_pronoun",
    "is_name",
    "is_noun",
    "is_participle",
    "is_passive",
    "is_preposition",
    "is_reduced_relative",
    "is_set_off_behind_its_noun",
    "is_subordinate",
    "is_unrealised",
    "is_verb",
    "is_verb_like",
    "joining_words",
    "linking_word",
    "loose_end",
    "markers",
    "may_stand_for_somebody",
    "modals",
    "modifies",
    "negations",
    "negations_of_cue",
    "negations_shared",
    "noun_clauses",
    "noun_phrase",
    "objects",
    "open_clauses",
    "opens_behind",
    "opens_sentence",
    "own_subject",
    "particle",
    "plain_role",
    "possessor",
    "predicate_clause_of",
    "predicates",
    "preposition",
    "prepositional",
    "purposes",
    "rest_of_sentence",
    "results",
    "right_behind",
    "root",
    "second_names",
    "sentence_end",
    "sentence_of",
    "sentence_start",
    "speaker",
    "stands_in_what_clause",
    "subject",
    "subjects_before",
    "subordinate_clauses",
    "subordinators",
    "telling_verb",
    "tells_when_or_where",
    "that_clause_behind",
    "told_of",
    "verb_group",
    "verb_of_object",
    "word_class",
    "words_of",
]
