"""Times of a night: in UTC, to the nanosecond."""

from __future__ import annotations

import re
from numbers import Number

import pandas as pd

from valgforbund.errors import ScenarioError

DAY = re.compile(r"\s*\d{4}-?\d")  # begins with its year, as no other way is read alike everywhere
FIRST, LAST = 1678, 2261  # years of which every nanosecond has its number


def moment(time: object) -> pd.Timestamp:
    """A time as a person writes it; UTC, unless it says another zone.

    Raises
    ------
    ScenarioError
        If it is none, as a clock without its day, or any number; or too many centuries away.

    Examples
    --------
    >>> moment("2025-11-18 22:47+01:00")
    Timestamp('2025-11-18 21:47:00+0000', tz='UTC')
    """
    is_clock = isinstance(time, str) and not DAY.match(time)
    if is_clock or isinstance(time, Number):
        raise ScenarioError("night_time", value=time)
    try:
        when = _utc(time)
    except (pd.errors.OutOfBoundsDatetime, OverflowError):
        raise ScenarioError("night_time_far", value=time, first=FIRST, last=LAST) from None
    except (ValueError, TypeError):
        when = None
    if when is None or pd.isna(when):
        raise ScenarioError("night_time", value=time)
    return when


def _utc(time: object) -> pd.Timestamp:
    """A time in UTC; a text is read as ISO 8601 has it, and not guessed at."""
    is_text = isinstance(time, str)
    when = pd.to_datetime(time, format="ISO8601") if is_text else pd.Timestamp(time)  # type: ignore[arg-type,call-overload]  # that is the question
    when = when.tz_localize("UTC") if when.tzinfo is None else when.tz_convert("UTC")
    return when.as_unit("ns")
