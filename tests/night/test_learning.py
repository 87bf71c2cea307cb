"""What the night of 2025 teaches is what is written down, and a council learns from the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from nights import of_2025

from valgforbund.night import facts
from valgforbund.night.constants import Constants
from valgforbund.night.ground import grounds
from valgforbund.night.learning import SOUGHT, START, corrected, learn, likelihood
from valgforbund.night.model import Learnt
from valgforbund.night.night import Night


def apart(one: Constants, other: Constants) -> float:
    """How far two are apart at most, as a part of the second."""
    pairs = np.array([one, other], dtype=float)
    return float(np.abs(pairs[0] / pairs[1] - 1).max())


@pytest.mark.exhaustive
@pytest.mark.parametrize("located", [True, False])
def test_what_is_written_down_is_what_is_learnt(located: bool) -> None:
    councils = of_2025().councils
    if not located:
        councils = tuple(replace(c, spots=None) for c in councils)
    found, known = learn(grounds(councils)), facts.taught("KV2025")[located]
    assert apart(found.constants, known.constants) < 0.02
    for code, constants in known.councils.items():
        assert apart(found.of(code), constants) < 0.02


@pytest.mark.exhaustive
def test_one_step_without_a_council_comes_to_what_the_others_teach() -> None:
    councils = tuple(c for c in of_2025().councils if c.scenario.place != "København")
    others = learn(grounds(councils)).constants
    assert apart(facts.taught("KV2025")[True].of("101"), others) < 0.1


def test_each_council_has_constants_of_its_own() -> None:
    known = facts.taught("KV2025")[True]
    assert len(set(known.councils.values())) == 98
    assert all(apart(each, known.constants) < 0.15 for each in known.councils.values())
    assert len(known.corrected("370")) == len(known.corrections) - (known.owners == "370").sum()


def test_what_is_written_down_makes_the_night_more_likely_than_what_is_near() -> None:
    councils = of_2025().councils
    ground = grounds(councils)
    ends = [c.counted(len(c.when)) for c in councils]
    known = facts.taught("KV2025")[True].constants
    best = likelihood(ground, ends, known).sum()
    assert best > likelihood(ground, ends, START).sum()
    for name in SOUGHT:
        for factor in (0.7, 1.4):
            other = known._replace(**{name: factor * getattr(known, name)})
            assert likelihood(ground, ends, other).sum() < best + 0.5


def test_corrections_are_the_difference_of_the_two_counts() -> None:
    council = next(c for c in of_2025().councils if c.scenario.place == "Læsø")
    early = council.only(final=False)
    before, after = early.counted(9).total, council.counted(9).total
    values, owners = corrected([council])
    assert np.allclose(values * np.sqrt(before + 1), after - before)
    assert set(owners) == {"825"}


def test_another_night_is_taught_by_all_councils() -> None:
    half = Night(of_2025().councils[:9], replace(of_2025(), councils=of_2025().councils[9:]))
    assert not half.only("final").seen >= of_2025().seen
    known: Learnt = facts.taught("KV2025")[True]
    assert of_2025().taught.of("101") == known.councils["101"]
    assert known._replace(councils={}).of("101") == known.constants


def test_a_few_councils_teach_a_few_others() -> None:
    councils = of_2025().councils
    n = Night(councils[12:20], Night(councils[20:32]), draws=200)
    lists = n.at("2025-11-18 21:30").lists
    shares = ["share", "share_low", "share_high", "seats_expected"]
    assert np.isfinite(lists[shares].to_numpy()).all()
    found = n.calibration().coverage()
    assert found["covered"][0] > 0.8
    assert found["seats_covered"][0] == pytest.approx(found["promised"][0], abs=0.03)


def test_one_council_of_one_area_can_teach() -> None:
    small = tuple(c for c in of_2025().councils if len(c.areas) == 1)
    assert [c.scenario.place for c in small] == ["Læsø"]
    end = Night(small).at("2025-12-01")
    assert end.scenario("Læsø").votes.sum() > 1000
