"""What lists that did not stand last time can expect."""

from __future__ import annotations

import math

import numpy as np
import pytest
from nights import of_2025

from valgforbund.night import facts
from valgforbund.night.entries import LEAST, MOST, UNKNOWN, Entry, fitted, measured, traits
from valgforbund.night.ground import grounds


def test_what_was_drawn_is_found() -> None:
    luck = np.random.default_rng(3)
    known = np.column_stack([np.log(luck.integers(1, 20, 4000)), luck.normal(1, 0.8, 4000)])
    true = Entry(-2.3, 0.5, -0.3, 0.0, 0.0)
    shares = measured(known, true) * np.exp(luck.normal(-(0.3**2) / 2, 0.3, 4000))
    found = fitted(known, shares, np.ones(4000))
    assert found[:3] == pytest.approx(true[:3], abs=0.02)
    assert found.candidates == pytest.approx(known[:, 0].mean())
    # on average it is right, and the spread is that of what is left
    assert measured(known, found).mean() == pytest.approx(shares.mean(), rel=0.01)
    left = shares - measured(known, found)
    assert found.entry_spread == pytest.approx(math.sqrt((left**2).mean()), rel=0.01)


def test_a_list_without_a_weight_teaches_nothing() -> None:
    luck = np.random.default_rng(4)
    known, shares = luck.normal(1, 1, (50, 2)), luck.uniform(0.02, 0.3, 50)
    weights = (np.arange(50) < 30).astype(float)
    assert fitted(known, shares, weights) == pytest.approx(
        fitted(known[:30], shares[:30], np.ones(30))
    )


def test_nothing_and_one_list_teach_a_little() -> None:
    nothing = fitted(np.zeros((0, 2)), np.zeros(0), np.zeros(0))
    assert measured(np.array([[0.0, 0.0], [3.0, 2.0]]), nothing) == pytest.approx(UNKNOWN)
    one = fitted(np.array([[math.nan, 1.0]]), np.array([0.2]), np.ones(1))
    assert one.entry_candidates == one.entry_voters == 0
    assert measured(np.array([[math.nan, 1.0]]), one) == pytest.approx(0.2)


def test_nobody_expects_nothing_or_all() -> None:
    wild = Entry(0.0, 9.0, -9.0, 0.0, 0.1)
    assert measured(np.array([[0.0, 9.0], [9.0, 0.0]]), wild).tolist() == [LEAST, MOST]


def test_new_lists_of_2025_are_expected_by_their_candidates() -> None:
    """København: equal guesses would be a lot, and E had one candidate."""
    council = next(c for c in of_2025().councils if c.scenario.place == "København")
    (ground,) = (g for g in grounds(of_2025().councils) if g.council.code == council.code)
    constants = facts.taught("KV2025")[True].of(council.code)
    expected = dict(zip(council.scenario.letters, ground.expected(constants)[0], strict=True))
    new = [letter for letter, stood in zip(expected, council.stood, strict=True) if not stood]
    by_candidates = dict(zip(expected, traits(council)[:, 0], strict=True))
    ranked = sorted(new, key=by_candidates.__getitem__)
    assert [expected[x] for x in ranked] == sorted(expected[x] for x in new)
    assert expected["E"] == min(expected[x] for x in new) < 0.004


def test_a_new_list_is_expected_more_of_in_a_small_council() -> None:
    constants = facts.taught("KV2025")[True].constants
    assert constants.entry_candidates > 0 > constants.entry_voters


def test_chances_of_councils_that_have_counted_nothing_come_true() -> None:
    """Before ten, when most have counted nothing: of what is 95 per cent likely most came."""
    end = of_2025().at(of_2025().ends)
    seats = {view.council.code: view.seats[:, 0] for view in end.views}
    claimed, came = [], []
    for time in ("19:00", "19:30", "20:00"):
        for view in of_2025().at(f"2025-11-18 {time}").views:
            if view.counted.known.any():
                continue
            for drawn, got in zip(view.seats, seats[view.council.code], strict=True):
                chances = np.bincount(drawn, minlength=got + 1) / view.draws
                for number in np.flatnonzero(chances >= 0.95):
                    claimed.append(chances[number])
                    came.append(number == got)
    assert len(came) > 150
    assert np.mean(came) > np.mean(claimed) - 0.04
