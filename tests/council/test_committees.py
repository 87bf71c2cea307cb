"""Committees: sizes, d'Hondt over groups, seats by office, lots, seats given up."""

from valgforbund.council import Committee, Committees, Council, Transfer, appoint
from valgforbund.lots import Lot

THREE = Council({"A": 11, "C": 8, "V": 2})


def test_the_tie_of_the_rules_is_a_lot() -> None:
    c = appoint(THREE, {"Børn": 9})
    assert c.seats.loc["Børn"].to_list() == [5, 3, 0]
    assert c.high.loc["Børn"].to_list() == [5, 4, 1]
    assert c.table.loc["Børn"].to_list() == ["standing", 9, 1, 0]
    assert c.lots == (Lot("Børn", ("C", "V"), 1),)
    assert c.settle({c.lots[0]: "C"}).seats.loc["Børn"].to_list() == [5, 4, 0]
    drawn = {tuple(c.draw(seed).seats.loc["Børn"]) for seed in range(20)}
    assert drawn == {(5, 4, 0), (5, 3, 1)}
    assert c.lots  # nothing was drawn in it


def test_a_swedish_council_election() -> None:
    c = appoint({"a": 17, "b": 5, "c": 5, "d": 4}, {"nämnd": 7})
    assert c.seats.loc["nämnd"].to_list() == [4, 1, 1, 1]
    assert c.lots == ()


def test_groups_share_not_lists() -> None:
    # 11 against 10: 11, 10, 5.5, 5, 3.67 are the five largest
    c = appoint(THREE, {"Børn": 5}).with_groups({"Blå": ["C", "V"]})
    assert c.seats.loc["Børn"].to_dict() == {"A": 3, "Blå": 2}


def test_one_grouping_serves_all_committees_and_lists_without_a_seat_are_left_out() -> None:
    c = appoint(
        Council({"A": 9, "C": 5, "F": 5, "Å": 0}, [["F", "Å"]]), {"ØU": 7, "Børn": 5}, "ØU", "F"
    )
    assert list(c.seats.columns) == ["A", "C", "F-Å"]
    alone = appoint(Council({"A": 9, "C": 5, "F": 5, "Å": 0}), {"Børn": 5})
    assert list(alone.seats.columns) == ["A", "C", "F"]


def test_the_mayor_chairs_the_finance_committee() -> None:
    # 9, 5, 4.5, 3, 2.5, 2.25 and a lot at 2 for F and Ø; B with one member gets nothing
    seats = {"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}
    by_dhondt = appoint(seats, {"ØU": 7}, finance="ØU")
    assert by_dhondt.seats.loc["ØU"].to_dict() == {"A": 4, "B": 0, "C": 2, "F": 0, "Ø": 0}
    assert by_dhondt.lots == (Lot("ØU", ("F", "Ø"), 1),)
    # with a mayor from B the seat for which the lot would be drawn is the mayor's
    with_mayor = appoint(seats, {"ØU": 7}, "ØU", "B")
    assert with_mayor.seats.loc["ØU"].to_dict() == {"A": 4, "B": 1, "C": 2, "F": 0, "Ø": 0}
    assert with_mayor.lots == ()
    # and a mayor from A is the first of A's four
    assert appoint(seats, {"ØU": 7}, "ØU", "A").seats.equals(by_dhondt.seats)


def test_a_chair_elected_beforehand_counts_as_the_first_of_its_group() -> None:
    c = appoint({"A": 14, "C": 4, "V": 1}, {"Børn": 5}, office={"Børn": ["V"]})
    assert c.seats.loc["Børn"].to_dict() == {"A": 3, "C": 1, "V": 1}


def test_the_members_taking_part_count() -> None:
    # 11, 8 and 2 with three of A away: 8 and 8
    c = appoint(THREE, {"Børn": 3}, present={"A": 8})
    assert c.lots == (Lot("Børn", ("A", "C"), 1),)


def test_only_the_first_two_kinds_must_be_odd_and_at_most_half() -> None:
    board = appoint(THREE, [Committee("Skolerådet", 2, "other"), Committee("Alle", 21, "other")])
    assert board.seats.sum(axis="columns").to_list() == [2, 21]
    assert board.standing == ()
    assert board.one_by_one == {"A": 0, "C": 0, "V": 0}
    assert appoint(Council({"A": 19}), {"Børn": 9}).seats.loc["Børn", "A"] == 9


def test_a_seat_is_given_up_only_to_a_group_that_takes_it() -> None:
    c = appoint({"A": 11, "C": 4}, {"Børn": 5, "ØU": 5}, "ØU", "C")
    assert c.seats.loc["Børn"].to_list() == [4, 1]
    given = c.give_up("Børn", "A", "C")
    assert given.seats.loc["Børn"].to_list() == [3, 2]
    assert given.given == (Transfer("Børn", "A", "C"),)
    assert c.given == ()


def test_a_committees_state_is_a_value() -> None:
    one, other = appoint(THREE, {"Børn": 9}), appoint(THREE, {"Børn": 9})
    assert one == other
    assert hash(one) == hash(other)
    assert isinstance(one.draw(1), Committees)
    assert one.draw(1) == other.draw(1)
