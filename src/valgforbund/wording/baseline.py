"""What a person chose as "without", and the two worlds that it compares, by their names."""

from __future__ import annotations

from valgforbund.baselines import Baseline, Reference
from valgforbund.scenario import Scenario
from valgforbund.study import are_known
from valgforbund.wording.catalogue import Words
from valgforbund.wording.markup import cut

Other = Baseline | Reference


def label(words: Words, other: Other) -> str:
    """The choice as a menu names it."""
    return words(f"baseline.{other.kind}", **_named(other, 40))


def column(words: Words, other: Other) -> str:
    """The head of the column with the other world's seats."""
    return words(f"column.{other.kind}", **_named(other, 9))


def than(words: Words, reference: Reference) -> str:
    """Where a reference has other seats."""
    return words(f"than.{reference.kind}", **_named(reference, 40))


def worlds(words: Words, other: Other) -> tuple[str, str]:
    """What the world with and the world without are called in a sentence."""
    if isinstance(other, Reference):
        return words("world.now"), words(f"world.{other.kind}", **_named(other, 24))
    letter = other.letter
    if letter:
        return words("world.inside", letter=letter), words("world.outside", letter=letter)
    return words("world.with"), words(f"world.{other.kind}")


def tells_votes(other: Other | None, without: Scenario) -> bool:
    """Whether it is known where the votes of the other world ended: by its alliances."""
    return other != Reference("real") or are_known(without)


def _named(other: Other, length: int) -> dict[str, str]:
    if isinstance(other, Reference):
        return {"name": cut(other.name, length)}
    return {"letter": other.letter}
