"""How following a feed goes."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from valgforbund.errors import ScenarioError

UNTRIED, OK, BROKEN = "untried", "ok", "broken"


class Status(NamedTuple):
    """How it goes.

    Attributes
    ----------
    last_success : Timestamp or None
        When the feed was last seen whole, in UTC.
    files : int
        How many of its files are read.
    put_aside : tuple of (str, ScenarioError)
        Files that cannot be used, and why: torn ones, ones too large.
    connection : str
        ``"untried"``, ``"ok"`` or ``"broken"``.
    reason : ScenarioError or None
        Why it is broken.
    next_try : Timestamp or None
        Before this a broken connection is not tried again; None where it is no use: the host's key
        or the login was refused.
    """

    last_success: pd.Timestamp | None = None
    files: int = 0
    put_aside: tuple[tuple[str, ScenarioError], ...] = ()
    connection: str = UNTRIED
    reason: ScenarioError | None = None
    next_try: pd.Timestamp | None = None
