"""Sentences of the corpora, as the analysis at run time will cut them.

At run time words are those of Universal Dependencies: contractions are two words (*in dem* for
*im*), hyphens inside compounds words of their own. Corpora of names have neither, so their tokens
are cut here, and only the first part of a token carries its tag, as it does at run time.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .edit_scripts import make_script

OUTSIDE = "O"


@dataclass(frozen=True)
class Tree:
    """A sentence of a treebank."""

    words: list[str]
    spaces: list[bool]
    """Whether a space (or the sentence's start) stands before each word."""
    upos: list[str]
    lemmas: list[str]
    feats: list[dict[str, str]]
    heads: list[int]
    """From 1; 0 is the root."""
    labels: list[str]
    group: str
    """The text it comes from: folds keep texts whole."""
    source: str
    """Its lines in the file."""

    @property
    def scripts(self) -> list[str]:
        """The edit script of each lemma."""
        return list(map(make_script, self.words, self.lemmas))


@dataclass(frozen=True)
class NameSentence:
    """A sentence with names."""

    words: list[str]
    spaces: list[bool]
    tags: list[str | None]
    """BIO; None where a word is not scored."""
    partial: bool
    """Whether `O` and plain tags only say what the corpus annotates: derived names, compounds with
    names and other names may be hidden in them."""
    group: str
    source: str = ""


def _blocks(path: Path) -> Iterator[str]:
    yield from re.split(r"\n\s*\n", path.read_text(encoding="utf8").strip())


def read_trees(path: Path) -> list[Tree]:
    """Sentences of a CoNLL-U file."""
    trees, text = [], ""
    for number, block in enumerate(_blocks(path)):
        lines = block.split("\n")
        identifier = re.search(r"^# sent_id = (.*)$", block, re.M)
        name = identifier[1].strip() if identifier else str(number)
        # PUD numbers texts and sentences in one: n01001011 is sentence 11 of text n01001.
        pud = re.fullmatch(r"([nw]\d{5})\d{3}", name)
        text = pud[1] if pud else name
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        words, spaces, glued_after = [], [], {}
        space = True
        for row in rows:
            if "-" in row[0]:
                glued_after[row[0].split("-")[1]] = "SpaceAfter=No" in row[9]
            if not row[0].isdigit():
                continue
            words.append(row)
            spaces.append(space)
            space = not glued_after.get(row[0], "SpaceAfter=No" in row[9])
        trees.append(
            Tree(
                words=[row[1] for row in words],
                spaces=spaces,
                upos=[row[3] for row in words],
                lemmas=[row[2] for row in words],
                feats=[_features(row[5]) for row in words],
                heads=[int(row[6]) for row in words],
                labels=[row[7] for row in words],
                group=f"{path.name}:{text}",
                source=block,
            )
        )
    return trees


def _features(cell: str) -> dict[str, str]:
    if cell == "_":
        return {}
    return dict(pair.split("=", 1) for pair in cell.split("|"))


def read_contractions(path: Path) -> dict[str, tuple[str, str]]:
    """Form to its two words, from the product's table of contractions."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines()]
    table = [row for row in rows if len(row) >= 3 and not row[0].startswith("#")]
    return {form: (first, second) for form, first, second, *_ in table[1:]}


def read_germeval(path: Path, contractions: dict[str, tuple[str, str]]) -> list[NameSentence]:
    """Sentences of GermEval 2014 with their outer names."""
    sentences = []
    for number, block in enumerate(_blocks(path)):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        page = lines[0].split("\t")[1] if lines[0].startswith("#\t") else str(number)
        tokens = [row[1] for row in rows]
        sentence = cut_tokens(tokens, guess_spaces(tokens), [row[2] for row in rows], contractions)
        sentences.append(NameSentence(*sentence, partial=False, group=page, source=block))
    return sentences


CLOSING = set(".,;:!?)]}»“”")
OPENING = set("([{„«")


def guess_spaces(tokens: list[str]) -> list[bool]:
    """Whether a space stands before each token, as German sets them."""
    spaces, glued, open_quote = [], True, False
    for token in tokens:
        closes = token in CLOSING or (token == '"' and open_quote)
        spaces.append(not glued and not closes)
        glued = token in OPENING or (token == '"' and not open_quote)
        if token == '"':
            open_quote = not open_quote
    if spaces:
        spaces[0] = True
    return spaces


_HYPHEN = re.compile(r"(?<=\w)([-‐‑])(?=\w)")


def cut_tokens(
    tokens: list[str],
    spaces: list[bool],
    tags: list[str],
    contractions: dict[str, tuple[str, str]],
) -> tuple[list[str], list[bool], list[str | None]]:
    """Tokens as words of Universal Dependencies; a token's first word carries its tag."""
    words, free, kept = [], [], []
    for token, space, tag in zip(tokens, spaces, tags, strict=True):
        pair = contractions.get(token.lower())
        if pair:
            # At run time the second word of a contraction counts as following a space.
            first = pair[0].capitalize() if token[0].isupper() else pair[0]
            words += [first, pair[1]]
            free += [space, True]
            kept += [tag, tag if tag == OUTSIDE else None]
            continue
        parts = [part for part in _HYPHEN.split(token) if part]
        words += parts
        free += [space] + [False] * (len(parts) - 1)
        kept += [tag] + [None] * (len(parts) - 1)
    return words, free, kept


_SMARTDATA_TYPES = {
    "person": "PER",
    "organization": "ORG",
    "organization-company": "ORG",
    "location": "LOC",
    "location-city": "LOC",
    "location-street": "LOC",
}
_TOKEN = re.compile(r"\w+(?:[.,:]\d+)*(?:[-‐‑]\w+)*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?][“”»\"]?$")


def read_smartdata(path: Path, contractions: dict[str, tuple[str, str]]) -> list[NameSentence]:
    """Sentences of SmartData's news with names of persons, organisations and places."""
    sentences = []
    for line in path.read_text(encoding="utf8").splitlines():
        document = json.loads(line)
        if document["kind"] != "news":
            continue
        spans = [
            (e["start"], e["end"], _SMARTDATA_TYPES[e["type"]])
            for e in document["entities"]
            if e["type"] in _SMARTDATA_TYPES
        ]
        for start, end in _sentence_spans(document["text"]):
            matches = list(_TOKEN.finditer(document["text"], start, end))
            if not matches:
                continue
            free = [
                m.start() == start or document["text"][m.start() - 1].isspace() for m in matches
            ]
            tags = [_tag_at(m.start(), m.end(), spans) for m in matches]
            sentence = cut_tokens([m[0] for m in matches], free, tags, contractions)
            sentences.append(NameSentence(*sentence, partial=True, group=document["id"]))
    return sentences


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, roughly: paragraphs cut after final marks that a capital letter follows."""
    for paragraph in re.finditer(r"[^\n]+", text):
        start = paragraph.start()
        for gap in re.finditer(r"\s+(?=[\"„»]?[A-ZÄÖÜ])", paragraph[0]):
            before = text[start : paragraph.start() + gap.start()]
            last = before.rsplit(None, 1)[-1] if before.strip() else ""
            # Ordinals and abbreviations end in a full stop too.
            if _SENTENCE_END.search(last) and len(last.strip('.!?“”»"')) > 3:
                yield start, paragraph.start() + gap.start()
                start = paragraph.start() + gap.end()
        yield start, paragraph.end()


def _tag_at(start: int, end: int, spans: list[tuple[int, int, str]]) -> str:
    for first, last, kind in spans:
        if first <= start < last:
            return f"B-{kind}" if first == start else f"I-{kind}"
        if start < first < end:
            return f"B-{kind}part"
    return OUTSIDE


def allowed_tags(tag: str | None, partial: bool, tags: list[str]) -> list[int]:
    """Indices of the tags that a word may have by its corpus; none where it is not scored."""
    if tag is None:
        return []
    if not partial:
        return [tags.index(tag)]
    if tag == OUTSIDE:
        hidden = re.compile(r"O|[BI]-(OTH.*|.*deriv|.*part)")
        return [i for i, other in enumerate(tags) if hidden.fullmatch(other)]
    return [i for i, other in enumerate(tags) if other.startswith(tag)]


def fold_of(groups: list[str], folds: int) -> list[int]:
    """The fold of each sentence: texts are dealt out in the order of their appearance."""
    order: dict[str, int] = {}
    return [order.setdefault(group, len(order)) % folds for group in groups]
