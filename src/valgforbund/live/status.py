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
        Files that cannot be used, and why: torn ones, ones too large, candidates of which no
        election can be made, and counts that contradict themselves or have votes for lists that do
        not stand there. Also counts whose time cannot be: their votes are used.
    connection : str
        ``"untried"``, ``"ok"`` or ``"broken"``.
    reason : ScenarioError or None
        Why it is broken; what a library said of it is in its ``.values["why"]``.
    next_try : Timestamp or None
        Before this a broken connection is not tried again; None where it is no use: the host's key
        or the login was refused.

    Examples
    --------
    >>> torn = ScenarioError("follow_torn", file="a.json")
    >>> print(Status(files=86, put_aside=(("counts/a.json", torn),), connection=OK))
    ok, 86 files read, 1 put aside:
    counts/a.json: 'a.json' is torn or no file of the feed; it is read again when it changes.
    """

    last_success: pd.Timestamp | None = None
    files: int = 0
    put_aside: tuple[tuple[str, ScenarioError], ...] = ()
    connection: str = UNTRIED
    reason: ScenarioError | None = None
    next_try: pd.Timestamp | None = None

    def __str__(self) -> str:
        """How it goes in sentences, in English; a line for each file that was put aside."""
        broken = f": {self.reason}" if self.reason is not None else ""
        read = f"{self.connection}{broken}, {self.files} files read"
        if not self.put_aside:
            return read
        aside = (f"{path}: {why}" for path, why in self.put_aside)
        return "\n".join([f"{read}, {len(self.put_aside)} put aside:", *aside])
