"""Times of a night: in UTC, to the nanosecond."""

from __future__ import annotations

import re
from numbers import Number

import pandas as pd

from valgforbund.errors import ScenarioError

DAY = re.compile(r"\s*\d{4}-?\d")  # begins with its year, as no other way is read alike everywhere


def moment(time: object) -> pd.Timestamp:
    """A time as a person writes it; UTC, unless it says another zone.

    Raises
    ------
    ScenarioError
        If it is none; a clock without its day is none, and no number is.

    Examples
    --------
    >>> moment("2025-11-18 22:47+01:00")
    Timestamp('2025-11-18 21:47:00+0000', tz='UTC')
    """
    is_clock = isinstance(time, str) and not DAY.match(time)
    if is_clock or isinstance(time, Number):
        raise ScenarioError("night_time", value=time)
    try:
        when = pd.Timestamp(time)  # type: ignore[arg-type]  # that is the question
    except (ValueError, TypeError):
        raise ScenarioError("night_time", value=time) from None
    if pd.isna(when):
        raise ScenarioError("night_time", value=time)
    when = when.tz_localize("UTC") if when.tzinfo is None else when.tz_convert("UTC")
    return when.as_unit("ns")
