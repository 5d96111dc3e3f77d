"""A transformer fine-tuned on the annotated names, to annotate names where the treebanks have none.

Much of what the small model cannot know of names it learns from what this teacher finds in EWT's
training sentences. Needs PyTorch and the weights that `encoder` reads; used while building only.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import nn

from training.encoder import HEADS, LONGEST, Encoder, weights_folder
from training.entities import LABELS
from training.treebank import Sentence, Word

TAGS = ["O", *(f"{place}-{label}" for label in LABELS for place in "BI")]
LAYERS = 6
_WIDTH = 384
EPOCHS = 2
_BATCH = 32
_RATE = 2e-4
_CASES = 5
_LONG = 90


class Teacher(nn.Module):
    """Scores of every tag for every word. MiniLM is uncased, so that the case of words is an input
    of its own.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        tensors = {name: torch.tensor(array.copy()) for name, array in encoder.weights.items()}
        self.pieces = nn.Embedding.from_pretrained(
            tensors["embeddings.word_embeddings.weight"], freeze=True
        )
        positions = (
            tensors["embeddings.position_embeddings.weight"]
            + tensors["embeddings.token_type_embeddings.weight"][0]
        )
        self.positions = nn.Parameter(positions)
        self.cases = nn.Embedding(_CASES, _WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.normal = nn.LayerNorm(_WIDTH, eps=1e-12)
        _load(self.normal, tensors, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(
            _layer(tensors, f"encoder.layer.{number}") for number in range(LAYERS)
        )
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(_WIDTH, len(TAGS))

    def forward(self, sentences: Sequence[Sequence[str]]) -> torch.Tensor:
        """Scores (sentence, word, tag), padded."""
        pieces, cases, firsts = self._input(sentences)
        x = self.pieces(pieces) + self.positions[: pieces.shape[1]] + self.cases(cases)
        x = self.dropout(self.normal(x))
        for layer in self.layers:
            x = layer(x, src_key_padding_mask=pieces == 0)
        words = x.gather(1, firsts.unsqueeze(-1).expand(-1, -1, _WIDTH))
        return self.tags(self.dropout(words))

    def _input(
        self, sentences: Sequence[Sequence[str]]
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        rows = [self._row(sentence) for sentence in sentences]
        return tuple(
            nn.utils.rnn.pad_sequence([torch.tensor(row[part]) for row in rows], batch_first=True)
            for part in range(3)
        )

    def _row(self, sentence: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Pieces, their case, and where each word's first piece is."""
        pieces, cases, firsts = self.encoder.pieces("[CLS]"), [0], []
        for word in sentence:
            firsts.append(len(pieces))
            parts = self.encoder.pieces(word)[:LONGEST]
            pieces.extend(parts)
            cases.extend([_case(word)] * len(parts))
        return [*pieces, *self.encoder.pieces("[SEP]")], [*cases, 0], firsts


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 2
    return 3 if word[:1].isupper() else 4


def _layer(tensors: dict[str, torch.Tensor], name: str) -> nn.TransformerEncoderLayer:
    layer = nn.TransformerEncoderLayer(
        _WIDTH,
        HEADS,
        4 * _WIDTH,
        dropout=0.1,
        activation="gelu",
        layer_norm_eps=1e-12,
        batch_first=True,
    )
    for kind in ("weight", "bias"):
        parts = [
            tensors[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")
        ]
        getattr(layer.self_attn, f"in_proj_{kind}").data.copy_(torch.cat(parts))
    _load(layer.self_attn.out_proj, tensors, f"{name}.attention.output.dense")
    _load(layer.norm1, tensors, f"{name}.attention.output.LayerNorm")
    _load(layer.linear1, tensors, f"{name}.intermediate.dense")
    _load(layer.linear2, tensors, f"{name}.output.dense")
    _load(layer.norm2, tensors, f"{name}.output.LayerNorm")
    return layer


def _load(module: nn.Module, tensors: dict[str, torch.Tensor], name: str) -> None:
    module.weight.data.copy_(tensors[f"{name}.weight"])
    module.bias.data.copy_(tensors[f"{name}.bias"])


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
    teacher = Teacher(Encoder(weights_folder()))
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
            gold = [
                torch.tensor([TAGS.index(tag) for tag in sentence.entities or ()])
                for sentence in batch
            ]
            target = nn.utils.rnn.pad_sequence(gold, batch_first=True, padding_value=-100)
            loss = nn.functional.cross_entropy(scores.flatten(0, 1), target.flatten())
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
        best = teacher([[word.form for word in sentences[index].words] for index in part]).argmax(
            -1
        )
        for index, row in zip(part, best.tolist(), strict=True):
            found[index] = _consistent([TAGS[tag] for tag in row], sentences[index].words)
    for index, sentence in enumerate(sentences):
        yield replace(sentence, entities=found.get(index, ("O",) * len(sentence.words)))


def _proper(word: Word) -> bool:
    return word.upos == "PROPN"


def _consistent(tags: Sequence[str], words: Sequence[Word]) -> tuple[str, ...]:
    """One tag a word (padding dropped), where what continues no name begins one, and names without
    a proper noun go.
    """
    fixed: list[str] = []
    for tag, _ in zip(tags, words, strict=False):
        continues = tag[0] == "I" and fixed and fixed[-1][2:] == tag[2:]
        fixed.append("B" + tag[1:] if tag[0] == "I" and not continues else tag)
    for start in [index for index, tag in enumerate(fixed) if tag[0] == "B"]:
        end = start + 1
        while end < len(fixed) and fixed[end][0] == "I":
            end += 1
        if not any(map(_proper, words[start:end])):
            fixed[start:end] = ["O"] * (end - start)
    return tuple(fixed)
