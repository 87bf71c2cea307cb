"""A table of draws that a person brings."""

import pandas as pd
import pytest

from valgforbund import Draws, Scenario, ScenarioError, simulate

S = Scenario({"A": 5, "B": 4, "Å": 1}, seats=3)


def test_columns_go_by_letter_in_any_order_and_spelling() -> None:
    table = pd.DataFrame({"A\u030a": [0, 9], "B": [0, 0], "A": [9.0, 0.0]}, index=["x", "y"])
    sim = simulate(S, model=Draws(table))
    assert sim.lists["mean_with"].to_dict() == {"A": 1.5, "B": 0, "Å": 1.5}


def test_two_columns_of_one_list_are_an_error_whatever_their_spelling() -> None:
    table = pd.DataFrame({"A": [1], "A ": [500], "B": [3], "Å": [5]})
    with pytest.raises(ScenarioError, match="two columns for list A"):
        simulate(S, model=Draws(table))


def test_a_draw_without_votes_fills_no_seat() -> None:
    sim = simulate(S, model=Draws(pd.DataFrame({"A": [0], "B": [0], "Å": [0]})))
    assert sim.lists["mean_with"].sum() == 0


@pytest.mark.parametrize("value", [-1, 0.5, float("inf"), None, "many"])
def test_what_is_no_number_of_votes_is_named_with_its_row(value: object) -> None:
    table = pd.DataFrame({"A": [1, 2], "B": [3, value], "Å": [5, 6]}, index=["x", "y"])
    with pytest.raises(ScenarioError, match="Row y of the draws: votes for list B"):
        simulate(S, model=Draws(table))


def test_a_column_that_is_no_list_is_an_error() -> None:
    with pytest.raises(ScenarioError, match="no list Q"):
        simulate(S, model=Draws(pd.DataFrame({"A": [1], "B": [3], "Å": [5], "Q": [1]})))
