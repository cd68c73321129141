"""Tests; run from `train/` by `python -m unittest`."""
