"""The one or two worlds of a picture, and what they are called."""

from __future__ import annotations

from valgforbund.comparison import DISSOLVED, NONE, Comparison
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.wording import Words

Shown = Scenario | Count | Comparison


def counts(shown: object) -> tuple[Count, Count | None]:
    """The count that is shown, and the other world of a comparison.

    Examples
    --------
    >>> counts(Scenario({"A": 10, "B": 10}, 3))
    (<Count: A 1 B 1; 1 waiting for a lot>, None)
    """
    if isinstance(shown, Comparison):
        return shown.with_, shown.without
    if isinstance(shown, Scenario | Count):
        return count(shown), None
    raise ScenarioError("not_a_comparison", value=shown)


def labels(words: Words, compared: Comparison) -> tuple[str, str]:
    """What the world with and the world without are called in a sentence."""
    if compared.baseline in (DISSOLVED, NONE):
        return words("world.with"), words(f"world.{compared.baseline}")
    letter = outside(compared)
    if letter is None:
        return words("world.with"), words("world.other")
    return words("world.inside", letter=letter), words("world.outside", letter=letter)


def titled(words: Words, what: str, shown: Shown) -> str:
    """The title of a picture of one world, or of two by their names."""
    if not isinstance(shown, Comparison):
        return words(f"picture.{what}")
    with_, without = labels(words, shown)
    if outside(shown) is None:
        with_ = words("picture.with", alliance=shown.alliance.name)
    return words(f"picture.{what}_both", with_=with_, without=without)


def outside(compared: Comparison) -> str | None:
    """The one member that stays out in the world without; None where it is another one."""
    with_, without = compared.with_.scenario, compared.without.scenario
    if compared.baseline in (DISSOLVED, NONE) or with_.letters != without.letters:
        return None
    apart = without.alliances
    return next((x for x in compared.alliance.letters if with_.leave(x).alliances == apart), None)
