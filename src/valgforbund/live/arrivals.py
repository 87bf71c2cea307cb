"""What the files that have come say together: an election, its councils, their counts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.live.untold import untold
from valgforbund.night.reading import coded
from valgforbund.parsing import IN_PART
from valgforbund.parsing.evening import ONCE
from valgforbund.scenario import Scenario
from valgforbund.sources import feed_files
from valgforbund.sources.feed import parted, reading_of, unusable
from valgforbund.sources.feed_council import Council
from valgforbund.sources.feed_counts import Key, frame_of, newest_counts
from valgforbund.sources.feed_doubts import cleared
from valgforbund.sources.feed_election import Which, at_home, councils_of, is_odd, which_of
from valgforbund.sources.feed_forms import NONE, CountForm, Form, StandingForm
from valgforbund.sources.places import code as code_of
from valgforbund.sources.reading import Reading


@dataclass(frozen=True, eq=False)
class Arrivals:
    """What has come.

    Attributes
    ----------
    forms : mapping of path to form
        The files, as they were read last.
    wanted : str or None
        The election that is read, such as ``"KV2029"``; None: that of most files.
    given : mapping of code to Scenario, or None
        The councils that are followed, as the person has them; None: those of the feed.
    """

    forms: Mapping[str, Form]
    wanted: str | None = None
    given: Mapping[str, Scenario] | None = None

    def with_forms(self, forms: Mapping[str, Form]) -> Arrivals:
        """The same of other files."""
        return Arrivals(dict(forms), self.wanted, self.given)

    @cached_property
    def which(self) -> Which:
        """The election that is read.

        Raises
        ------
        ScenarioError
            If no candidates have come, or not those of the election that is wanted.
        """
        standing = self._standing
        if not standing:
            raise ScenarioError("follow_nothing")
        return which_of(standing, self.wanted)

    @cached_property
    def counts(self) -> dict[Key, CountForm]:
        """The counts that stand: of each area and kind the newest; none before candidates come."""
        try:
            return newest_counts(self._homes)
        except ScenarioError:
            return {}

    @cached_property
    def doubtful(self) -> dict[str, ScenarioError]:
        """Files that are not used as they are, and why.

        Candidates that make no election, counts that would be counted wrongly, and odd times.
        """
        try:
            homes = self._homes
        except ScenarioError:
            return {}
        found = self._unusable
        for (path, form), (council, kept) in zip(self._current.items(), homes, strict=True):
            file = posixpath.basename(path)
            if kept.result != form.result:
                found[path] = ScenarioError("follow_unclear", file=file)
            elif council is not None and not council.knows(kept):
                lost = sum(x.votes or 0 for x in kept.lists or () if x.id not in council.by_id)
                known = {"votes": lost, "place": council.place}
                found[path] = ScenarioError("follow_strange_votes", file=file, **known)
            elif is_odd(kept):
                found[path] = ScenarioError("follow_odd_time", file=file, value=kept.approved)
        return found

    @property
    def _unusable(self) -> dict[str, ScenarioError]:
        """Files with candidates of which no election can be made."""
        wrong = unusable(self._councils, parted(self.forms.values()), self.which)
        paths = {id(form): path for path, form in self.forms.items()}
        return {paths[id(form)]: error for form, error in wrong}

    @property
    def counted(self) -> dict[Key, CountForm]:
        """Those that hold votes."""
        return {key: form for key, form in self.counts.items() if key.result != NONE}

    @cached_property
    def reading(self) -> Reading:
        """The same as `valgforbund.read_feed` finds in the finished folder."""
        chosen = feed_files.chosen(self.forms)
        parts = parted(self.forms[path] for path in chosen)
        return reading_of(parts, self.which, len(self.forms) - len(chosen))

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """The councils that are followed, by code; their votes are not looked at."""
        if self.given is not None:
            return dict(self.given)
        if not self.reading.scenarios:
            raise ScenarioError("follow_nothing")
        found = coded(self.reading.scenarios)
        return {code: _without_counting(scenario) for code, scenario in found.items()}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The counts as `valgforbund.night` takes them, with the areas that have none yet.

        Raises
        ------
        ScenarioError
            If there is nothing to follow yet.
        """
        followed = [each for each in self._councils if _code(each) in self.scenarios]
        untold_ = {each.place: untold(_code(each), self._named(each)) for each in followed}
        told = {key.place for key in self.counts if key.result == NONE}
        told |= {each.scenario.place for each in self.reading if each.official is not None}
        lacking = {place: ids for place, ids in untold_.items() if place not in told}
        frame = frame_of(followed, self.counts, lacking)
        if not len(frame):
            raise ScenarioError("follow_nothing")
        return frame

    @cached_property
    def _current(self) -> dict[str, CountForm]:
        """The counts of the election, of each file the newest; the oldest first."""
        which = self.which
        forms = {path: form for path, form in self.forms.items() if isinstance(form, CountForm)}
        mine = {path: f for path, f in forms.items() if Which(f.kind, f.day) == which}
        current = feed_files.current({path: form.result for path, form in mine.items()})
        return {path: mine[path] for path in current}

    @cached_property
    def _homes(self) -> list[tuple[Council | None, CountForm]]:
        """These counts, what contradicts itself as not counted, each with its council."""
        return [*at_home(self._councils, cleared(self._current.values()).counts)]

    @property
    def _standing(self) -> list[StandingForm]:
        return [form for form in self.forms.values() if isinstance(form, StandingForm)]

    @cached_property
    def _councils(self) -> list[Council]:
        return councils_of(self._standing, self.which)[0]

    def _named(self, council: Council) -> dict[str, str]:
        counts = self.counts.items()
        return {k.area: form.name or "" for k, form in counts if k.place == council.place}


def _code(council: Council) -> str:
    return code_of(council.place) or council.place


def _without_counting(scenario: Scenario) -> Scenario:
    """Without notes on how much is counted: a night says that for each time."""
    return scenario.with_notes(each for each in scenario.notes if each not in (IN_PART, ONCE))
