"""A night of counting: every count in the order of the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.calibration.calibration import Calibration
from valgforbund.errors import ScenarioError
from valgforbund.frames import Kind, records, text, whole
from valgforbund.night import facts
from valgforbund.night.chronicle import Chronicle
from valgforbund.night.council import Council
from valgforbund.night.events import ids, times
from valgforbund.night.ground import Ground, grounds
from valgforbund.night.learning import learn
from valgforbund.night.majority import LIKELY
from valgforbund.night.model import Learnt, Model
from valgforbund.night.reading import councils
from valgforbund.night.standing import Standing
from valgforbund.night.time import moment
from valgforbund.night.trial import PARTS, parts_of, tried
from valgforbund.scenario import Scenario
from valgforbund.simulation import stated

DRAWS, MOST_DRAWS = 1000, 100_000


@dataclass(frozen=True, eq=False)
class Night:
    """Every count of an election; made by `night`.

    Attributes
    ----------
    councils : tuple of Council
    teacher : Night or None
        From which the constants of the projection are learnt; None: from this night itself, for
        each council from the others.
    election : str
        A bundled night's name; else ``""``.
    draws, seed : int
        Of the chances.

    Examples
    --------
    >>> n = night("KV2025")
    >>> n.counts.loc[0, ["place", "area"]].to_list()
    ['Lolland', 'Askø']
    """

    councils: tuple[Council, ...]
    teacher: Night | None = None
    election: str = ""
    draws: int = DRAWS
    seed: int = 0

    def __repr__(self) -> str:
        counts = sum(len(council.when) for council in self.councils)
        return f"<Night: {len(self.councils)} councils, {counts} counts>"

    def at(self, time: str | dt.datetime) -> Standing:
        """What is counted at a time, and what is likely.

        Parameters
        ----------
        time : str, datetime or Timestamp
            In UTC, as the counts' own times, unless it says another zone.

        Examples
        --------
        >>> night("KV2025").at("2025-11-18 20:30")
        <Standing: 2025-11-18 20:30:00 UTC, 297 of 1314 areas>
        """
        when = moment(time)
        self._model.move([council.taken(when.value) for council in self.councils])
        return Standing(when, self._model.views())

    @property
    def counts(self) -> pd.DataFrame:
        """Every count, in the order of the clock.

        Returns
        -------
        DataFrame
            ``count_id``, ``code``, ``place``, ``area``, ``kind``, ``approved`` (UTC),
            ``eligible`` voters, valid ``votes``.
        """
        kinds: dict[str, Kind] = {
            "count_id": ids,
            **dict.fromkeys(("code", "place", "area", "kind"), text),
            "approved": times,
            **dict.fromkeys(("eligible", "votes"), whole),
        }
        rows = [
            (
                *(council.numbers[n], council.code, council.scenario.place),
                council.areas[council.where[n]],
                "final" if council.final[n] else "preliminary",
                int(council.when[n]),
                int(council.eligible[council.where[n]]),
                int(council.votes[n].sum()),
            )
            for council in self.councils
            for n in range(len(council.when))
        ]
        return records(sorted(rows, key=lambda row: (row[5], row[0])), kinds)

    def only(self, kind: str) -> Night:
        """The night with its preliminary counts alone, or its final ones.

        Parameters
        ----------
        kind : str
            ``"preliminary"`` or ``"final"``.
        """
        if kind not in ("preliminary", "final"):
            raise ScenarioError("night_kind", value=kind, known="preliminary, final")
        kept = tuple(council.only(kind == "final") for council in self.councils)
        return replace(self, councils=kept, teacher=self.teacher or self)

    def events(self, likely: float = LIKELY) -> pd.DataFrame:
        """What happened on the night, count by count, told when it is likely enough.

        Parameters
        ----------
        likely : float
            The chance from which a number of seats or a majority is told, above 0.5.

        Returns
        -------
        DataFrame
            ``time`` (UTC), ``count_id``, ``code``, ``place``, ``event``; ``changes``, such as
            ``"C-1 O+1"``; ``bloc``; ``because``: where one list gains and one loses, the alliance
            without which the gainer is as likely not to have the seats, and ``instead``: who would
            then have them, all else equal; ``probability``; the areas ``counted``, those with
            their ``final`` count and all ``areas``, and the ``share_counted`` of the voters. The
            event is ``"seats"`` (the likely seats are others than were told last), ``"majority"``
            (a list or an alliance, its ``bloc``, is now likely to have more than half),
            ``"majority_open"`` (one that was told is no longer more likely than not to) or
            ``"counted"`` (every area is).

        Examples
        --------
        >>> n = Night(night("KV2025").councils[:2], night("KV2025"))
        >>> n.events().query("event == 'counted'")["place"].to_list()
        ['Frederiksberg', 'København']
        """
        story, end = self.chronicle(likely), self.ends
        story.go(end)
        return story.events(end)

    def chronicle(self, likely: float = LIKELY) -> Chronicle:
        """The same, told on as far as it is asked for, with the chances after each count.

        Parameters
        ----------
        likely : float
        """
        chance = checks.real(likely)
        if not 0.5 < chance <= 1:
            raise ScenarioError("night_likely", value=likely)
        return Chronicle(self.grounds, self._learnt, self.draws, self.seed, chance)

    def go_on(self, story: Chronicle) -> None:
        """Have a chronicle of this night, as it was before some counts came, go on with them."""
        story.take(self.grounds, self._learnt, self.draws, self.seed)

    @property
    def begins(self) -> pd.Timestamp:
        """When the first count came; the beginning of 1970 before any has."""
        first = (int(each.when[0]) for each in self.councils if len(each.when))
        return _stamp(min(first, default=0))

    @property
    def ends(self) -> pd.Timestamp:
        """When the last count came; the beginning of 1970 before any has."""
        last = (int(each.when[-1]) for each in self.councils if len(each.when))
        return _stamp(max(last, default=0))

    def calibration(self, parts: Sequence[float] = PARTS) -> Calibration:
        """How the chances of this night, replayed, compare with what came.

        Parameters
        ----------
        parts : sequence of float
            Of a council's areas, each above 0 and at most 1: it is judged as it stood when so
            many were first counted, by its last counts.

        Raises
        ------
        ScenarioError
            If a part is none.

        Examples
        --------
        >>> n = night("KV2025").only("preliminary")
        >>> n.calibration([0.9]).coverage("part")[["intervals"]].to_numpy().tolist()
        [[1134]]
        """
        return tried(self.grounds, self._ends, self._learnt, parts_of(parts), self.draws)

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """The councils before their night."""
        return grounds(self.councils)

    @property
    def _ends(self) -> dict[str, Council]:
        """The councils with all counts, also those that this night leaves out."""
        teacher = self.teacher if self.teacher and self.teacher.seen >= self.seen else self
        return {council.code: council for council in teacher.councils}

    @cached_property
    def taught(self) -> Learnt:
        """What this night teaches, itself and others; it takes some seconds."""
        if self.election:
            return facts.taught(self.election)[True]
        return learn(self.grounds)

    @property
    def _learnt(self) -> Learnt:
        """What this night is taught."""
        teacher = self.teacher or self
        same = teacher.seen >= self.seen
        located = all(ground.council.spots is not None for ground in self.grounds)
        if located or same:
            found = teacher.taught
        elif teacher.election:
            found = facts.taught(teacher.election)[False]
        else:
            found = replace(teacher, councils=_unlocated(teacher.councils)).taught
        return found if same else found._replace(councils={})

    @cached_property
    def seen(self) -> frozenset[tuple[str, int, float]]:
        """What tells this night from another: every count's council, time and votes."""
        return frozenset(
            (council.code, when, votes)
            for council in self.councils
            for when, votes in zip(
                council.when.tolist(), council.votes.sum(axis=1).tolist(), strict=True
            )
        )

    @cached_property
    def _model(self) -> Model:
        return Model(self.grounds, self._learnt, self.draws, self.seed)


def night(
    election: str | Mapping[str, Scenario] | Iterable[Scenario],
    counts: pd.DataFrame | None = None,
    previous: pd.DataFrame | None = None,
    errors: Night | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Night:
    """A night of counting.

    Parameters
    ----------
    election : str, mapping or iterable of Scenario
        ``"KV2025"``, without counts and previous; or the councils, by code or with their places.
        Their votes are not looked at: lists, alliances, seats and candidates are.
    counts : DataFrame
        A row a list in a count: count_id, code, area, kind (``"preliminary"`` or ``"final"``),
        approved (a time, UTC if it says no zone), eligible (voters), letter, votes; longitude and
        latitude of the area in degrees, if they are known of all. A row without a time is an area
        that has not been counted.
    previous : DataFrame, optional
        The election before: code, area, letter, votes. Letters are those of now; others are
        lists that no longer stand. Areas are known by their names, also where they changed a
        little; votes of areas that nobody took over are shared by the new ones.
    errors : Night, optional
        The night that the projection learns its constants from; KV2025 without it. A night can
        be its own: each council then learns from the others.
    draws, seed : int
        Of the chances.

    Raises
    ------
    ScenarioError
        If something cannot be used; it is named.

    Notes
    -----
    What is not counted is projected from last time's votes of the same areas, the swing seen so
    far here and elsewhere, and how alike areas are (`night.projection`, `night.swing`); how far
    to trust that is learnt (`night.learning`).

    Examples
    --------
    >>> night("KV2025")
    <Night: 98 councils, 2882 counts>
    """
    many = stated.count(draws, MOST_DRAWS, "draws")
    start = checks.whole(seed, 0, "seed_not_whole")
    if errors is not None and not isinstance(errors, Night):
        raise ScenarioError("night_errors", value=errors)
    if isinstance(election, str):
        for argument, given in (("counts=", counts), ("previous=", previous)):
            if given is not None:
                raise ScenarioError("night_bundled", argument=argument, election=election)
        return Night(facts.bundled(election), errors, election, many, start)
    if counts is None:
        raise ScenarioError("night_not_a_frame", argument="counts=", known="count_id, code, area")
    teacher = errors or Night(facts.bundled(facts.LAST), election=facts.LAST)
    return Night(councils(election, counts, previous), teacher, "", many, start)


def _stamp(nanoseconds: int) -> pd.Timestamp:
    return pd.Timestamp(nanoseconds, unit="ns", tz="UTC").as_unit("ns")


def _unlocated(all_: tuple[Council, ...]) -> tuple[Council, ...]:
    """The same councils, without the places of areas."""
    return tuple(replace(council, spots=None) for council in all_)
