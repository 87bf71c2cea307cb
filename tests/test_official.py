"""The official result beside a count: its seats, and where its votes ended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, count, load
from valgforbund.official import Official
from valgforbund.sources.places import known_seats
from valgforbund.waste import MEASURES, spans_by_measure

KNOWN = [("KV2025", "Næstved"), ("KV2021", "Rødovre"), ("KV2025", "Lolland"), ("EP2024", "Danmark")]


@pytest.mark.parametrize(("election", "place"), KNOWN)
def test_where_we_count_as_the_law_does_both_are_the_same(election: str, place: str) -> None:
    s = load(election, place)
    official, counted = Official(s, known_seats(election, place)), count(s)
    assert official.spans == counted.spans
    assert spans_by_measure(official) == spans_by_measure(counted)


def test_where_the_alliances_are_not_known_the_seats_are_those_that_were_given() -> None:
    given_out = known_seats("KV2021", "Næstved")
    official = Official(load("KV2021", "Næstved"), given_out)
    assert official.seats.to_dict() == given_out
    assert (official.lots, official.vacant, official.open_seats) == ((), 0, 0)
    assert count(official.scenario).seats.to_dict() != given_out


@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.booleans())
def test_every_seat_that_was_given_is_where_it_was_given(seats: list[int], allied: bool) -> None:
    s = Scenario({"A": 5, "B": 3, "C": 2, "D": 0}, max(sum(seats), 1), [["B", "C"]] * allied)
    official = Official(s, dict(zip("ABCD", seats, strict=True)))
    assert official.certain == tuple(seats)
    assert official.seats_of("BC").ends == (seats[1] + seats[2],) * 2
    found = spans_by_measure(official)
    assert found["seated"].low == sum(v for v, n in zip(s.ballots, seats, strict=True) if n)
    assert set(found) == set(MEASURES)
