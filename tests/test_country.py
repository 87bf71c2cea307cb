"""What all alliances of the municipal elections of 2025 saved, added up over the country."""

from dataclasses import dataclass
from functools import cache

from valgforbund import Count, Scenario, compare, count, savings
from valgforbund.sources.bundled import elections, load


@dataclass(frozen=True)
class Council:
    scenario: Scenario
    with_: Count
    none: Count


@cache
def councils() -> list[Council]:
    places = elections().query("election == 'KV2025'")["code"]
    scenarios = [load("KV2025", code) for code in places]
    return [Council(s, count(s), count(s.without_alliances())) for s in scenarios]


def test_seats_saved_against_both_baselines() -> None:
    frames = [savings(council.scenario) for council in councils()]
    dissolved = [int(n) for frame in frames for n in frame["saved_dissolved"]]
    none = [int(n) for frame in frames for n in frame["saved_none"]]
    moved = [text for frame in frames for text in frame["changes_dissolved"]]
    assert len(dissolved) == 319
    assert sum(dissolved) == 205
    assert moved.count("") == 136
    assert sum(none) == 35
    assert sum(n < 0 for n in none) == 52


def test_seats_that_move_against_no_alliances_at_all() -> None:
    moved = [(c.with_.seats - c.none.seats).clip(lower=0).sum() for c in councils()]
    assert sum(n > 0 for n in moved) == 74
    assert sum(moved) == 90
    assert sum(c.scenario.seats for c in councils()) == 2432


def test_votes_on_lists_without_a_seat_are_often_the_same_with_and_without() -> None:
    same = [
        compare(council.scenario, alliance).waste.loc["unrepresented", "change"] == 0
        for council in councils()
        for alliance in council.scenario.alliances
    ]
    assert (sum(same), len(same)) == (263, 319)


def test_more_votes_and_fewer_seats_in_17_councils() -> None:
    def happens(c: Council) -> bool:
        order = c.scenario.votes.sort_values(ascending=False, kind="stable").index
        return not c.with_.seats[order].is_monotonic_decreasing

    assert sum(happens(c) for c in councils()) == 17


def test_a_majority_of_seats_without_a_majority_of_votes_10_times() -> None:
    found = 0
    for c in councils():
        for unit in c.with_.root.children:
            seats = sum(c.with_.seats[leaf.name] for leaf in unit.lists)
            found += 2 * seats > c.scenario.seats and 2 * unit.votes <= sum(c.scenario.ballots)
    assert found == 10
