"""The game of groups: every division counted, against dividing by hand."""

import pytest

from valgforbund.council import (
    Committee,
    Council,
    appoint,
    movable,
    posts,
    posts_by_list,
    regroupings,
    together,
)
from valgforbund.dhondt import apportion
from valgforbund.errors import ScenarioError
from valgforbund.ranges import Span

SEATS = {"A": 9, "C": 5, "F": 3, "V": 2}


@pytest.mark.parametrize(("lists", "bell"), [(1, 1), (2, 2), (3, 5), (4, 15), (5, 52), (6, 203)])
def test_there_are_as_many_divisions_as_bell_says(lists: int, bell: int) -> None:
    seats = {f"L{i}": 3 + i for i in range(lists)}
    rows = regroupings(appoint(seats, {"U": 1}))
    assert len(rows) == bell
    assert rows.index.is_unique


def test_every_row_is_what_that_grouping_gives() -> None:
    c = appoint(SEATS, {"ØU": 7, "Børn": 5, "Plan": 5}, "ØU", "V")
    for grouping, row in regroupings(c).iterrows():
        groups = [name.split("-") for name in str(grouping).split()]
        spans = posts_by_list(c.with_groups(groups))
        for letter, span in spans.items():
            assert (row[f"{letter}_low"], row[f"{letter}_high"]) == span.ends
        assert sum(span.low for span in spans.values()) <= 17
        assert sum(span.high for span in spans.values()) >= 17
        assert spans["V"].low >= 1  # the mayor


def test_posts_of_several_lists_together_are_counted_over_every_way_a_lot_can_fall() -> None:
    c = appoint({"A": 6, "B": 6, "C": 4, "D": 3}, {"Børn": 3, "Plan": 5, "By": 3})
    every = regroupings(c)
    assert set(every["posts"]) == {11}
    letters = ["A", "B", "C", "D"]
    for i in range(1, 2 ** len(letters)):
        ours = [letter for n, letter in enumerate(letters) if i >> n & 1]
        others = [letter for letter in letters if letter not in ours]
        mine, theirs = together(every, ours), together(every, others)
        for grouping, span in mine.items():
            rest = theirs[grouping]
            assert (span.low + rest.high, span.high + rest.low) == (11, 11)
            row = every.loc[grouping]
            assert span.low >= sum(row[f"{letter}_low"] for letter in ours)
            assert span.high <= sum(row[f"{letter}_high"] for letter in ours)
    tie = regroupings(appoint({"A": 5, "B": 5, "C": 2}, {"U": 5}))
    assert tie.loc["A B C", ["A_low", "A_high", "B_low", "B_high"]].to_list() == [2, 2, 2, 2]
    three = regroupings(
        appoint({"A": 4, "B": 4, "C": 4}, {"U": 5})
    )  # 4, 4, 4, 2, 2, 2: two of three
    assert together(three, "AB")["A B C"] == Span(3, 4)
    assert together(three, "ABC")["A B C"] == Span(5, 5)


def test_one_group_of_all_and_no_groups_are_dhondt_over_the_lists() -> None:
    c = appoint(SEATS, {"Børn": 5, "Plan": 5})
    alone = apportion(list(SEATS.values()), 10).seats
    together = posts_by_list(c.with_groups([list(SEATS)]))
    assert [span.low for span in together.values()] == alone
    assert [span.low for span in posts_by_list(c).values()] == alone


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[tuple[int, int]] = []
    regroupings(
        appoint({f"L{i}": 3 for i in range(6)}, {"U": 3}), progress=lambda *n: told.append(n)
    )
    assert told == [(50, 203), (100, 203), (150, 203), (200, 203)]

    def stop(*_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        regroupings(appoint({f"L{i}": 3 for i in range(6)}, {"U": 3}), progress=stop)


def test_lists_that_stay_keep_their_groups() -> None:
    c = appoint(Council(SEATS, [["A", "F"]]), {"Børn": 5})
    assert regroupings(c, ["V"]).index.to_list() == ["A-F-V C", "A-F C-V", "A-F C V"]


def test_regrouping_shows_who_gains_from_whom() -> None:
    # 7 posts: alone 9, 5, 4.5, 3, 3, 2.5, 2.25 (A4 C2 F1); F-V has 5 and its second at 2.5: A3
    c = appoint(SEATS, {"Børn": 7})
    frame = posts(c.with_groups([["F", "V"]]), c)
    assert frame["posts"].to_dict() == {"A": 3, "C": 2, "F": 1, "V": 1}
    assert frame["change"].to_dict() == {"A": -1, "C": 0, "F": 0, "V": 1}
    assert frame["proportional"].sum() == pytest.approx(7)


def test_a_lot_is_a_range() -> None:
    c = appoint({"A": 11, "C": 8, "V": 2}, {"Børn": 9})
    frame = posts(c)
    assert frame["posts"].isna().to_dict() == {"A": False, "C": True, "V": True}
    assert frame.loc["V", ["posts_low", "posts_high"]].to_list() == [0, 1]
    assert posts(c.settle({c.lots[0]: "V"}))["posts"].to_dict() == {"A": 5, "C": 3, "V": 1}


def test_seats_given_up_and_other_bodies_count() -> None:
    c = appoint(
        {"A": 11, "C": 4}, [Committee("Børn", 5), Committee("Skolerådet", 3, "other")]
    ).give_up("Børn", "A", "C")
    # 4-1 with one given up, and 11, 5.5, 4 in the board
    assert posts(c)["posts"].to_dict() == {"A": 3 + 2, "C": 2 + 1}


def test_as_many_lists_move_freely_as_there_is_room_for() -> None:
    few = appoint({"A": 9, "C": 5, "F": 3, "V": 2, "D": 0}, {"Børn": 7})
    assert movable(few) == ("A", "C", "F", "V")
    many = appoint({letter: 2 + i for i, letter in enumerate("ABCDEFGHIJ")}, {"Børn": 7})
    free = movable(many)
    assert free == tuple("JIHGFEDCBA"[: len(free)])
    assert 2 <= len(free) < 10
    assert len(regroupings(many, free)) <= 5_000
    with pytest.raises(ScenarioError):
        regroupings(many, "JIHGFEDCBA"[: len(free) + 1])
