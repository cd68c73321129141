"""Scores of an exported model alone: no lexicon, no spanning tree, gold tokens.

They tell what a change of the training brings; what the product makes of a model is scored by
`pressgraph evaluate` (see `product.py`).
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from .batches import Example, batches_of, inputs_of
from .corpora import OUTSIDE, NameSentence, Tree
from .edit_scripts import apply_script
from .inventory import ABSENT, Inventory
from .model import OUTPUTS, Analyser

BATCH_PIECES = 512
SCORED_TYPES = ("PER", "LOC", "ORG")


class Reader:
    """A model file, run one sentence batch at a time."""

    def __init__(self, file: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )

    def _outputs(self, ids: Tensor, starts: Tensor) -> list[np.ndarray]:
        """Scores of a batch, in the order of `OUTPUTS`."""
        return self._session.run(list(OUTPUTS), {"ids": ids.numpy(), "starts": starts.numpy()})

    def read(self, examples: Sequence[Example]) -> list[dict[str, np.ndarray]]:
        """Outputs of each sentence, in the order given, cut to its places."""
        found: dict[int, dict[str, np.ndarray]] = {}
        for batch in batches_of(examples, BATCH_PIECES):
            ids, starts = inputs_of(batch)
            values = self._outputs(ids, starts)
            for row, example in enumerate(batch):
                n = len(example.starts)
                outputs = dict(zip(OUTPUTS, (value[row] for value in values), strict=True))
                outputs["arcs"] = outputs["arcs"][:n, :n]
                outputs["labels"] = outputs["labels"][:, :n, :n]
                for name in ("names", "upos", "feats", "lemmas"):
                    outputs[name] = outputs[name][:n]
                found[id(example)] = outputs
        return [found[id(example)] for example in examples]


class UnfinishedReader(Reader):
    """A model in training; `precision` as in the recipe."""

    def __init__(self, model: Analyser, precision: str = "float32") -> None:
        self._model = model
        self._short = precision == "bfloat16"

    def _outputs(self, ids: Tensor, starts: Tensor) -> list[np.ndarray]:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self._short):
            return [values.float().numpy() for values in self._model(ids, starts)]


def best_lemma(scores: np.ndarray, form: str, inventory: Inventory) -> str:
    """The lemma of the best script that the form is long enough for."""
    for index in np.argsort(-scores, kind="stable"):
        lemma = apply_script(inventory.lemmas[index], form)
        if lemma:
            return lemma
    return form


def best_features(scores: np.ndarray, inventory: Inventory) -> dict[str, str]:
    """The best value of each feature, without the absent ones."""
    best = {
        name: values[int(scores[inventory.feature_slices[name]].argmax())]
        for name, values in inventory.feats.items()
    }
    return {name: value for name, value in best.items() if value != ABSENT}


def score_trees(
    reader: Reader, trees: Sequence[Tree], examples: Sequence[Example], inventory: Inventory
) -> dict[str, float]:
    """Accuracies over all words; heads are each word's best one."""
    right: Counter[str] = Counter()
    words = 0
    for tree, outputs in zip(trees, reader.read(examples), strict=True):
        for i, form in enumerate(tree.words):
            place = i + 1
            head = int(outputs["arcs"][place].argmax())
            label = inventory.labels[int(outputs["labels"][:, place, head].argmax())]
            same_head = head == tree.heads[i]
            gold = tree.labels[i]
            upos = inventory.upos[int(outputs["upos"][place].argmax())]
            right["upos"] += upos == tree.upos[i]
            right["lemma"] += (
                best_lemma(outputs["lemmas"][place], form, inventory) == tree.lemmas[i]
            )
            right["feats"] += best_features(outputs["feats"][place], inventory) == tree.feats[i]
            right["uas"] += same_head
            right["las"] += same_head and label == gold
            right["lasWithoutSubtypes"] += same_head and label.split(":")[0] == gold.split(":")[0]
            words += 1
    keys = ("upos", "lemma", "feats", "uas", "las", "lasWithoutSubtypes")
    return {key: round(right[key] / max(1, words), 4) for key in keys}


def spans_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names of a BIO sequence: first word, end, type."""
    spans, start, kind = set(), 0, None
    for i, tag in enumerate([*tags, OUTSIDE]):
        if kind is not None and tag != f"I-{kind}":
            spans.add((start, i, kind))
            kind = None
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return spans


def score_names(
    reader: Reader,
    sentences: Sequence[NameSentence],
    examples: Sequence[Example],
    inventory: Inventory,
) -> dict[str, float]:
    """Exact spans of persons, places and organisations; a token's tag is that of its first word."""
    gold_count = found_count = both = 0
    for sentence, outputs in zip(sentences, reader.read(examples), strict=True):
        scored = [i for i, tag in enumerate(sentence.tags) if tag is not None]
        best = [inventory.names[int(outputs["names"][i + 1].argmax())] for i in scored]
        gold = {s for s in spans_of([sentence.tags[i] for i in scored]) if s[2] in SCORED_TYPES}
        found = {s for s in spans_of(best) if s[2] in SCORED_TYPES}
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        both += len(gold & found)
    return {
        "precision": round(both / max(1, found_count), 4),
        "recall": round(both / max(1, gold_count), 4),
        "f1": round(2 * both / max(1, gold_count + found_count), 4),
    }
