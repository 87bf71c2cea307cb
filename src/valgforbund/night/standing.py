"""A night at a time: what is counted, what is likely, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.errors import ScenarioError
from valgforbund.frames import ALLIANCE, LETTER, PARTY, Column, Kind, real, records, text, whole
from valgforbund.night import missing, rows
from valgforbund.night.blocs import blocs_of
from valgforbund.night.council import which
from valgforbund.night.guesses import guesses, told_apart
from valgforbund.night.model import View
from valgforbund.night.parties import lists_of, parties
from valgforbund.parties import named
from valgforbund.people.elected import elected
from valgforbund.scenario import Scenario

GUESSED = "new_lists_guessed"  # the code of a note
_PLACE: dict[str, Kind] = {"code": text, "place": text}
_LIST: dict[str, Kind] = {**_PLACE, LETTER: text, PARTY: text}


def _share(values: object) -> Column:
    return np.array(values, dtype=float)


@dataclass(frozen=True, eq=False)
class Standing:
    """Every council at a time; made by `Night.at`.

    Attributes
    ----------
    time : Timestamp
        In UTC.
    views : tuple of View
        The councils; frames are built from them when they are asked for.

    Examples
    --------
    >>> from valgforbund.night.night import night
    >>> standing = night("KV2025").at("2025-11-18 21:00").council("Læsø")
    >>> standing.councils[["place", "counted", "areas"]].to_numpy().tolist()
    [['Læsø', 1, 1]]
    """

    time: pd.Timestamp
    views: tuple[View, ...]

    def __repr__(self) -> str:
        areas = sum(int(view.counted.known.sum()) for view in self.views)
        every = sum(len(view.council.areas) for view in self.views)
        return f"<Standing: {self.time:%Y-%m-%d %H:%M:%S} UTC, {areas} of {every} areas>"

    def council(self, place: str) -> Standing:
        """One council alone.

        Parameters
        ----------
        place : str
            Its name or code.

        Raises
        ------
        ScenarioError
            If it is not part of this night.
        """
        return Standing(self.time, (self.views[which(place, [v.council for v in self.views])],))

    # ---- what is counted ----

    @property
    def councils(self) -> pd.DataFrame:
        """One row a council.

        Returns
        -------
        DataFrame
            ``code``, ``place``; ``areas``, and how many are ``counted`` and have their ``final``
            count; ``eligible`` voters and the ``share_counted`` of them who live in counted
            areas; ``votes``; ``seats`` of the council, and how many of them are ``called``: a
            list has at least so many with a chance of 99 per cent; the ``bloc`` (the smallest list
            or alliance that is likely to have more than half of the seats, else the likeliest)
            and the chance of its ``majority``.
        """
        kinds: dict[str, Kind] = {
            **_PLACE,
            **dict.fromkeys(("areas", "counted", "final", "eligible"), whole),
            "share_counted": _share,
            **dict.fromkeys(("votes", "seats", "called"), whole),
            "bloc": text,
            "majority": _share,
        }
        return records(map(rows.council, self.views), kinds)

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``letter``, ``party``; ``votes`` counted so far; ``seats_now``
            if it ended now (missing where a lot decides), between ``seats_now_low`` and
            ``seats_now_high``; the expected ``share`` of all votes when all is counted, and
            ``share_low`` and ``share_high``, between which it lies with a chance of 90 per cent;
            ``seats_expected``; ``seats``, these rounded so that they add up; ``seats_low``,
            ``seats_high``, and the chance that the seats lie there, ``promised``: at least 90 per
            cent, and more where whole seats cannot be cut so fine. Before anything is counted
            there are no seats now.

        Notes
        -----
        The count of the expected votes, ``scenario(place, projected=True)``, can give other seats:
        what is so on average of all draws is not what the expected votes would give.
        """
        kinds: dict[str, Kind] = {
            **_LIST,
            **dict.fromkeys(("votes", "seats_now", "seats_now_low", "seats_now_high"), whole),
            **dict.fromkeys(("share", "share_low", "share_high", "seats_expected"), _share),
            **dict.fromkeys(("seats", "seats_low", "seats_high"), whole),
            "promised": _share,
        }
        return records((row for view in self.views for row in rows.lists(view)), kinds)

    # ---- chances ----

    @property
    def chances(self) -> pd.DataFrame:
        """The chance of each number of seats.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``letter``, ``party``, ``number`` of seats, ``probability``;
            numbers that no draw had are left out.
        """
        kinds: dict[str, Kind] = {**_LIST, "number": whole, "probability": _share}
        return records((row for view in self.views for row in rows.chances(view)), kinds)

    def alliances(self, baseline: str = DISSOLVED) -> pd.DataFrame:
        """What each alliance is likely to save.

        Parameters
        ----------
        baseline : str
            What "without" means: ``"dissolved"`` (the alliance, all others kept) or ``"none"``.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``alliance``; the chances that it ``saves`` at least one seat and
            that it ``costs`` one; the seats that it saves on average, ``saved``.
        """
        if baseline not in (DISSOLVED, NONE):
            raise ScenarioError("night_baseline", value=baseline, known=f"{DISSOLVED}, {NONE}")
        chances = dict.fromkeys(("saves", "costs", "saved"), _share)
        found = (row for view in self.views for row in rows.alliances(view, baseline))
        return records(found, {**_PLACE, ALLIANCE: text, **chances})

    def majorities(
        self, blocs: Mapping[str, Iterable[str]] | pd.Series | None = None
    ) -> pd.DataFrame:
        """The chance that a bloc has more than half of the seats.

        Parameters
        ----------
        blocs : mapping or Series of name to letters, optional
            Such as ``{"red": "AFØ"}``; of each the lists that stand in a council. Without it every
            list and every alliance is a bloc.

        Raises
        ------
        ScenarioError
            If it is something else, or no list of a bloc stands here.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``bloc``, ``votes`` counted, ``seats_expected``, ``probability``.
        """
        numbers = dict.fromkeys(("seats_expected", "probability"), _share)
        kinds: dict[str, Kind] = {**_PLACE, "bloc": text, "votes": whole, **numbers}
        scenarios = [view.council.scenario for view in self.views]
        chosen = None if blocs is None else blocs_of(blocs, scenarios)
        found = (row for view in self.views for row in rows.majorities(view, chosen))
        return records(found, kinds)

    @property
    def moving(self) -> pd.DataFrame:
        """The lists whose seats may still be others than if it ended now.

        A council in which nothing is counted has none: all its seats are open.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``letter``, ``party``, ``seats_now``; the chances that it ends
            with ``fewer`` and with ``more``, where either is more than 1 per cent; and the votes
            on which it hangs: how many more than are counted give one seat more, ``to_gain``, and
            how many fewer take one, ``to_lose``, all else equal.
        """
        kinds: dict[str, Kind] = {
            **_LIST,
            "seats_now": whole,
            **dict.fromkeys(("fewer", "more"), _share),
            **dict.fromkeys(("to_gain", "to_lose"), whole),
        }
        return records((row for view in self.views for row in rows.moving(view)), kinds)

    # ---- by party ----

    @property
    def parties(self) -> pd.DataFrame:
        """The seats of each nationwide party in all councils; local lists together, last.

        Returns
        -------
        DataFrame
            ``party``, how many ``lists``, ``votes`` counted so far; the seats if it ended now,
            between ``seats_now_low`` and ``seats_now_high``; ``seats_expected``, and ``seats_low``
            and ``seats_high``, between which they lie with a chance of 90 per cent; seats that
            are ``sure`` (a list has at least so many with a chance of 99 per cent), and those
            ``in_play`` beyond.
        """
        kinds: dict[str, Kind] = {
            PARTY: text,
            **dict.fromkeys(("lists", "votes", "seats_now_low", "seats_now_high"), whole),
            "seats_expected": _share,
            **dict.fromkeys(("seats_low", "seats_high", "sure", "in_play"), whole),
        }
        return records(parties(self.views), kinds)

    def party(self, party: str) -> pd.DataFrame:
        """The lists of one nationwide party.

        Parameters
        ----------
        party : str
            Its name, in any spelling.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``letter``, ``alliance``, ``votes``; ``seats_now_low`` and
            ``seats_now_high``; ``seats_expected``, ``seats_low``, ``seats_high``; the seats that
            are ``sure`` and the most that are ``possible`` (beyond is less than 1 per cent); the
            seat most ``in_play``, missing where none is, and its ``chance``; and how many of the
            expected ones it would not have without its alliance, ``given``.
        """
        kinds: dict[str, Kind] = {
            **_PLACE,
            LETTER: text,
            ALLIANCE: text,
            **dict.fromkeys(("votes", "seats_now_low", "seats_now_high"), whole),
            "seats_expected": _share,
            **dict.fromkeys(("seats_low", "seats_high", "sure", "possible", "in_play"), whole),
            **dict.fromkeys(("chance", "given"), _share),
        }
        return records(lists_of(self.views, named(party)), kinds)

    # ---- what is not counted ----

    @property
    def missing(self) -> pd.DataFrame:
        """The areas that are not counted.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``area``, ``eligible`` voters; of each council the largest first.
        """
        found = (row for view in self.views for row in missing.areas(view))
        return records(found, {**_PLACE, "area": text, "eligible": whole})

    @property
    def missing_lists(self) -> pd.DataFrame:
        """What the areas that are not counted usually vote; no row where all are.

        Returns
        -------
        DataFrame
            ``code``, ``place``, ``letter``, ``party``; the list's share last time in the areas
            that are counted now, ``last_counted``, and in those that are not, ``last_missing``;
            what is ``expected`` of these now.
        """
        shares = dict.fromkeys(("last_counted", "last_missing", "expected"), real)
        found = (row for view in self.views for row in missing.lists(view))
        return records(found, {**_LIST, **shares})

    # ---- one council, for other tools ----

    def scenario(self, place: str, projected: bool = False) -> Scenario:
        """A council's votes as they stand, or as they are expected when all is counted.

        New lists of which nothing is counted are expected by their candidates alone; the note
        ``"new_lists_guessed"`` says so, and of equal guesses no lot comes.

        Examples
        --------
        >>> from valgforbund.night.night import night
        >>> night("KV2025").at("2025-11-20 00:00").scenario("Læsø").votes.to_dict()["C"]
        573
        """
        view = self._view(place)
        votes = view.counted.total
        if projected and view.forecast is not None:
            votes = votes + view.forecast.votes * view.forecast.share
        votes = np.round(votes)
        guessed = guesses(view, votes) if projected else []
        for lists in guessed:
            votes[lists] = told_apart(votes[lists])
        letters = view.council.scenario.letters
        scenario = view.council.given.with_votes(dict(zip(letters, map(int, votes), strict=True)))
        return scenario.with_notes([*scenario.notes, GUESSED]) if guessed else scenario

    def elected(self, place: str, candidates: pd.DataFrame | None = None) -> pd.DataFrame:
        """Who sits, where the final count is in; columns as `valgforbund.elected` gives them.

        No row before: who is elected inside a list is known when its candidates are counted.

        Parameters
        ----------
        place : str
        candidates : DataFrame, optional
            As `valgforbund.elected` takes them; without it the bundled ones.
        """
        view = self._view(place)
        sitting = elected(self.scenario(place), candidates)
        return sitting if view.counted.final.all() else sitting.iloc[:0]

    def _view(self, place: str) -> View:
        return self.council(place).views[0]
