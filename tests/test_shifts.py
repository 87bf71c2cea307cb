"""Votes that move: new ones, from all others in proportion, from one list."""

from hypothesis import given
from hypothesis import strategies as st

from valgforbund.shifts import shift

VOTES = st.lists(st.integers(0, 60), min_size=2, max_size=6)


def test_new_votes_from_one_list_and_back() -> None:
    assert shift("ABC", [60, 30, 10], "C", 5) == {"A": 60, "B": 30, "C": 15}
    assert shift("ABC", [60, 30, 10], "C", 5, "A") == {"A": 55, "B": 30, "C": 15}
    assert shift("ABC", [60, 30, 10], "C", -5, "A") == {"A": 65, "B": 30, "C": 5}
    assert shift("ABC", [60, 30, 10], "C", -10) == {"A": 60, "B": 30, "C": 0}


def test_all_others_give_in_proportion() -> None:
    assert shift("ABC", [60, 30, 10], "C", 9, "others") == {"A": 54, "B": 27, "C": 19}
    assert shift("ABC", [60, 30, 10], "C", -9, "others") == {"A": 66, "B": 33, "C": 1}
    assert shift("ABC", [60, 30, 10], "C", 90, "others") == {"A": 0, "B": 0, "C": 100}
    assert shift("ABC", [60, 30, 0], "C", 0, "others") == {"A": 60, "B": 30, "C": 0}
    assert shift("ABC", [6 * 10**40, 3 * 10**40, 0], "C", 9 * 10**39, "others")["B"] == 27 * 10**39


def test_equal_quotients_go_to_the_list_with_most_votes_and_then_by_letter() -> None:
    # three of 4 + 2 + 2 votes stay: the first has the quotient 4, two are of three with 2
    for letters, votes in (("XABC", [0, 4, 2, 2]), ("CBAX", [2, 2, 4, 0])):
        assert shift(letters, votes, "X", 5, "others") == {"A": 2, "B": 1, "C": 0, "X": 5}


@given(VOTES, st.data())
def test_from_others_the_total_stays_and_more_taken_leaves_nobody_with_more(
    votes: list[int], data: st.DataObject
) -> None:
    letters = "ABCDEF"[: len(votes)]
    others = sum(votes[1:])
    lowest = -votes[0] if others else 0
    amount = data.draw(st.integers(lowest, max(lowest, others - 1)))
    now = shift(letters, votes, "A", amount, "others")
    assert sum(now.values()) == sum(votes)
    assert now["A"] == votes[0] + amount
    if amount < others:
        further = shift(letters, votes, "A", amount + 1, "others")
        assert all(further[letter] <= now[letter] for letter in letters[1:])


@given(VOTES)
def test_moving_nothing_changes_nothing(votes: list[int]) -> None:
    letters = "ABCDEF"[: len(votes)]
    for source in ("new", "others", "B"):
        assert list(shift(letters, votes, "A", 0, source).values()) == votes
