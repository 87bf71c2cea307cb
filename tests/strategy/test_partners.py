"""Whom a list should ask: the same as counting each coalition for itself, in the stated order."""

import random

import pandas as pd
import pytest
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, count, load
from valgforbund.margins import Way
from valgforbund.strategy.coalitions import allied
from valgforbund.strategy.partners import frame, partners
from valgforbund.strategy.ranking import Ranking, rank

NÆSTVED = load("KV2025", "Næstved")
PLACES = [("KV2025", "Samsø"), ("KV2025", "Lolland"), ("KV2021", "Lejre"), ("KV2013", "Læsø")]


def missing(world: Scenario, letter: str) -> int | None:
    """New votes until one seat more is sure, by the search behind `margins`."""
    way = Way(world, letter)
    sure = way.at(0)[-1].low
    return way.least(lambda amount: way.at(amount)[-1].low > sure, way.up)


def assert_equals_plain_counts(ranking: Ranking, places: range | list[int]) -> None:
    today = count(ranking.scenario).spans
    for place in places:
        coalition = ranking[place]
        world = allied(ranking.scenario, coalition.letters)
        spans = count(world).spans
        assert coalition.seats == spans[ranking.letter]
        assert coalition.votes_missing == missing(world, ranking.letter)
        assert coalition.changes == {
            letter: spans[letter] - today[letter]
            for letter in coalition.letters
            if letter != ranking.letter and spans[letter] != today[letter]
        }


def test_næstved_2025_whom_å_should_ask() -> None:
    rows = partners(NÆSTVED, "Å").set_index("coalition")
    assert len(rows) == 2**10
    lacks = rows["votes_missing"]
    assert (lacks["Å"], lacks["A-B-F-Ø-Å"], lacks["Ø-Å"]) == (1093, 930, 633)
    assert (rows["seats_high"] == 0).all()
    assert rows.index[rows["today"]].to_list() == ["A-B-F-Ø-Å"]
    assert rows.index[0] == "M-Å"
    assert lacks.min() == lacks["M-Å"] == missing(NÆSTVED.unite(["M", "Å"]), "Å")


def test_what_becomes_of_the_alliances_that_are_left_behind() -> None:
    left = partners(NÆSTVED, "Å").set_index("coalition")["left_behind"]
    assert left["Ø-Å"] == "A-B-F-Ø-Å→A-B-F"
    assert left["M-Å"] == "A-B-F-Ø-Å→A-B-F-Ø, C-I-M-O-V-Æ→C-I-O-V-Æ"
    assert left["B-F-Ø-Å"] == "A-B-F-Ø-Å→A"
    assert left["A-B-F-Ø-Å"] == ""
    assert left["A-B-F-V-Ø-Å"] == "A-B-F-Ø-Å→–, C-I-M-O-V-Æ→C-I-M-O-Æ"


def test_gainers_losers_and_the_order() -> None:
    # rules.md, 2: A C together, D asks; A would lose a seat to it
    s = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
    rows = partners(s, "D").set_index("coalition")
    assert rows.loc["A-C-D", ["changes", "gainers", "losers"]].to_list() == ["A-1", "", "A"]
    order = rows.assign(own=-rows["seats_low"]).sort_values(
        ["own", "size", "votes_missing"], kind="stable"
    )
    assert order.index.to_list() == rows.index.to_list()


@pytest.mark.parametrize(("election", "place"), PLACES)
def test_real_councils_equal_the_plain_count_and_the_margins(election: str, place: str) -> None:
    s = load(election, place)
    chance = random.Random(place)
    for letter in chance.sample(s.letters, 2):
        ranking = rank(s, letter)
        assert len(ranking) == 2 ** (len(s.letters) - 1)
        places = chance.sample(range(len(ranking)), min(25, len(ranking)))
        assert_equals_plain_counts(ranking, places)


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(50))
def test_random_elections_with_ties_and_limits(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    ranking = rank(s, chance.choice(s.letters))
    assert_equals_plain_counts(ranking, range(len(ranking)))
    keys = []
    for place in range(len(ranking)):
        c = ranking[place]
        never = -1 if c.votes_missing is None else c.votes_missing
        to_first = 0 if c.seats.high else never
        hurt = (len(c.losers), len(c.doubters), -len(c.gainers))
        keys.append((-c.seats.low, -c.seats.high, to_first, len(c.letters), never, *hurt))
    assert keys == sorted(keys)


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(20))
def test_the_frame_says_what_the_coalitions_are(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    ranking = rank(s, chance.choice(s.letters))
    rows = frame(ranking)
    assert rows.index.to_list() == list(range(1, len(ranking) + 1))
    for place, row in enumerate(rows.itertuples()):
        c = ranking[place]
        assert row.coalition == "-".join(c.letters)
        assert (row.seats_low, row.seats_high, row.size) == (*c.seats.ends, len(c.letters))
        assert row.seats is pd.NA if c.seats.is_open else row.seats == c.seats.low
        assert row.votes_missing is pd.NA or row.votes_missing == c.votes_missing
        assert row.today == c.today
        named = (c.gainers, c.losers, c.doubters)
        assert (row.gainers, row.losers, row.might_lose) == tuple(map(", ".join, named))
        assert bool(row.changes) == bool(c.changes)
        assert len(row.left_behind.split(", ")) == max(len(c.left_behind), 1)


def test_today_is_among_them_unless_it_is_left_out() -> None:
    assert rank(NÆSTVED, "Å").today.name == "A-B-F-Ø-Å"
    assert rank(NÆSTVED.leave("Å"), "Å").today.name == "Å"
    assert rank(NÆSTVED, "Å", size=2).today is None
    nested = Scenario({"A": 4, "B": 5, "C": 3, "D": 3}, 7, [["A", ["C", "D"]]])
    assert rank(nested, "C").today is None  # its coalitions have no groups inside
    assert not partners(nested, "C")["today"].any()


def test_the_best_pair_and_the_best_that_costs_no_partner_anything() -> None:
    for seed in fair(range(20)):
        s = random_scenario(random.Random(seed))
        ranking = rank(s, s.letters[0])
        every = [ranking[place] for place in range(len(ranking))]
        pairs = [each for each in every if len(each.letters) == 2]
        painless = [each for each in every if each.letters[1:] and not each.losers + each.doubters]
        assert ranking.pair == (pairs or [None])[0]
        assert ranking.painless == (painless or [None])[0]


def test_the_nearest_of_those_with_most_seats() -> None:
    for seed in fair(range(20)):
        s = random_scenario(random.Random(seed))
        ranking = rank(s, s.letters[0])
        every = [ranking[place] for place in range(len(ranking))]
        equal = [each for each in every if each.seats == every[0].seats]
        able = [each for each in equal if each.votes_missing is not None]
        assert ranking.nearest == min(able, key=lambda each: each.votes_missing or 0, default=None)


def test_votes_of_any_size() -> None:
    large = NÆSTVED.with_votes({x: v * 10**30 for x, v in NÆSTVED.votes.items()})
    rows = partners(large, "Å", size=2)
    assert_equals_plain_counts(rank(large, "Å", size=2), range(3))
    assert rows["coalition"].to_list()[0] == "M-Å"
    exact = int(rows.loc[1, "votes_missing"])
    assert 602 * 10**30 < exact <= 603 * 10**30


def test_progress_is_told_and_can_stop_it() -> None:
    told: list[tuple[int, int]] = []
    rank(NÆSTVED, "Å", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (1024, 1024)
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        rank(NÆSTVED, "Å", progress=stop)


def test_it_does_not_change_its_input() -> None:
    s = load("KV2025", "Samsø")
    partners(s, s.letters[0])
    assert s == load("KV2025", "Samsø")
