"""Columns of a frame that a person hands in: names, whole numbers and times, row by row."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.night.time import moment

SPOT = ("longitude", "latitude")
NAMES = ("code", "area", "letter")


def columns(frame: object, names: tuple[str, ...], argument: str) -> pd.DataFrame:
    """A copy of these columns, and of the places of areas where they are given; names are text.

    Raises
    ------
    ScenarioError
        If it is no frame, or a column is missing or stands there twice.
    """
    if not isinstance(frame, pd.DataFrame):
        raise ScenarioError("night_not_a_frame", argument=argument, known=", ".join(names))
    missing = [name for name in names if name not in frame]
    if missing:
        given = {"argument": argument, "known": ", ".join(names)}
        raise ScenarioError("night_column", value=missing[0], **given)
    wanted = [*names, *(name for name in SPOT if name in frame and "eligible" in names)]
    twice = [name for name in wanted if isinstance(frame[name], pd.DataFrame)]
    if twice:
        raise ScenarioError("night_column_twice", argument=argument, value=twice[0])
    rows = frame[wanted].copy()
    for name in NAMES:
        rows[name] = each(rows[name], lambda value: checks.plain(str(value)), "")
    return rows


def each(values: pd.Series, read: Callable[[object], object], nothing: object) -> pd.Series:
    """Values as they are known here, each looked up once.

    Parameters
    ----------
    read : callable
        How a value is known.
    nothing : object
        What stands where a value is missing.

    Raises
    ------
    ScenarioError
        If a row has a list or a table of its own.
    """
    try:
        codes, found = pd.factorize(values)
    except TypeError:
        is_odd = ~values.map(pd.api.types.is_hashable).astype(bool)
        wrong = {"field": values.name, "row": values.index[is_odd][0]}
        raise ScenarioError("night_cell", value=values[is_odd].iloc[0], **wrong) from None
    known = pd.Series([*map(read, found), nothing])  # code -1 is the last
    return known.iloc[codes].set_axis(values.index)


def told(values: pd.Series, argument: str) -> None:
    """That something stands in every row.

    Raises
    ------
    ScenarioError
        If a row has nothing; column and row are named.
    """
    lacking = each(values, lambda value: not checks.plain(str(value)), nothing=True).astype(bool)
    if lacking.any():
        row = values.index[lacking][0]
        raise ScenarioError("night_missing", argument=argument, field=values.name, row=row)


def whole(values: pd.Series, name: str) -> pd.Series:
    """Whole numbers, 0 or more; True and False are none."""
    numbers = pd.to_numeric(values, errors="coerce").astype("float64")
    wrong = ~(numbers >= 0) | (numbers % 1 != 0)
    if not pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        wrong |= values.map(pd.api.types.is_bool).astype(bool)
    if wrong.any():
        row, value = values.index[wrong][0], str(values[wrong].iloc[0])
        raise ScenarioError("night_not_whole", field=name, value=value, row=row)
    return numbers


def times(values: pd.Series) -> pd.Series:
    """Times in UTC, as `moment` reads them; none where nothing stands."""
    found = each(values, lambda value: moment(value) if str(value).strip() else pd.NaT, pd.NaT)
    return pd.to_datetime(found, utc=True).astype("datetime64[ns, UTC]")
