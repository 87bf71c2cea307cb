"""Columns keep every digit, and have one type whether or not there are rows."""

import pandas as pd
import pytest

from valgforbund.frames import flags, real, records, series, table, text, whole


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, -(2**63)])
def test_64_bits_are_kept_as_such(number: int) -> None:
    assert whole([number]).dtype == "Int64"
    assert list(whole([number])) == [number]


@pytest.mark.parametrize("number", [2**63, 10**40, -(10**40)])
def test_larger_numbers_stay_python_numbers(number: int) -> None:
    assert whole([1, number]).tolist() == [1, number]
    mixed = whole([number, None])
    assert mixed[0] == number
    assert mixed[1] is pd.NA


def test_a_column_without_rows_or_values_has_the_type_of_one_with_them() -> None:
    kinds = {whole: 1, real: 1.5, text: "x", flags: True}
    for kind, value in kinds.items():
        assert kind([]).dtype == kind([value]).dtype
        if kind is not flags:
            assert kind([None]).dtype == kind([value]).dtype
            assert pd.isna(kind([None])).all()
    empty, full = records([], {"a": whole, "b": text}), records([(1, "x")], {"a": whole, "b": text})
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_table_has_text_labels() -> None:
    frame = table(["A", "B"], "letter", {"seats": whole([1, None]), "name": text(["x", "y"])})
    assert frame.dtypes.astype(str).to_dict() == {"seats": "Int64", "name": "str"}
    assert frame.index.name == "letter"


def test_numbers_of_a_series_are_pythons_when_one_goes_through_them() -> None:
    index = pd.Index(["A", "B"])
    assert {type(n) for _, n in series([1, 2], index, "votes").items()} == {int}
    assert series([1, 2**70], index, "votes").to_list() == [1, 2**70]
