"""What a council and the two worlds of a comparison are called."""

from __future__ import annotations

from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.comparison import Comparison
from valgforbund.scenario import Scenario
from valgforbund.wording.catalogue import Words


def where(words: Words, scenario: Scenario) -> str:
    """Place and election, as far as they are known."""
    key = f"election.{scenario.election}"
    election = words(key) if key in words else scenario.election
    return ", ".join(filter(None, (scenario.place, election)))


def labels(words: Words, compared: Comparison) -> tuple[str, str]:
    """What the world with and the world without are called in a sentence."""
    if compared.baseline in (DISSOLVED, NONE):
        return words("world.with"), words(f"world.{compared.baseline}")
    letter = outside(compared)
    if letter is None:
        return words("world.with"), words("world.other")
    return words("world.inside", letter=letter), words("world.outside", letter=letter)


def titled(
    words: Words, what: str, compared: Comparison | None, named: tuple[str, str] | None = None
) -> str:
    """The title of a picture or table of one world, or of two by their names."""
    if compared is None:
        return words(f"picture.{what}")
    with_, without = named or labels(words, compared)
    if named is None and outside(compared) is None:
        with_ = words("picture.with", alliance=compared.alliance.name)
    return words(f"picture.{what}_both", with_=with_, without=without)


def outside(compared: Comparison) -> str | None:
    """The one member that stays out in the world without; None where it is another one."""
    with_, without = compared.with_.scenario, compared.without.scenario
    if compared.baseline in (DISSOLVED, NONE) or with_.letters != without.letters:
        return None
    apart = without.alliances
    return next((x for x in compared.alliance.letters if with_.leave(x).alliances == apart), None)
