"""Prints the news whose trees the second stage of the training learns, for another parser to read.

usage: python train/news.py CORPORA > news.txt

One sentence a line, its words parted by spaces.
"""

import sys
from pathlib import Path

from analyser.corpora import read_contractions, read_germeval, read_smartdata
from analyser.raw import read_wikinews
from analyser.silver import fitting

CONTRACTIONS = Path(__file__).resolve().parents[1] / "data" / "lang" / "de" / "contractions.tsv"


def main() -> None:
    """Reads the corpora and prints."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    corpora = Path(sys.argv[1])
    contractions = read_contractions(CONTRACTIONS)
    sentences = [
        *read_germeval(corpora / "ner" / "germeval2014-dev.tsv", contractions),
        *read_germeval(corpora / "ner" / "germeval2014-test-even.tsv", contractions),
        *read_smartdata(corpora / "ner" / "smartdata.jsonl", contractions),
        *read_wikinews(corpora / "quotes" / "wikinews-train.jsonl", contractions),
    ]
    for sentence in fitting(sentences):
        print(" ".join(sentence.words))


if __name__ == "__main__":
    main()
