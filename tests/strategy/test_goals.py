"""Votes needed: the same as trying vote by vote."""

import random

import pandas as pd
import pytest
from elections import random_scenario

from valgforbund import Scenario, ScenarioError, count, load
from valgforbund.strategy.coalitions import allied, coalitions
from valgforbund.strategy.goals import BEST, BEST_ROWS, Route, goal, routes

LYNGBY = load("KV2025", "Lyngby-Taarbæk")


def vote_by_vote(world: Scenario, letter: str, seats: int, source: str) -> tuple[object, object]:
    """Least votes at which a lot could give the seats, and at which they are sure."""
    chance = needed = None
    most = sum(world.ballots) * world.seats + 1
    for amount in range(most + 1):
        try:
            counted = count(world.shift(letter, amount, source))
        except ScenarioError:  # the source has no more
            break
        if chance is None and counted.spans[letter].high >= seats:
            chance = amount
        if counted.spans[letter].low >= seats:
            needed = amount
            break
    return chance, needed


def test_lyngby_taarbæk_at_least_one_member() -> None:
    rows = goal(LYNGBY, "Å")
    alone, allied_today = rows.loc["Å", "votes_needed"], rows.loc["C-Å", "votes_needed"]
    for world, needed in ((LYNGBY.leave("Å"), alone), (LYNGBY, allied_today)):
        assert count(world.shift("Å", int(needed))).low["Å"] == 1
        assert count(world.shift("Å", int(needed) - 1)).low["Å"] == 0
    assert rows.loc["C-Å", "kind"] == "today"
    assert rows.loc["C-Å", "today"]
    assert rows["votes_needed"].min() < allied_today < alone


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(40))
def test_every_number_is_the_one_found_vote_by_vote(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    letter = chance.choice(s.letters)
    source = chance.choice(["new", "others", *(x for x in s.letters if x != letter)])
    seats = chance.randint(1, 4)
    for route in routes(s, letter, seats, source):
        expected = vote_by_vote(route.world, letter, seats, source)
        assert (route.to_chance, route.needed) == expected


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(25))
def test_the_best_coalitions_are_the_best(seed: int) -> None:
    chance = random.Random(seed + 100)
    s = random_scenario(chance)
    letter, seats = chance.choice(s.letters), chance.randint(1, 3)
    found = [each.needed for each in routes(s, letter, seats) if each.needed is not None]
    needed = []
    for row in coalitions(s, letter):
        letters = tuple(x for x, is_in in zip(s.letters, row, strict=True) if is_in)
        needed.append(vote_by_vote(allied(s, letters), letter, seats, "new")[1])
    best = sorted(each for each in needed if each is not None)[:BEST_ROWS]
    assert sorted(found)[: len(best)][0] == best[0] if best else not found
    assert all(each in found for each in best)


def test_every_alliance_and_every_partner_has_a_row() -> None:
    kinds = goal(LYNGBY, "Å").groupby("kind").groups
    assert [*kinds["alone"], *kinds["today"]] == ["Å", "C-Å"]
    assert set(kinds["joins"]) == {"A-B-F-Ø-Å", "I-M-O-V-Å"}
    partners = {x for x in LYNGBY.letters if x not in "CÅ"}  # with C it is today
    assert set(kinds["pair"]) == {f"{x}-Å" for x in partners}
    assert len(kinds["best"]) <= BEST_ROWS


def test_more_seats_than_candidates_or_the_council_has_are_never_reached() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11}, seats=8, candidates={"C": 2})
    assert goal(s, "C", 3)["votes_needed"].isna().all()
    assert goal(s, "B", 9)["votes_to_chance"].isna().all()
    assert goal(s, "C", 2)["votes_needed"].notna().all()


def test_one_list_may_have_too_few_votes_to_give() -> None:
    s = Scenario({"A": 60, "B": 31, "C": 1, "D": 3}, seats=8)
    rows = goal(s, "C", 1, source="D")
    assert rows.loc["C", "votes_needed"] is pd.NA
    assert goal(s, "C", 1, source="A")["votes_needed"].notna().all()


def test_a_list_that_stands_alone_has_one_row_for_it() -> None:
    rows = goal(Scenario({"A": 60, "B": 31, "C": 1}, seats=8), "C")
    assert rows.loc["C", ["kind", "today"]].to_list() == ["alone", True]
    assert (rows["kind"] != "today").all()


def test_alone_and_today_first_then_fewest_votes() -> None:
    rows = goal(LYNGBY, "Å")
    assert rows["kind"].to_list()[:2] == ["alone", "today"]
    assert rows["votes_needed"].iloc[2:].is_monotonic_increasing


def test_what_is_there_already_needs_nothing() -> None:
    rows = goal(LYNGBY, "C", 1)
    assert (rows["votes_needed"] == 0).all()
    assert (rows["votes_to_chance"] == 0).all()


def test_the_best_keep_to_what_is_allowed() -> None:
    def best(**asked: object) -> list[Route]:
        return [each for each in routes(LYNGBY, "Å", **asked) if each.kind == BEST]

    assert all("M" not in each.letters for each in best(apart=[("M", "Å")]))
    assert all(len(each.letters) <= 3 for each in best(size=3))
    assert all("Z" in each.letters for each in best(include=["Z"]))


def test_many_lists() -> None:
    s = Scenario({f"L{i}": 50 + i for i in range(40)}, seats=25)
    assert len(goal(s, "L0", size=2)) == 40


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    goal(LYNGBY, "Å", progress=lambda done, total: told.append((done, total)))
    assert told
    assert all(0 < done <= total for done, total in told)
