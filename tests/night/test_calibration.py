"""Chances and intervals of the night of 2025 keep what they promise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from nights import of_2025, preliminary

import valgforbund as vf
from valgforbund.calibration.calibration import Calibration
from valgforbund.errors import ScenarioError


@cache
def calibration() -> Calibration:
    return preliminary().calibration()


def test_intervals_of_shares_cover_nine_in_ten() -> None:
    coverage = calibration().coverage("part").set_index("part")["covered"]
    assert list(coverage.index) == [0.25, 0.5, 0.75, 0.9]
    assert coverage.between(0.88, 0.94).all()
    assert calibration().coverage("size")["covered"].between(0.86, 0.96).all()


@pytest.mark.parametrize("by", ["part", "size", None])
def test_intervals_of_seats_cover_what_they_promise(by: str | None) -> None:
    coverage = calibration().coverage(by)
    assert (coverage["seats_covered"] - coverage["promised"]).abs().max() < 0.02


def test_seats_come_anywhere_in_their_distributions_alike() -> None:
    """Kolmogorov and Smirnov's distance, each council counted as one observation."""
    for _, each in calibration().intervals.groupby("part"):
        pit = np.sort(each["pit"])
        distance = np.abs(pit - np.linspace(0, 1, len(pit))).max()
        assert distance < 1.63 / np.sqrt(each["code"].nunique())
        assert distance < 0.04


def test_what_is_called_comes_true() -> None:
    number, came = calibration().called(0.99)
    assert number > 1000
    assert came >= 0.985


@pytest.mark.parametrize("by", [None, "part", "size"])
def test_what_was_said_to_be_so_likely_came_as_often(by: str | None) -> None:
    """Claims of one council hang together, so they stray more than independent ones."""
    found = calibration().reliability(by)
    found = found[found["claims"] >= 30]
    off = (found["happened"] - found["probability"]).abs()
    assert (off <= 0.015 + 4 * found["error"]).all()
    if by is None:
        assert off.max() < 0.04


def test_alliances_and_majorities_that_are_called_come_true() -> None:
    """In councils where something is counted, at four times of the night."""
    end = of_2025().at("2025-12-01")
    saved, held = [], []
    for hour in ("20:30", "21:00", "21:30", "22:00"):
        evening = preliminary().at(f"2025-11-18 {hour}")
        councils = evening.councils
        begun = set(councils.loc[councils["counted"] > 0, "code"])
        saves, seats = evening.alliances(), evening.majorities()
        saved.append(saves[saves["code"].isin(begun)])
        held.append(seats[seats["code"].isin(begun)])
    alliances = pd.concat(saved).merge(end.alliances(), on=["code", "alliance"])
    called = alliances[alliances["saves_x"] >= 0.99]
    assert len(called) > 50
    assert (called["saves_y"] > 0).mean() >= 0.985
    units = pd.concat(held).merge(end.majorities(), on=["code", "bloc"])
    right = (units["probability_x"] - units["probability_y"]).abs() < 0.5
    for sure in (units["probability_x"] >= 0.99, units["probability_x"] <= 0.01):
        assert sure.sum() > 50
        assert right[sure].mean() >= 0.985


def test_there_is_nothing_else_to_sort_by() -> None:
    with pytest.raises(ScenarioError, match="part, size"):
        calibration().coverage("letter")


def test_the_picture_in_docs_is_drawn_from_what_is_found_now(tmp_path: Path) -> None:
    """If it is not, and the new one is right, copy it there; its path is in the message."""
    new = tmp_path / "night.svg"
    vf.plot.reliability(calibration(), language="en").figure.savefig(new)
    old = Path(__file__).parents[2] / "docs" / "night.svg"
    assert new.read_bytes() == old.read_bytes(), new


def test_only_a_calibration_can_be_drawn() -> None:
    with pytest.raises(ScenarioError, match="calibration"):
        vf.plot.reliability("night")  # type: ignore[arg-type]
