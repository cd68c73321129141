"""Layers that can train as if they were already in eight bits (Jacob et al. 2018).

The export quantises matrices as ONNX Runtime does dynamically: weights with one scale an output
channel and seven of eight bits, activations with one scale a tensor and eight bits. A module with
`rounding` set rounds the same way in training and passes gradients straight through, so that the
weights learn to live with it. Word vectors get one scale a piece.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WEIGHT_LEVELS = 64
"""Largest absolute value of a weight: seven bits, as `reduce_range` gives them."""
EMBEDDING_LEVELS = 127


def row_scales(weight: Tensor, levels: int) -> Tensor:
    """One scale a row, [rows, 1]."""
    return weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / levels


def round_weights(weight: Tensor, levels: int) -> Tensor:
    """The weights that eight bits keep; gradients pass as if nothing were rounded."""
    scale = row_scales(weight.detach(), levels)
    return weight + ((weight.detach() / scale).round() * scale - weight.detach())


def round_activations(x: Tensor) -> Tensor:
    """What 256 levels between the lowest and the highest value keep."""
    value = x.detach().float()
    low, high = value.min().clamp(max=0), value.max().clamp(min=0)
    scale = (high - low).clamp(min=1e-8) / 255
    zero = (-low / scale).round()
    rounded = (((value / scale).round() + zero).clamp(0, 255) - zero) * scale
    return x + (rounded - value).to(x.dtype)


class QuantisableLinear(nn.Linear):
    """A linear layer; with `rounding`, as the exported one computes."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        """As `nn.Linear`."""
        if not self.rounding:
            return super().forward(x)
        return F.linear(round_activations(x), round_weights(self.weight, WEIGHT_LEVELS), self.bias)


class QuantisableEmbedding(nn.Embedding):
    """Word vectors; with `rounding`, those that the exported table holds."""

    rounding = False

    def forward(self, ids: Tensor) -> Tensor:
        """As `nn.Embedding`."""
        vectors = super().forward(ids)
        if not self.rounding:
            return vectors
        flat = vectors.reshape(-1, vectors.shape[-1])
        return round_weights(flat, EMBEDDING_LEVELS).view_as(vectors)


class PackedEmbedding(nn.Module):
    """Word vectors in eight bits with one scale a piece, for the export."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weight = embedding.weight.detach()
        scale = row_scales(weight, EMBEDDING_LEVELS)
        self.register_buffer("scale", scale)
        self.register_buffer("packed", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Ids to vectors."""
        return self.packed[ids].to(torch.float32) * self.scale[ids]


def set_rounding(model: nn.Module, on: bool) -> None:
    """Turns rounding on or off in every layer that knows it."""
    for module in model.modules():
        if isinstance(module, QuantisableLinear | QuantisableEmbedding):
            module.rounding = on
