"""Lists and alliances are found as people call them, wherever a letter or a name is asked for."""

from collections.abc import Callable

import pandas as pd
import pytest

from valgforbund import (
    Draws,
    Poll,
    Scenario,
    ScenarioError,
    Swing,
    admissions,
    compare,
    count,
    goal,
    load,
    margins,
    partners,
    simulate,
    structures,
)
from valgforbund.council import Council, majorities
from valgforbund.lots import Lot
from valgforbund.margins import steps

NÆSTVED = load("KV2025", "Næstved")
SAMSØ = load("KV2025", "Samsø")
TIED = count(Scenario({"A": 10, "Ø": 10}, 3))
SEATS = Council(count(NÆSTVED).seats)


def drawn(**model: object) -> pd.DataFrame:
    """What some model gives."""
    kind = {"shares": Poll, "guesses": Swing}[next(iter(model))]
    return simulate(NÆSTVED, model=kind(**model), draws=20).lists


ASKED: dict[str, Callable[[str, str], object]] = {
    # a list and an alliance, as they are called
    "margins": lambda f, _: margins(NÆSTVED, source=f),
    "steps": lambda f, _: steps(NÆSTVED, f, more=3),
    "steps of an alliance": lambda _, allied: steps(NÆSTVED, allied, more=3),
    "goal": lambda f, _: goal(NÆSTVED, f, 3),
    "goal from a list": lambda f, _: goal(NÆSTVED, "A", 12, source=f),
    "partners": lambda f, _: partners(NÆSTVED, "A", include=[f], apart=[(f, "Ø")]),
    "compare": lambda _, allied: compare(NÆSTVED, allied).ledger,
    "admissions": lambda _, allied: admissions(NÆSTVED, allied),
    "blocs": lambda f, _: simulate(NÆSTVED, blocs={"x": [f, "Ø"]}, draws=20).majorities,
    "poll": lambda f, _: drawn(shares={f: 20}),
    "guesses": lambda f, _: drawn(guesses={f: (20, 1)}, blocs=[[f, "A"]]),
    "draws": lambda f, _: (
        simulate(
            Scenario({"F": 1, "A": 2}, 3, names={"F": "SF"}),
            model=Draws(pd.DataFrame({f: [3], "A": [4]})),
        ).lists
    ),
    "structures": lambda f, _: structures(SAMSØ, forbidden=[(f, "A")]).distribution_of(f),
    "unite": lambda f, _: NÆSTVED.unite([f, "O"]),
    "join": lambda f, allied: NÆSTVED.leave(f).join(f, allied.replace("F-", "").replace("f-", "")),
    "leave": lambda f, _: NÆSTVED.leave(f),
    "dissolve": lambda _, allied: NÆSTVED.dissolve(allied),
    "without_list": lambda f, _: NÆSTVED.without_list(f),
    "alliance_of": lambda f, _: NÆSTVED.alliance_of(f),
    "shift": lambda f, _: NÆSTVED.shift(f, 5, "A").shift("A", 3, f),
    "votes": lambda f, _: NÆSTVED.with_votes({f: 7}).with_candidates({f: 3}).with_names({f: "x"}),
    "alliances": lambda f, _: NÆSTVED.with_alliances([[f, ["A", "B"]]]),
}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize(
    ("called", "allied"),
    [("f", "a-b-f-oe-aa"), ("SF", "A-B-F-Ø-Å"), ("Socialistisk Folkeparti", "Å-Ø-F-B-A")],
)
def test_a_list_is_found_by_its_party_and_in_any_spelling(
    name: str, called: str, allied: str
) -> None:
    found, wanted = ASKED[name](called, allied), ASKED[name]("F", "A-B-F-Ø-Å")
    if isinstance(wanted, pd.DataFrame):
        pd.testing.assert_frame_equal(found, wanted)
    else:
        assert found == wanted


def test_winners_of_a_lot_and_lists_of_a_council_are_found_so_too() -> None:
    lot = Lot("", ("A", "Ø"), 1)
    assert TIED.settle({lot: "oe"}).certain == TIED.settle({lot: "Ø"}).certain
    assert SEATS.join("f", "a").groups == SEATS.join("F", "A").groups
    assert majorities(SEATS, [["f", "ø"]]).minimal == majorities(SEATS, [["F", "Ø"]]).minimal


@pytest.mark.parametrize("name", ["steps", "goal", "shift", "votes", "leave", "partners"])
def test_who_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ScenarioError, match="Slesvigsk"):
        ASKED[name]("Slesvigsk Parti", "A-B-F-Ø-Å")
