"""What the model's outputs mean: the lists that `labels.json` holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from .corpora import NameSentence, Tree
from .edit_scripts import make_script

ABSENT = "_"
"""A feature's value where a word has none: always the first of its values."""


@dataclass(frozen=True)
class Inventory:
    """Tags of every output, in the order of its scores."""

    upos: list[str]
    labels: list[str]
    names: list[str]
    feats: dict[str, list[str]]
    """Values of each universal feature; the output holds them one feature after another."""
    lemmas: list[str]
    """Edit scripts, the most frequent first."""

    @classmethod
    def of(cls, trees: Iterable[Tree], names: Iterable[NameSentence], least: int = 2) -> Inventory:
        """The tags of the corpora; features and scripts that occur `least` times or more."""
        trees = list(trees)
        values: Counter[tuple[str, str]] = Counter()
        scripts: Counter[str] = Counter()
        for tree in trees:
            for feats in tree.feats:
                values.update(feats.items())
            scripts.update(map(make_script, tree.words, tree.lemmas))
        feats: dict[str, list[str]] = {}
        for name, value in sorted(pair for pair, count in values.items() if count >= least):
            feats.setdefault(name, [ABSENT]).append(value)
        frequent = [(-count, script) for script, count in scripts.items() if count >= least]
        return cls(
            upos=sorted({tag for tree in trees for tag in tree.upos}),
            labels=sorted({label for tree in trees for label in tree.labels}),
            names=sorted({tag for s in names for tag in s.tags if tag is not None}),
            feats=feats,
            lemmas=[script for _, script in sorted(frequent)],
        )

    @cached_property
    def feature_slices(self) -> dict[str, slice]:
        """Where each feature's values stand in the output."""
        slices, at = {}, 0
        for name, values in self.feats.items():
            slices[name] = slice(at, at + len(values))
            at += len(values)
        return slices

    @property
    def feature_width(self) -> int:
        """Scores of features a word."""
        return sum(map(len, self.feats.values()))

    def write(self, file: Path) -> None:
        """Writes `labels.json`."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        file.write_text(text + "\n", encoding="utf8")
