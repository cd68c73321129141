"""Sentences of news that nobody annotated with trees."""

import json
from pathlib import Path

from .corpora import OUTSIDE, NameSentence, cut_tokens, guess_spaces


def read_wikinews(path: Path, contractions: dict[str, tuple[str, str]]) -> list[NameSentence]:
    """Sentences of Wikinews articles; what the file says of quotations is not read."""
    sentences = []
    for line in path.read_text(encoding="utf8").splitlines():
        document = json.loads(line)
        for sentence in document["Sentences"]:
            tokens = sentence["Tokens"]
            tags = [OUTSIDE] * len(tokens)
            words = cut_tokens(tokens, guess_spaces(tokens), tags, contractions)
            name = document["DocumentName"]
            sentences.append(NameSentence(*words, partial=True, group=name))
    return sentences
