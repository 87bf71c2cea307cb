"""What a person chose as "without", and the two worlds that it compares, by their names."""

from __future__ import annotations

from valgforbund.baselines import Baseline
from valgforbund.wording.catalogue import Words


def label(words: Words, baseline: Baseline) -> str:
    """The choice as a menu names it."""
    return words(f"baseline.{baseline.kind}", letter=baseline.letter)


def column(words: Words, baseline: Baseline) -> str:
    """The head of the column with the other world's seats."""
    return words(f"column.{baseline.kind}", letter=baseline.letter)


def worlds(words: Words, baseline: Baseline) -> tuple[str, str]:
    """What the world with and the world without are called in a sentence."""
    letter = baseline.letter
    if letter:
        return words("world.inside", letter=letter), words("world.outside", letter=letter)
    return words("world.with"), words(f"world.{baseline.kind}")
