"""The story of a night, told on from count to count, and how chances moved meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from valgforbund.frames import Kind, real, records, whole
from valgforbund.night.council import Council, which
from valgforbund.night.events import EVENTS, Row, Told, happened, tally, times
from valgforbund.night.ground import Ground
from valgforbund.night.majority import LIKELY
from valgforbund.night.model import Learnt, Model
from valgforbund.night.time import moment
from valgforbund.progress import Progress, silent

CHANCES: dict[str, Kind] = {"time": times, "number": whole, "probability": real}
TELL = 16  # counts between two words about how far it is


class _Moment(NamedTuple):
    """A council after one of its counts.

    Attributes
    ----------
    when : int
        Nanoseconds since 1970.
    tally : array of int, lists × numbers
    """

    when: int
    tally: np.ndarray


class Chronicle:
    """What happened on a night up to a time; made by `Night.chronicle`.

    Parameters
    ----------
    grounds : sequence of Ground
    learnt : Learnt
    draws, seed : int
    likely : float
        What is told is at least so likely.

    Examples
    --------
    >>> from valgforbund.night.night import night
    >>> story = night("KV2025").chronicle()
    >>> story.go("2025-11-18 19:50")
    >>> story.events("2025-11-18 19:50")[["place", "bloc"]].to_numpy().tolist()
    [['Vesthimmerlands', 'C-I-K-V-Æ'], ['Jammerbugt', 'O-V-Æ']]
    """

    def __init__(
        self,
        grounds: Sequence[Ground],
        learnt: Learnt,
        draws: int,
        seed: int,
        likely: float = LIKELY,
    ) -> None:
        self._likely = likely
        self._told: dict[str, Told] = {}
        self._moments: dict[str, list[_Moment]] = {}
        self._rows: list[tuple[int, Row]] = []
        self.take(grounds, learnt, draws, seed)

    def take(self, grounds: Sequence[Ground], learnt: Learnt, draws: int, seed: int) -> None:
        """Go on with a night that has more counts; what was told stays told."""
        self._model = Model(grounds, learnt, draws, seed)
        self._codes = [ground.council.code for ground in grounds]
        waiting: list[tuple[int, int, int]] = []
        for place, ground in enumerate(grounds):
            told = len(self._moments.setdefault(ground.council.code, []))
            self._told.setdefault(ground.council.code, Told())
            if told:
                self._model.show(place, ground.council.counted(told))
            clock = ground.council.when[told:].tolist()
            waiting += [(when, place, told + n) for n, when in enumerate(clock, 1)]
        self._waiting = sorted(waiting)
        self._next = 0

    def waiting(self, until: pd.Timestamp) -> int:
        """How many counts up to a time are not told yet."""
        return sum(1 for _ in self._due(until.value))

    def go(self, until: str | pd.Timestamp, progress: Progress = silent) -> None:
        """Tell on up to a time, a count at a time; what `progress` raises ends it between two."""
        end = moment(until)
        total, start = self.waiting(end), self._next
        for done, (when, place, number) in enumerate(self._due(end.value), 1):
            self._tell(when, place, number)
            self._next = start + done
            if done % TELL == 0:
                progress(done, total)

    def events(self, until: str | pd.Timestamp) -> pd.DataFrame:
        """What was told up to a time; columns as `Night.events` gives them."""
        end = moment(until).value
        return records([row for when, row in self._rows if when <= end], EVENTS)

    def chances(self, code: str, letter: str, until: str | pd.Timestamp) -> pd.DataFrame:
        """The chance of each number of seats of a list, after each count of its council.

        Parameters
        ----------
        code : str
            Of the council, or its name.
        letter : str
        until : str or Timestamp

        Returns
        -------
        DataFrame
            ``time`` (UTC), ``number`` of seats, ``probability``.

        Raises
        ------
        ScenarioError
            If the council or the list is not part of this night.
        """
        council, end = self._council(code), moment(until).value
        scenario = council.scenario
        i = scenario.letters.index(scenario.known(letter))
        rows = (
            (each.when, number, each.tally[i, number] / self._model.draws)
            for each in self._moments[council.code]
            if each.when <= end
            for number in np.flatnonzero(each.tally[i]).tolist()
        )
        return records(rows, CHANCES)

    def _council(self, code: str) -> Council:
        councils = [ground.council for ground in self._model.grounds]
        return councils[which(code, councils)]

    def _due(self, end: int) -> Iterator[tuple[int, int, int]]:
        for each in self._waiting[self._next :]:
            if each[0] > end:
                return
            yield each

    def _tell(self, when: int, place: int, number: int) -> None:
        """One count: what it changes, and the chances after it."""
        code, council = self._codes[place], self._model.grounds[place].council
        self._model.show(place, council.counted(number))
        view = self._model.view(place)
        found = tally(view)
        for event in happened(view, found, self._told[code], self._likely):
            self._rows.append((when, (when, council.numbers[number - 1], *event)))
        self._moments[code].append(_Moment(when, found))
