"""The day on which a report is written."""

from __future__ import annotations

import datetime as dt

from valgforbund import checks
from valgforbund.errors import ScenarioError

EXAMPLE = "datetime.date(2026, 3, 1)"


def day_of(date: object = None) -> dt.date:
    """The day that a person gives; today where none is given.

    Parameters
    ----------
    date : date or datetime, optional

    Raises
    ------
    ScenarioError
        If it is something else.

    Examples
    --------
    >>> day_of(dt.datetime(2026, 3, 1, 20)), day_of() == dt.datetime.now().astimezone().date()
    (datetime.date(2026, 3, 1), True)
    >>> day_of("2026-03-01")
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: A date goes by datetime.date(2026, 3, 1); got '2026-03-01'.
    """
    if date is None:
        return dt.datetime.now().astimezone().date()
    if not isinstance(date, dt.date) or checks.is_missing(date):
        raise ScenarioError("date_no_date", value=date, example=EXAMPLE)
    return date.date() if isinstance(date, dt.datetime) else date
