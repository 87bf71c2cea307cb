"""Simulations: the same on any number of workers, and equal to counting every draw by itself."""

import numpy as np
import pandas as pd
import pytest

from valgforbund import Draws, Poll, Scenario, Swing, compare, count, simulate
from valgforbund.simulation.sampler import Model
from valgforbund.simulation.tally import CHUNK
from valgforbund.sources.bundled import load

NAESTVED, ALLIANCE = load("KV2025", "Næstved"), "C-I-M-O-V-Æ"


def table_of(s: Scenario, rows: int) -> pd.DataFrame:
    """Votes around those of a scenario, without ties."""
    chance = np.random.default_rng(4)
    found = []
    while len(found) < rows:
        votes = chance.poisson(np.array(s.ballots) * chance.uniform(0.8, 1.2, len(s.ballots)))
        drawn = s.with_votes(dict(zip(s.letters, votes.tolist(), strict=True)))
        if not (count(drawn).lots or compare(drawn, ALLIANCE).without.lots):
            found.append(votes)
    return pd.DataFrame(found, columns=list(s.letters))


@pytest.fixture(scope="module")
def worlds() -> tuple[pd.DataFrame, list[tuple[pd.Series, pd.Series]]]:
    """A table, and what each of its rows gives with and without, counted one by one."""
    table = table_of(NAESTVED, 60)
    found = []
    for _, votes in table.iterrows():
        k = compare(NAESTVED.with_votes(votes.to_dict()), ALLIANCE)
        found.append((k.with_.seats, k.without.seats))
    return table, found


def test_a_table_of_draws_gives_what_its_rows_give(worlds) -> None:  # type: ignore[no-untyped-def]
    table, rows = worlds
    sim = simulate(NAESTVED, ALLIANCE, model=Draws(table), blocs={"red": "ABFØÅ"})
    assert sim.draws == 60
    more = pd.DataFrame([with_ for with_, _ in rows])
    less = pd.DataFrame([without for _, without in rows])
    change = more - less
    lists = sim.lists
    assert np.allclose(lists["mean_with"], more.mean())
    assert np.allclose(lists["mean_without"], less.mean())
    assert np.allclose(lists["change"], change.mean())
    assert np.allclose(lists["change_error"], change.std(ddof=0) / np.sqrt(60))
    assert np.allclose(lists["gains"], (change > 0).mean())
    assert np.allclose(lists["loses"], (change < 0).mean())
    for letter in NAESTVED.letters:
        for n in sim.seats_with.columns:
            assert np.isclose(sim.seats_with.loc[letter, n], (more[letter] == n).mean())
            assert np.isclose(sim.seats_without.loc[letter, n], (less[letter] == n).mean())
        assert np.isclose(sim.at_least(2).loc[letter, "with"], (more[letter] >= 2).mean())
    members = list(NAESTVED.alliance(ALLIANCE).letters)
    saved = change[members].sum(axis=1)
    assert sim.saved["probability"].round(9).to_dict() == (
        saved.value_counts(normalize=True).reindex(sim.saved.index, fill_value=0).round(9).to_dict()
    )
    assert np.isclose(sim.chances.loc["saves", "probability"], (saved > 0).mean())
    assert np.isclose(sim.members.loc[ALLIANCE, "saved"], saved.mean())
    red = more[list("ABFØÅ")].sum(axis=1)
    assert np.isclose(sim.majorities.loc["red", "with"], (red > 15.5).mean())
    assert np.isclose(sim.bloc("red")["with"].sum(), 1)
    assert sim.chances.loc["lot", "probability"] == 0


def test_the_first_rows_of_a_table_can_be_taken_alone(worlds) -> None:  # type: ignore[no-untyped-def]
    table, rows = worlds
    sim = simulate(NAESTVED, ALLIANCE, model=Draws(table), draws=1)
    assert sim.lists["mean_with"].astype(int).to_dict() == rows[0][0].to_dict()


@pytest.mark.parametrize("model", [Poll(), Swing(4, blocs=["ABFØÅ"])])
def test_workers_change_nothing_and_seeds_do(model: Poll | Swing) -> None:
    draws = 3 * CHUNK + 7
    one, two, other = (
        simulate(NAESTVED, ALLIANCE, draws=draws, model=model, workers=workers, seed=seed)
        for workers, seed in ((1, 1), (2, 1), (2, 2))
    )
    pd.testing.assert_frame_equal(one.lists, two.lists)
    pd.testing.assert_frame_equal(one.chances, two.chances)
    assert not one.lists.equals(other.lists)
    assert int(one.tally.with_[0].sum()) == draws


def test_another_seed_differs_by_about_the_stated_error() -> None:
    runs = [simulate(NAESTVED, ALLIANCE, draws=2000, seed=seed) for seed in range(40)]
    means = np.array([run.lists["mean_with"] for run in runs])
    errors = np.array([run.lists["mean_with_error"] for run in runs]).mean(axis=0)
    kept = errors > 0.002
    ratio = means.std(axis=0)[kept] / errors[kept]
    assert ((ratio > 0.6) & (ratio < 1.5)).all()


def test_the_expected_gain_is_about_that_of_the_closed_form() -> None:
    """(m - 1)(1 - P) / 2 holds on average over elections: a wide swing, a large council."""
    s = Scenario(
        {"A": 300, "B": 250, "C": 160, "D": 120, "E": 90, "F": 80},
        seats=151,
        alliances=[["C", "D", "F"]],
    )
    sim = simulate(s.with_votes((s.votes * 1000).to_dict()), "C-D-F", model=Poll(sample=300))
    found = sim.members
    assert abs(found.loc["C-D-F", "saved"] - found.loc["C-D-F", "closed_form"]) < 0.03
    assert (abs(found["saved"] - found["closed_form"]) < 0.03).all()
    assert sim.saved.index.min() == 0  # it never costs seats
    assert sim.saved.index.max() <= 2  # and never saves as many as it has members
    assert (sim.lists.loc[["C", "D", "F"], "loses"] == 0).all()
    assert (sim.lists.loc[["A", "B", "E"], "gains"] == 0).all()


def test_certain_votes_give_the_count_and_a_lot_gives_its_chances() -> None:
    s = Scenario({"A": 10, "B": 10, "C": 20}, seats=3, alliances=[["A", "B"]])
    assert count(s).lots
    sim = simulate(s, "A-B", model=Swing(0), draws=20_000)
    assert sim.chances.loc[["lot_with", "lot_without", "lot"], "probability"].tolist() == [1, 1, 1]
    expected = count(s).expected
    assert (abs(sim.lists["mean_with"] - expected) < 5 * sim.lists["mean_with_error"]).all()


def test_without_an_alliance_only_the_scenario_is_told() -> None:
    sim = simulate(NAESTVED, draws=500)
    assert sim.alliance is None
    assert list(sim.chances.index) == ["lot_with"]
    assert "change" not in sim.lists
    assert list(sim.majorities.columns) == ["with", "with_error"]
    assert list(sim.at_least(1).columns) == ["with", "with_error"]
    assert np.allclose(sim.seats_with.sum(axis=1), 1)


def test_baselines_are_other_worlds() -> None:
    alone = NAESTVED.leave("Æ")
    sims = {
        name: simulate(NAESTVED, ALLIANCE, draws=2000, baseline=baseline)
        for name, baseline in (("none", "none"), ("dissolved", "dissolved"), ("alone", alone))
    }
    assert sims["none"].chances.loc["costs", "probability"] > 0
    assert sims["dissolved"].chances.loc["costs", "probability"] == 0
    assert sims["none"].members["closed_form"].isna().all()
    assert sims["alone"].baseline == alone
    assert sims["alone"].lists.loc["Æ", "loses"] == 0  # joining never costs the joiner
    smaller = simulate(NAESTVED, ALLIANCE, draws=500, baseline=NAESTVED.with_seats(25))
    assert smaller.lists["mean_without"].sum() == pytest.approx(25)
    assert smaller.chances.loc["costs", "probability"] < 0.1


def test_limits_and_inner_groups_are_counted() -> None:
    s = Scenario(
        {"A": 500, "B": 300, "C": 200, "D": 90},
        seats=9,
        alliances=[["A", ["C", "D"]]],
        candidates={"A": 2},
    )
    sim = simulate(s, "C-D", draws=2000, model=Swing(3))
    assert sim.seats_with.columns.max() <= 9
    assert sim.lists.loc["A", "high_with"] <= 2
    assert sim.lists["mean_with"].sum() == pytest.approx(9)
    assert "C-D" in sim.majorities.index


def test_progress_is_told_and_what_it_raises_stops_the_work() -> None:
    told = []
    simulate(NAESTVED, draws=4 * CHUNK, workers=1, progress=lambda *each: told.append(each))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(_done: int, _total: int) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        simulate(NAESTVED, draws=10**9, workers=2, progress=stop)


def test_the_arguments_stay_as_they_were() -> None:
    table = table_of(NAESTVED, 3)
    before, blocs = table.copy(), {"red": "AB"}
    simulate(NAESTVED, ALLIANCE, model=Draws(table), blocs=blocs)
    pd.testing.assert_frame_equal(table, before)
    assert blocs == {"red": "AB"}
    assert load("KV2025", "Næstved") == NAESTVED


ONE_WAY_AND_THE_OTHER = {
    "guesses of a swing": [
        Swing(guesses={"Å": (2, 1), "M": (1, 1)}),
        Swing(guesses={"M": (1, 1), "Å": (2, 1)}),
    ],
    "guesses of a poll": [
        Poll(guesses={"Å": (2, 1), "M": (1, 1)}),
        Poll(guesses={"moderaterne": (1, 1), "aa": (2, 1)}),
    ],
    "shares of a poll": [Poll({"A": 20, "V": 30, "F": 7}), Poll({"F": 7, "V": 30, "A": 20})],
    "blocs": [Swing(blocs=[["A", "F"], ["V", "C"]]), Swing(blocs=[["C", "V"], ["F", "A"]])],
    "blocs and guesses": [
        Swing(blocs=["AF", "VC", ""], guesses={"Å": (2, 1), "M": (1, 1)}),
        Swing(blocs=["CV", "FA"], guesses={"M": (1, 1), "Å": (2, 1)}),
    ],
    "draws": [Draws(table_of(NAESTVED, 300)), Draws(table_of(NAESTVED, 300).iloc[:, ::-1])],
}


@pytest.mark.parametrize("models", ONE_WAY_AND_THE_OTHER.values(), ids=ONE_WAY_AND_THE_OTHER)
def test_the_order_in_which_a_model_is_stated_changes_no_draw(models: list[Model]) -> None:
    """Nor where the lists stand in another order."""
    turned = Scenario(
        dict(reversed([*NAESTVED.votes.items()])),
        NAESTVED.seats,
        NAESTVED.alliances,
        candidates=dict(zip(NAESTVED.letters, NAESTVED.limits, strict=True)),
        names=dict(zip(NAESTVED.letters, NAESTVED.names, strict=True)),
        place=NAESTVED.place,
        election=NAESTVED.election,
    )
    first, *others = (
        simulate(s, draws=300, seed=3, model=model).lists.sort_index()
        for s in (NAESTVED, turned)
        for model in models
    )
    for other in others:
        pd.testing.assert_frame_equal(first, other)
