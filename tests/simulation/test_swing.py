"""Votes drawn around the last election; the usual size is what two elections show."""

import numpy as np
import pytest

from valgforbund import Scenario, Swing
from valgforbund.simulation.swing import OF, USUAL
from valgforbund.sources.bundled import elections, load

LETTERS = "ABCDEFGHIJ"
S = Scenario(
    dict(zip(LETTERS, [3000, 2000, 1500, 1000, 800, 600, 500, 300, 200, 100], strict=True)), 25
)
DRAWS = 20_000


def shares(model: Swing, scenario: Scenario = S) -> np.ndarray:
    votes = model.sampler(scenario).votes(np.random.default_rng(2), range(DRAWS))
    assert (votes == np.floor(votes)).all()
    return votes / votes.sum(axis=0)


@pytest.mark.parametrize("points", [1.0, 3.0, 6.0])
def test_a_list_moves_by_its_points_in_proportion_to_its_size(points: float) -> None:
    past = np.array(S.ballots) / sum(S.ballots)
    wanted = points / 100 * np.sqrt(past * (1 - past) / (OF * (1 - OF)))
    found = shares(Swing(points)).std(axis=1)
    assert np.abs(found / wanted - 1).max() < 0.03 * points
    assert abs(100 * found[1] - points) < 0.05 * points  # B has 20 per cent
    assert np.abs(shares(Swing(points)).mean(axis=1) - past).max() < 0.004 * points


@pytest.mark.parametrize("correlation", [0.3, 0.5])
@pytest.mark.parametrize("blocs", [["ACE", "BDF"], ["AB"], ["DEFGHIJ"]])
def test_the_stated_size_also_holds_when_lists_move_together(
    blocs: list[str], correlation: float
) -> None:
    past = np.array(S.ballots) / sum(S.ballots)
    wanted = 0.06 * np.sqrt(past * (1 - past) / (OF * (1 - OF)))
    found = shares(Swing(6, blocs, correlation))
    assert np.abs(found.std(axis=1) / wanted - 1).max() < 0.16
    assert np.abs(found.mean(axis=1) / past - 1).max() < 0.06


def test_it_says_how_much_of_the_stated_size_is_reached() -> None:
    everybody = Swing(6, [LETTERS], correlation=1).sampler(S).reached
    assert everybody.min() < 0.5
    past = np.array(S.ballots) / sum(S.ballots)
    for points in (6, 12):
        reached = Swing(points).sampler(S).reached
        wanted = points / 100 * np.sqrt(past * (1 - past) / (OF * (1 - OF)))
        found = shares(Swing(points)).std(axis=1) / wanted
        assert np.abs(reached - found)[past >= 0.02].max() < 0.06
        assert reached[-1] == 1  # too small to be measured
    assert reached.min() < 0.9


def test_newcomers_only() -> None:
    nobody = Scenario({"A": 0, "B": 0}, 3)
    found = shares(Swing(guesses={"A": (40, 5), "B": (60, 5)}), nobody)
    assert np.abs(found.mean(axis=1) - [0.4, 0.6]).max() < 0.002
    alone = shares(Swing(guesses={"B": (60, 5)}), Scenario({"A": 9000, "B": 0}, 3))
    assert np.abs(alone.mean(axis=1) - [0.4, 0.6]).max() < 0.005


def test_without_a_swing_the_votes_are_the_votes() -> None:
    votes = Swing(0).sampler(S).votes(np.random.default_rng(1), range(3))
    assert votes.T.tolist() == [list(S.ballots)] * 3


def test_lists_of_a_bloc_move_together() -> None:
    together = np.corrcoef(shares(Swing(3, blocs=["DE", "FG"], correlation=0.8)))
    apart = np.corrcoef(shares(Swing(3)))
    assert together[3, 4] > 0.6
    assert together[5, 6] > 0.6
    assert together[3, 5] < 0.1
    assert np.abs(apart[3, 4]) < 0.15
    blocs = shares(Swing(3, blocs=["DE", "FG"], correlation=0.8))
    assert np.abs(blocs.std(axis=1) / shares(Swing(3)).std(axis=1) - 1).max() < 0.1


def test_a_list_without_votes_gets_none_but_with_a_guess_it_does() -> None:
    newcomer = S.with_list("Å")
    assert not shares(Swing(), newcomer)[10].any()
    guessed = shares(Swing(2, guesses={"Å": (3, 1)}), newcomer)[10]
    assert abs(guessed.mean() - 0.03) < 0.001
    assert abs(guessed.std() - 0.01) < 0.001


def test_the_usual_size_is_what_lists_moved_from_2021_to_2025() -> None:
    """Lists of 4 to 32 per cent in 2021 that stood again, in all bundled municipalities."""
    moves = []
    known = elections().set_index("election")
    for code in set(known.loc["KV2025", "code"]) & set(known.loc["KV2021", "code"]):
        then, now = (load(election, code).votes for election in ("KV2021", "KV2025"))
        both = then.index.intersection(now.index).intersection(list("ABCFIOVÅØ"))
        past, new = then[both] / then.sum(), now[both] / now.sum()
        size = (new - past) / np.sqrt(past * (1 - past))
        moves += size[(past > 0.04) & (past < 0.32)].tolist()
    assert len(moves) > 300
    points = 100 * np.sqrt(np.mean(np.square(moves)) * OF * (1 - OF))
    assert abs(points - USUAL) < 0.3


def test_a_model_is_a_value() -> None:
    assert Swing(3, blocs=["AB"]) == Swing(3, blocs=(("A", "B"),))
    assert hash(Swing(3, blocs=["AB"])) == hash(Swing(3, blocs=(("A", "B"),)))
