"""Cases that show something, each one click away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from valgforbund.baselines import Baseline
from valgforbund.scenario import Scenario
from valgforbund.sources.source import load
from valgforbund.wording import Words


@dataclass(frozen=True)
class Example:
    """What an example opens.

    Attributes
    ----------
    original : Scenario
        What changed values are shown against.
    scenario : Scenario
        What is shown.
    view : dict
        How it is looked at: focus, baseline.
    """

    original: Scenario
    scenario: Scenario
    view: dict[str, Any] = field(default_factory=dict)


def lyngby(_: Words) -> Example:
    """A seat saved for O, and votes with no seat at all fall."""
    scenario = load("KV2025", "Lyngby-Taarbæk")
    return Example(scenario, scenario, {"focus": frozenset("IMOV")})


def naestved(_: Words) -> Example:
    """Two seats saved."""
    scenario = load("KV2025", "Næstved")
    return Example(scenario, scenario, {"focus": frozenset("CIMOVÆ")})


def lolland(_: Words) -> Example:
    """List Æ won 5 seats and had 4 candidates; C, inside its alliance, got the fifth."""
    scenario = load("KV2025", "Lolland")
    return Example(scenario, scenario, {"focus": frozenset("CIÆ")})


def lejre(_: Words) -> Example:
    """Ø's form came too late; had it joined A and F, a seat would have gone from C to Ø."""
    original = load("KV2021", "Lejre")
    scenario = original.with_alliances([["A", "F"], ["V", "C", "O"]])
    view = {"focus": frozenset("AF"), "baseline": Baseline("in", "Ø")}
    return Example(original, scenario, view)


def seven(_: Words) -> Example:
    """The seven smallest lists of Næstved together win a seat that none of them has alone."""
    original = load("KV2013", "Næstved")
    small = original.by_votes[-7:]
    return Example(original, original.unite(small), {"focus": frozenset(small)})


def lot(_: Words) -> Example:
    """With 20 votes more, Ø and F would have drawn lots for a seat."""
    original = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
    return Example(original, original.shift("Ø", 20), {"focus": frozenset("BFØ")})


def school_class(words: Words) -> Example:
    """29 pupils vote on what to do: the two smallest together win a seat that F had alone."""
    letters, votes = "FMVSK", (11, 7, 6, 3, 2)
    names = words("example.class_names").split("|")
    scenario = Scenario(
        dict(zip(letters, votes, strict=True)),
        seats=5,
        alliances=[["S", "K"]],
        names=dict(zip(letters, names, strict=True)),
        place=words("example.class_place"),
    )
    return Example(scenario, scenario)


def empty(_: Words) -> Example:
    """An election of the person's own, to fill in."""
    scenario = Scenario({"A": 0, "B": 0, "C": 0}, seats=9)
    return Example(scenario, scenario)


EXAMPLES: dict[str, Callable[[Words], Example]] = {
    "example.lyngby": lyngby,
    "example.class": school_class,
    "example.lot": lot,
    "example.lolland": lolland,
    "example.lejre": lejre,
    "example.naestved": naestved,
    "bar.empty": empty,
}
