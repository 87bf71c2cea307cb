"""Frames of whole numbers of any size, and the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import NoneType
from typing import TypeAlias, cast

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

Column: TypeAlias = Sequence[object] | np.ndarray | ExtensionArray

LETTER = "letter"
ALLIANCE = "alliance"
MEASURE = "measure"


def whole(values: Sequence[int]) -> np.ndarray:
    """Whole numbers as int64; as Python ints where one is too large for that.

    Examples
    --------
    >>> whole([1, 2]).dtype, whole([2**70]).dtype
    (dtype('int64'), dtype('O'))
    """
    try:
        return np.array(values, dtype=np.int64)
    except OverflowError:
        return np.array(values, dtype=object)


def whole_or_missing(values: Sequence[int | None]) -> ExtensionArray | np.ndarray:
    """Whole numbers of which some are missing; every digit of the others is kept.

    Examples
    --------
    >>> whole_or_missing([1, None]).dtype, whole_or_missing([2**70, None])[1]
    (Int64Dtype(), <NA>)
    """
    if whole([value for value in values if value is not None]).dtype == object:
        return np.array([pd.NA if value is None else value for value in values], dtype=object)
    return pd.array(values, dtype="Int64")


def table(index: Iterable[str], name: str, columns: Mapping[str, Column]) -> pd.DataFrame:
    """A frame with text labels; whole numbers keep every digit, None among them is missing.

    Examples
    --------
    >>> int(table(["A"], "letter", {"votes": [2**70]}).loc["A", "votes"])
    1180591620717411303424
    """
    labels = pd.Index(list(index), dtype="str", name=name)
    return pd.DataFrame(
        {key: _column(values) for key, values in columns.items()},
        index=labels,
        columns=list(columns),
    )


def _column(values: Column) -> Column:
    """Python ints as whole numbers; everything else as pandas has it."""
    if isinstance(values, np.ndarray | ExtensionArray) or not values:
        return values
    kinds = set(map(type, values))
    if kinds == {int}:
        return whole(cast("Sequence[int]", values))
    if kinds == {int, NoneType}:
        return whole_or_missing(cast("Sequence[int | None]", values))
    return list(values)
