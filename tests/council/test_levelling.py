"""Levelling by § 27 over all standing committees."""

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement, product

from hypothesis import assume, given
from hypothesis import strategies as st
from sampling import examples

from valgforbund import ScenarioError
from valgforbund.council import (
    Committee,
    Council,
    Levelling,
    Transfer,
    appoint,
    levelling,
    posts,
    posts_by_group,
)
from valgforbund.dhondt import apportion
from valgforbund.ranges import Span

SIZES = (1, 5, 3, 5, 1, 5, 5)
FIVE = dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5)
COUNCILS = st.lists(st.integers(1, 14), min_size=2, max_size=6).filter(lambda s: 9 <= sum(s) <= 31)


def test_the_example_of_the_rules() -> None:
    c = appoint({"A": 14, "C": 5}, FIVE)
    found = levelling(c)
    assert c.one_by_one == {"A": 20, "C": 5}
    assert found.totals["at_once"].to_dict() == {"A": 19, "C": 6}
    assert len(found.steps) == 1
    step = found.steps.loc[1]
    assert (step["giver"], step["taker"]) == ("A", "C")
    assert (step["giver_total"], step["taker_total"]) == (19, 6)
    assert (step["giver_seats"], step["taker_seats"], step["majority_lost"]) == (3, 2, False)
    after = found.apply().seats
    assert after.sum().to_dict() == {"A": 19, "C": 6}
    assert (after.sum(axis="columns") == 5).all()
    assert c.levelled == ()


def test_a_group_that_loses_a_majority_may_add_members() -> None:
    # 10 and 9: three committees of 3 are 2-1 each, 6-3; all nine seats at once are 5-4
    found = levelling(appoint({"A": 10, "C": 9}, {"Børn": 3, "Kultur": 3, "Plan": 3}))
    assert found.totals["change"].to_dict() == {"A": -1, "C": 1}
    assert found.steps["majority_lost"].to_list() == [True]
    # 1-2: with two more it is 3-2, with one more only 2-2
    assert found.table["extra"].to_list() == ["A+2", "", ""]
    assert found.totals["extra"].to_dict() == {"A": 2, "C": 0}


def test_a_seat_is_handed_over_where_the_majority_stays_if_that_is_possible() -> None:
    found = levelling(appoint({"A": 14, "C": 5}, {"Kultur": 3, "Børn": 5, "Plan": 5, "Social": 5}))
    assert all(not lost for lost in found.steps["majority_lost"])


def test_the_groups_may_choose_another_committee() -> None:
    found = levelling(appoint({"A": 14, "C": 5}, FIVE))
    chosen = found.choose([("Plan", "A", "C")])
    assert chosen.transfers == (Transfer("Plan", "A", "C"),)
    assert chosen.table.loc["Plan", ["A", "C"]].to_list() == [3, 2]
    assert found.transfers != chosen.transfers


def test_the_finance_committee_and_other_bodies_are_not_levelled() -> None:
    every = [
        *(Committee(name, size) for name, size in FIVE.items()),
        Committee("ØU", 5, "finance"),
        Committee("Skolerådet", 5, "other"),
    ]
    c = appoint({"A": 14, "C": 5}, every)
    found = levelling(c)
    assert found.totals["one_by_one"].to_dict() == {"A": 20, "C": 5}
    assert found.apply().seats.loc["ØU"].equals(c.seats.loc["ØU"])


def test_a_lot_elsewhere_does_not_stop_the_levelling() -> None:
    c = appoint({"A": 11, "C": 8, "V": 2}, [Committee("Skolerådet", 9, "other")])
    assert c.lots
    assert levelling(c).steps.empty


def test_one_committee_is_level_and_a_lot_in_it_is_drawn_once() -> None:
    c = appoint({"A": 11, "C": 8, "V": 2}, {"Børn": 9})
    for winner in ("C", "V"):
        settled = c.settle({c.lots[0]: winner})
        assert settled.lots == ()
        assert levelling(settled).transfers == ()


def test_a_lot_over_all_seats_comes_after_those_of_the_committees() -> None:
    # 8-8-3 and two committees of 3: 8, 8, then 4 and 4 for the third: a lot in each; all six:
    # 8, 8, 4, 4, 3 and a lot at 2.67 for the last, of A and C
    c = appoint({"A": 8, "C": 8, "V": 3}, {"Børn": 3, "Plan": 3})
    assert [lot.alliance for lot in c.lots] == ["Børn", "Plan"]
    both_a = c.settle({c.lots[0]: "A", c.lots[1]: "A"})
    # 4-2-0 is none of 3-2-1 and 2-3-1: V has too few, and a lot says who of A and C keeps one
    assert [(lot.alliance, lot.tied) for lot in both_a.lots] == [("", ("A", "C"))]
    done = both_a.settle({both_a.lots[0]: "C"})
    assert levelling(done).apply().seats.sum().to_dict() == {"A": 2, "C": 3, "V": 1}
    assert len(levelling(done).transfers) == 2


def test_a_group_that_must_lose_majorities_does_not_lose_one_committee_twice() -> None:
    # 16-15 and four committees of 7: 4-3 in each, 16-12, but 14-14 at once
    found = levelling(appoint({"C": 16, "A": 15}, dict.fromkeys(("B", "K", "M", "S"), 7)))
    assert [each.committee for each in found.transfers] == ["B", "K"]
    assert found.table["extra"].tolist() == ["C+2", "C+2", "", ""]


@examples(60)
@given(COUNCILS, st.lists(st.sampled_from([3, 5, 7]), min_size=2, max_size=4), st.data())
def test_nobody_is_offered_two_seats_in_one_committee_if_that_can_be(
    benches: list[int], sizes: list[int], data: st.DataObject
) -> None:
    """Also where seats that are held by office leave little to hand over."""
    assume(max(sizes) <= sum(benches) // 2)
    letters = [f"L{i}" for i in range(len(benches))]
    office = st.lists(st.sampled_from(letters), max_size=2)
    try:
        c = appoint(
            dict(zip(letters, benches, strict=True)),
            [Committee(f"U{i}", n, office=tuple(data.draw(office))) for i, n in enumerate(sizes)],
        ).draw(data.draw(st.integers(0, 9)))
    except ScenarioError:  # more by office than members
        assume(False)
    found = levelling(c)
    assume(max(found.due.values(), default=0) > 1)
    assert bool(found.doubled) != can_be_spread(found)
    moved = found.committees.with_levelled(found.transfers)
    for each in c.standing:
        for name, held in zip(c.names, c.held(each), strict=True):
            assert moved.certain(each)[name] >= held


def can_be_spread(found: Levelling) -> bool:
    """Whether each group can get its seats in different committees: every way is tried."""
    state, due = found.committees, found.due
    free = [
        {
            name: seats - held
            for (name, seats), held in zip(
                state.certain(each).items(), state.held(each), strict=True
            )
        }
        for each in state.standing
    ]
    takers = [name for name, seats in due.items() if seats > 0]
    choices = [combinations(range(len(free)), due[taker]) for taker in takers]

    def can_give(asked: tuple[int, ...], given: tuple[str, ...]) -> bool:
        """Whether somebody can hand over the first of the seats asked for, and so on."""
        if not asked:
            return True
        place, *rest = asked
        return any(
            given.count(giver) < -seats
            and sum(each == (giver, place) for each in zip(given, order, strict=False))
            < free[place][giver]
            and can_give(tuple(rest), (*given, giver))
            for giver, seats in due.items()
            if seats < 0
        )

    for way in product(*choices):
        order = [place for places in way for place in places]
        if can_give(tuple(order), ()):
            return True
    return False


def best(found: Levelling) -> tuple[int, int]:
    """The fewest pairs of seats in one committee, and seats without majority: every way is tried.

    Committee by committee, with what each group still gets or hands over; of ways that leave the
    same, the best is kept.
    """
    state, due = found.committees, found.due
    takers = [name for name, seats in due.items() if seats > 0]
    givers = [name for name, seats in due.items() if seats < 0]
    ways = {tuple(due.items()): (0, 0)}
    for each in state.standing:
        seats, held = state.certain(each), dict(zip(state.names, state.held(each), strict=True))
        grown: dict[tuple[tuple[str, int], ...], tuple[int, int]] = {}
        for left, so_far in ways.items():
            for n in range(each.size + 1):
                for get, give in product(
                    combinations_with_replacement(takers, n),
                    combinations_with_replacement(givers, n),
                ):
                    after = {
                        name: seats_left - get.count(name) + give.count(name)
                        for name, seats_left in left
                    }
                    if any(after[name] < 0 for name in takers) or any(
                        after[name] > 0 or seats[name] - give.count(name) < held[name]
                        for name in givers
                    ):
                        continue
                    pairs, lost = costs(each, seats, get, give)
                    cost = so_far[0] + pairs, so_far[1] + lost
                    key = tuple(after.items())
                    grown[key] = min(grown.get(key, cost), cost)
        ways = grown
    return ways[tuple(dict.fromkeys(due, 0).items())]


def costs(
    committee: Committee, seats: dict[str, int], get: Sequence[str], give: Sequence[str]
) -> tuple[int, int]:
    """Pairs of seats that one group gets here, and seats handed over with or after a majority."""
    pairs = sum(get.count(name) * (get.count(name) - 1) // 2 for name in set(get))
    lost = sum(
        2 * seats[name] > committee.size >= 2 * (seats[name] - n)
        for name in set(give)
        for n in range(1, give.count(name) + 1)
    )
    return pairs, lost


def reached(found: Levelling) -> tuple[int, int]:
    """The same of a proposal."""
    there = [
        costs(
            each,
            found.committees.certain(each),
            [taker for place, _, taker in found.transfers if place == each.name],
            [giver for place, giver, _ in found.transfers if place == each.name],
        )
        for each in found.committees.standing
    ]
    return sum(pairs for pairs, _ in there), sum(lost for _, lost in there)


def test_spreading_comes_before_majorities() -> None:
    """x gives two seats to z: both in "a" would cost it no majority, but z one committee too few.

    15 members, groups of 7, 6 and 2, committees of 7, 5, 5 and 5: 12-9-1 one by one, 10-9-3 at
    once; x has its majority in the three of 5 only.
    """
    council = Council(
        {"A": 7, "B": 5, "C": 1, "D": 1, "E": 1}, {"x": ["A"], "y": ["B", "C"], "z": ["D", "E"]}
    )
    found = levelling(appoint(council, {"a": 7, "b": 5, "c": 5, "d": 5}).draw(1))
    assert found.due == {"x": -2, "y": 0, "z": 2}
    assert found.doubled == {}
    assert found.steps["majority_lost"].to_list() == [False, True]


@examples(60)
@given(COUNCILS, st.lists(st.sampled_from([3, 5, 7]), min_size=2, max_size=6), st.integers(0, 9))
def test_a_proposal_is_spread_first_and_keeps_majorities_next(
    benches: list[int], sizes: list[int], seed: int
) -> None:
    assume(max(sizes) <= sum(benches) // 2)
    council = Council({f"L{i}": each for i, each in enumerate(benches)})
    found = levelling(appoint(council, {f"U{i}": n for i, n in enumerate(sizes)}).draw(seed))
    assume(found.transfers)
    assert reached(found) == best(found)


def test_seven_and_three_nine_and_two_over_six_committees() -> None:
    """9, 10 (7 and 3) and 2; whoever wins the lot for the last seat of the third committee."""
    council = Council({"A": 9, "B": 7, "C": 3, "D": 2}, [["B", "C"]])
    sizes = {f"u{i}": size for i, size in enumerate((5, 7, 9, 7, 5, 3))}
    state = appoint(council, sizes)
    for winner in ("B-C", "D"):
        found = levelling(state.settle({state.lots[0]: winner}))
        assert len(found.transfers) > 2
        assert found.doubled == {}


def test_it_says_where_two_seats_in_one_committee_cannot_be_avoided() -> None:
    # one by one 8-5, at once 10-3; all that C does not hold by office is in Plan
    office = {"Børn": ["C", "C"], "Kultur": ["C"]}
    sizes = {"Børn": 3, "Kultur": 3, "Plan": 7}
    found = levelling(appoint({"A": 11, "C": 4}, sizes, office=office))
    assert found.due == {"A": 2, "C": -2}
    assert found.doubled == {("Plan", "A"): 2}


def test_it_says_so_too_where_the_groups_choose_it() -> None:
    state = appoint({"A": 10, "B": 9}, {f"u{i}": 3 for i in range(5)})
    found = levelling(state)
    assert found.due == {"A": -2, "B": 2}
    assert found.doubled == {}
    chosen = found.choose([("u0", "A", "B"), ("u0", "A", "B")])
    assert chosen.doubled == {("u0", "B"): 2}


@examples(60)
@given(COUNCILS, st.lists(st.sampled_from([3, 5, 7, 9]), min_size=1, max_size=6), st.integers(0, 9))
def test_afterwards_everybody_has_what_all_seats_at_once_give(
    benches: list[int], sizes: list[int], seed: int
) -> None:
    assume(max(sizes) <= sum(benches) // 2)
    council = Council({f"L{i}": each for i, each in enumerate(benches)})
    c = appoint(council, {f"U{i}": size for i, size in enumerate(sizes)}).draw(seed)
    after = levelling(c).apply()
    at_once = apportion(benches, sum(sizes))
    totals = after.seats.sum().to_list()
    for i, (got, least) in enumerate(zip(totals, at_once.seats, strict=True)):
        assert got in ((least, least + 1) if i in at_once.tied else (least,))
    assert after.seats.sum(axis="columns").to_list() == sizes
    assert (after.seats >= 0).all(axis=None)
    moved = sum(abs(a - b) for a, b in zip(totals, c.one_by_one.values(), strict=True))
    assert len(levelling(c).transfers) == moved // 2


def test_a_seat_that_was_given_up_gives_no_right_to_more_members() -> None:
    # 10 and 9, five committees of 3: 10-5 one by one, 8-7 at once
    state = appoint({"A": 10, "B": 9}, {f"u{i}": 3 for i in range(5)})
    levelled = levelling(state).apply()
    given = levelled.give_up("u0", "A", "B")
    found = levelling(given).choose(given.levelled)
    assert found.may_add(found.committees.committee("u0")) == {"A": 2}
    assert levelling(given).transfers == levelling(state).transfers
    assert levelling(state.give_up("u0", "A", "B")).after == levelling(state).after


def test_members_that_are_added_restore_the_majority_and_are_counted() -> None:
    state = appoint({"A": 10, "B": 9}, {f"u{i}": 3 for i in range(5)})
    found = levelling(state)
    after = found.apply(["u0"])
    u0 = after.committee("u0")
    assert (after.places(u0), after.certain(u0)) == (5, {"A": 3, "B": 2})
    assert after.table.loc["u0"].to_list() == ["standing", 3, 0, 2]
    assert posts_by_group(after) == {"A": 10, "B": 7}
    assert posts(after)["proportional"].sum() == 17
    assert found.apply().extra == state.extra == ()
    assert after.with_groups([["A", "B"]]).extra == ()
    assert levelling(after).committees == state


def test_a_lot_over_all_seats_that_moves_none_is_a_range() -> None:
    # 8-5 and 25 seats: the 16th of A and the 10th of B are both 0.5, for the last seat
    found = levelling(appoint({"A": 8, "B": 5}, {f"u{i}": n for i, n in enumerate(SIZES)}))
    assert found.committees.spans_at_once == {"A": Span(15, 16), "B": Span(9, 10)}
    assert found.totals["at_once"].isna().all()
    assert found.totals[["at_once_low", "at_once_high"]].to_numpy().tolist() == [[15, 16], [9, 10]]
    assert found.totals["change"].to_list() == [0, 0]


def test_a_seat_given_up_in_the_finance_committee_is_not_levelled() -> None:
    sizes = dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5) | {"ØU": 7}
    state = appoint({"A": 14, "C": 5}, sizes, finance="ØU").give_up("ØU", "A", "C")
    after = levelling(state.give_up("Plan", "A", "C")).apply()
    assert after.seats.loc["ØU"].to_dict() == {"A": 4, "C": 3}
    assert after.given == state.given
    assert after.seats.drop("ØU")["A"].sum() == 19
