"""The batch count against the plain one, row by row; and that chance draws lots fairly."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, ScenarioError, count
from valgforbund.kernels import batch
from valgforbund.sources.bundled import elections, load


def counted(s: Scenario, votes: np.ndarray, seed: int | None = None) -> batch.Batch:
    chance = None if seed is None else np.random.default_rng(seed)
    return batch.count(batch.tree(s.council, s.limits, s.seats), votes, chance)


def plain(s: Scenario, votes: Sequence[float]) -> tuple[tuple[int, ...], bool]:
    found = count(s.with_votes(dict(zip(s.letters, map(int, votes), strict=True))))
    return found.certain, bool(found.lots)


def assert_same(s: Scenario, votes: np.ndarray) -> int:
    """Every row as the plain count has it; how many rows have a lot."""
    found = counted(s, votes)
    for row, seats, lot in zip(votes.T, found.seats.T, found.lots, strict=True):
        assert (tuple(seats.tolist()), bool(lot)) == plain(s, row), (s, row)
    return int(found.lots.sum())


@pytest.mark.parametrize("start", range(4))
def test_random_scenarios_with_ties_limits_and_groups_row_by_row(start: int) -> None:
    chance, numbers = random.Random(start), np.random.default_rng(start)
    lots = 0
    for _ in range(40):
        s = random_scenario(chance)
        shape = (len(s.letters), chance.choice([1, 3, 40]))
        votes = np.floor(numbers.random(shape) * chance.choice([2, 4, 10, 1000, 10**9]))
        lots += assert_same(s, votes)
    assert lots > 40


@pytest.mark.parametrize(
    "place", ["København", "Roskilde", "Lolland", "Lyngby-Taarbæk", "Samsø", "Næstved", "Læsø"]
)
def test_real_councils_row_by_row(place: str) -> None:
    """Real alliances and candidates; votes that swing, and coarse ones that tie often."""
    s = load("KV2025", place)
    numbers = np.random.default_rng(5)
    people = np.array(s.ballots)[:, None] / 40 + 0.2
    fine = np.rint(40 * numbers.standard_gamma(people, size=(len(people), 60)))
    coarse = np.rint(fine / fine.sum(axis=0) * 60)
    assert_same(s, fine)
    assert assert_same(s, coarse) > 0


def test_every_council_of_2025_has_its_official_seats() -> None:
    """The votes themselves, ten times, so that every place of a block is used."""
    for code in elections().query("election == 'KV2025'")["code"]:
        s = load("KV2025", code)
        found = counted(s, np.repeat(np.array([s.ballots], dtype=float).T, 10, axis=1))
        assert {tuple(seats) for seats in found.seats.T.tolist()} == {count(s).certain}


def test_a_limit_bites_inside_an_alliance() -> None:
    lolland = load("KV2025", "Lolland")  # Æ earned five seats and had four candidates
    votes = np.array([lolland.ballots], dtype=float).T
    seats = counted(lolland, votes).seats[:, 0]
    assert seats[lolland.letters.index("Æ")] == 4
    assert tuple(seats.tolist()) == count(lolland).certain


def test_seats_that_nobody_can_fill_stay_vacant() -> None:
    s = Scenario({"A": 5, "B": 3}, seats=5, candidates={"A": 1, "B": 2})
    votes = np.array([[5, 5, 0], [3, 0, 0.0]])
    assert counted(s, votes).seats.T.tolist() == [[1, 2], [1, 0], [0, 0]]


@given(
    st.lists(st.integers(1, 2**20), min_size=2, max_size=6),
    st.integers(1, 60),
    st.integers(1, 2**24),
)
def test_ties_are_found_whatever_the_size_of_the_numbers(
    votes: list[int], seats: int, factor: int
) -> None:
    """The same quotients many times as large: the same seats, and the same lots."""
    s = Scenario({f"L{i}": 1 for i in range(len(votes))}, seats=seats)
    both = np.array([votes, [vote * factor for vote in votes]], dtype=float).T
    found = counted(s, both)
    assert found.seats[:, 0].tolist() == found.seats[:, 1].tolist()
    assert found.lots[0] == found.lots[1]
    assert (tuple(found.seats[:, 0].tolist()), bool(found.lots[0])) == plain(s, votes)


def test_one_vote_more_or_less_than_a_tie_is_seen_at_forty_bits() -> None:
    s = Scenario({"A": 1, "B": 1}, seats=3)
    half = 2**40
    votes = np.array([[2 * half, 2 * half, 2 * half], [half - 1, half, half + 1.0]])
    found = counted(Scenario({"A": 1, "B": 1}, seats=2), votes)
    assert found.lots.tolist() == [False, True, False]
    assert found.seats.T.tolist() == [[2, 0], [1, 0], [1, 1]]
    assert not counted(s, votes).lots.any()


def test_numbers_that_floats_cannot_hold_are_an_error() -> None:
    with pytest.raises(ScenarioError) as error:
        counted(Scenario({"A": 1}, seats=31), np.array([[2.0**50]]))
    assert error.value.code == "votes_too_many_to_draw"


def test_lots_are_drawn_fairly_and_only_where_they_are_due() -> None:
    """A and B tie for their alliance's seat; it ties with C and D for the council's last."""
    s = Scenario({"A": 6, "B": 6, "C": 6, "D": 30}, seats=6, alliances=[["A", "B"]])
    draws = 20_000
    votes = np.repeat(np.array([[6], [6], [6], [30.0]]), draws, axis=1)
    wanted = count(s)
    assert wanted.lots
    found = counted(s, votes, seed=1)
    assert found.lots.all()
    assert (found.seats.sum(axis=0) == 6).all()
    error = np.sqrt(0.25 / draws)
    assert np.abs(found.seats.mean(axis=1) - wanted.expected.to_numpy()).max() < 5 * error
    rows, times = np.unique(found.seats.T, axis=0, return_counts=True)
    outcomes = wanted.outcomes
    known = {tuple(row[:-1].astype(int)): row[-1] for row in outcomes.to_numpy()}
    assert {tuple(row) for row in rows.tolist()} == set(known)
    for row, number in zip(rows.tolist(), times, strict=True):
        assert abs(number / draws - known[tuple(row)]) < 5 * error


def test_without_a_lot_chance_changes_nothing() -> None:
    s = load("KV2025", "Roskilde")
    votes = np.rint(np.random.default_rng(3).standard_gamma(9, size=(len(s.letters), 500)) * 1000)
    sure, drawn = counted(s, votes), counted(s, votes, seed=9)
    assert (sure.lots == drawn.lots).all()
    assert (sure.seats[:, ~sure.lots] == drawn.seats[:, ~sure.lots]).all()
    assert (drawn.seats.sum(axis=0) == s.seats).all()


def test_input_stays_as_it_was_in_any_layout() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    rows = np.array([[25, 31, 11, 16], [30, 30, 0, 0]])
    before = rows.copy()
    assert counted(s, rows.T).seats.T.tolist() == [[2, 3, 1, 2], [4, 4, 0, 0]]
    assert (rows == before).all()
