"""Whole floats, numpy's, pandas', decimals and fractions are whole numbers in every argument.

So are all that an election itself is made of; `test_checks` has those.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from valgforbund import Draws, Scenario, ScenarioError, count, goal, partners, simulate, study
from valgforbund.council import (
    Committee,
    Council,
    agree,
    appoint,
    elect_mayor,
    majorities,
    promise,
)
from valgforbund.margins import steps
from valgforbund.proportional import Election, request, slate
from valgforbund.protocol import why

S = Scenario({"A": 40, "B": 30, "C": 20}, seats=9, alliances=[["B", "C"]])
TIE = Scenario({"A": 10, "B": 10, "C": 1}, seats=3)
SEATS = {"A": 9, "B": 5, "C": 5}
BOARD = [slate("1", 7, "A B C"), slate("2", 5, "E F")]
SAME = [slate("1", 5, "A B C"), slate("2", 5, "E F")]

Number = Callable[[int], Any]
KINDS: dict[str, Number] = {
    "float": float,
    "int64": np.int64,
    "uint8": np.uint8,
    "float64": np.float64,
    "float32": np.float32,
    "pandas": lambda n: pd.array([n], dtype="Int64")[0],
    "Series": lambda n: pd.Series([n, 1])[0],
    "Decimal": Decimal,
    "Fraction": Fraction,
}
ASKED: dict[str, Callable[[Number], object]] = {
    "council": lambda n: Council({"A": n(9), "B": n(5)}).with_seats({"B": n(6)}),
    "committees": lambda n: appoint(SEATS, {"Børn": n(7)}, present={"A": n(8)}),
    "committee": lambda n: appoint(SEATS, [Committee("Skole", n(6), "other")]),
    "quota": lambda n: majorities(SEATS, quota=n(12)).minimal,
    "mayor": lambda n: elect_mayor(n(19), {"Ida": n(9), "Bo": n(8)}).with_present(n(17), n(19)),
    "posts": lambda n: promise(SEATS, {"Museum": n(2)}, "A"),
    "agreement": lambda n: agree(SEATS).give("deputy", "Vice", "A", number=n(2)),
    "slates": lambda n: Election([slate("1", n(7), "A B"), slate("2", n(5), "E F")], n(3)),
    "posts of a board": lambda n: Election(BOARD, 2).revised(posts=n(3)),
    "votes of slates": lambda n: Election(BOARD, 3).with_votes({"1": n(4)}),
    "draw of a board": lambda n: Election(SAME, 3).draw(n(2)),
    "request": lambda n: request("åland", n(13), n(5)),
    "draw": lambda n: count(TIE).draw(n(2)).scenario,
    "why": lambda n: why(S, n(5)),
    "goal": lambda n: goal(S, "C", n(2)).to_dict(),
    "coalitions": lambda n: partners(S, "C", size=(n(2), n(3))).to_dict(),
    "steps": lambda n: steps(S, "C", fewer=n(3), more=n(9)).to_dict(),
    "closest": lambda n: study(S).closest(n(1)).to_dict(),
    "draws": lambda n: simulate(S, draws=n(9), seed=n(3), workers=n(1)).lists.to_dict(),
    "a table of draws": lambda n: simulate(
        S, model=Draws(pd.DataFrame({letter: [n(4), n(7)] for letter in "ABC"}, dtype=object))
    ).lists.to_dict(),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ask", ASKED)
def test_a_whole_number_of_any_kind_is_one(kind: str, ask: str) -> None:
    assert str(ASKED[ask](KINDS[kind])) == str(ASKED[ask](int))


@pytest.mark.parametrize(
    "wrong", [lambda n: n + 0.5, lambda _: True, lambda _: np.bool_(1), str, lambda _: None]
)
@pytest.mark.parametrize("ask", [each for each in ASKED if each not in ("draws", "committees")])
def test_what_is_none_is_an_error(wrong: Number, ask: str) -> None:
    if wrong(1) is None and ask in ("posts of a board", "quota"):
        assert ASKED[ask](wrong)  # without a number they are what they were, or the usual one
        return
    with pytest.raises(ScenarioError):
        ASKED[ask](wrong)
