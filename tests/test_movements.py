"""What is certain between two worlds with lots, against every possible result of both."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, count
from valgforbund.movements import Movement, movements
from valgforbund.sources.bundled import load

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]]).shift("Ø", 20)


def test_two_lists_that_need_not_draw_gain_one_together() -> None:
    joined = GLOSTRUP.join("C", "B-F-Ø")
    assert movements(count(GLOSTRUP), count(joined)) == (
        Movement(("A",), -1),
        Movement(("F", "Ø"), 1, by_lot=True, settled=True),
    )


def test_the_same_lot_in_both_worlds_moves_nothing() -> None:
    assert movements(count(GLOSTRUP), count(GLOSTRUP.join("A", "B-F-Ø"))) == ()
    assert movements(count(GLOSTRUP), count(GLOSTRUP.leave("B"))) == ()


def test_a_lot_that_begins_moves_seats_although_the_sum_stays() -> None:
    assert movements(count(GLOSTRUP.leave("F")), count(GLOSTRUP)) == (
        Movement(("F", "Ø"), 0, by_lot=True),
    )


def test_a_lot_about_one_seat_more_moves_one() -> None:
    s = Scenario({"A": 10, "B": 10, "C": 10}, seats=4)
    assert movements(count(s), count(s.with_seats(5))) == (
        Movement(("A", "B", "C"), 1, by_lot=True),
    )


SMALL = st.lists(st.integers(0, 6), min_size=4, max_size=5)
LIMITS = st.lists(st.sampled_from([None, 1, 2]), min_size=5, max_size=5)


@given(SMALL, LIMITS, st.integers(1, 7), st.sampled_from(["A-B", "B-C-D", "(A-B)-C", ""]))
def test_sums_are_those_of_every_possible_result(
    votes: list[int], limits: list[int | None], seats: int, allied: str
) -> None:
    letters = "ABCDE"[: len(votes)]
    alliances = {
        "A-B": [["A", "B"]],
        "B-C-D": [["B", "C", "D"]],
        "(A-B)-C": [[["A", "B"], "C"]],
        "": [],
    }[allied]
    s = Scenario(dict(zip(letters, votes, strict=True)), seats)
    s = s.with_candidates({letter: limits[i] for i, letter in enumerate(letters)})
    before, after = count(s), count(s.with_alliances(alliances))
    found = movements(before, after)
    pairs = list(product(before.outcomes.to_dict("records"), after.outcomes.to_dict("records")))
    for each in found:
        for less, more in pairs:
            assert sum(more[x] - less[x] for x in each.letters) == each.change
    told = {letter for each in found for letter in each.letters}
    assert all(before.spans[x] == after.spans[x] for x in set(letters) - told)
