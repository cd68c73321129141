"""Scores of the whole analysis with a model, by `pressgraph evaluate`."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .corpora import NameSentence, Tree

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / "src" / "cli" / "main.js"


def is_built() -> bool:
    """Whether Node and the compiled program are there."""
    return shutil.which("node") is not None and PROGRAM.exists()


def evaluate(
    model: Path, trees: Sequence[Tree], names: Sequence[NameSentence]
) -> dict[str, dict[str, object]]:
    """What `pressgraph evaluate ud` and `ner` print of held-out sentences."""
    scores: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for task, sentences, name in (("ud", trees, "gold.conllu"), ("ner", names, "gold.tsv")):
            gold = Path(folder) / name
            gold.write_text("\n\n".join(s.source for s in sentences) + "\n\n", encoding="utf8")
            command = ["node", PROGRAM, "evaluate", task, gold, "--model", model, "--json"]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise RuntimeError(f"pressgraph evaluate {task} failed: {done.stderr.strip()}")
            scores[task] = json.loads(done.stdout)
    return scores
