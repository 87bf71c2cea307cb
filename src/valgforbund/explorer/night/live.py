"""A night that is going on: counts are looked for now and then, and shown as they come."""

from __future__ import annotations

import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.feed import Feed
from valgforbund.live.following import EARLY, Following


class Live(Feed):
    """A night that comes in.

    Parameters
    ----------
    following : Following
        Enough has come for a night.
    """

    is_live = True

    def __init__(self, following: Following) -> None:
        super().__init__(following.night)
        self._following = following

    @property
    def came(self) -> int:
        """How many counts there are."""
        return sum(len(council.when) for council in self.night.councils)

    @property
    def newest(self) -> pd.Timestamp:
        """Just after the newest count."""
        return self.night.ends.floor("s") + pd.Timedelta(seconds=1)

    def candidates(self, place: str) -> pd.DataFrame | None:
        """Those of the feed."""
        return self._following.feed.candidates(place)

    def take(self) -> bool:
        """Go on with what has come since; whether there is anything new."""
        newest = self._following.night
        if newest is self.night:
            return False
        with self._telling:
            newest.go_on(self.story)
            self.night, self._standing = newest, None
            self.__dict__.pop("begins", None)
            self.__dict__.pop("parties", None)
        return True


def begun(following: Following) -> Live | None:
    """The night, if enough has come for one; None while it may still come.

    Raises
    ------
    ScenarioError
        If what has come, or was given, makes no night.
    """
    try:
        found = Live(following)
        return found if found.came else None
    except ScenarioError as error:
        if error.code in EARLY:
            return None
        raise
