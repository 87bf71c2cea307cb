"""What the tool holds: whose night it is, what is watched, and the time on its clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from valgforbund.explorer.workbench import state

ELECTION = "KV2025"
SPEEDS = (1, 10, 60, 300, 600)  # times as fast as it was
COUNTED, SURE = "counted", "majority"  # what the map is about
MOST_WATCHED = 12
OPENED_AT = dt.datetime(2025, 11, 18, 21, 0, tzinfo=dt.UTC)  # 22:00: a fifth is counted


WATCHED = ("173", "101", "370", "751")  # Lyngby-Taarbæk, København, Næstved, Aarhus


@dataclass(frozen=True)
class Evening:
    """A night, and who looks at it.

    Attributes
    ----------
    election : str
        A bundled night.
    party : str
        Our party's key.
    watched : tuple of str
        Codes of the places that we follow, in the order in which they were chosen.
    """

    election: str
    party: str
    watched: tuple[str, ...]

    def watch(self, code: str) -> Evening:
        """With this place, or without it if it was followed; the oldest goes where all is full."""
        left = tuple(each for each in self.watched if each != code)
        if len(left) < len(self.watched):
            return replace(self, watched=left)
        return replace(self, watched=(*self.watched, code)[-MOST_WATCHED:])


@dataclass(frozen=True)
class View:
    """How the person looks at it; not undoable.

    Attributes
    ----------
    language : str
    time : int
        On the clock: seconds since 1970.
    speed : int
        How many times as fast as it was.
    large : bool
        Whether it is for a canvas.
    shows : str
        What the map is about.
    place : str
        The code of the council that is looked at.
    party : str
        Whose events are told: a party's key, or all.
    near : str
        Whose events are told: a place's code, or all.
    ours : bool
        Whether only events of our party are told.
    came : int
        How many counts have come of a night that is going on; none of one that is over.
    followed : bool
        Whether a night that is going on is asked for: then none that is over is shown.
    """

    language: str = "da"
    time: int = int(OPENED_AT.timestamp())
    speed: int = 60
    large: bool = False
    shows: str = COUNTED
    place: str = ""
    party: str = ""
    near: str = ""
    ours: bool = False
    came: int = 0
    followed: bool = False


class State(state.State[Evening]):
    """One evening, and the way back."""

    @property
    def evening(self) -> Evening:
        """What is shown."""
        return self.current

    def watch(self, code: str) -> None:
        """Follow a place, or do not any more."""
        self.change(self.evening.watch(code))

    def support(self, party: str) -> None:
        """Another party is ours."""
        self.change(replace(self.evening, party=party))
