"""Trees of unannotated news, as a trained model and another parser read them together.

Self-training with a second, different parser (tri-training's idea, Zhou and Li 2005): where the two
disagree and the model is unsure, the other one is right more often than the model, so their joint
distribution teaches the model what its small treebanks do not. Targets are soft (Hinton et al.
2015): of each word the few most probable parts of speech, heads and relations with their shares.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from .batches import Example
from .corpora import NameSentence, Tree
from .inventory import Inventory
from .scoring import Reader
from .vocabulary import Tokenizer

KEPT = 3
"""Most probable values that are kept of a distribution."""

Choices = list[tuple[int, float]]
"""Values with their shares, which sum to 1."""

_LENGTHS = range(4, 61)


def fitting(sentences: Iterable[NameSentence]) -> list[NameSentence]:
    """Sentences that are neither scraps nor too long to be read well."""
    return [s for s in sentences if len(s.words) in _LENGTHS]


def silver_examples(
    sentences: Sequence[NameSentence],
    reader: Reader,
    peers: Iterable[Tree],
    tokenizer: Tokenizer,
    inventory: Inventory,
    trust: float,
) -> list[Example]:
    """Sentences with the targets that the model (`reader`) and the peer parser give them.

    `trust` is the peer's share in heads and relations, from 0 to 1; parts of speech are the
    model's alone (with the peer's vote .002 more of them were wrong). A sentence that the peer has
    not read has the model's distributions.
    """
    by_words = {tuple(tree.words): tree for tree in peers}
    taught = []
    # Scores of all sentences at once would take gigabytes.
    for part in batched(sentences, 512):
        examples = [Example(*tokenizer.sentence(s.words, s.spaces)) for s in part]
        for sentence, example, outputs in zip(part, examples, reader.read(examples), strict=True):
            peer = by_words.get(tuple(sentence.words))
            taught.append(_taught(example, outputs, peer, inventory, trust))
    return taught


def batched(sentences: Sequence[NameSentence], size: int) -> Iterator[Sequence[NameSentence]]:
    """Parts of at most `size` sentences, in order."""
    for start in range(0, len(sentences), size):
        yield sentences[start : start + size]


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def joined(shares: np.ndarray, other: int | None, trust: float) -> np.ndarray:
    """Shares of a word's values, of which `other` has the peer's vote."""
    if other is None:
        return shares
    votes = np.zeros_like(shares)
    votes[other] = 1
    return (1 - trust) * shares + trust * votes


def best(shares: np.ndarray) -> Choices:
    """The most probable values, `KEPT` of them at most, their shares summing to 1."""
    order = np.argsort(-shares, kind="stable")[:KEPT]
    total = float(shares[order].sum())
    return [(int(i), float(shares[i]) / total) for i in order]


def _taught(
    example: Example,
    outputs: dict[str, np.ndarray],
    peer: Tree | None,
    inventory: Inventory,
    trust: float,
) -> Example:
    size = len(example.starts)
    upos, arcs = _softmax(outputs["upos"][1:]), _softmax(outputs["arcs"][1:])
    soft: dict[str, list[Choices]] = {"upos": [], "heads": [], "labels": []}
    heads = []
    for i in range(size - 1):
        soft["upos"].append(best(upos[i]))
        soft["heads"].append(best(joined(arcs[i], peer and peer.heads[i], trust)))
        head = soft["heads"][-1][0][0]
        heads.append(head)
        labels = _softmax(outputs["labels"][:, i + 1, head])
        at = None
        if peer and peer.heads[i] == head:
            at = _same_relation(labels, peer.labels[i], inventory.labels)
        soft["labels"].append(best(joined(labels, at, trust)))
    slices = inventory.feature_slices.values()
    feats = [[int(word[part].argmax()) for part in slices] for word in outputs["feats"][1:]]
    return dataclasses.replace(example, heads=heads, feats=feats, soft=soft)


def _same_relation(shares: np.ndarray, label: str, labels: Sequence[str]) -> int | None:
    """The most probable relation that is `label` but for its subtype: parsers differ in these."""
    universal = label.split(":")[0]
    fitting = [i for i, other in enumerate(labels) if other.split(":")[0] == universal]
    return max(fitting, key=lambda i: float(shares[i]), default=None)
