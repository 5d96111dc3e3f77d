"""A transformer fine-tuned on the annotated names, to annotate names where the treebanks have none.

Much of what the model cannot know of names it learns from what this teacher finds in EWT's training
sentences. Needs PyTorch and the weights that `encoder` reads; used while building only.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import nn

from claimtrack.language.encoder import WIDTH
from training.entities import LABELS
from training.transformer import MiniLM
from training.treebank import Sentence, Word

TAGS = ["O", *(f"{place}-{label}" for label in LABELS for place in "BI")]
LAYERS = 6
EPOCHS = 2
_BATCH = 32
_RATE = 2e-4
_LONG = 90


class Teacher(nn.Module):
    """Scores of every tag for every word."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = MiniLM(LAYERS)
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, len(TAGS))

    def forward(self, sentences: Sequence[list[str]]) -> list[torch.Tensor]:
        """Scores (word, tag), one tensor a sentence."""
        return [self.tags(self.dropout(vectors)) for vectors in self.encoder(sentences)]


def selected(sentences: Sequence[Sentence], seed: int) -> list[Sentence]:
    """The sentences with names and a third of the others, none very long: what is worth the
    teacher's time.
    """
    rng = random.Random(seed)
    named = (
        s for s in sentences if any(tag != "O" for tag in s.entities or ()) or rng.random() < 0.35
    )
    return [sentence for sentence in named if len(sentence.words) < _LONG]


def train(sentences: Sequence[Sentence], seed: int, epochs: int = EPOCHS) -> Teacher:
    """A teacher of the names in the sentences, every one of which has entities."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    teacher = Teacher()
    optimizer = torch.optim.AdamW(
        [p for p in teacher.parameters() if p.requires_grad], lr=_RATE, weight_decay=0.01
    )
    steps = epochs * math.ceil(len(sentences) / _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / 100 + 0.01, max(0.0, 1 - step / steps))
    )
    teacher.train()
    for _ in range(epochs):
        for batch in _batches(sentences, rng):
            scores = teacher([[word.form for word in sentence.words] for sentence in batch])
            gold = [TAGS.index(tag) for sentence in batch for tag in sentence.entities or ()]
            loss = nn.functional.cross_entropy(torch.cat(scores), torch.tensor(gold))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return teacher.eval()


def _batches(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Sentences of similar length together, in random order."""
    ranked = sorted(sentences, key=lambda sentence: len(sentence.words) + rng.random() * 4)
    batches = [ranked[start : start + _BATCH] for start in range(0, len(ranked), _BATCH)]
    rng.shuffle(batches)
    return iter(batches)


@torch.no_grad()
def annotate(teacher: Teacher, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences with the names that the teacher finds, in order; a name holds a proper noun."""
    hopeful = [index for index, each in enumerate(sentences) if any(map(_proper, each.words))]
    hopeful.sort(key=lambda index: len(sentences[index].words))
    found: dict[int, tuple[str, ...]] = {}
    for start in range(0, len(hopeful), _BATCH):
        part = hopeful[start : start + _BATCH]
        scores = teacher([[word.form for word in sentences[index].words] for index in part])
        for index, row in zip(part, scores, strict=True):
            tags = [TAGS[tag] for tag in row.argmax(-1).tolist()]
            found[index] = _consistent(tags, sentences[index].words)
    for index, sentence in enumerate(sentences):
        yield replace(sentence, entities=found.get(index, ("O",) * len(sentence.words)))


def _proper(word: Word) -> bool:
    return word.upos == "PROPN"


def _consistent(tags: Sequence[str], words: Sequence[Word]) -> tuple[str, ...]:
    """One tag a word, where what continues no name begins one, and names without a proper noun go."""
    fixed: list[str] = []
    for tag, _ in zip(tags, words, strict=True):
        continues = tag[0] == "I" and fixed and fixed[-1][2:] == tag[2:]
        fixed.append("B" + tag[1:] if tag[0] == "I" and not continues else tag)
    for start in [index for index, tag in enumerate(fixed) if tag[0] == "B"]:
        end = start + 1
        while end < len(fixed) and fixed[end][0] == "I":
            end += 1
        if not any(map(_proper, words[start:end])):
            fixed[start:end] = ["O"] * (end - start)
    return tuple(fixed)
