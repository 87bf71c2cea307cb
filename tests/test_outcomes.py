"""The frame of all possible results, and its limit."""

import pytest

from valgforbund import Scenario, count
from valgforbund.errors import ScenarioError


def test_likeliest_first_and_all_together_certain() -> None:
    # three units with 13 votes share 4 seats; the second seat of A-B goes to B; of results that are
    # as likely that with most seats for C stands first, then that with most for D
    c = count(Scenario({"A": 7, "B": 6, "C": 13, "D": 13}, 4, [["A", "B"]]))
    assert c.outcomes.to_dict("list") == {
        "A": [1, 1, 1],
        "B": [0, 0, 1],
        "C": [2, 1, 1],
        "D": [1, 2, 1],
        "probability": [1 / 3, 1 / 3, 1 / 3],
    }
    assert c.outcomes.columns.tolist() == ["A", "B", "C", "D", "probability"]


def test_no_lot_is_one_outcome() -> None:
    c = count(Scenario({"A": 25, "B": 31}, 9))
    assert c.outcomes.iloc[0].tolist() == [*c.seats, 1.0]
    assert len(c.outcomes) == 1


def test_independent_lots_multiply() -> None:
    two = count(
        Scenario({"A": 6, "B": 6, "C": 4, "D": 4, "E": 4}, 2, [["A", "B"], ["C", "D", "E"]])
    )
    assert len(two.lots) == 2
    assert two.outcomes["probability"].tolist() == pytest.approx([1 / 6] * 6)


def test_ten_thousand_are_listed_and_no_more() -> None:
    listed = count(Scenario({f"L{i}": 1 for i in range(16)}, 5))
    assert len(listed.outcomes) == 4368
    many = count(Scenario({f"L{i}": 1 for i in range(99)}, 50))
    with pytest.raises(ScenarioError, match="more than the 10000"):
        _ = many.outcomes
    assert many.expected.unique().tolist() == [50 / 99]
    assert (many.low.max(), many.high.min()) == (0, 1)
