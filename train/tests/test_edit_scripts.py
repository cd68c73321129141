"""Edit scripts make the lemma they were made from."""

import random
import unittest

from analyser.edit_scripts import apply_script, make_script


class EditScripts(unittest.TestCase):
    """Scripts by example, and round trips."""

    def test_examples(self) -> None:
        examples = [
            ("Häuser", "Haus", "↑;→-+a;--"),
            ("lobte", "loben", "↓;;-→+n"),
            ("gereist", "reisen", "↓;--;-+e+n"),
            ("Die", "der", "↓;;-→+r"),
            ("NATO", "NATO", "⇑;;"),
            ("iPhones", "iPhone", ";;-"),
            ("ist", "wo", "=wo"),
            (".", ".", "↓;;"),
        ]
        for form, lemma, script in examples:
            with self.subTest(form=form):
                self.assertEqual(make_script(form, lemma), script)
                self.assertEqual(apply_script(script, form), lemma)

    def test_round_trip(self) -> None:
        chance = random.Random(0)
        letters = "abÄßİσς;+→-=A1 𝔘ŉ"
        for _ in range(3000):
            form = "".join(chance.choices(letters, k=chance.randint(1, 8)))
            lemma = "".join(chance.choices(letters, k=chance.randint(1, 8)))
            with self.subTest(form=form, lemma=lemma):
                self.assertEqual(apply_script(make_script(form, lemma), form), lemma)

    def test_too_short(self) -> None:
        self.assertIsNone(apply_script("↓;--;--", "ging"))
        self.assertIsNone(apply_script("↓;;-", ""))
