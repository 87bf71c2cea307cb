"""Comparison numbers, lots, officers: the published example, d'Hondt, and strange lists."""

import json
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError
from valgforbund.dhondt import apportion
from valgforbund.proportional import (
    Candidate,
    Election,
    Slate,
    balance,
    on_board,
    second_election,
    slate,
)
from valgforbund.ranges import Span

# The published example: a council of 13 = 7 + 5 + 1.
PRESIDIUM = (slate("1", 7, "A B"), slate("2", 5, "C D"), slate("3", 1, "E"))
BOARD = (slate("1", 7, "A B C D"), slate("2", 5, "E F G"), slate("3", 1, "H"))


def test_published_presidium() -> None:
    presidium = Election(PRESIDIUM, 2, officers=True)
    assert presidium.elected == ("A", "C")
    assert (presidium.chair, presidium.vice_chair) == ("A", "C")


def test_published_board() -> None:
    board = Election(BOARD, 5, officers=True)
    assert board.elected == ("A", "E", "B", "F", "C")
    shown = board.numbers.query("status == 'elected'")["number"].round(2)
    assert shown.to_dict() == {"A": 7, "E": 5, "B": 3.5, "F": 2.5, "C": 2.33}
    assert (board.chair, board.vice_chair) == ("A", "E")
    assert board.lot is None
    assert board.seats == {"1": Span(3, 3), "2": Span(2, 2), "3": Span(0, 0)}


def test_officers_only_if_it_was_agreed() -> None:
    board = Election(BOARD, 5)
    assert (board.chair, board.vice_chair) == (None, None)


def test_equal_fifth_and_sixth_numbers_are_a_lot() -> None:
    board = Election((slate("1", 6, "A B C D"), slate("2", 4, "E F G"), slate("3", 2, "H")), 5)
    # 6, 4, 3, 2 (C), 2 (F), 2 (H): three equal numbers for two posts
    assert board.elected == ("A", "E", "B")
    assert board.lot.tied == ("C", "F", "H")
    assert board.lot.seats == 2
    assert board.numbers["status"].to_dict() | {} == {
        **dict.fromkeys("AEB", "elected"),
        **dict.fromkeys("CFH", "lot"),
        **dict.fromkeys("DG", "not"),
    }
    assert board.seats == {"1": Span(2, 3), "2": Span(1, 2), "3": Span(0, 1)}
    settled = board.settle(["H", "C"])
    assert settled.lot is None
    assert set(settled.elected) == {"A", "E", "B", "C", "H"}
    assert board.lot is not None  # the election itself did not change


def test_equal_top_numbers_are_a_lot_between_officers() -> None:
    council = (slate("1", 6, "A B"), slate("2", 6, "C D"))
    assert Election(council, 2).lot is None
    agreed = Election(council, 2, officers=True)
    assert agreed.elected == ("A", "C")
    assert (agreed.lot.tied, agreed.lot.seats) == (("A", "C"), 1)
    assert agreed.chair is None
    drawn = agreed.settle("C")
    assert (drawn.chair, drawn.vice_chair, drawn.lot) == ("C", "A", None)


def test_one_lot_after_another() -> None:
    three = [slate(name, 4, f"{name}1 {name}2") for name in "abc"]
    agreed = Election(three, 2, officers=True)
    assert (agreed.lot.tied, agreed.lot.seats) == (("a1", "b1", "c1"), 1)
    chair = agreed.settle("b1")
    assert chair.chair == "b1"
    assert (chair.lot.tied, chair.lot.seats) == (("a1", "c1"), 1)
    assert chair.settle("c1").elected == ("b1", "c1")
    assert chair.settle("c1").vice_chair == "c1"


def test_draw_is_reproducible_and_leaves_no_lot() -> None:
    tied = Election([slate(name, 4, f"{name}1 {name}2") for name in "abc"], 2, officers=True)
    drawn = tied.draw(7)
    assert drawn.lot is None
    assert drawn == tied.draw(7)
    assert {tied.draw(seed).chair for seed in range(40)} == {"a1", "b1", "c1"}


TIED = (slate("1", 6, "A B C D"), slate("2", 4, "E F G"), slate("3", 2, "H"))


def test_those_whose_place_a_lot_decided_are_marked() -> None:
    settled = Election(TIED, 5).settle(["F", "C"])
    drawn = settled.numbers["drawn"]
    assert set(drawn.index[drawn]) == {"C", "F", "H"}
    assert not Election(TIED, 5).numbers["drawn"].any()


def test_a_lot_holds_as_long_as_the_same_are_tied_for_as_many_posts() -> None:
    settled = Election(TIED, 5).settle(["H", "C"])
    assert set(settled.in_order("321").elected) == set("AEBCH")
    assert settled.in_order("321").lot is None
    more = settled.with_votes({"1": 6})
    assert more == settled
    longer = settled.revised(slates=[TIED[0], slate("2", 4, "E F G"), slate("3", 2, "H I")])
    assert set(longer.elected) == set("AEBCH")
    assert settled.revised(officers=True).chair == "A"
    assert settled.revised(officers=True).lot is None


@pytest.mark.parametrize(
    "changed",
    [
        lambda held: held.with_votes({"3": 1}),
        lambda held: held.revised(posts=4),
        lambda held: held.revised(slates=TIED[:2]),
    ],
)
def test_a_lot_between_others_is_forgotten(changed: Callable[[Election], Election]) -> None:
    assert changed(Election(TIED, 5).settle(["H", "C"])).drawn == ()


def test_only_the_lots_after_a_change_are_forgotten() -> None:
    three = [slate(name, 4, f"{name}1 {name}2") for name in "abc"]
    agreed = Election(three, 2, officers=True).settle("b1").settle("c1")
    assert agreed.revised(posts=3).drawn == ((("a1", "b1", "c1"), ("b1",)), (("a1", "c1"), ("c1",)))
    assert agreed.revised(officers=False).drawn == ()


def test_members_who_break_ranks() -> None:
    broken = Election(BOARD, 5).with_votes({"1": 6, "3": 2})
    assert Election(BOARD, 5).slates[0].votes == 7
    assert broken.elected[:3] == ("A", "E", "B")
    assert broken.numbers.loc["H", ["votes", "place", "number"]].to_list() == [2, 1, 2]


def test_lists_that_are_too_short_are_named_and_their_posts_go_on() -> None:
    short = Election((slate("1", 9, "A"), slate("2", 3, "B C D")), 3)
    assert short.elected == ("A", "B", "C")
    assert short.short == ("1",)
    assert short.vacant == 0
    assert Election((slate("1", 9, "A"), slate("2", 0, "B C")), 3).vacant == 2
    assert Election(BOARD, 5).short == ()


def test_a_list_without_votes_elects_nobody() -> None:
    assert Election((slate("1", 5, "A B"), slate("2", 0, "C D E")), 5).elected == ("A", "B")


def test_order_of_the_lists() -> None:
    other = Election(BOARD, 5).in_order(["3", "1", "2"])
    assert [each.name for each in other.slates] == ["3", "1", "2"]
    assert other.elected == Election(BOARD, 5).elected


def test_agent_is_the_first_signatory() -> None:
    assert Slate("1", 7, (Candidate("A"),), ("Maja", "Nils")).agent == "Maja"
    assert slate("1", 7, "A").agent == ""


def test_pairs_keep_their_substitutes() -> None:
    pairs = [Candidate("A", "a", "woman", "man"), Candidate("B", "b", "man", "man")]
    board = Election([slate("1", 7, pairs)], 2)
    assert board.numbers["substitute"].to_dict() == {"A": "a", "B": "b"}
    assert board.balance().met is True
    assert board.balance(substitutes=True).met is False


@given(
    st.lists(st.integers(0, 12), min_size=1, max_size=5).filter(any),
    st.integers(2, 9),
    st.data(),
)
def test_seats_are_dhondt(votes: list[int], posts: int, data: st.DataObject) -> None:
    names = [data.draw(st.integers(1, 6)) for _ in votes]
    slates = [
        slate(str(i), n, [Candidate(f"{i}.{j}") for j in range(size)])
        for i, (n, size) in enumerate(zip(votes, names, strict=True))
    ]
    election = Election(slates, posts)
    level = apportion(votes, posts, names)
    low = [span.low for span in election.seats.values()]
    high = [span.high for span in election.seats.values()]
    assert low == level.seats
    assert high == [seat + (i in level.tied) for i, seat in enumerate(level.seats)]
    assert election.vacant == level.vacant
    assert len(election.draw(1).elected) == posts - level.vacant


ERRORS = {
    "slates_not_slates": lambda: Election(None, 2),
    "candidates_not_names": lambda: slate("1", 7, None),
    "candidates_in_a_line": lambda: slate("1", 7, "Anna, Bo"),
    "sex_not_known": lambda: balance(["x"]),
    "no_slates": lambda: Election([], 2),
    "posts_not_whole": lambda: Election(BOARD, 1),
    "slate_repeated": lambda: Election([slate("1", 1, "A"), slate("1", 1, "B")], 2),
    "name_too_long": lambda: Election([slate("I", 1, ["A" * 101])], 2),
    "slate_without_name": lambda: Election([slate(" ", 1, "A")], 2),
    "board_open": lambda: second_election(Election([slate("1", 0, "A")], 2)),
    "not_on_board": lambda: on_board(Election([slate("1", 1, "D")], 2), Election(BOARD, 5)),
    "slate_empty": lambda: Election([slate("1", 1, "")], 2),
    "slate_votes_not_whole": lambda: Election([slate("1", -1, "A")], 2),
    "candidate_repeated": lambda: Election([slate("1", 1, "A B"), slate("2", 1, "C A")], 2),
    "candidate_without_name": lambda: Election([slate("1", 1, [Candidate(" ")])], 2),
    "sex_unknown": lambda: Election([slate("1", 1, [Candidate("A", sex="x")])], 2),
    "slate_unknown": lambda: Election(BOARD, 5).with_votes({"9": 1}),
    "slate_order": lambda: Election(BOARD, 5).in_order(["1", "2"]),
    "no_lot_due": lambda: Election(BOARD, 5).settle("A"),
    "lot_winners": lambda: Election([slate("1", 1, "A"), slate("2", 1, "B")], 2, True).settle("Q"),
}


@pytest.mark.parametrize("code", ERRORS)
def test_errors_are_clear(code: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        ERRORS[code]()
    assert caught.value.code == code
    assert "{" not in str(caught.value)


def test_a_person_on_two_lists_is_named_with_both() -> None:
    with pytest.raises(ScenarioError, match="A stands on list 1 and again on list 2"):
        ERRORS["candidate_repeated"]()


def test_a_substitute_may_not_stand_elsewhere() -> None:
    with pytest.raises(ScenarioError, match="B stands on list 1 and again on list 2"):
        Election([slate("1", 1, [Candidate("A", "B")]), slate("2", 1, "B")], 2)


def test_numbers_are_exact() -> None:
    numbers = Election(BOARD, 5).numbers
    assert Fraction(*map(int, numbers.loc["C", ["votes", "place"]])) == Fraction(7, 3)
    by_place = zip(numbers["votes"], numbers["place"], strict=True)
    assert numbers["number"].to_list() == [votes / place for votes, place in by_place]


def test_numbers_are_json() -> None:
    found = json.loads(Election(BOARD, 5).numbers.to_json(orient="index"))
    assert found["C"]["votes"] == 7
    assert found["C"]["number"] == pytest.approx(7 / 3)


@pytest.mark.parametrize("again", ["Anna  Ek", "ANNA EK", " Anna Ek"])
def test_a_person_is_known_whatever_the_blanks_and_capitals(again: str) -> None:
    with pytest.raises(ScenarioError) as error:
        Election([slate("1", 7, ["Anna Ek"]), slate("2", 5, [again])], 2)
    assert error.value.code == "candidate_repeated"


def test_the_order_of_the_lists_changes_no_draw() -> None:
    slates = [slate("1", 5, "A B"), slate("2", 5, "C D"), slate("3", 5, "E F")]
    for seed in range(9):
        one, other = (Election(each, 2).draw(seed) for each in (slates, slates[::-1]))
        assert set(one.elected) == set(other.elected)
