"""A trained model as an ONNX file with eight-bit weights."""

import copy
import logging
import re
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .model import OUTPUTS, Analyser
from .quantisation import PackedEmbedding

OPSET = 17
_AXES = {
    "ids": {0: "sentences", 1: "pieces"},
    "starts": {0: "sentences", 1: "places"},
    "names": {0: "sentences", 1: "places"},
    "upos": {0: "sentences", 1: "places"},
    "feats": {0: "sentences", 1: "places"},
    "lemmas": {0: "sentences", 1: "places"},
    "arcs": {0: "sentences", 1: "places", 2: "places"},
    "labels": {0: "sentences", 2: "places", 3: "places"},
}


def export(
    model: Analyser, file: Path, quantised: bool = True, keep_floats: str | None = None
) -> None:
    """Writes the model.

    The encoder's matrices get eight-bit weights, one scale an output channel, seven of eight bits
    used (else processors without VNNI saturate); activations are quantised at run time, one scale
    a tensor. Word vectors keep one scale a piece. The heads stay in floats, and the matrices whose
    path (such as `/encoder/layers.11/outer/MatMul`) matches `keep_floats`.
    """
    with tempfile.TemporaryDirectory() as folder:
        floats = Path(folder) / "floats.onnx"
        _export_floats(model, floats if quantised else file, pack=quantised)
        if not quantised:
            return
        inside = [
            node.name
            for node in onnx.load(str(floats)).graph.node
            if node.op_type == "MatMul"
            and node.name.startswith("/encoder/layers.")
            and not (keep_floats and re.search(keep_floats, node.name))
        ]
        logging.getLogger().setLevel(logging.ERROR)
        quantize_dynamic(
            str(floats),
            str(file),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            nodes_to_quantize=inside,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )


def _export_floats(model: Analyser, file: Path, pack: bool) -> None:
    model = copy.deepcopy(model).eval()
    if pack:
        model.encoder.word = PackedEmbedding(model.encoder.word)
    ids = torch.randint(4, 20, (2, 30), generator=torch.Generator().manual_seed(0))
    starts = torch.arange(20)[None].repeat(2, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (ids, starts),
            str(file),
            input_names=["ids", "starts"],
            output_names=list(OUTPUTS),
            dynamic_axes=_AXES,
            opset_version=OPSET,
            dynamo=False,
        )
