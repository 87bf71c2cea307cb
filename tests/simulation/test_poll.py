"""Votes drawn around a poll, against the closed forms of the Dirichlet distribution."""

import numpy as np
import pytest

from valgforbund import Poll, Scenario, ScenarioError
from valgforbund.simulation.poll import HALF

S = Scenario({"A": 4000, "B": 3000, "C": 2000, "D": 900, "E": 100}, seats=9)
DRAWS = 40_000


def shares(model: Poll, scenario: Scenario = S) -> np.ndarray:
    votes = model.sampler(scenario).votes(np.random.default_rng(1), range(DRAWS))
    assert (votes == np.floor(votes)).all()
    assert (votes >= 0).all()
    return votes / votes.sum(axis=0)


def assert_close(found: np.ndarray, mean: np.ndarray, deviation: np.ndarray) -> None:
    """Mean and deviation of each list, within five Monte Carlo errors."""
    assert np.abs(found.mean(axis=1) - mean).max() < 5 * deviation.max() / np.sqrt(DRAWS)
    assert np.abs(found.std(axis=1) / deviation - 1).max() < 5 / np.sqrt(DRAWS) + 0.01


@pytest.mark.parametrize(("sample", "effect"), [(1000, 1.0), (1000, 2.0), (300, 1.5)])
def test_mean_and_variance_are_those_of_a_sample_of_that_size(sample: int, effect: float) -> None:
    people = sample / effect + HALF * 5
    mean = (sample / effect * np.array([0.4, 0.3, 0.2, 0.09, 0.01]) + HALF) / people
    found = shares(Poll(sample=sample, design_effect=effect))
    assert_close(found, mean, np.sqrt(mean * (1 - mean) / (people + 1)))


def test_lists_are_correlated_as_shares_of_one_whole_are() -> None:
    found = np.corrcoef(shares(Poll(sample=1000)))
    wanted = -np.sqrt(0.4 * 0.3 / (0.6 * 0.7))  # of a multinomial or Dirichlet
    assert abs(found[0, 1] - wanted) < 0.02


def test_the_undecided_make_it_less_certain_but_move_nobody() -> None:
    sure, open_ = shares(Poll()), shares(Poll(undecided=30))
    assert (open_.std(axis=1)[:3] > 1.1 * sure.std(axis=1)[:3]).all()
    assert np.abs(open_.mean(axis=1) - sure.mean(axis=1)).max() < 0.005


def test_lists_left_out_share_the_rest_as_their_votes_say() -> None:
    centre = Poll({"A": 50, "B": 20}, sample=10**6).sampler(S).centre
    assert np.abs(centre - [0.5, 0.2, 0.2, 0.09, 0.01]).max() < 1e-5
    newcomers = Scenario({"A": 10, "B": 0, "C": 0}, seats=9)
    assert Poll({"A": 80}, 10**6).sampler(newcomers).centre.round(3).tolist() == [0.8, 0.1, 0.1]


def test_a_guess_has_its_own_mean_and_deviation_and_the_others_make_room() -> None:
    newcomer = S.with_list("Å")
    found = shares(Poll(sample=5000, design_effect=1, guesses={"Å": (4, 2)}), newcomer)
    assert abs(found[5].mean() - 0.04) < 0.001
    assert abs(found[5].std() - 0.02) < 0.002
    assert np.abs(found[0].mean() / found[1].mean() - 4 / 3) < 0.01
    sure = Poll(guesses={"Å": (4, 0)}).sampler(newcomer).votes(np.random.default_rng(1), range(9))
    assert set(sure[5]) == {400.0}


def test_a_list_that_nobody_named_can_still_get_votes() -> None:
    found = shares(Poll(sample=500), S.with_list("Å"))
    assert 0 < found[5].mean() < 0.002
    assert found[5].max() > 0.005


def test_rounded_shares_may_add_up_to_a_little_more() -> None:
    rounded = Poll({"A": 40.3, "B": 30.3, "C": 20.1, "D": 9, "E": 1})
    assert abs(rounded.sampler(S).centre.sum() - 1) < 1e-12


def test_parts_of_one_are_told_also_where_a_list_is_left_out() -> None:
    with pytest.raises(ScenarioError) as error:
        Poll(dict.fromkeys(S.letters[:-1], 0.2)).sampler(S)
    assert error.value.code == "shares_in_fractions"
    small = Poll({S.letters[-1]: 0.3, S.letters[-2]: 0.4}).sampler(
        S.with_votes({S.letters[0]: 10**6})
    )
    assert small.centre[-1] < 0.004


def test_a_poll_for_lists_that_never_stood() -> None:
    nobody = Scenario({"A": 0, "B": 0, "C": 0}, 3)
    assert Poll({"A": 40, "B": 30}).sampler(nobody).centre.round(2).tolist() == [0.4, 0.3, 0.3]
    votes = Poll({"A": 40}).sampler(nobody).votes(np.random.default_rng(1), range(9))
    assert np.abs(votes.sum(axis=0) - 20_000).max() < 3
    with pytest.raises(ScenarioError, match="no votes to draw around"):
        Poll().sampler(nobody)
