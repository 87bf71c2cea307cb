"""Everything the parts show of a night at one time; computed when a part asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pandas as pd

from valgforbund.explorer.night.feed import Feed
from valgforbund.explorer.night.state import Evening, View
from valgforbund.frames import rows_of
from valgforbund.night.standing import Standing
from valgforbund.parsing.evening import Stood
from valgforbund.parsing.part import Part, with_part
from valgforbund.parties import Party, nationwide
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, words
from valgforbund.wording.night import changes, clock

LATEST = 40  # events that are shown


class Results:
    """A night at a time, as a person looks at it.

    Parameters
    ----------
    evening : Evening
    view : View
    feed : Feed

    Attributes
    ----------
    time : Timestamp
        What is shown is of this time.
    standing : Standing
    """

    def __init__(self, evening: Evening, view: View, feed: Feed) -> None:
        self.evening, self.view, self.feed = evening, view, feed
        self.words: Words = words(view.language)
        self.time = pd.Timestamp(view.time, unit="s", tz="UTC").as_unit("ns")
        self.standing: Standing = feed.standing(self.time)
        if not self.behind:
            feed.tell(self.time)

    @property
    def behind(self) -> bool:
        """Whether the story is not told up to this time, and telling it would be noticed."""
        return self.feed.behind(self.time)

    @property
    def waits(self) -> bool:
        """Whether nothing has come yet of the night that is asked for: there is none to show."""
        return self.view.followed and not self.feed.is_live

    @property
    def clock(self) -> str:
        """The time in Denmark."""
        return clock(self.words, self.time, self.feed.begins)

    def clock_at(self, time: pd.Timestamp) -> str:
        """Another time, as the clock would show it."""
        return clock(self.words, time, self.feed.begins)

    @cached_property
    def councils(self) -> dict[str, Any]:
        """The councils' rows, by code."""
        return {row.code: row for row in rows_of(self.standing.councils)}

    @property
    def is_over(self) -> bool:
        """Whether all is counted finally."""
        return all(row.final == row.areas for row in self.councils.values())

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """The councils' lists and alliances, by code."""
        return {each.code: each.given for each in self.feed.night.councils}

    @cached_property
    def parties(self) -> list[Any]:
        """The parties' rows; local lists last."""
        return [*rows_of(self.standing.parties)]

    @cached_property
    def party(self) -> Party:
        """Ours."""
        return next(each for each in nationwide() if each.key == self.evening.party)

    @cached_property
    def ours(self) -> list[Any]:
        """The rows of our lists."""
        return [*rows_of(self.standing.party(self.party.name))]

    def scenario(self, code: str, projected: bool = False) -> Scenario:
        """A council's votes as they stand, or as they are expected; with when, and how much of it.

        Once all of it is counted finally they are those of the result.
        """
        found = self.standing.scenario(code, projected)
        row = self.councils[code]
        part = Part(row.counted, row.areas)
        if row.final == row.areas:
            return found
        if row.counted == row.areas:
            return found.with_notes([*found.notes, Stood(self.time).note])
        if projected:
            return found.with_notes([*found.notes, Stood(self.time, part).note])
        return found.with_notes([*with_part(found.notes, part), Stood(self.time).note])

    @cached_property
    def looked_at(self) -> Standing | None:
        """The council that is looked at."""
        is_there = self.view.place in self.councils and not self.waits
        return self.standing.council(self.view.place) if is_there else None

    @cached_property
    def events(self) -> list[Any]:
        """What has happened and is asked for, the newest first."""
        told = self.feed.story.events(self.time)
        return [row for row in reversed([*rows_of(told)]) if self._is_wanted(row)]

    def _is_wanted(self, row: Any) -> bool:
        view = self.view
        if view.near and row.code != view.near:
            return False
        wanted = {view.party} - {""} | ({self.evening.party} if view.ours else set())
        return not wanted or wanted <= {*self._about(row)}

    def _about(self, row: Any) -> Iterator[str]:
        """The parties that an event is about: who gains or loses, or is in the bloc; or all."""
        scenario = self.scenarios[row.code]
        letters: tuple[str, ...] = scenario.letters
        if row.event == "seats":
            letters = tuple(changes(row.changes))
        elif isinstance(row.bloc, str):
            known = {each.name: each.letters for each in scenario.alliances}
            letters = known.get(row.bloc, (row.bloc,))
        for letter in letters:
            yield scenario.parties[letter].key
