"""Rounding in training is what the exported model computes."""

import tempfile
import unittest
from pathlib import Path

import torch

from analyser.batches import inputs_of, tree_example
from analyser.corpora import read_trees
from analyser.encoder import Encoder, Shape
from analyser.export import export
from analyser.inventory import Inventory
from analyser.model import OUTPUTS, Analyser
from analyser.quantisation import round_activations, round_weights, set_rounding
from analyser.scoring import Reader
from analyser.vocabulary import Tokenizer

TOY = Path(__file__).resolve().parents[1] / "toy"


class Quantisation(unittest.TestCase):
    """A random model in PyTorch and as a file."""

    def setUp(self) -> None:
        torch.manual_seed(0)
        trees = read_trees(TOY / "sample.conllu")
        self.inventory = Inventory.of(trees, [], least=1)
        self.inventory.names.extend(["B-PER", "O"])
        letters = ["<s>", "<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyz"]
        tokenizer = Tokenizer(letters, [-1.0] * len(letters))
        shape = Shape(width=32, layers=2, heads=2, inner=64, positions=256)
        self.model = Analyser(Encoder(len(letters), shape), self.inventory).eval()
        self.example = tree_example(trees[0], tokenizer, self.inventory)

    def scores(self) -> dict[str, torch.Tensor]:
        with torch.no_grad():
            return dict(zip(OUTPUTS, self.model(*inputs_of([self.example])), strict=True))

    def exported(self, quantised: bool) -> dict[str, torch.Tensor]:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "model.onnx"
            export(self.model, file, quantised=quantised)
            outputs = Reader(file).read([self.example])[0]
        return {name: torch.from_numpy(value)[None] for name, value in outputs.items()}

    def test_floats_are_exported_exactly(self) -> None:
        expected, found = self.scores(), self.exported(quantised=False)
        for name in OUTPUTS:
            torch.testing.assert_close(found[name], expected[name], atol=1e-4, rtol=1e-3)

    def test_rounding_is_that_of_the_file(self) -> None:
        plain = self.scores()
        set_rounding(self.model, True)
        expected = self.scores()
        set_rounding(self.model, False)
        found = self.exported(quantised=True)
        for name in OUTPUTS:
            # Far nearer to the file than the model without rounding is.
            apart = (found[name] - expected[name]).abs().mean()
            unrounded = (found[name] - plain[name]).abs().mean()
            self.assertLess(apart, unrounded / 3, name)

    def test_gradients_pass(self) -> None:
        weight = torch.randn(4, 8, requires_grad=True)
        x = torch.randn(3, 8, requires_grad=True)
        (round_activations(x) @ round_weights(weight, 64).T).sum().backward()
        self.assertTrue(weight.grad.abs().sum() > 0 and x.grad.abs().sum() > 0)
