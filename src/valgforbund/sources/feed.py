"""The official feed of valg.dk: one council or the whole country, before, during and after a night.

Candidate files say who stands, result files hold a count of one polling area each, seat files the
seats. They are joined by the ids of lists. Of an area that was counted more than once the final
count is used, else the one that was approved last.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing import disk
from valgforbund.sources import feed_files
from valgforbund.sources.feed_council import Council, Parts
from valgforbund.sources.feed_doubts import cleared, uncounted
from valgforbund.sources.feed_election import (
    Which,
    at_home,
    councils_of,
    is_odd,
    rank,
    told_at,
    which_of,
)
from valgforbund.sources.feed_files import File, Files
from valgforbund.sources.feed_forms import (
    STANDING,
    CountForm,
    Form,
    SeatsForm,
    StandingForm,
    form_of,
    torn_at,
)
from valgforbund.sources.reading import FEED, Reading, Remark, Result, remark

FEW = 3  # names that a remark has


class Feed(dict[str, Scenario]):
    """Scenarios by place, and what else the feed has.

    Attributes
    ----------
    reading : Reading
        All of it: also list forms, and what was left out and why.
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.scenarios)
        self.reading = reading

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was left out and assumed."""
        return self.reading.remarks

    def candidates(self, place: str | None = None) -> pd.DataFrame:
        """One row a candidate, as `valgforbund.elected` takes it; no votes until counted."""
        return self.reading.result(place).candidates

    def official_seats(self, place: str | None = None) -> pd.Series:
        """Seats by letter as the feed has them."""
        found = self.reading.result(place).scenario
        return self.reading.official_seats(found.election, found.place)


def read_feed(x: str | os.PathLike[str], election: str | None = None) -> Feed:
    """Read the official feed: a folder with its files, or a zip file of it.

    Parameters
    ----------
    x : str or path
        Folders inside do not matter; other files are left out.
    election : str, optional
        Such as ``"RV2025"`` where the feed has more than one; else the municipal one.

    Returns
    -------
    Feed
        A dict of scenarios by place; ``.candidates(place)``, ``.official_seats(place)`` and
        ``.remarks`` have the rest. A council that is not counted to the end notes
        ``"counted_in_part"``; ``.reading`` says how much is counted.

    Raises
    ------
    ScenarioError
        If there is nothing there, no candidate file in it, or more than may be read.

    Examples
    --------
    >>> read_feed("valgdata.zip")
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: There is no file 'valgdata.zip'.
    """
    if election is not None:
        checks.text("election", election)
    path = disk.path_of(x)
    is_folder = os.path.isdir(path)  # noqa: PTH112 -- a path's own fails where a name is too long
    if is_folder:
        return Feed(feed_of(path.name, feed_files.of_folder(path), election))
    if not os.path.lexists(path):
        raise ScenarioError("file_missing", file=path.name)
    data = feed_files.content(path)
    return Feed(feed_of(path.name, feed_files.of_zip(path.name, data), election))


def feed_of(name: str, files: Files, election: str | None = None) -> Reading:
    """What the files of a feed hold.

    Parameters
    ----------
    name : str
        For messages.
    files : Files
    election : str, optional
    """
    parts, torn = _parts(files.files)
    if not parts.standing:
        for file in files.files:
            if file.kind == STANDING:  # there are some, and all are torn
                where = torn_at(file.kind, file.data)
                raise ScenarioError("feed_torn_candidates", file=Path(file.path).name, place=where)
        raise ScenarioError("feed_no_candidates", file=name)
    return reading_of(parts, which_of(parts.standing, election), files.older, torn)


def reading_of(parts: Parts, which: Which, older: int = 0, torn: Sequence[str] = ()) -> Reading:
    """What files hold that have been read, of one election.

    Parameters
    ----------
    parts : Parts
    which : Which
    older : int
        Counts of which a newer one is among the parts.
    torn : sequence of str
        Names of files that are not what they should be.
    """
    told = [remark("feed_older", n=older)] if older else []
    told += [remark("feed_torn", n=len(torn), names=_few(torn))] if torn else []
    told += _others(parts, which)
    councils, repeated = councils_of(parts.standing, which)
    told += [remark("feed_repeated_councils", n=repeated)] if repeated else []
    told += _count(councils, parts, which)
    told += _seats(councils, parts, which)
    found, left_out = _results(councils, which)
    told += left_out
    return Reading(FEED, tuple(result for result, _ in found), (*told, *_together(found)))


def unusable(
    councils: Sequence[Council], parts: Parts, which: Which
) -> list[tuple[StandingForm, ScenarioError]]:
    """Who stands where no election can be made of it, and why; what is counted does not matter."""
    _seats(councils, parts, which)
    found = []
    for each in councils:
        try:
            each.check(which.name)
        except ScenarioError as error:
            found.append((each.form, error))
    return found


def _parts(files: Iterable[File]) -> tuple[Parts, list[str]]:
    """The files by kind, and the names of those that are not what they should be."""
    forms = [(file.path, form_of(file.kind, file.data)) for file in files]
    torn = [Path(path).name for path, form in forms if form is None]
    return parted(form for _, form in forms if form is not None), torn


def parted(forms: Iterable[Form]) -> Parts:
    """Files that have been read, by kind."""
    parts = Parts([], [], [])
    for form in forms:
        match form:
            case StandingForm():
                parts.standing.append(form)
            case CountForm():
                parts.counts.append(form)
            case SeatsForm():
                parts.seats.append(form)
    return parts


def _others(parts: Parts, which: Which) -> list[Remark]:
    """Files of other elections, and of other days of this one: tests."""
    every = [Which(each.kind, each.day) for each in parts.standing]
    every += [Which(each.kind, each.day) for each in parts.counts]
    every += [Which(each.kind, each.day) for each in parts.seats]
    elections = {each.kind: each.name for each in every if each.kind != which.kind}
    days = [each for each in every if each.kind == which.kind and each.day != which.day]
    told = []
    if elections:
        n = sum(each.kind != which.kind for each in every)
        told.append(remark("feed_other_elections", n=n, names=", ".join(elections.values())))
    if days:
        found = ", ".join(sorted({each.day for each in days})[:FEW])
        told.append(remark("feed_other_days", n=len(days), days=found))
    return told


def _count(councils: Sequence[Council], parts: Parts, which: Which) -> list[Remark]:
    """Give every council its counts, one an area."""
    mine, unclear = cleared(each for each in parts.counts if Which(each.kind, each.day) == which)
    best: dict[tuple[str, str], CountForm] = {}
    strange = repeated = unknown = 0
    odd = sum(map(is_odd, mine))
    for council, form in at_home(councils, mine):
        if council is None:
            strange += 1
            continue
        if not council.knows(form):
            unknown += 1
            form = uncounted(form)  # noqa: PLW2901 -- as if it were not counted yet
        key = (council.place, form.area_id)
        repeated += key in best
        if key not in best or rank(form) >= rank(best[key]):
            best[key] = form
    by_place = {council.place: council for council in councils}
    for (place, _), form in best.items():
        by_place[place].counts.append(form)
    told = [remark("feed_repeated_areas", n=repeated)] if repeated else []
    told += [remark("feed_strange_areas", n=strange)] if strange else []
    told += [remark("feed_strange_votes", n=unknown)] if unknown else []
    told += [remark("feed_odd_times", n=odd)] if odd else []
    return [*told, *unclear]


def _results(
    councils: Sequence[Council], which: Which
) -> tuple[list[tuple[Result, tuple[Remark, ...]]], list[Remark]]:
    """The councils as scenarios; one of which none can be made is left out and told."""
    found, told = [], []
    for each in councils:
        try:
            found.append(each.result(which.name))
        except ScenarioError as error:
            if len(councils) == 1:
                raise
            told.append(remark("feed_left_out", place=each.place, why=error.code))
    return found, told


def _seats(councils: Sequence[Council], parts: Parts, which: Which) -> list[Remark]:
    """Give every council the seats that were released last; a test is based on no counts."""
    by_list = {each: council for council in councils for each in council.by_id}
    mine = [each for each in parts.seats if Which(each.kind, each.day) == which]
    tests = [each for each in mine if each.based_on is None]
    older = 0
    for form in sorted(mine, key=lambda each: told_at(each.released, each.day)):
        ids = (each.list for each in form.seats or ())
        council = next((by_list[each] for each in ids if each in by_list), None)
        if council is not None and form.based_on is not None:
            older += council.seats is not None
            council.seats = form
    told = [remark("feed_test_seats", n=len(tests))] if tests else []
    return told + ([remark("feed_older_seats", n=older)] if older else [])


def _together(found: Sequence[tuple[Result, tuple[Remark, ...]]]) -> list[Remark]:
    """Remarks that many councils have, each once, with some of the places; and what is counted."""
    counted = [each.counted for each, _ in found if each.counted]
    all_counted = sum(each.counted for each in counted)
    told = [
        remark(
            "feed_counted",
            areas=sum(each.areas for each in counted),
            counted=all_counted,
            final=sum(each.final for each in counted),
        )
        if all_counted
        else remark("feed_nothing_counted")
    ]
    if len(found) == 1:
        return [*told, *found[0][1]]
    codes = dict.fromkeys(each.code for _, remarks in found for each in remarks)
    for code in codes:
        places = [
            each.scenario.place for each, remarks in found if code in {r.code for r in remarks}
        ]
        told.append(remark(f"{code}_in", n=len(places), places=_few(places)))
    return told


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:FEW])
    return f"{shown} …" if len(names) > FEW else shown
