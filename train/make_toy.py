"""Makes the toy model in `train/toy`: two sentences learned by heart by a tiny encoder.

The product's tests read it, to see that what this folder exports is what `src/ml` understands.

usage: python train/make_toy.py
"""

import random
from pathlib import Path

import torch

from analyser import vocabulary
from analyser.batches import name_example, tree_example
from analyser.corpora import read_contractions, read_germeval, read_trees
from analyser.encoder import Encoder, PackedModel, Shape
from analyser.export import export
from analyser.inventory import Inventory
from analyser.model import Analyser
from analyser.training import Recipe, plan_of, train

ROOT = Path(__file__).resolve().parents[1]
TOY = Path(__file__).resolve().parent / "toy"
SHAPE = Shape(width=32, layers=2, heads=2, inner=64, positions=64)
RECIPE = Recipe(
    epochs=300,
    name_epochs=300,
    smartdata_epochs=0,
    rate=2e-3,
    rate_decay=1,
    head_rate=3e-3,
    smoothing=0,
    word_dropout=0,
)


def main() -> None:
    """Learns the sample and writes the model's three files."""
    torch.manual_seed(RECIPE.seed)
    contractions = read_contractions(ROOT / "data" / "lang" / "de" / "contractions.tsv")
    trees = read_trees(TOY / "sample.conllu")
    names = read_germeval(TOY / "names.tsv", contractions)
    packed = PackedModel()
    whole = vocabulary.Tokenizer(packed.pieces, packed.scores)
    words = zip(trees[0].words + trees[1].words, trees[0].spaces + trees[1].spaces, strict=True)
    used = {piece for form, space in words for piece in whole.word(form, space)}
    keep = [*range(len(vocabulary.MARKS)), *sorted(used)]
    pieces, scores = [packed.pieces[i] for i in keep], packed.scores[keep]
    tokenizer = vocabulary.Tokenizer(pieces, scores)
    inventory = Inventory.of(trees, names, least=1)
    model = Analyser(Encoder(len(keep), SHAPE), inventory, arc_width=16, label_width=8)
    plan = plan_of(
        [tree_example(tree, tokenizer, inventory) for tree in trees],
        [name_example(sentence, tokenizer, inventory) for sentence in names],
        [],
        RECIPE,
        random.Random(RECIPE.seed),
    )
    train(model, inventory, plan, RECIPE)
    inventory.write(TOY / "labels.json")
    vocabulary.write_tokenizer(TOY / "tokenizer.json", pieces, scores)
    export(model, TOY / "model.onnx")


if __name__ == "__main__":
    main()
