"""Columns of frames, each of one type whatever the data, and the names that many share.

Whole numbers are ``Int64`` with ``<NA>``, so that councils can be put under each other; one
beyond 64 bits keeps every digit as a Python number. Text is ``str``, missing where there is none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias, cast

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

Column: TypeAlias = np.ndarray | ExtensionArray
Kind: TypeAlias = Callable[[Any], Any]  # makes a column of values

LETTER = "letter"
PARTY = "party"
ALLIANCE = "alliance"
MEASURE = "measure"


def whole(values: Sequence[int | None]) -> Column:
    """Whole numbers, of which some may be missing.

    Examples
    --------
    >>> whole([1, None]).dtype, whole([]).dtype, whole([2**70, None])[1]
    (Int64Dtype(), Int64Dtype(), <NA>)
    """
    missing = np.array([value is None for value in values], dtype=bool)
    try:
        known = np.array([0 if value is None else value for value in values], dtype=np.int64)
    except OverflowError:
        return np.array([pd.NA if value is None else value for value in values], dtype=object)
    return pd.arrays.IntegerArray(known, missing)


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame one by one: its columns as attributes, its label as ``Index``.

    Examples
    --------
    >>> [row.Index + str(row.votes) for row in rows_of(pd.DataFrame({"votes": [3, 5]}, ["A", "B"]))]
    ['A3', 'B5']
    """
    return iter(frame.itertuples())  # what a column holds, no type tells


def series(values: Sequence[int], index: pd.Index, name: str) -> pd.Series:
    """Whole numbers by their labels, none of them missing.

    Plain numbers and not ``Int64``: gone through one by one they are Python's, of any size.

    Examples
    --------
    >>> series([2, 2**70], pd.Index(["A", "B"]), "votes").to_dict()["B"] * 2
    2361183241434822606848
    """
    try:
        numbers = np.array(values, dtype=np.int64)
    except OverflowError:
        numbers = np.array(values, dtype=object)
    return pd.Series(numbers, index=index, name=name, copy=False)  # nobody else holds them


def real(values: Sequence[float | Fraction | None]) -> Column:
    """Numbers that need not be whole; not a number where there is none, infinite beyond 10^308."""
    return np.array([np.nan if value is None else nearest(value) for value in values], dtype=float)


def nearest(value: float | Fraction) -> float:
    """A number as a float; infinite where no float is so large.

    Examples
    --------
    >>> nearest(Fraction(1, 4)), nearest(10**400)
    (0.25, inf)
    """
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def text(values: Sequence[str | None]) -> Column:
    """Text, missing where there is none."""
    return cast("Column", pd.array(list(values), dtype="str"))


def flags(values: Sequence[bool]) -> Column:
    """Yes or no."""
    return np.array(values, dtype=bool)


def records(rows: Iterable[Sequence[object]], kinds: Mapping[str, Kind]) -> pd.DataFrame:
    """A frame of records, its rows numbered from 0; `kinds` make the columns, in order.

    Examples
    --------
    >>> records([], {"place": text, "seats": whole}).dtypes.astype(str).to_list()
    ['str', 'Int64']
    """
    found = list(rows)
    return numbered(
        {name: kind([row[i] for row in found]) for i, (name, kind) in enumerate(kinds.items())}
    )


def table(index: Iterable[str], name: str, columns: Mapping[str, Column]) -> pd.DataFrame:
    """A frame with text labels.

    Examples
    --------
    >>> int(table(["A"], "letter", {"votes": whole([2**70])}).loc["A", "votes"])
    1180591620717411303424
    """
    labels = pd.Index(list(index), dtype="str", name=name)
    return pd.DataFrame(dict(columns), index=labels, columns=list(columns))


def numbered(columns: Mapping[str, Column]) -> pd.DataFrame:
    """A frame whose rows are numbered from 0."""
    return pd.DataFrame(dict(columns), columns=list(columns))


def beside(name: str, taken: Iterable[str]) -> str:
    """The name of a column beside columns that are called by letters or groups.

    Those keep their names; where one is taken, this one has an underscore more.

    Examples
    --------
    >>> beside("open", ["A", "B"]), beside("open", ["A", "open"])
    ('open', 'open_')
    """
    known = set(taken)
    while name in known:
        name += "_"
    return name
