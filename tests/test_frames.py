"""Frames keep every digit, and a column has one type whether or not it has rows."""

import pandas as pd
import pytest

from valgforbund.frames import table, whole, whole_or_missing


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, -(2**63)])
def test_64_bits_are_kept_as_such(number: int) -> None:
    assert whole([number]).dtype == "int64"
    assert whole([number]).tolist() == [number]


@pytest.mark.parametrize("number", [2**63, 10**40, -(10**40)])
def test_larger_numbers_stay_python_numbers(number: int) -> None:
    assert whole([1, number]).tolist() == [1, number]
    mixed = whole_or_missing([number, None])
    assert mixed[0] == number
    assert mixed[1] is pd.NA


def test_missing_whole_numbers_stay_whole() -> None:
    frame = table(["A", "B"], "letter", {"seats": [1, None], "votes": [1, 2], "name": ["x", "y"]})
    assert frame.dtypes.astype(str).to_dict() == {"seats": "Int64", "votes": "int64", "name": "str"}
    assert frame.index.name == "letter"
