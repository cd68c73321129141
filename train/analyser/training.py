"""Fine-tuning on trees and names at once."""

from __future__ import annotations

import math
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .batches import IGNORED, Example, batches_of, drop_words, inputs_of, pad
from .inventory import Inventory
from .model import OUTPUTS, Analyser
from .quantisation import set_rounding


@dataclass(frozen=True)
class Recipe:
    """How a model is trained; what is written to its card."""

    seed: int = 1
    epochs: int = 20
    """Passes over the trees."""
    name_epochs: float = 7
    """Passes over GermEval's names."""
    smartdata_epochs: float = 1
    """Passes over SmartData's names."""
    tree_pieces: int = 900
    """Pieces of a batch of trees."""
    name_pieces: int = 1200
    rate: float = 1.2e-4
    """Of the encoder's highest layer."""
    rate_decay: float = 0.92
    """Factor of each layer below it; the word vectors stand below them all."""
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06
    """Share of the steps."""
    smoothing: float = 0.03
    """Of labels: parts of speech, relations, features, scripts, full names."""
    word_dropout: float = 0.03
    """Share of pieces made unknown."""
    rounding_from: float = 0.75
    """Share of the steps after which matrices are rounded as the export will; 1 for never."""
    precision: str = "bfloat16"
    """Of the forward pass: `bfloat16` (autocast, weights stay in floats) or `float32`."""
    silver_epochs: float = 1
    """Passes over the silver trees, in the second stage."""
    silver_until: float = 0.75
    """Share of the second stage's epochs that have silver trees."""
    peer_trust: float = 0.4
    """The other parser's share in the silver trees' targets."""
    second_epochs: int = 6
    """Passes over the trees in the second stage, and so on:"""
    second_name_epochs: float = 2.5
    second_smartdata_epochs: float = 0.2
    second_rate: float = 8e-5
    second_head_rate: float = 5e-4
    second_rounding_from: float = 0.5

    @property
    def second(self) -> Recipe:
        """The recipe of the second stage, which goes on from the first one's weights."""
        return replace(
            self,
            epochs=self.second_epochs,
            name_epochs=self.second_name_epochs,
            smartdata_epochs=self.second_smartdata_epochs,
            rate=self.second_rate,
            head_rate=self.second_head_rate,
            rounding_from=self.second_rounding_from,
        )


def weighted_groups(model: Analyser, recipe: Recipe) -> list[dict]:
    """Parameters with their rates: heads fast, layers the slower the lower."""
    layers = len(model.encoder.layers)
    groups: dict[float, list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not name.startswith("encoder."):
            rate = recipe.head_rate
        elif name.startswith("encoder.layers."):
            rate = recipe.rate * recipe.rate_decay ** (layers - 1 - int(name.split(".")[2]))
        else:
            rate = recipe.rate * recipe.rate_decay**layers
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def tree_loss(
    scores: dict[str, Tensor], batch: list[Example], inventory: Inventory, smoothing: float
) -> Tensor:
    """Cross-entropy of parts of speech, features, scripts, arcs, and labels at the right heads.

    Examples of a batch are all annotated by hand or all silver: these have soft targets in place
    of parts of speech, heads and labels, and no scripts.
    """

    def column(key: str) -> Tensor:
        return pad([getattr(example, key) for example in batch], IGNORED)

    def loss(values: Tensor, gold: Tensor) -> Tensor:
        return F.cross_entropy(values.transpose(1, 2), gold, label_smoothing=smoothing)

    heads = column("heads")
    there = torch.cat([torch.ones(len(batch), 1, dtype=torch.bool), heads >= 0], 1)
    arcs = scores["arcs"].masked_fill(~there[:, None, :], -1e4)[:, 1:]
    labels = scores["labels"][:, :, 1:]
    at_head = heads.clamp(min=0)[:, None, :, None].expand(-1, labels.shape[1], -1, 1)
    labels = torch.gather(labels, 3, at_head)[..., 0].transpose(1, 2)
    upos = scores["upos"][:, 1:]
    if batch[0].soft is None:
        total = F.cross_entropy(arcs.transpose(1, 2), heads)
        total = total + loss(upos, column("upos")) + loss(labels, column("labels"))
        scripts = column("lemmas")
        if (scripts != IGNORED).any():
            total = total + loss(scores["lemmas"][:, 1:], scripts)
    else:
        softs = [example.soft or {} for example in batch]
        total = sum(
            soft_loss(values, [soft[key] for soft in softs])
            for key, values in (("heads", arcs), ("upos", upos), ("labels", labels))
        )
    for i, part in enumerate(inventory.feature_slices.values()):
        gold = pad([[values[i] for values in example.feats] for example in batch], IGNORED)
        total = total + loss(scores["feats"][:, 1:, part], gold)
    return total


def soft_loss(scores: Tensor, targets: list[list[list[tuple[int, float]]]]) -> Tensor:
    """Cross-entropy with the shares that each word's values have; mean over words."""
    logs = torch.log_softmax(scores, -1)
    places = [
        (row, word, value, share)
        for row, words in enumerate(targets)
        for word, choices in enumerate(words)
        for value, share in choices
    ]
    rows, words, values, shares = zip(*places, strict=True)
    count = sum(map(len, targets))
    return -(logs[list(rows), list(words), list(values)] * torch.tensor(shares)).sum() / count


def name_loss(scores: Tensor, batch: list[Example], smoothing: float) -> Tensor:
    """Negative logarithm of the probability that all allowed tags have together."""
    logs = torch.log_softmax(scores[:, 1:], -1)
    allowed = torch.zeros(logs.shape, dtype=torch.bool)
    for row, example in enumerate(batch):
        for word, tags in enumerate(example.names):
            allowed[row, word, tags] = True
    scored = allowed.any(-1)
    logs, allowed = logs[scored], allowed[scored]
    right = torch.logsumexp(logs.masked_fill(~allowed, -math.inf), -1)
    smooth = torch.where(allowed.sum(-1) == 1, logs.mean(-1), right)
    return -((1 - smoothing) * right + smoothing * smooth).mean()


def plan_of(
    trees: Sequence[Example],
    names: Sequence[Example],
    partial: Sequence[Example],
    recipe: Recipe,
    chance: random.Random,
    silver: Sequence[Example] = (),
) -> list[list[Example]]:
    """All batches in the order they are learned from.

    Names are spread over the epochs, silver trees over the first ones: what people annotated has
    the last word.
    """
    plan: list[list[Example]] = []
    dealt = list(batches_of(silver, recipe.tree_pieces, chance))
    chance.shuffle(dealt)
    dealt = (dealt * math.ceil(recipe.silver_epochs))[: round(len(dealt) * recipe.silver_epochs)]
    with_silver = max(1, round(recipe.epochs * recipe.silver_until))
    for number in range(recipe.epochs):
        epoch = list(batches_of(trees, recipe.tree_pieces, chance))
        for examples, passes in ((names, recipe.name_epochs), (partial, recipe.smartdata_epochs)):
            share = list(batches_of(examples, recipe.name_pieces, chance))
            chance.shuffle(share)
            epoch += share[: round(len(share) * passes / recipe.epochs)]
        if number < with_silver:
            epoch += dealt[number::with_silver]
        chance.shuffle(epoch)
        plan += epoch
    return plan


def train(
    model: Analyser,
    inventory: Inventory,
    plan: list[list[Example]],
    recipe: Recipe,
    steps: int | None = None,
    watch: Callable[[int], None] | None = None,
) -> float:
    """Trains in place; returns the seconds it took. `steps` stops early, to try things.

    `watch` is called with the number of steps done after every tenth of the plan, the model being
    in its evaluation mode.
    """
    generator = torch.Generator().manual_seed(recipe.seed)
    optimizer = torch.optim.AdamW(
        weighted_groups(model, recipe), weight_decay=recipe.weight_decay, fused=True
    )
    warm = max(1.0, recipe.warm_up * len(plan))

    def factor(step: int) -> float:
        return min(1, (step + 1) / warm, (len(plan) - step) / max(1.0, len(plan) - warm))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    model.train()
    set_rounding(model, False)
    began, worked = time.monotonic(), time.process_time()
    last = min(len(plan), steps or len(plan))
    for step, batch in enumerate(plan[:last]):
        if step == round(recipe.rounding_from * len(plan)):
            set_rounding(model, True)
        ids, starts = inputs_of(batch)
        ids = drop_words(ids, recipe.word_dropout, generator)
        with torch.autocast("cpu", torch.bfloat16, enabled=recipe.precision == "bfloat16"):
            is_tree = batch[0].names is None
            outputs = model(ids, starts) if is_tree else (model.score_names(ids, starts),)
        outputs = [values.float() for values in outputs]
        if is_tree:
            scores = dict(zip(OUTPUTS, outputs, strict=True))
            loss = tree_loss(scores, batch, inventory, recipe.smoothing)
        else:
            loss = name_loss(outputs[0], batch, recipe.smoothing)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        if watch and (step + 1) % max(1, len(plan) // 10) == 0:
            model.eval()
            watch(step + 1)
            model.train()
        if (step + 1) % 100 == 0 or step + 1 == last:
            seconds, processor = time.monotonic() - began, time.process_time() - worked
            print(
                f"step {step + 1} of {len(plan)}, {seconds:.0f} s "
                f"({processor:.0f} s of processor), loss {loss.item():.3f}",
                file=sys.stderr,
                flush=True,
            )
    set_rounding(model, False)
    model.eval()
    return time.monotonic() - began
