"""How it was counted, against the official order, by hand, and against the slow count."""

import random
from fractions import Fraction

import pandas as pd
import pytest
import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, ScenarioError, count, protocol
from valgforbund.lots import Lot
from valgforbund.protocol import why
from valgforbund.sources.bundled import elections, load, official_order

CLASS = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
TIE = Scenario({"A": 10, "B": 10, "C": 7, "D": 1}, 4, [["C", "D"]])  # A or B the fourth
INNER = Scenario({"A": 5, "B": 5, "C": 7}, 2, [["A", "B"]])  # A or B the first
ORDERED = elections().query("election in ['KV2025', 'RV2025']")


def level(s: Scenario, name: str = "") -> pd.DataFrame:
    frame = protocol(s)
    return frame[frame["level"] == name].set_index(["unit", "divisor"])


def marked(frame: pd.DataFrame, status: str) -> list[tuple[str, int]]:
    return frame.index[frame["status"] == status].tolist()


# ---- by hand ----


def test_the_university_example_of_the_council() -> None:
    table = level(CLASS)
    # 31 27 25 15½ 13½ 12½ 10⅓ 9 | 8⅓
    order = [("B", 1), ("C-D", 1), ("A", 1), ("B", 2), ("C-D", 2), ("A", 2), ("B", 3), ("C-D", 3)]
    assert table["number"].dropna().sort_values().index.tolist() == order
    assert table["number"].equals(table["own_number"].rename("number"))
    assert table.loc[order, "quotient"].tolist() == [31, 27, 25, 15.5, 13.5, 12.5, 31 / 3, 9]
    assert marked(table, "last") == [("C-D", 3)]
    assert marked(table, "first_out") == [("A", 3)]
    assert marked(table, "won") == [each for each in table.index if each in order[:-1]]
    assert marked(table, "out") == [("A", 4), ("B", 4), ("C-D", 4)]


def test_the_university_example_inside_the_alliance() -> None:
    table = level(CLASS, "C-D")
    # C-D has the council's seats 2, 5 and 8; 16 11 8 | 5½
    assert table["number"].dropna().to_dict() == {("D", 1): 2, ("C", 1): 5, ("D", 2): 8}
    assert table["own_number"].dropna().to_dict() == {("D", 1): 1, ("C", 1): 2, ("D", 2): 3}
    assert (marked(table, "last"), marked(table, "first_out")) == ([("D", 2)], [("C", 2)])


def test_why_a_seat_went_where_it_did() -> None:
    outer, inner = why(CLASS, 5)
    assert (outer.level, outer.number, outer.unit) == ("", 5, "C-D")
    assert (outer.votes, outer.divisor, outer.quotient) == (27, 2, Fraction(27, 2))
    assert (outer.rivals, outer.rival, outer.lead) == (("A",), Fraction(25, 2), 1)
    assert (inner.level, inner.number, inner.unit) == ("C-D", 2, "C")
    assert (inner.rivals, inner.rival, inner.lead) == (("D",), 8, 3)
    assert [step.unit for step in why(CLASS, 1)] == ["B"]
    assert why(CLASS, 1)[0].rivals == ("C-D",)  # not B's own 15½
    assert all(step.passed == () and step.lot is None for step in (outer, inner))


def test_nobody_left_is_no_rival() -> None:
    (step,) = why(Scenario({"A": 5}, 3), 3)
    assert (step.rivals, step.rival, step.lead) == ((), 0, Fraction(5, 3))


# ---- real councils ----


@pytest.mark.parametrize("election", ["KV2025", "RV2025"])
def test_every_seat_of_2025_has_its_official_number_and_its_reason(election: str) -> None:
    places = ORDERED.query("election == @election")["place"]
    assert len(places) == {"KV2025": 98, "RV2025": 4}[election]
    for place in places:
        s = load(election, place)
        frame = protocol(s)
        won = frame[frame["unit"].isin(s.letters)].dropna(subset="number").set_index("number")
        order = official_order(election, place)
        assert won["unit"].sort_index().tolist() == list(order), place
        c = count(s)
        assert [why(c, n)[-1].unit for n in range(1, s.seats + 1)] == list(order), place


def test_lolland_æ_ran_out_of_candidates() -> None:
    s = load("KV2025", "Lolland")
    inside = level(s, "C-I-Æ")
    assert marked(inside, "limit") == [("Æ", 5)]
    assert inside.loc[("Æ", 4), "status"] in {"won", "last"}
    outer, inner = why(s, 23)
    assert (outer.unit, outer.passed) == ("C-I-Æ", ())
    assert inner.unit == "C"
    assert inner.passed == (("Æ", Fraction(int(s.votes["Æ"]), 5)),)
    assert inner.passed[0][1] > inner.quotient
    assert [n for n in range(1, s.seats + 1) if any(step.passed for step in why(s, n))] == [23]


# ---- lots, limits, groups ----


def test_a_lot_that_waits() -> None:
    table = level(TIE)
    assert marked(table, "lot") == [("A", 2), ("B", 2)]
    assert marked(table, "last") == marked(table, "first_out") == []
    assert table["number"].dropna().to_dict() == {("A", 1): 1, ("B", 1): 2, ("C-D", 1): 3}
    assert not table["drawn"].any()
    (step,) = why(TIE, 4)
    assert (step.unit, step.quotient, step.lot) == (None, 5, Lot("", ("A", "B"), 1))
    assert why(TIE, 1)[0].rivals == ("B",)  # an equal that gets a seat, too
    assert (why(TIE, 1)[0].lead, why(TIE, 1)[0].lot) == (0, None)


def test_a_lot_that_was_drawn() -> None:
    c = count(TIE)
    table = level(c.settle({c.lots[0]: "B"}).scenario)
    assert marked(table, "last") == [("B", 2)]
    assert marked(table, "first_out") == [("A", 2)]
    assert table.index[table["drawn"]].tolist() == [("A", 2), ("B", 2)]
    (step,) = why(c.settle({c.lots[0]: "B"}), 4)
    assert (step.unit, step.lot, step.lead) == ("B", Lot("", ("A", "B"), 1), 0)


def test_a_lot_inside_an_alliance() -> None:
    assert level(INNER)["status"].tolist() == ["won", "first_out", "last", "out"]
    assert marked(level(INNER, "A-B"), "lot") == [("A", 1), ("B", 1)]
    outer, inner = why(INNER, 1)
    assert (outer.unit, outer.lot) == ("A-B", None)
    assert (inner.level, inner.unit, inner.lot) == ("A-B", None, Lot("A-B", ("A", "B"), 1))


def test_an_alliance_that_waits_for_a_lot_is_shown_with_its_certain_seats() -> None:
    s = Scenario({"A": 6, "B": 4, "C": 10}, 1, [["A", "B"]])
    assert level(s, "A-B")["status"].tolist() == ["first_out", "out"]
    assert [step.unit for step in why(s, 1)] == [None]


def test_seats_that_nobody_can_fill() -> None:
    s = Scenario({"A": 10, "B": 5, "C": 0}, 5, candidates={"A": 2, "B": 1})
    assert level(s)["status"].to_dict() == {
        ("A", 1): "won", ("A", 2): "won", ("A", 3): "limit",
        ("B", 1): "last", ("B", 2): "limit", ("B", 3): "limit",
        ("C", 1): "out", ("C", 2): "out", ("C", 3): "out",
    }  # fmt: skip
    with pytest.raises(ScenarioError, match="no seat number 4; 3 seats are filled"):
        why(s, 4)


def test_no_votes_no_seats() -> None:
    s = Scenario({"A": 0, "B": 0}, 9)
    assert level(s)["status"].tolist() == ["out", "out"]
    with pytest.raises(ScenarioError, match="no seat number 1; 0 seats are filled"):
        why(s, 1)


def test_equal_quotients_are_all_first_out() -> None:
    assert marked(level(Scenario({"A": 9, "B": 3, "C": 3}, 2)), "first_out") == [
        ("A", 3), ("B", 1), ("C", 1),
    ]  # fmt: skip


def test_votes_of_any_size() -> None:
    table = level(Scenario({"A": 3 * 10**30, "B": 10**30}, 2))
    assert table["votes"].tolist() == [3 * 10**30] * 3 + [10**30] * 3
    assert why(Scenario({"A": 3 * 10**30, "B": 10**30}, 2), 2)[0].lead == 10**30 // 2


# ---- a second way: one seat more, and every quotient written down ----


def check_level(table: pd.DataFrame, node: slow_count.Node, seats: int) -> None:
    """Every status of a level with no open lot above it, from the slow count."""
    now, more = slow_count.share(node, seats), slow_count.share(node, seats + 1)
    status = {
        (unit, Fraction(int(votes), divisor)): each
        for (unit, divisor), votes, each in zip(
            table.index, table["votes"], table["status"], strict=True
        )
    }
    won = {(each.name, quotient) for quotient, each in now.order}
    assert {key for key, each in status.items() if each in {"won", "last"}} == won
    tied = {each.name: Fraction(each.votes, now.seats(each) + 1) for each in now.tied}
    assert {key for key, each in status.items() if each == "lot"} == set(tied.items())
    if tied:
        assert not {"last", "first_out"} & set(status.values())
    else:
        last = [key for key, each in status.items() if each == "last"]
        assert [quotient for _, quotient in last] == [quotient for quotient, _ in now.order][-1:]
        next_out = {(each.name, quotient) for quotient, each in more.order} - won
        next_out |= {(each.name, Fraction(each.votes, more.seats(each) + 1)) for each in more.tied}
        assert {key for key, each in status.items() if each == "first_out"} == next_out
    cut = min([*(quotient for quotient, _ in now.order), *tied.values()], default=None)
    most = {each.name: each.most for each in node.members}
    vacant = len(now.order) + now.stake < seats
    for (unit, divisor), each in zip(table.index, table["status"], strict=True):
        votes = table.loc[(unit, divisor), "votes"]
        beyond = divisor > most[unit] and votes > 0
        in_line = vacant or (cut is not None and Fraction(int(votes), divisor) >= cut)
        assert (each == "limit") == (beyond and in_line)


def test_every_table_of_random_elections() -> None:
    chance = random.Random(5)
    levels = 0
    rounds = fair(range(250))
    for _ in rounds:
        s = random_scenario(chance)
        frame = protocol(s).set_index(["unit", "divisor"])
        # with one seat more than there is, a list without a limit could fill that, too
        waiting = [(slow_count.tree(s.with_seats(s.seats + 1)), s.seats)]
        while waiting:
            node, seats = waiting.pop()
            check_level(frame[frame["level"] == node.name], node, seats)
            shared = slow_count.share(node, seats)
            waiting += [(each, shared.seats(each)) for each in node.members if each.members]
            levels += 1
    assert levels > 2 * len(rounds)


def test_numbers_and_reasons_agree_with_the_awards() -> None:
    chance = random.Random(6)
    for _ in fair(range(150)):
        s = random_scenario(chance)
        c = count(s)
        awards, frame = c.awards, protocol(c)
        outer = frame[frame["level"] == ""].dropna(subset="number").set_index("number")
        known = awards[awards["alliance"].notna() | awards["letter"].notna()]
        assert outer.sort_index()["divisor"].tolist() == known["divisor"].tolist()
        assert outer.sort_index()["votes"].tolist() == known["votes"].tolist()
        lists = frame[frame["unit"].isin(s.letters)].dropna(subset="number")
        letters = lists.set_index("number")["unit"].to_dict()
        assert letters == awards["letter"].dropna().to_dict()
        for n in awards.index:
            steps = why(c, n)
            assert steps[-1].unit == letters.get(n)
            assert steps[0].quotient == Fraction(int(awards["votes"][n]), awards["divisor"][n])


def test_the_rival_is_the_largest_quotient_that_another_unit_has_left() -> None:
    chance = random.Random(7)
    for _ in fair(range(60)):
        s = random_scenario(chance)
        root = slow_count.tree(s.with_seats(s.seats + 1))
        order = slow_count.share(root, s.seats).order
        c = count(s)
        for n in range(1, len(order) + 1):
            step = why(c, n)[0]
            left = {
                each.name: Fraction(each.votes, got + 1)
                for each in root.members
                if (got := [w for _, w in c_order(c, n)].count(each.name)) < each.most
                and each.name != step.unit
            }
            assert step.rival == max(left.values(), default=0)
            assert set(step.rivals) == {name for name, q in left.items() if q == step.rival}
            assert step.lead >= 0


def c_order(c: object, n: int) -> list[tuple[int, str]]:
    """The units of the council's first seats."""
    rows = c.awards.head(n)  # type: ignore[attr-defined]
    return [
        (number, row["letter"] if pd.isna(row["alliance"]) else row["alliance"])
        for number, row in rows.iterrows()
        if pd.notna(row["alliance"]) or pd.notna(row["letter"])
    ]
