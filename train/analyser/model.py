"""One encoder, and heads for names, morphology, lemmas and trees."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

from .encoder import Encoder
from .inventory import Inventory

OUTPUTS = ("names", "upos", "feats", "lemmas", "arcs", "labels")


class Mix(nn.Module):
    """A weighted sum of the encoder's highest layers (Peters et al. 2018)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(layers))

    def forward(self, states: list[Tensor]) -> Tensor:
        """States of all layers to one."""
        shares = torch.softmax(self.weight, 0)
        return sum(share * state for share, state in zip(shares, states, strict=True))


class Biaffine(nn.Module):
    """Scores of pairs of words (Dozat and Manning 2017)."""

    def __init__(self, width: int, inner: int, outputs: int) -> None:
        super().__init__()
        self.dependent, self.head = self._side(width, inner), self._side(width, inner)
        deviation = 0.02 if outputs > 1 else 0.05
        self.weight = nn.Parameter(torch.randn(outputs, inner + 1, inner + 1) * deviation)

    @staticmethod
    def _side(width: int, inner: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(0.33))

    def forward(self, x: Tensor) -> Tensor:
        """Words [batch, words, width] to scores [batch, outputs, dependent, head]."""
        one = torch.ones_like(x[..., :1])
        dependent = torch.cat([self.dependent(x), one], -1)
        head = torch.cat([self.head(x), one], -1)
        return (dependent[:, None] @ self.weight[None]) @ head.transpose(1, 2)[:, None]


class Analyser(nn.Module):
    """The whole model; its outputs are scores before softmax, in the order of `OUTPUTS`."""

    def __init__(
        self,
        encoder: Encoder,
        inventory: Inventory,
        mixed: int = 4,
        arc_width: int = 256,
        label_width: int = 96,
    ) -> None:
        super().__init__()
        self.encoder, self.drop = encoder, nn.Dropout(0.3)
        width = encoder.shape.width
        self.mixed = min(mixed, encoder.shape.layers)
        self.mixes = nn.ModuleDict(
            {task: Mix(self.mixed) for task in ("names", "upos", "feats", "lemmas", "tree")}
        )
        self.names = nn.Linear(width, len(inventory.names))
        self.upos = nn.Linear(width, len(inventory.upos))
        self.feats = nn.Linear(width, inventory.feature_width)
        self.lemmas = nn.Linear(width, len(inventory.lemmas))
        self.arcs = Biaffine(width, arc_width, 1)
        self.labels = Biaffine(width, label_width, len(inventory.labels))

    def _words(self, ids: Tensor, starts: Tensor) -> Callable[[str], Tensor]:
        """What a task sees of each place, [batch, places, width]."""
        states = self.encoder(ids)[-self.mixed :]
        at = starts[:, :, None].expand(-1, -1, states[0].shape[-1])
        return lambda task: self.drop(torch.gather(self.mixes[task](states), 1, at))

    def score_names(self, ids: Tensor, starts: Tensor) -> Tensor:
        """The names' scores alone: all that a corpus of names teaches."""
        return self.names(self._words(ids, starts)("names"))

    def forward(self, ids: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """Ids [batch, pieces]; starts [batch, words + 1], place 0 being the root's."""
        words = self._words(ids, starts)
        tree = words("tree")
        return (
            self.names(words("names")),
            self.upos(words("upos")),
            self.feats(words("feats")),
            self.lemmas(words("lemmas")),
            self.arcs(tree)[:, 0],
            self.labels(tree),
        )
