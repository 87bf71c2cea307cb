"""A night by party: the country's seats, one party's lists, and what is missing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from nights import of_2025

import valgforbund as vf
from valgforbund import ScenarioError
from valgforbund.sources.source import load_all

EVENING = "2025-11-18 21:47"
TIMES = ["19:00", "19:30", "20:00", "20:15", "20:30", "20:45", "21:00", "21:30", "22:00", "22:45"]


def test_the_seats_of_all_parties_are_the_councils() -> None:
    standing = of_2025().at(EVENING)
    parties, lists = standing.parties, standing.lists
    assert parties["lists"].sum() == len(lists)
    assert parties["votes"].sum() == lists["votes"].sum()
    assert np.isclose(parties["seats_expected"].sum(), standing.councils["seats"].sum())
    by_party = lists.groupby("party")["seats_expected"].sum()
    named = parties.dropna(subset="party").set_index("party")["seats_expected"]
    assert np.allclose(named, by_party[named.index])
    assert parties["party"].isna().to_list() == [False] * (len(parties) - 1) + [True]


def test_in_the_end_they_are_the_official_seats() -> None:
    end = of_2025().at(of_2025().ends).parties.set_index("party")
    official = {}
    for s in load_all("KV2025"):
        for letter, seats in vf.official_seats("KV2025", s.place).items():
            party = s.party(letter)
            official[party] = official.get(party, 0) + seats
    for party, seats in official.items():
        row = end[end.index.isna()].iloc[0] if party is None else end.loc[party]
        assert row["seats_now_low"] <= seats <= row["seats_now_high"]
        assert row["in_play"] == row["seats_now_high"] - row["seats_now_low"]


def test_the_intervals_cover_what_came() -> None:
    """Nearly nine in ten of 150, from before the first count on; ten times fifteen parties."""
    end = of_2025().at(of_2025().ends).parties.set_index("party")["seats_expected"]
    inside = []
    for time in TIMES:
        now = of_2025().at(f"2025-11-18 {time}").parties.dropna(subset="party").set_index("party")
        came = end[now.index].round()
        inside += [*((now["seats_low"] <= came) & (came <= now["seats_high"]))]
    assert len(inside) == 150
    assert 130 <= sum(inside) <= 142


def test_what_a_swing_is_in_a_draw_it_is_in_all_councils() -> None:
    """Before anything is counted a party's seats move together, and less once much is."""

    def alike(time: str) -> float:
        views = of_2025().at(time).views
        open_ = [v for v in views if "F" in v.council.scenario.letters and v.forecast is not None]
        seats = np.array([v.seats[v.council.scenario.letters.index("F")] for v in open_])
        return float(seats.sum(axis=0).var() / seats.var(axis=1).sum())

    assert alike("2025-11-18 18:00") > 20
    assert 0.7 < alike("2025-11-18 22:45") < 1.5


def test_one_party_s_lists_are_told_from_the_same_chances() -> None:
    standing = of_2025().at(EVENING)
    mine = standing.party("Alternativet")
    chances = standing.chances.query("party == 'Alternativet'")
    assert len(mine) == chances["code"].nunique()
    for row in mine.itertuples():
        own = chances[chances["code"] == row.code]
        at_least = {n: own.loc[own["number"] >= n, "probability"].sum() for n in range(60)}
        assert at_least[row.sure] >= 0.99
        assert at_least[row.sure + 1] < 0.99 + 1e-9
        assert at_least[row.possible + 1] <= 0.01 + 1e-9
        if pd.isna(row.in_play):
            assert row.sure == row.possible
        else:
            assert row.sure < row.in_play <= row.possible
            assert np.isclose(row.chance, at_least[row.in_play])


def test_what_an_alliance_gives_in_the_end_is_what_counting_without_it_says() -> None:
    end = of_2025().at(of_2025().ends).party("Alternativet")
    for row in end.itertuples():
        s = vf.load("KV2025", row.place)
        if s.alliance_of(row.letter) is None:
            assert row.given == 0
            continue
        compared = vf.compare(s, row.alliance)
        with_, without = (each.spans[row.letter] for each in (compared.with_, compared.without))
        low, high = with_.low - without.high, with_.high - without.low
        assert low - 1e-9 <= row.given <= high + 1e-9


def test_a_party_that_there_is_not_is_told() -> None:
    with pytest.raises(ScenarioError, match="Partiet"):
        of_2025().at(EVENING).party("Partiet")


def test_the_missing_areas_are_those_without_a_count() -> None:
    standing = of_2025().at(EVENING)
    missing, councils = standing.missing, standing.councils.set_index("code")
    left = (councils["areas"] - councils["counted"]).to_dict()
    assert missing["code"].value_counts().to_dict() == {k: n for k, n in left.items() if n}
    came = of_2025().counts
    came = came[came["approved"] <= pd.Timestamp(EVENING, tz="UTC")]
    known = set(zip(came["code"], came["area"], strict=True))
    assert not known & set(zip(missing["code"], missing["area"], strict=True))
    for _, own in missing.groupby("code"):
        assert own["eligible"].is_monotonic_decreasing


def test_what_missing_areas_vote_is_a_share_of_all_lists() -> None:
    standing = of_2025().at(EVENING)
    lists = standing.missing_lists
    assert set(lists["code"]) == set(standing.missing["code"])
    assert np.allclose(lists.groupby("code")["expected"].sum(), 1)
    for column in ("last_counted", "last_missing"):
        assert (lists.groupby("code")[column].sum() <= 1 + 1e-9).all()
    assert of_2025().at(of_2025().ends).missing_lists.empty
