"""claimtrack as a spaCy component: ``nlp.add_pipe("claimtrack")`` sets ``doc._.claimtrack``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimtrack import pipeline
from claimtrack.language.grammar import dialect_of
from claimtrack.language.likeness import likeness_of
from claimtrack.language.load import assemble, name_of, whole_doc
from claimtrack.paths import shipped_rules
from claimtrack.read import article_of
from claimtrack.records import Tool
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import confidences
from claimtrack.version import VERSION


@Language.factory(
    "claimtrack",
    default_config={"rules": None},
    requires=["token.dep", "token.head", "token.tag", "token.lemma"],
)
def make(
    nlp: Language,
    name: str,  # noqa: ARG001  # spaCy passes it
    rules: str | None,
) -> Callable[[Doc], Doc]:
    """A component that reads the Doc's own parse; ``doc._.claimtrack`` is its Report.

    Put it behind the parser, the lemmatizer and the named entities. ``rules``: a folder of rule files
    laid over the shipped ones.
    """
    if not Doc.has_extension("claimtrack"):
        Doc.set_extension("claimtrack", default=None)
    in_force = load_rules(shipped_rules(), *([Path(rules)] if rules else []))
    measured = confidences(shipped_rules())
    tool = Tool(VERSION, name_of(nlp), in_force.hash)
    likeness = likeness_of(nlp)

    def track(doc: Doc) -> Doc:
        labels = nlp.get_pipe("parser").labels  # type: ignore[attr-defined]
        article = article_of(doc.text, id="doc")
        parse = assemble(article, whole_doc(article, doc), dialect_of(labels), likeness)
        doc._.claimtrack = pipeline.run(parse, in_force, tool, measured)
        return doc

    return track
