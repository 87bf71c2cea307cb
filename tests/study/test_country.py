"""The study of KV2025 equals what was counted without it; unknown alliances are an error."""

import pandas as pd
import pytest
from elections import country

from valgforbund import Scenario, ScenarioError, Study, load, margins, savings, study
from valgforbund.sources.bundled import load_all
from valgforbund.study import examine

RULES = {
    "councils": (98, None),
    "seats": (2432, None),
    "alliances": (319, None),
    "saved_dissolved": (205, None),
    "saved_none": (35, None),
    "moved_none": (90, 2432),
    "changed_none": (74, 98),
    "moved_nothing": (136, 319),
    "negative_none": (52, 319),
    "unrepresented_same": (263, 319),
    "majorities": (10, None),
    "overtaken": (17, 98),
}


def test_totals_are_those_that_were_counted_before() -> None:
    totals = country().totals
    for figure, (value, of) in RULES.items():
        row = totals.loc[figure]
        assert row["value"] == row["value_low"] == row["value_high"] == value, figure
        assert (None if pd.isna(row["of_value"]) else row["of_value"]) == of, figure


def test_every_figure_has_a_definition_and_what_may_mislead_names_what_corrects_it() -> None:
    totals = country().totals
    assert totals["definition"].str.len().min() > 10
    assert "moved_none" in totals.loc["saved_dissolved", "definition"]
    assert set(totals["of"]) - {""} <= set(totals.index)


def test_alliances_are_those_of_the_savings_council_by_council() -> None:
    frame = country().alliances.set_index(["place", "alliance"])
    columns = ["saved_dissolved", "changes_dissolved", "saved_none", "changes_none", "seats"]
    for s in load_all("KV2025"):
        if s.alliances:
            wanted = savings(s)[columns]
            pd.testing.assert_frame_equal(frame.loc[s.place, columns], wanted, check_dtype=False)


def test_lists_have_the_seats_and_margins_of_each_council() -> None:
    frame = country().lists.set_index(["place", "letter"])
    columns = ["votes_to_gain", "gain_changes", "votes_to_lose", "lose_changes"]
    for place in ("Lolland", "Læsø", "Glostrup"):
        wanted = margins(load("KV2025", place)).query("kind == 'list'")[columns]
        found = frame.loc[place, columns]
        assert found.astype(str).to_numpy().tolist() == wanted.astype(str).to_numpy().tolist()
    assert frame["seats"].sum() == 2432


def test_gains_and_losses_add_up_to_nothing_in_every_council() -> None:
    lists = country().lists
    assert (lists.groupby("place")["owed_none"].sum() == 0).all()
    gained = lists["owed_none"].clip(lower=0).groupby(lists["place"]).sum()
    councils = country().councils.set_index("place")
    assert (gained == councils["moved_none"].sort_index()).all()
    # no member ever had fewer seats in an alliance than with it dissolved
    assert lists["owed_dissolved"].dropna().min() == 0
    assert lists["owed_dissolved"].sum() == country().alliances["saved_dissolved"].sum()


def test_nobody_joins_to_lose_and_regret_is_never_below_nothing() -> None:
    lists = country().lists
    assert lists["owed_alone"].dropna().min() == 0
    assert lists["regret_low"].min() >= 0
    assert (lists["best_seats_low"] >= lists["seats_low"]).all()
    assert set(lists.loc[lists["best"] == "stays", "regret"]) == {0}


def test_overtaken_and_majority_in_the_frame_of_councils() -> None:
    councils, inversions = country().councils, country().inversions
    assert (councils["overtaken"] != "").sum() == inversions["place"].nunique() == 17
    assert (councils["majority"] != "").sum() == len(country().majorities) == 10
    assert (country().majorities["share"] <= 0.5).all()


def test_the_closest_seats_of_the_country() -> None:
    closest, lists = country().closest(10), country().lists
    assert len(closest) >= 10
    assert closest["votes_to_gain"].is_monotonic_increasing
    assert (lists["votes_to_gain"] < closest["votes_to_gain"].max()).sum() < 10
    first = closest.iloc[0]
    s = load(first["election"], first["place"])
    more = s.shift(first["letter"], int(first["votes_to_gain"]))
    now, then = (study(each).lists.set_index("letter").loc[first["letter"]] for each in (s, more))
    assert then["seats_low"] == now["seats_low"] + 1


@pytest.mark.parametrize("group", ["election", "region", "size"])
def test_groups_add_up_to_the_totals(group: str) -> None:
    parts = country().by(group)
    assert parts.index.name == group
    assert parts.index.is_unique
    totals = country().totals["value_high"]
    assert parts[[f"{figure}_high" for figure in totals.index]].sum().to_list() == totals.to_list()


def test_groups_are_the_five_regions_and_classes_of_size() -> None:
    regions = country().by("region")["councils"].to_dict()
    assert regions == {
        "Hovedstaden": 29,
        "Sjælland": 17,
        "Syddanmark": 22,
        "Midtjylland": 19,
        "Nordjylland": 11,
    }  # fmt: skip -- as the regions stand
    assert list(country().by("size").index) == ["1-15", "16-19", "20-25", "26-31", "32-"]


@pytest.mark.parametrize("election", ["KV2021", "KV2013"])
def test_alliances_that_are_not_known_are_an_error_not_zero(election: str) -> None:
    with pytest.raises(ScenarioError) as error:
        study(election)
    assert error.value.code == "alliances_unknown"
    with pytest.raises(ScenarioError):
        study(["KV2025", load(election, "Læsø")])


def test_alliances_of_ones_own_are_counted_whatever_was_unknown() -> None:
    own = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
    assert study([own]).alliances["alliance"].to_list() == ["B-F-Ø", "O-U"]
    assert "alliances_unknown" in study(own).councils.loc[0, "notes"]


def test_elections_and_scenarios_may_be_mixed() -> None:
    own = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    found = study(["EP2024", own, "RV2025"])
    assert found.councils["election"].to_list() == ["EP2024", "", *["RV2025"] * 4]
    assert found.councils["region"].isna().all()
    assert found.by("election")["councils"].to_dict() == {"": 1, "EP2024": 1, "RV2025": 4}


@pytest.mark.parametrize("wrong", [7, [7], [["EP2024"]], None])
def test_what_is_no_election_is_an_error(wrong: object) -> None:
    with pytest.raises(ScenarioError, match="Expected a Scenario"):
        study(wrong)


def test_european_election_of_2024_as_it_is_known() -> None:
    lists = study("EP2024").lists.set_index("letter")
    assert lists["owed_none"].eq(0).all()
    assert lists.loc["A", "owed_dissolved"] == 1
    alliances = study("EP2024").alliances.set_index("alliance")
    assert alliances.loc["A-F-Å", "changes_dissolved"] == "A+1 V-1"


def test_a_lot_leaves_figures_open() -> None:
    tied = Scenario({"A": 10, "B": 10, "C": 2, "D": 1}, seats=3, alliances=[["C", "D"]])
    found = study(tied)
    assert found.councils.loc[0, "lots"] == 1
    row = found.lists.set_index("letter").loc["A"]
    assert pd.isna(row["seats"])
    assert (row["seats_low"], row["seats_high"]) == (1, 2)
    assert found.totals.loc["saved_dissolved", ["value_low", "value_high"]].to_list() == [0, 0]


def test_nothing_to_study_gives_empty_frames() -> None:
    nothing = study([])
    assert len(nothing.alliances) == len(nothing.lists) == len(nothing.councils) == 0
    assert nothing.totals["value"].eq(0).all()
    alone = study(Scenario({"A": 2, "B": 1}, 3))
    assert (len(alone.alliances), len(alone.lists)) == (0, 2)


def test_progress_counts_councils_and_threads_find_the_same() -> None:
    calls: list[tuple[int, int]] = []
    own = [load("RV2025", place) for place in ("Region Nordjylland", "Region Syddanmark")]
    found = study(own, workers=2, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(1, 2), (2, 2)]
    assert found == Study(tuple(map(examine, own)))
