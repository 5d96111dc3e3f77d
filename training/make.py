"""Make the embedded language model: `python -m training.make --data DIR [--out DIR] [--seed N]`.

Steps: names in EWT by the teacher, training documents, training, the lemmatizer's corrections, the
context layer packed, the card. Takes about an hour on two cores; what is done is kept in the work
folder, so that a stopped run goes on there.
"""

from __future__ import annotations

import argparse
import random
import shutil
from dataclasses import replace
from itertools import chain
from pathlib import Path

import spacy
import torch
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from thinc.api import Config

from claimtrack.language.encoder import minilm
from training import checkable, corpus, cues, lemmas, transformer

HERE = Path(__file__).parent
OUT = HERE.parent / "claimtrack" / "language" / "model"
PASSES = 4
"""Differently joined and restyled copies of the corpora that training goes through in turn."""
META = {
    "name": "claimtrack",
    "version": "2.2.0",
    "description": "English parser, tagger and names for claimtrack",
    "author": "claimtrack",
    "license": "CC BY-SA 4.0",
    "sources": [
        {
            "name": "Universal Dependencies English EWT",
            "license": "CC BY-SA 4.0",
            "author": "Universal Dependencies contributors",
        },
        {
            "name": "Universal Dependencies English GUM (genres without non-commercial texts)",
            "license": "CC BY 4.0 (annotations)",
            "author": "Amir Zeldes and others",
        },
        {
            "name": "FactAppeal (which sentences state something checkable, which words attribute)",
            "license": "CC BY 4.0",
            "author": "Guy Mor-Lan, Tamir Sheafer, Shaul R. Shenhav",
        },
        {"name": "wikigold", "license": "CC BY 4.0", "author": "Dominic Balasuriya and others"},
        {
            "name": "all-MiniLM-L6-v2 (context layer, teacher of names)",
            "license": "Apache 2.0",
            "author": "sentence-transformers",
        },
        {
            "name": "spacy-lookups-data (lemma tables)",
            "license": "MIT; WordNet 3.0",
            "author": "Explosion",
        },
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared"), help="folder of the corpora"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="where the pipeline goes")
    parser.add_argument(
        "--work", type=Path, default=Path("build/model"), help="folder for what is made on the way"
    )
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    plain = corpus.read(options.data)
    corpora = with_names(plain, options.work / "names.txt", options.seed)
    prepare(corpora, options.data, options.work, options.seed)
    if not (options.work / "training" / "model-last").exists():
        fit(options.work, options.seed)
    finish(spacy.load(options.work / "training" / "model-best"), corpora, options.data, options.out)


def with_names(corpora: corpus.Corpora, path: Path, seed: int) -> corpus.Corpora:
    """EWT with the names that a teacher trained on the other corpora finds, one line of tags a
    sentence in the file.
    """
    if not path.exists():
        from training import teacher

        made = teacher.train(teacher.selected([*corpora.gum, *corpora.wikigold], seed), seed)
        lines = (
            " ".join(sentence.entities or ()) for sentence in teacher.annotate(made, corpora.ewt)
        )
        path.write_text("\n".join(lines), encoding="utf-8")
    tags = path.read_text(encoding="utf-8").split("\n")
    named = [
        replace(sentence, entities=tuple(line.split(" ")))
        for sentence, line in zip(corpora.ewt, tags, strict=True)
    ]
    return replace(corpora, ewt=named)


def prepare(corpora: corpus.Corpora, data: Path, work: Path, seed: int) -> None:
    """Training and development documents, where they are not there yet."""
    if not (work / "train.spacy").exists():
        rng = random.Random(seed)
        corpus.write(corpus.development_documents(data), work / "dev.spacy")
        passes = (corpus.one_pass(corpora, rng) for _ in range(PASSES))
        corpus.write(chain.from_iterable(passes), work / "train.spacy")


def fit(work: Path, seed: int) -> None:
    """Train, the best checkpoint being kept in the work folder."""
    torch.manual_seed(seed)
    paths = {"paths.train": "train.spacy", "paths.dev": "dev.spacy"}
    overrides = {key: str(work / name) for key, name in paths.items()} | {"system.seed": seed}
    spacy_train(HERE / "config.cfg", work / "training", overrides=overrides)


def finish(nlp: Language, corpora: corpus.Corpora, data: Path, out: Path) -> None:
    """Correct the lemmas, teach what is checkable, pack the context layer, teach what is likely to be a
    cue, add the card, and put the pipeline in its place in one move.
    """
    lemmas.correct(nlp, corpora.every())
    checkable.teach(nlp, data)
    performance = nlp.meta.get("performance", {})
    nlp.meta.update(
        META,
        performance={key: value for key, value in performance.items() if isinstance(value, float)},
    )
    aside = out.with_name(out.name + ".new")
    shutil.rmtree(aside, ignore_errors=True)
    nlp.to_disk(aside)
    pack(nlp, aside)
    cues.teach(aside, data)
    shutil.copy(HERE / "MODEL_CARD.md", aside / "README.md")
    shutil.rmtree(out, ignore_errors=True)
    aside.replace(out)


def pack(nlp: Language, folder: Path) -> None:
    """Put the layer that predicts without PyTorch in the place of the one that was trained."""
    layer = minilm()
    layer.shims[0].from_bytes(transformer.packed(nlp.get_pipe("tok2vec").model.shims[0].module))
    layer.to_disk(folder / "tok2vec" / "model")
    config = Config().from_disk(folder / "config.cfg", interpolate=False)
    config["components"]["tok2vec"]["model"] = {"@architectures": "claimtrack.MiniLM.v1"}
    config.to_disk(folder / "config.cfg", interpolate=False)


if __name__ == "__main__":
    main()
