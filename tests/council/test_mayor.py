"""The three ballots for mayor."""

import pytest

from valgforbund.council import Council, elect_mayor, votes_of
from valgforbund.lots import Lot

SPLIT = {"A": 10, "B": 8, "C": 3}


def test_the_first_ballot_needs_a_majority_of_those_present() -> None:
    assert elect_mayor(19, {"A": 10, "B": 5}).elected == "A"
    # nine votes of nine cast are no majority of nineteen present
    first = elect_mayor(19, {"A": 9})
    assert first.elected is None
    assert (first.needed, first.next_ballot) == (10, 2)


def test_in_the_second_it_is_enough_that_all_votes_fall_on_one() -> None:
    assert elect_mayor(19, {"A": 9}, {"A": 9}).elected == "A"
    assert elect_mayor(19, {"A": 9, "B": 1}, {"A": 9, "B": 1}).elected is None


def test_the_case_of_the_ministry_of_2013() -> None:
    # 21 members, 10 for one, 8 for another, 3 for a third: the third ballot goes by votes cast,
    # so ten votes of eighteen elect, though they are no majority of those present
    election = elect_mayor(21, SPLIT, SPLIT)
    assert (election.elected, election.finalists, election.next_ballot) == (None, ("A", "B"), 3)
    third = election.vote({"A": 10, "B": 8})
    assert third.elected == "A"
    assert third.needed == 11
    assert third.table["ballot_3"].to_list()[:2] == [10, 8]
    assert third.table.loc["", "ballot_3"] == 3
    assert third.table["ballot_3"].isna().to_dict() == {
        "A": False,
        "B": False,
        "C": True,
        "": False,
    }


def test_equal_votes_in_the_third_are_a_lot_that_is_shown() -> None:
    tie = elect_mayor(20, SPLIT | {"A": 8}, SPLIT | {"A": 8}, {"A": 9, "B": 9})
    assert tie.elected is None
    assert tie.lots == (Lot("mayor", ("A", "B"), 1),)
    assert tie.settle({tie.lots[0]: "B"}).elected == "B"
    assert {tie.draw(seed).elected for seed in range(20)} == {"A", "B"}


def test_a_lot_decides_who_of_equals_goes_on() -> None:
    second = elect_mayor(21, {"A": 9, "B": 6, "C": 6}, {"A": 9, "B": 6, "C": 6})
    assert (second.finalists, second.next_ballot) == (None, None)
    assert second.lots == (Lot("finalists", ("B", "C"), 1),)
    settled = second.settle({second.lots[0]: "C"})
    assert settled.finalists == ("A", "C")
    assert settled.next_ballot == 3
    assert settled.vote({"A": 9, "C": 12}).elected == "C"
    three = elect_mayor(21, {"A": 7, "B": 7, "C": 7}, {"A": 7, "B": 7, "C": 7})
    assert three.lots == (Lot("finalists", ("A", "B", "C"), 2),)
    assert three.settle({three.lots[0]: ["C", "A"]}).finalists == ("A", "C")


def test_two_equals_at_the_top_are_the_two() -> None:
    election = elect_mayor(21, {"A": 9, "B": 9, "C": 3}, {"A": 9, "B": 9, "C": 3})
    assert election.finalists == ("A", "B")
    assert election.lots == ()


def test_when_nobody_gets_a_vote_nothing_goes_on() -> None:
    election = elect_mayor(19, {}, {"A": 0})
    assert (election.elected, election.lots, election.next_ballot) == (None, (), None)


def test_an_election_is_not_changed_by_its_verbs() -> None:
    election = elect_mayor(21, SPLIT)
    election.vote(SPLIT)
    assert len(election.ballots) == 1
    assert hash(election) == hash(elect_mayor(21, SPLIT))


@pytest.mark.parametrize(
    ("choices", "votes"),
    [
        ({"A": "Jensen", "C": "Hansen"}, {"Jensen": 9, "Hansen": 5}),
        ({"A-F": "Jensen", "C": None}, {"Jensen": 11}),
        ({"A-F": "Jensen", "F": "Hansen"}, {"Jensen": 9, "Hansen": 2}),
        ({}, {}),
    ],
)
def test_votes_by_list(choices: dict[str, str | None], votes: dict[str, int]) -> None:
    council = Council({"A": 9, "C": 5, "F": 2, "Å": 0}, [["A", "F"]])
    assert votes_of(council, choices) == votes


def test_ballots_stay_with_another_number_of_members_present() -> None:
    m = elect_mayor(21, SPLIT, {"A": 9, "B": 6, "C": 6})
    drawn = m.settle({m.lots[0]: "C"})
    fewer = drawn.with_present(21, 31).with_present(31, 31)
    assert (fewer.present, fewer.ballots, fewer.drawn) == (31, m.ballots, drawn.drawn)
    assert fewer.finalists == ("A", "C")
    assert elect_mayor(21, {"A": 10, "B": 9}).with_present(19, 21).elected == "A"
    assert m.present == 21


def test_a_lot_over_the_third_ballot_is_void_if_somebody_is_elected_in_the_second() -> None:
    m = elect_mayor(21, {}, {"A": 9, "B": 4, "C": 4})
    fewer = m.settle({m.lots[0]: "B"}).with_present(17, 21)
    assert (fewer.elected, fewer.drawn, fewer.lots) == ("A", (), ())
