"""Where counts come from: a night that is over, replayed, or one that is going on."""

from __future__ import annotations

import threading
from functools import cache, cached_property

import pandas as pd

from valgforbund.night.chronicle import Chronicle
from valgforbund.night.night import Night, night
from valgforbund.night.standing import Standing
from valgforbund.parties import Party, nationwide
from valgforbund.progress import Progress, silent

HOURS = 6  # of the line: from 20:00 to 02:00 in Denmark
AT_ONCE = 150  # counts that are told before anybody is tired of waiting


class Feed:
    """A night, how it stands at a time, and its story.

    Parameters
    ----------
    night : Night

    Attributes
    ----------
    is_live : bool
        Whether counts are still coming.
    """

    is_live = False

    def __init__(self, night: Night) -> None:
        self.night = night
        self._telling = threading.Lock()
        self._standing: Standing | None = None

    @cached_property
    def begins(self) -> pd.Timestamp:
        """Where the line begins: the hour in which the polls closed."""
        return self.night.begins.floor("h")

    @property
    def closes(self) -> pd.Timestamp:
        """Where the line ends; what is counted later is beyond it."""
        return self.begins + pd.Timedelta(hours=HOURS)

    @property
    def election(self) -> str:
        """Of the councils."""
        return self.night.councils[0].given.election

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The nationwide parties that stand somewhere, by name."""
        there = {who for each in self.night.councils for who in each.given.parties.values()}
        return tuple(each for each in nationwide() if each in there)

    @cached_property
    def story(self) -> Chronicle:
        """What happened, told as far as it was asked for."""
        return self.night.chronicle()

    def standing(self, time: pd.Timestamp) -> Standing:
        """Every council at a time; asking again costs nothing."""
        if self._standing is None or self._standing.time != time:
            self._standing = self.night.at(time)
        return self._standing

    def candidates(self, place: str) -> pd.DataFrame | None:
        """Those that came with the counts, as `valgforbund.elected` takes them; else None.

        Parameters
        ----------
        place : str
            The name of a council.
        """
        del place
        return None

    def behind(self, time: pd.Timestamp) -> bool:
        """Whether telling the story up to this time would be noticed."""
        return self.story.waiting(time) > AT_ONCE

    def tell(self, time: pd.Timestamp, progress: Progress = silent) -> None:
        """Tell the story up to a time."""
        with self._telling:
            self.story.go(time, progress)


@cache
def replay(election: str) -> Feed:
    """A bundled night; its story is told once for all who look."""
    return Feed(night(election))
