"""Corpora are read as the analysis at run time cuts sentences."""

import json
import tempfile
import unittest
from pathlib import Path

from analyser.corpora import allowed_tags, fold_of, guess_spaces, read_germeval, read_trees
from analyser.raw import read_wikinews

TOY = Path(__file__).resolve().parents[1] / "toy"
CONTRACTIONS = {"am": ("an", "dem")}


class Corpora(unittest.TestCase):
    """The toy sample as trees and as names."""

    def test_trees(self) -> None:
        first, second = read_trees(TOY / "sample.conllu")
        self.assertEqual(first.words[3:6], ["an", "dem", "Montag"])
        self.assertEqual(first.spaces, [True] * 9 + [False])
        self.assertEqual(first.heads[0], 2)
        self.assertEqual(second.feats[5], {})
        self.assertNotEqual(first.group, second.group)

    def test_names(self) -> None:
        first, second = read_germeval(TOY / "names.tsv", CONTRACTIONS)
        self.assertEqual(first.tags[2:4], ["B-PER", "I-PER"])
        self.assertEqual(second.words[3:5], ["an", "dem"])
        self.assertEqual(second.tags[3:5], ["O", "O"])

    def test_news(self) -> None:
        tokens = ["Kim", "kam", "am", "Montag", "(", "8.", "Mai", ")", "."]
        text = {"DocumentName": "1 - Kim", "Sentences": [{"SentenceId": 0, "Tokens": tokens}]}
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "news.jsonl"
            file.write_text(json.dumps(text) + "\n", encoding="utf8")
            (sentence,) = read_wikinews(file, CONTRACTIONS)
        self.assertEqual(sentence.words[2:5], ["an", "dem", "Montag"])
        self.assertEqual(sentence.spaces[5:], [True, False, True, False, False])
        self.assertEqual(sentence.group, "1 - Kim")

    def test_spaces(self) -> None:
        tokens = ["Das", '"', "Ja", '"', ",", "(", "so", ")", "."]
        expected = [True, True, False, False, False, True, False, False, False]
        self.assertEqual(guess_spaces(tokens), expected)

    def test_partial_tags(self) -> None:
        tags = ["B-LOC", "B-LOCderiv", "B-OTH", "I-OTH", "O"]
        self.assertEqual(allowed_tags("O", True, tags), [1, 2, 3, 4])
        self.assertEqual(allowed_tags("B-LOC", True, tags), [0, 1])
        self.assertEqual(allowed_tags("B-LOC", False, tags), [0])
        self.assertEqual(allowed_tags(None, False, tags), [])

    def test_folds_keep_texts_whole(self) -> None:
        self.assertEqual(fold_of(["a", "a", "b", "c", "b"], 2), [0, 0, 1, 0, 1])
