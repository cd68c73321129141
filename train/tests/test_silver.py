"""Trees of unannotated news have the model's and the peer's targets, and can be learned from."""

import unittest
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from analyser.batches import Example
from analyser.corpora import NameSentence, Tree, read_trees
from analyser.inventory import Inventory
from analyser.silver import best, joined, silver_examples
from analyser.training import soft_loss

TOY = Path(__file__).resolve().parents[1] / "toy"


class Words:
    """A tokenizer of one piece a word."""

    def sentence(self, words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[int], list[int]]:
        del spaces
        return list(range(len(words) + 2)), list(range(len(words) + 1))


class Unsure:
    """A reader that takes every word for the first one's dependent, but is not sure of it."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory

    def read(self, examples: Sequence[Example]) -> list[dict[str, np.ndarray]]:
        scores = []
        for example in examples:
            n, of = len(example.starts), self.inventory
            arcs = np.zeros((n, n))
            arcs[:, 1] = 0.1
            scores.append(
                {
                    "upos": np.zeros((n, len(of.upos))),
                    "arcs": arcs,
                    "labels": np.zeros((len(of.labels), n, n)),
                    "feats": np.zeros((n, of.feature_width)),
                }
            )
        return scores


class Silver(unittest.TestCase):
    """Targets and their loss."""

    def setUp(self) -> None:
        self.trees = read_trees(TOY / "sample.conllu")
        self.inventory = Inventory.of(self.trees, [], least=1)

    def taught(self, peers: list[Tree], trust: float) -> list[Example]:
        sentences = [
            NameSentence(t.words, t.spaces, ["O"] * len(t.words), partial=True, group="")
            for t in self.trees
        ]
        reader = Unsure(self.inventory)
        return silver_examples(sentences, reader, peers, Words(), self.inventory, trust)

    def test_the_peer_decides_where_the_model_is_unsure(self) -> None:
        for tree, example in zip(self.trees, self.taught(self.trees, 0.4), strict=True):
            self.assertEqual(example.heads, tree.heads)
            labels = [self.inventory.labels[word[0][0]] for word in example.soft["labels"]]
            self.assertEqual(labels, tree.labels)

    def test_what_the_peer_has_not_read_is_the_models(self) -> None:
        first, second = self.taught(self.trees[:1], 0.4)
        self.assertEqual(first.heads, self.trees[0].heads)
        self.assertEqual(second.heads, [1] * len(self.trees[1].words))

    def test_no_trust_leaves_the_model_alone(self) -> None:
        for example in self.taught(self.trees, 0):
            self.assertEqual(set(example.heads), {1})

    def test_shares(self) -> None:
        shares = joined(np.array([0.5, 0.3, 0.1, 0.1]), 1, 0.4)
        np.testing.assert_allclose(shares, [0.3, 0.58, 0.06, 0.06])
        kept = best(shares)
        self.assertEqual([value for value, _ in kept], [1, 0, 2])
        self.assertAlmostEqual(sum(share for _, share in kept), 1)

    def test_loss_is_least_at_the_targets(self) -> None:
        targets = [[[(0, 0.75), (2, 0.25)]]]
        at = torch.log(torch.tensor([[[0.75, 1e-9, 0.25]]]))
        self.assertAlmostEqual(float(soft_loss(at, targets)), 0.5623, places=3)
        for scores in (torch.zeros(1, 1, 3), at.flip(-1)):
            self.assertGreater(float(soft_loss(scores, targets)), 0.57)


if __name__ == "__main__":
    unittest.main()
