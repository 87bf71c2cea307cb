"""The votes between the candidates of a list: against adding and taking votes one by one."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nominated import nominated
from slow_list import open_list, party_list

import valgforbund as vf
from valgforbund.people.ladder import ladder
from valgforbund.people.nominees import Nominees
from valgforbund.people.passing import to_lose, to_seat
from valgforbund.sharing.candidates import OPEN, PARTY_LIST

few = st.lists(st.integers(0, 9), min_size=1, max_size=5)
lists = st.builds(
    lambda form, list_votes, votes: Nominees(form, list_votes, tuple(votes), (None,) * len(votes)),
    st.sampled_from((OPEN, PARTY_LIST)),
    st.integers(0, 20),
    few,
).filter(lambda each: each.total > 0)


def sits(each: Nominees, seats: int, candidate: int, more: int) -> bool:
    """Whether it is sure, by the slow reading of the law."""
    votes = list(each.votes)
    votes[candidate - 1] += more
    if not seats:
        return False
    if each.form == OPEN:
        return candidate in open_list(votes, seats)[0]
    return candidate in party_list(each.list_votes, votes, seats)[:seats]


def first(holds: Callable[[int], bool], most: int) -> int | None:
    return next((n for n in range(1, most + 1) if holds(n)), None)


@given(lists, st.integers(0, 5), st.data())
def test_votes_to_a_seat_and_from_it_one_by_one(
    each: Nominees, seats: int, data: st.DataObject
) -> None:
    candidate = data.draw(st.integers(1, len(each.votes)))
    now = sits(each, seats, candidate, 0)
    gain, lose = to_seat(each, seats, candidate), to_lose(each, seats, candidate)
    if now or not seats:
        assert gain is None
    else:
        assert gain == first(lambda n: sits(each, seats, candidate, n), 400)
    held = each.votes[candidate - 1]
    expected = first(lambda n: not sits(each, seats, candidate, -n), held) if now else None
    assert lose == expected


@pytest.mark.parametrize("place", ["Læsø", "Næstved", "Glostrup"])
def test_the_order_is_that_of_those_elected_and_their_substitutes(place: str) -> None:
    s = vf.load("KV2025", place)
    seats, after = vf.elected(s), vf.substitutes(s)
    for letter in s.letters:
        rows = ladder(s, letter)
        own = seats[seats["letter"] == letter]["candidate"].dropna().to_list()
        if (
            own
            and not (rows["stands"] == "lot").any()
            and not after[after["letter"] == letter]["tied"].notna().any()
        ):
            rest = after[after["letter"] == letter]
            assert rows["candidate"].to_list() == own + rest["candidate"].to_list()
            assert rows["lacks"].to_list()[len(own) :] == rest["lacks"].to_list()
        assert (rows["stands"] == "sits").sum() == len(own)
        assert rows["votes"].sum() <= s.votes[letter]


def test_the_last_of_a_list_falls_with_its_seat_and_the_first_substitute_rises() -> None:
    s = vf.load("KV2025", "Næstved")
    rows = ladder(s, "Dansk Folkeparti").set_index("candidate")
    assert rows.index[rows["falls"]].to_list() == [3]  # Patrick Elm, official seat 29
    assert rows.index[rows["rises"]].to_list() == [4]
    more = s.shift("O", int(vf.margins(s).loc["O", "votes_to_gain"]))
    assert ladder(more, "O").set_index("candidate").loc[4, "stands"] == "sits"


def test_a_lot_between_lists_leaves_it_open() -> None:
    drawn = vf.Scenario({"A": 40, "B": 40}, seats=1)
    rows = ladder(drawn, "A", nominated(drawn))
    assert rows["stands"].to_list() == ["lot", "out", "out", "out"]
    assert rows[["lacks", "to_seat", "to_lose"]].isna().all(axis=None)
    assert not rows[["rises", "falls"]].any(axis=None)


def test_equals_stand_as_on_the_ballot_paper_and_each_once() -> None:
    s = vf.Scenario({"A": 40, "C": 60}, seats=3)  # C has two seats
    people = pd.DataFrame({"letter": "C", "candidate": [1, 2, 3, 4], "votes": [15, 25, 15, 5]})
    rows = ladder(s, "C", people)
    assert rows["candidate"].to_list() == [2, 1, 3, 4]
    assert rows["stands"].to_list() == ["sits", "lot", "lot", "out"]
    assert rows["to_seat"].fillna(0).to_list() == [0, 1, 1, 11]
    assert rows["to_lose"].fillna(0).to_list() == [10, 0, 0, 0]


def test_a_list_whose_candidates_nobody_knows_has_no_rows() -> None:
    s = vf.Scenario({"A": 40, "B": 60}, seats=5)
    rows = ladder(s, "B", pd.DataFrame({"letter": ["A"], "candidate": [1], "votes": [9]}))
    assert rows.empty
    with pytest.raises(vf.ScenarioError) as error:
        ladder(s, "Q", nominated(s))
    assert error.value.code == "letter_unknown"
