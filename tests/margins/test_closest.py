"""Votes to the next seat and votes to lose one: cases with a stated answer, and two slow ways."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction

import pandas as pd
import pytest
import slow_margins
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, count, elections, load, margins
from valgforbund.margins import closest, every_margin

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
NUMBERS = ["votes_to_chance", "votes_to_gain", "votes_to_risk", "votes_to_lose"]


def row(s: Scenario, unit: str, source: str = "new") -> dict[str, object]:
    """One row as plain values, None for what is missing."""
    values = margins(s, source).loc[unit].to_dict()
    return {name: None if pd.isna(value) else value for name, value in values.items()}


# ---- cases with a stated answer ----


def test_glostrup_2021_as_the_press_had_it() -> None:
    frame = margins(GLOSTRUP)
    assert frame.index.name == "unit"
    assert frame.loc["Ø", "kind"] == "list"
    assert frame.loc["Ø", NUMBERS[:2]].to_list() == [20, 21]
    assert frame.loc["Ø", "gain_changes"] == "F-1 Ø+1"
    assert frame.loc["B-F-Ø", "kind"] == "alliance"
    assert frame.loc["B-F-Ø", "votes_to_gain"] == 23
    assert frame.loc["B-F-Ø", "gain_changes"] == "A-1 B-F-Ø+1"
    # the same seat seen by F: 20 fewer are a lot, 21 fewer lose it
    assert frame.loc["F", NUMBERS[2:]].to_list() == [20, 21]
    assert frame.loc["F", "lose_changes"] == "F-1 Ø+1"


def test_naestved_2025_the_votes_missing_to_å() -> None:
    s = load("KV2025", "Næstved")
    assert row(s, "Å")["votes_to_gain"] == 930
    assert row(s.leave("Å"), "Å")["votes_to_gain"] == 1093
    with_ø = s.without_alliances().unite(["Å", "Ø"])
    assert row(with_ø, "Å")["votes_to_gain"] == 633


def test_lejre_2021_lacks_four_votes_where_the_simple_quota_says_172() -> None:
    s = load("KV2021", "Lejre").with_alliances([["A", "F"], ["V", "C", "O"]])
    assert round(2 * sum(s.ballots) / s.seats) - s.votes["Ø"] == 172
    # C's fourth inside C-O-V, the 13th seat of 7325 votes, against Ø's second
    assert 2 * 7325 // 13 + 1 - s.votes["Ø"] == 4
    assert row(s, "Ø")["votes_to_gain"] == 4
    assert row(s, "Ø")["gain_changes"] == "C-1 Ø+1"


def test_a_lot_now_is_one_vote_from_being_won_or_lost() -> None:
    s = Scenario({"A": 10, "B": 10}, 3)
    # the one that is sure, and a third: 7 fewer, and 20 more for a lot with B's first
    assert [row(s, "A")[name] for name in NUMBERS] == [20, 1, 7, 1]
    assert row(s, "A")["gain_changes"] == "A0…+1 B-1…0"


def test_a_drawn_lot_holds_for_the_votes_as_they_are() -> None:
    c = count(Scenario({"A": 10, "B": 10}, 3))
    drawn = c.settle({c.lots[0]: "A"})
    a, b = row(drawn.scenario, "A"), row(drawn.scenario, "B")
    assert (a["seats_low"], a["seats_high"], b["seats_low"], b["seats_high"]) == (2, 2, 1, 1)
    assert [a[name] for name in NUMBERS] == [20, 21, 1, 1]
    assert [b[name] for name in NUMBERS] == [1, 1, 7, 7]
    assert margins(drawn).equals(margins(drawn.scenario))


def test_a_list_with_no_more_candidates_needs_no_number_of_votes() -> None:
    s = Scenario({"A": 60, "B": 30}, 6, candidates={"A": 3})
    assert row(s, "A")["votes_to_gain"] is None
    assert row(s, "A")["gain_changes"] == ""
    assert row(s, "B")["votes_to_gain"] is not None


def test_without_votes_the_first_vote_wins_all() -> None:
    s = Scenario({"A": 0, "B": 0, "C": 0}, 9, [["A", "B"]])
    assert row(s, "C")["votes_to_gain"] == 1
    assert row(s, "C")["gain_changes"] == "C+9"
    assert [row(s, "A-B")[name] for name in NUMBERS] == [None] * 4
    assert margins(s)[NUMBERS].dtypes.eq("Int64").all()


def test_the_list_that_gives_has_no_margin_and_neither_has_its_alliance() -> None:
    frame = margins(GLOSTRUP, "F")
    assert frame.loc[["F", "B-F-Ø"], NUMBERS].isna().all(axis=None)
    assert frame.loc["F", "seats_low"] == 1
    assert frame.loc["Ø", "votes_to_gain"] == 11  # each vote counts twice: 20 apart


def test_numbers_of_any_size() -> None:
    huge = 10**40
    s = GLOSTRUP.with_votes({each: n * huge for each, n in GLOSTRUP.votes.items()})
    gain = margins(s).loc["Ø", "votes_to_gain"]
    assert gain == 20 * huge + 1


def test_votes_from_all_others_are_the_same_in_whatever_order_the_lists_stand() -> None:
    s = load("KV2025", "Glostrup")
    votes = s.votes.to_dict()
    turned = s.with_alliances(()).votes[::-1].to_dict()
    twin = Scenario(turned, s.seats, s.alliances, dict(zip(s.letters, s.limits, strict=True)))
    # what others keep are their largest quotients, equal ones most votes first and then by letter
    kept = sorted(
        (-Fraction(n, divisor), -n, letter)
        for letter, n in votes.items()
        for divisor in range(1, n + 1)
        if letter != "U"
    )

    def low(amount: int) -> int:
        left = Counter(letter for *_, letter in kept[: len(kept) - amount])
        return count(s.with_votes(left | {"U": votes["U"] + amount})).spans["U"].low

    assert [low(amount) for amount in range(4)] == [1, 1, 1, 2]
    for each in (s, twin):
        assert margins(each, source="others").loc["U", "votes_to_gain"] == 3


def test_it_does_not_change_what_it_gets() -> None:
    before = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
    margins(GLOSTRUP)
    assert before == GLOSTRUP


def test_the_closest_lists_and_those_that_are_as_close() -> None:
    s = load("KV2025", "Næstved")
    rows = every_margin(s)
    assert [(each.row.unit, each.votes, each.loses) for each in closest(rows)] == [
        ("B", 104, True), ("Æ", 109, True),
    ]  # fmt: skip
    by_unit = {row.unit: row for row in rows}
    fewer = {
        x: count(s.with_votes({x: s.votes[x] - n})).seats[x] for x, n in (("B", 104), ("Æ", 109))
    }
    assert fewer == {"B": 1, "Æ": 0}  # one fewer each
    assert (by_unit["I"].to_gain, by_unit["I"].gain_changes["Æ"].low) == (512, -1)  # the same seat
    even = Scenario({"A": 10, "B": 10, "C": 9, "D": 9, "E": 1}, 2)
    assert [each.row.unit for each in closest(every_margin(even), 1)] == ["C", "D"]
    only = closest(every_margin(Scenario({"A": 5}, 3, candidates={"A": 2})))
    assert [(each.row.unit, each.votes, each.loses) for each in only] == [("A", 5, True)]


def test_some_list_needs_no_more_than_its_alliance() -> None:
    chance = random.Random(5)
    for _ in fair(range(150)):
        s = random_scenario(chance)
        rows = {each.unit: each for each in every_margin(s)}
        for alliance in s.alliances:
            if (joint := rows[alliance.name].to_gain) is not None:
                own = [rows[letter].to_gain for letter in alliance.letters]
                assert min(each for each in own if each is not None) <= joint


# ---- vote by vote, with ties, limits, nested groups and every source ----


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(6))
def test_equal_to_trying_vote_by_vote(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        s = random_scenario(chance)
        while sum(s.ballots) > 60 or s.seats > 6:
            s = random_scenario(chance)
        source = chance.choice(["new", "new", "others", *s.letters])
        rows = every_margin(s, source)
        letters = {letter: (letter,) for letter in s.letters}
        letters |= {group.name: group.letters for each in s.alliances for group in each.groups}
        assert [each.unit for each in rows] == list(letters)
        for each in chance.sample(rows, min(3, len(rows))):
            inside = letters[each.unit]
            now = slow_margins.seats(s, inside)
            assert each.seats.ends == tuple(now)
            if source in inside:
                assert each.to_gain is each.to_lose is None
                continue
            chance_at = gain_at = risk_at = lose_at = None
            for amount, (low, high) in enumerate(slow_margins.walk(s, inside, source, 1), 1):
                chance_at = chance_at or (amount if high > now[1] else None)
                gain_at = gain_at or (amount if low > now[0] else None)
                if chance_at and gain_at:
                    break
            for amount, (low, high) in enumerate(slow_margins.walk(s, inside, source, -1), 1):
                risk_at = risk_at or (amount if low < now[0] else None)
                lose_at = lose_at or (amount if high < now[1] else None)
            assert (each.to_chance, each.to_gain) == (chance_at, gain_at)
            assert (each.to_risk, each.to_lose) == (risk_at, lose_at)


# ---- new votes by a second way: the quotients to beat at each level ----


def missing(s: Scenario, letter: str) -> int | None:
    """Votes to one more sure seat, from the quotients of the siblings at each level.

    To have t of T seats for sure, t times the siblings' (T - t + 1)-th quotient must be beaten;
    the list needs t of its alliance's T, the alliance T of the council's: the least over T of
    the larger of the two, down the path.
    """
    place = s.letters.index(letter)
    goal = int(count(s).low[letter]) + 1
    own_most = s.seats if s.limits[place] is None else min(s.limits[place], s.seats)
    need, unit = {s.seats: 0}, s.council  # need[T]: votes with which the unit has T seats
    while unit.children:
        child = next(each for each in unit.children if letter in [x.name for x in each.lists])
        rest = sorted(
            (
                Fraction(each.votes, divisor)
                for each in unit.children
                if each is not child
                for divisor in range(1, min(each.capacity, s.seats) + 1)
            ),
            reverse=True,
        )
        # with its first vote, a list can fill as many seats as it has candidates
        most = child.capacity + (0 if s.ballots[place] else own_most)
        need = {
            t: min(max(votes, lacking(rest, t, T, child.votes)) for T, votes in need.items())
            for t in range(1, min(most, max(need, default=0)) + 1)
        }
        unit = child
    return need.get(goal)


def lacking(rest: list[Fraction], t: int, total: int, own: int) -> int:
    """Votes lacking to t seats of all, against the siblings' quotients."""
    if t > total:
        return 10**12
    after = rest[total - t] if total - t < len(rest) else Fraction(0)
    return max(0, t * after.numerator // after.denominator + 1 - own)


def test_equal_to_the_quotients_to_beat_in_every_council_of_2025() -> None:
    places = elections().query("election in ['KV2025', 'RV2025']")
    for election, place in fair([*zip(places["election"], places["place"], strict=True)]):
        s = load(election, place)
        found = {each.unit: each.to_gain for each in every_margin(s) if each.kind == "list"}
        assert found == {letter: missing(s, letter) for letter in s.letters}, place


@pytest.mark.parametrize("year", [2004, 2009, 2014, 2019, 2024])
def test_equal_to_the_quotients_to_beat_in_european_elections(year: int) -> None:
    s = load(f"EP{year}", "Danmark")
    found = {each.unit: each.to_gain for each in every_margin(s) if each.kind == "list"}
    assert found == {letter: missing(s, letter) for letter in s.letters}


def test_equal_to_the_quotients_to_beat_in_random_trees() -> None:
    chance = random.Random(17)
    for _ in fair(range(500)):
        s = random_scenario(chance, unit=chance.choice([1, 1, 997]))
        found = {each.unit: each.to_gain for each in every_margin(s) if each.kind == "list"}
        assert found == {letter: missing(s, letter) for letter in s.letters}, s
