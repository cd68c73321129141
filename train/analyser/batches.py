"""Sentences as tensors."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .corpora import NameSentence, Tree, allowed_tags
from .encoder import PAD, START, UNKNOWN
from .inventory import Inventory
from .vocabulary import Tokenizer

IGNORED = -100
"""Target of a word that is not scored, as PyTorch's losses know it."""


@dataclass
class Example:
    """A sentence ready for the model; targets are None where its corpus has none."""

    ids: list[int]
    starts: list[int]
    upos: list[int] | None = None
    heads: list[int] | None = None
    labels: list[int] | None = None
    lemmas: list[int] | None = None
    feats: list[list[int]] | None = None
    """Of each word one value a feature."""
    names: list[list[int]] | None = None
    """Of each word the tags it may have."""
    soft: dict[str, list[list[tuple[int, float]]]] | None = None
    """Of trees that were not annotated by hand: for `upos`, `heads` and `labels` (at `heads`) the
    probable values of each word with their shares."""


def tree_example(tree: Tree, tokenizer: Tokenizer, inventory: Inventory) -> Example:
    """A sentence of a treebank."""
    ids, starts = tokenizer.sentence(tree.words, tree.spaces)
    scripts = {script: i for i, script in enumerate(inventory.lemmas)}
    return Example(
        ids,
        starts,
        upos=[inventory.upos.index(tag) for tag in tree.upos],
        heads=tree.heads,
        labels=[inventory.labels.index(label) for label in tree.labels],
        lemmas=[scripts.get(script, IGNORED) for script in tree.scripts],
        feats=[
            [
                values.index(feats[name]) if feats.get(name) in values else 0
                for name, values in inventory.feats.items()
            ]
            for feats in tree.feats
        ],
    )


def name_example(sentence: NameSentence, tokenizer: Tokenizer, inventory: Inventory) -> Example:
    """A sentence with names."""
    ids, starts = tokenizer.sentence(sentence.words, sentence.spaces)
    allowed = [allowed_tags(tag, sentence.partial, inventory.names) for tag in sentence.tags]
    return Example(ids, starts, names=allowed)


def batches_of(
    examples: Iterable[Example], pieces: int, chance: random.Random | None = None
) -> Iterator[list[Example]]:
    """Batches of at most `pieces` pieces with padding, of sentences about as long as each other."""
    jitter = chance.random if chance else lambda: 0.0
    batch: list[Example] = []
    for example in sorted(examples, key=lambda e: len(e.ids) + jitter() * 6):
        longest = max(len(example.ids), len(batch[0].ids) if batch else 0)
        if batch and (len(batch) + 1) * longest > pieces:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def pad(rows: Sequence[list[int]], fill: int) -> Tensor:
    """Rows of the same length."""
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


def inputs_of(batch: list[Example]) -> tuple[Tensor, Tensor]:
    """`ids` and `starts`."""
    return pad([e.ids for e in batch], PAD), pad([e.starts for e in batch], 0)


def drop_words(ids: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """Makes a share of the pieces unknown: their surroundings must do (Iyyer et al. 2015)."""
    chosen = torch.rand(ids.shape, generator=generator) < share
    is_mark = (ids >= START) & (ids <= UNKNOWN)
    return ids.masked_fill(chosen & ~is_mark, UNKNOWN)
