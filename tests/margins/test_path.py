"""The units on the way from the council to a list."""

from valgforbund import Scenario, count
from valgforbund.margins.path import Path
from valgforbund.ranges import Span

NESTED = Scenario(
    {"A": 100, "B": 60, "C": 50, "D": 40}, 9, [["A", ["B", "C"]]], candidates={"B": 2}
)


def test_the_units_are_those_that_hold_the_list_outermost_first() -> None:
    assert [unit.name for unit in Path(NESTED, "C").units] == ["A-B-C", "B-C", "C"]
    assert [unit.name for unit in Path(NESTED, "B-C").units] == ["A-B-C", "B-C"]
    assert [unit.name for unit in Path(NESTED, "D").units] == ["D"]


def test_a_list_in_a_tied_alliance_may_be_lucky_twice() -> None:
    s = Scenario({"A": 6, "B": 3, "C": 3}, 1, [["B", "C"]])
    assert Path(s, "B").spans(s.ballots) == (Span(0, 1), Span(0, 1))
    assert Path(s, "B").spans([6, 4, 3]) == (Span(1, 1), Span(1, 1))


def test_without_votes_there_is_no_seat_to_fill_and_with_one_there_is() -> None:
    s = Scenario({"A": 6, "B": 0}, 4, candidates={"A": 1, "B": 2})
    assert Path(s, "B").spans([6, 0]) == (Span(0, 0),)
    assert Path(s, "B").spans([6, 1]) == (Span(2, 2),)


def test_lots_that_were_drawn_hold_now() -> None:
    tie = count(Scenario({"A": 10, "B": 10}, 3))
    drawn = tie.settle({tie.lots[0]: "B"})
    path = Path(drawn.scenario, "A")
    assert path.spans_now(drawn) == (Span(1, 1),)
    assert path.spans(drawn.scenario.ballots) == (Span(1, 2),)
