"""Chances that are right by construction are found right, and wrong ones wrong."""

from __future__ import annotations

import numpy as np
import pytest

from valgforbund.calibration.calibration import (
    CLAIMS,
    INTERVALS,
    Calibration,
    Claim,
    Interval,
)
from valgforbund.frames import records

NUMBER = 20_000


def stated(bold: float) -> Calibration:
    """Chances that come as often as they say; `bold` of 2 says twice the odds' logarithm."""
    chance = np.random.default_rng(3)
    true = chance.random(NUMBER)
    odds = bold * np.log(true / (1 - true))
    said = 1 / (1 + np.exp(-odds))
    came = chance.random(NUMBER) < true
    place = chance.random(NUMBER)
    sizes = chance.choice([0.005, 0.03, 0.3], NUMBER)
    claims = [
        Claim("1", "A", 0.5, size, 1, p, bool(yes))
        for size, p, yes in zip(sizes, said, came, strict=True)
    ]
    intervals = [
        Interval("1", "A", 0.5, size, bool(at < 0.9), bool(at < 0.95), 0.95, at)
        for size, at in zip(sizes, place, strict=True)
    ]
    return Calibration(records(claims, CLAIMS), records(intervals, INTERVALS))


@pytest.mark.parametrize("by", [None, "size", "part"])
def test_right_chances_are_found_right(by: str | None) -> None:
    found = stated(1).reliability(by)
    assert found["claims"].sum() == NUMBER
    assert ((found["happened"] - found["probability"]).abs() < 4 * found["error"]).all()
    assert found["probability"].between(found["low"], found["high"]).all()


def test_bold_chances_are_found_bold() -> None:
    found = stated(2).reliability()
    first, last = found.iloc[0], found.iloc[-1]
    assert first["happened"] > first["probability"] + 10 * first["error"]
    assert last["happened"] < last["probability"] - 10 * last["error"]
    number, came = stated(2).called(0.99)
    assert number
    assert came < 0.97


def test_coverage_and_pit_are_parts_of_all() -> None:
    found = stated(1)
    coverage = found.coverage()
    assert coverage["intervals"].to_list() == [NUMBER]
    assert coverage["covered"][0] == pytest.approx(0.9, abs=0.01)
    assert coverage["seats_covered"][0] == pytest.approx(coverage["promised"][0], abs=0.01)
    assert list(found.coverage("size")["size"]) == [0.0, 0.02, 0.25]
    pit = found.pit()
    assert pit["share"].sum() == pytest.approx(1)
    assert pit["share"].between(0.09, 0.11).all()
    assert found.pit("size").groupby("size")["share"].sum().to_list() == pytest.approx([1, 1, 1])
