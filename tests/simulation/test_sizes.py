"""What nobody needs is refused at once, with the limit; whole numbers may be of any kind."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest

from valgforbund import Draws, Poll, Scenario, ScenarioError, Swing, simulate

S = Scenario({"A": 40, "B": 30, "C": 20}, seats=9, alliances=[["B", "C"]])
HUGE = [10**18, 10**42, 10**400]


def code_of(given: Scenario = S, **arguments: Any) -> tuple[str, str]:
    with pytest.raises(ScenarioError) as error:
        simulate(given, "B-C", **arguments)
    return error.value.code, str(error.value)


@pytest.mark.parametrize("number", HUGE)
def test_draws_workers_and_people_asked(number: int) -> None:
    code, sentence = code_of(draws=number)
    assert (code, "1000000000;" in sentence) == ("count_too_large", True)
    code, sentence = code_of(workers=number)
    assert (code, "from 1 to 1000;" in sentence) == ("workers_not_whole", True)
    with pytest.raises(ScenarioError, match="people asked may be at most 1000000000"):
        Poll(sample=number)
    assert code_of(seed=10 * number**9)[0] == "number_too_large"


@pytest.mark.parametrize("number", HUGE)
def test_the_numbers_of_a_model(number: int) -> None:
    for wrong in (
        lambda: Poll(design_effect=number),
        lambda: Poll(undecided=number),
        lambda: Poll({"A": number}),
        lambda: Poll(guesses={"A": (number, 1)}),
        lambda: Swing(number),
        lambda: Swing(correlation=number),
        lambda: Swing(guesses={"A": (1, number)}),
    ):
        with pytest.raises(ScenarioError):
            wrong()


@pytest.mark.parametrize("number", [*HUGE, 10**15])
@pytest.mark.parametrize("model", [None, Poll(), Poll({"A": 40, "B": 30}), Swing()])
def test_votes_that_no_draw_can_hold(number: int, model: Poll | Swing | None) -> None:
    large = S.with_votes({letter: votes * number for letter, votes in S.votes.items()})
    code, sentence = code_of(large, model=model)
    assert (code, "2^52" in sentence) == ("votes_too_many_to_draw", True)


@pytest.mark.parametrize("number", [1e15, 1e42, 1e300, 10**42, 10**400])
def test_a_table_of_such_votes(number: float) -> None:
    table = pd.DataFrame({"A": [5, number], "B": [4, number], "C": [0.0, number]})
    assert code_of(model=Draws(table))[0] == "votes_too_many_to_draw"


@pytest.mark.parametrize("seats", [2_001, *HUGE])
def test_seats(seats: int) -> None:
    code, sentence = code_of(S.with_seats(seats))
    assert (code, "2000 seats" in sentence) == ("seats_too_many_to_draw", True)
    assert code_of(baseline=S.with_seats(seats))[0] == "seats_too_many_to_draw"


@pytest.mark.parametrize(
    "kind", [float, np.int64, np.float64, np.uint8, Decimal, Fraction, lambda n: pd.Series([n])[0]]
)
def test_whole_numbers_of_any_kind(kind: Any) -> None:
    poll = Poll({"A": 40}, kind(100), kind(2), kind(10), {"C": (kind(5), kind(1))})
    assert poll == Poll({"A": 40}, 100, 2, 10, {"C": (5, 1)})
    plain = Swing(5, correlation=1, guesses={"C": (5, 1)})
    swing = Swing(kind(5), correlation=kind(1), guesses={"C": (kind(5), kind(1))})
    for mine, theirs in ((poll, Poll({"A": 40}, 100, 2, 10, {"C": (5, 1)})), (swing, plain)):
        given = {"draws": kind(7), "seed": kind(3), "workers": kind(1)}
        found = simulate(S, "B-C", model=mine, **given)
        assert found.lists.equals(simulate(S, "B-C", model=theirs, draws=7, seed=3).lists)
        assert found.at_least(kind(2)).equals(found.at_least(2))
