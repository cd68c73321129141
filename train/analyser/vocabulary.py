"""Word pieces: which of the encoder's 250,002 German news needs, and how words are cut."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from .encoder import END, START, UNKNOWN

SPACE = "▁"
MARKS = ("<s>", "<pad>", "</s>", "<unk>")
LONGEST_WORD = 100
"""Longer words (in characters) are one unknown piece, as in `src/ml/pieces.ts`."""
MOST_PIECES = 32
"""Pieces of a word that are read, as in `src/ml/pieces.ts`."""
_UNKNOWN_PENALTY = 10


class Tokenizer:
    """Cuts words into pieces by the best path of a unigram model (Kudo 2018)."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        known = enumerate(zip(pieces, scores, strict=True))
        self._known = {p: (i, float(s)) for i, (p, s) in known if i > UNKNOWN}
        self._longest = max(map(len, self._known))
        self._unknown_score = float(min(scores)) - _UNKNOWN_PENALTY
        self._cache: dict[str, list[int]] = {}

    def word(self, form: str, space_before: bool = True) -> list[int]:
        """Ids of a word's pieces, at least one."""
        text = SPACE + form if space_before else form
        if text not in self._cache:
            whole = unicodedata.normalize("NFKC", text).replace(" ", SPACE)
            ids = [UNKNOWN] if len(form) > LONGEST_WORD else self._segment(whole)
            self._cache[text] = ids[:MOST_PIECES] or [UNKNOWN]
        return self._cache[text]

    def _segment(self, text: str) -> list[int]:
        best = [0.0] + [-1e30] * len(text)
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                hit = self._known.get(text[start:end])
                if hit and best[start] + hit[1] > best[end]:
                    best[end], back[end] = best[start] + hit[1], (start, hit[0])
            if best[start] + self._unknown_score > best[start + 1]:
                best[start + 1] = best[start] + self._unknown_score
                back[start + 1] = (start, UNKNOWN)
        ids: list[int] = []
        at = len(text)
        while at > 0:
            at, piece = back[at]
            # Unknown characters that follow one another are one unknown piece.
            if piece != UNKNOWN or not ids or ids[-1] != UNKNOWN:
                ids.append(piece)
        return ids[::-1]

    def sentence(self, words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[int], list[int]]:
        """Piece ids with start and end; each word's first piece, place 0 being the root's."""
        ids, starts = [START], [0]
        for form, space in zip(words, spaces, strict=True):
            starts.append(len(ids))
            ids += self.word(form, space)
        return [*ids, END], starts


_LATIN = re.compile(r"▁?[A-Za-zÀ-ž0-9.,;:!?\"'„“”‚‘’–—()\[\]/%&€$£§+*=<>@#_°…·-]*")


def choose_pieces(
    pieces: Sequence[str], scores: Sequence[float], texts: Iterable[str], words: Iterable[str]
) -> list[int]:
    """Ids of the pieces to keep.

    Those that occur twice in the texts or three times in a list of words, and the short ones that
    every other word can be made of; the marks first, in their places.
    """
    tokenizer = Tokenizer(pieces, scores)
    in_text: Counter[int] = Counter()
    in_list: Counter[int] = Counter()
    for text in texts:
        for word in text.split():
            in_text.update(tokenizer.word(word))
    for word in words:
        in_list.update(tokenizer.word(word))
    keep = {i for i, count in in_text.items() if count >= 2}
    keep |= {i for i, count in in_list.items() if count >= 3}
    keep |= {
        i
        for i, piece in enumerate(pieces)
        if len(piece.strip(SPACE)) <= 2 and _LATIN.fullmatch(piece)
    }
    marks = range(len(MARKS))
    return [*marks, *sorted(keep.difference(marks))]


def dictionary_forms(folder: Path) -> list[str]:
    """All forms in the npm packages `german-{words,verbs,adjectives}-dict`."""
    forms: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, str):
            # Single letters are the dictionaries' marks of gender.
            if len(value) > 1:
                forms.add(value)
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, dict):
            for item in value.values():
                collect(item)

    for name in ("words", "verbs", "adjectives"):
        file = folder / f"german-{name}-dict" / "dist" / f"{name}.json"
        entries = json.loads(file.read_text(encoding="utf8"))
        forms.update(entries)
        collect(entries)
    return sorted(forms)


def news_texts(corpora: Path) -> Iterable[str]:
    """The text of all corpora, to count pieces in."""
    for file in sorted((corpora / "ud").glob("*.conllu")):
        for line in file.read_text(encoding="utf8").splitlines():
            if line.startswith("# text ="):
                yield line[9:]
    for file in sorted((corpora / "ner").glob("*.tsv")):
        for line in file.read_text(encoding="utf8").splitlines():
            if not line.startswith("#") and line.count("\t") > 2:
                yield line.split("\t")[1]
    for line in (corpora / "ner" / "smartdata.jsonl").read_text(encoding="utf8").splitlines():
        yield json.loads(line)["text"]
    raw = corpora / "quotes" / "wikinews-train.jsonl"
    for line in raw.read_text(encoding="utf8").splitlines():
        for string in re.findall(r'"(?:[^"\\]|\\.)*"', line):
            yield json.loads(string)


def write_tokenizer(file: Path, pieces: Sequence[str], scores: Sequence[float]) -> None:
    """Writes the vocabulary as Hugging Face's `tokenizer.json`."""
    metaspace = {
        "type": "Metaspace",
        "replacement": SPACE,
        "prepend_scheme": "never",
        "split": True,
    }
    special = {
        "single_word": False,
        "lstrip": False,
        "rstrip": False,
        "normalized": False,
        "special": True,
    }
    tokenizer = {
        "version": "1.0",
        "added_tokens": [{"id": i, "content": mark, **special} for i, mark in enumerate(MARKS)],
        "normalizer": {"type": "NFKC"},
        "pre_tokenizer": metaspace,
        "post_processor": None,
        "decoder": metaspace,
        "model": {
            "type": "Unigram",
            "unk_id": UNKNOWN,
            "byte_fallback": False,
            "vocab": [[p, float(s)] for p, s in zip(pieces, scores, strict=True)],
        },
    }
    file.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
