"""The sweep of coalitions: plain and compiled give the same, and both what a count gives."""

import random
from itertools import product

import numpy as np
import pytest
from elections import random_scenario
from slow_count import outcomes

from valgforbund import Scenario, load
from valgforbund.kernels import coalitions as kernel
from valgforbund.strategy.coalitions import allied, coalitions
from valgforbund.strategy.ranking import competitors


def both_ways(monkeypatch, inside: np.ndarray, s: Scenario, own: int) -> list[kernel.Swept]:
    found = []
    for few in (10**9, -1):
        monkeypatch.setattr(kernel, "FEW", few)
        found.append(kernel.sweep(inside, *competitors(s), s.seats, own=own))
    return found


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(30))
def test_plain_and_compiled_are_the_same(monkeypatch, seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    own = chance.randrange(len(s.letters))
    plain, compiled = both_ways(monkeypatch, coalitions(s, s.letters[own]), s, own)
    assert plain.low.tolist() == compiled.low.tolist()
    assert plain.high.tolist() == compiled.high.tolist()
    assert plain.missing.tolist() == compiled.missing.tolist()


def test_real_lists_with_large_votes(monkeypatch) -> None:
    """Up to the last number of votes whose products fit into 64 bits."""
    s = load("KV2025", "Samsø")
    factor = (kernel.LARGEST - 1) // (sum(s.ballots) * (s.seats + 1))
    s = s.with_votes({x: v * factor for x, v in s.votes.items()})
    plain, compiled = both_ways(monkeypatch, coalitions(s, s.letters[0]), s, 0)
    assert compiled.missing.dtype == np.int64
    assert plain.missing.tolist() == compiled.missing.tolist()
    assert plain.low.tolist() == compiled.low.tolist()


def test_above_that_plain_python_counts(monkeypatch) -> None:
    s = load("KV2025", "Samsø")
    s = s.with_votes({x: v * 2**64 for x, v in s.votes.items()})
    monkeypatch.setattr(kernel, "FEW", -1)
    swept = kernel.sweep(coalitions(s, s.letters[0]), *competitors(s), s.seats, own=0)
    assert swept.missing.dtype == object
    assert max(swept.missing) > 2**63


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(25))
def test_members_have_what_the_slow_count_gives_them(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    letters = s.letters
    rows = [row for row in product([False, True], repeat=len(letters)) if any(row)]
    rows = chance.sample(rows, min(6, len(rows)))
    swept = kernel.sweep(np.array(rows), *competitors(s), s.seats)
    for row, low, high in zip(rows, swept.low, swept.high, strict=True):
        members = tuple(letter for letter, is_in in zip(letters, row, strict=True) if is_in)
        results = [dict(each) for each in outcomes(allied(s, members))]
        for i, letter in enumerate(letters):
            if row[i]:
                seats = [each[letter] for each in results]
                assert (low[i], high[i]) == (min(seats), max(seats))
            else:
                assert (low[i], high[i]) == (0, 0)


def test_outsiders_at_one_home_are_one_alliance() -> None:
    s = Scenario({"A": 50, "B": 30, "C": 14, "D": 9}, 9, [["B", "C", "D"]])
    apart, together = ([0, 1, 2, 3], [0, 0, 0, 0])
    votes, limits, homes = competitors(s)
    inside = np.array([[True, False, False, False]])
    for places, world in ((apart, s.without_alliances()), (together, s), (homes, s)):
        swept = kernel.sweep(inside, votes, limits, places, s.seats)
        results = [dict(each)["A"] for each in outcomes(world)]
        assert (swept.low[0, 0], swept.high[0, 0]) == (min(results), max(results))


def test_progress_counts_all_coalitions(monkeypatch) -> None:
    s = load("KV2025", "Samsø")
    monkeypatch.setattr(kernel, "AT_ONCE", 1)
    told: list[tuple[int, int]] = []
    rows = coalitions(s, s.letters[0])
    kernel.sweep(
        rows, *competitors(s), s.seats, progress=lambda done, total: told.append((done, total))
    )
    assert told == [(i + 1, len(rows)) for i in range(len(rows))]
