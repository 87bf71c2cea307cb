"""What other seats change: with and without alliances, and one seat moved."""

import pytest

import valgforbund as vf
from valgforbund.council import Council, compare_majorities, majorities, one_seat


def test_with_and_without_the_alliances_in_naestved() -> None:
    s = vf.load("KV2025", "Næstved")
    with_, without = vf.count(s), vf.count(s.without_alliances())
    t = compare_majorities(Council.of(with_), Council.of(without), blocs=())
    assert t.power["seats_with"].to_dict() == with_.seats.to_dict()
    assert t.power["seats_without"].to_dict() == without.seats.to_dict()
    for each in (*t.gained, *t.lost):
        more, less = (count.seats[list(each.groups)].sum() for count in (with_, without))
        assert (more >= 16 > less) if each in t.gained else (less >= 16 > more)
    assert t.power["shapley_change"].sum() == pytest.approx(0)


def test_the_groups_of_the_first_world_count_in_both() -> None:
    t = compare_majorities(
        Council({"A": 4, "B": 3, "C": 2}, [["B", "C"]]), {"A": 5, "B": 3, "C": 1}
    )
    assert t.with_.names == t.without.names == ("A", "B-C")
    assert [each.groups for each in t.gained] == [("B-C",)]
    assert [each.groups for each in t.lost] == [("A",)]


def test_one_seat_is_one_recount_with_a_seat_moved() -> None:
    seats = {"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}
    rows = one_seat(seats)
    assert len(rows) == 5 * 4
    for row in rows.itertuples():
        moved = seats | {row.gains: seats[row.gains] + 1, row.loses: seats[row.loses] - 1}
        t = compare_majorities(moved, seats)
        assert row.matters == bool(t.gained or t.lost)
        change = t.power["shapley_change"]
        assert row.shapley_gains == pytest.approx(change[row.gains])
        assert row.shapley_loses == pytest.approx(change[row.loses])
    to_a = rows.query("gains == 'A' and loses == 'B'").iloc[0]
    assert (to_a.new, to_a.gone) == ("A", "C + F + Ø + B")
    assert majorities(seats | {"A": 10, "B": 0}).roles["A"] == "alone"


def test_moves_of_one_list_and_none_inside_a_bloc() -> None:
    council = Council({"A": 9, "B": 1, "C": 5, "F": 2, "Å": 0}, [["A", "F"]])
    rows = one_seat(council, "A")
    assert set(rows["gains"]) | set(rows["loses"]) == {"A", "B", "C", "Å"}
    assert not ((rows["loses"] == "Å").any())


def test_progress_is_told_move_by_move_and_stops_the_work() -> None:
    told: list[tuple[int, int]] = []
    found = one_seat({"A": 4, "B": 3, "C": 2}, progress=lambda *now: told.append(now))
    assert told == [(i, len(found)) for i in range(1, len(found) + 1)]
    with pytest.raises(ZeroDivisionError):
        one_seat({"A": 4, "B": 3, "C": 2}, progress=lambda *_: 1 / 0)
