"""Frames of counts and of the votes of last time, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.night.columns import SPOT, columns, each, times, told, whole
from valgforbund.night.council import Council
from valgforbund.night.matching import matched
from valgforbund.scenario import Scenario
from valgforbund.simulation.arranged import arranged
from valgforbund.sources.places import code as code_of

COUNTS = ("count_id", "code", "area", "kind", "approved", "eligible", "letter", "votes")
BEFORE = ("code", "area", "letter", "votes")
KINDS = ("preliminary", "final")


def councils(
    scenarios: Mapping[str, Scenario] | Iterable[Scenario],
    counts: pd.DataFrame,
    previous: pd.DataFrame | None,
) -> tuple[Council, ...]:
    """Every council with its counts; those without any are left out.

    Raises
    ------
    ScenarioError
        If a column is missing or a value cannot be used; it is named.
    """
    known = coded(scenarios)
    rows = _counts(counts, known)
    before = _before(previous)
    came = {str(code): each for code, each in rows.groupby("code", sort=False)}
    past = {str(code): each for code, each in before.groupby("code", sort=False)}
    return tuple(
        _council(code, scenario, came[code], past.get(code, before.iloc[:0]))
        for code, scenario in known.items()
        if code in came
    )


def coded(scenarios: Mapping[str, Scenario] | Iterable[Scenario]) -> dict[str, Scenario]:
    """Scenarios by the code of their council, or what a mapping calls them."""
    if isinstance(scenarios, Mapping):
        pairs = [*scenarios.items()]
    elif isinstance(scenarios, Iterable):
        pairs = [(s.place if isinstance(s, Scenario) else "", s) for s in scenarios]
    else:
        raise ScenarioError("night_not_scenarios", value=scenarios)
    found: dict[str, Scenario] = {}
    for name, scenario in pairs:
        if not isinstance(scenario, Scenario):
            raise ScenarioError("night_not_scenarios", value=scenario)
        called = "" if checks.is_missing(name) else checks.plain(str(name))
        if not called:
            raise ScenarioError("night_no_code", value=scenario)
        code = _code(called)
        if code in found:
            raise ScenarioError("name_given_twice", name=name)
        found[code] = scenario
    if not found:
        raise ScenarioError("night_not_scenarios", value=scenarios)
    return found


def _counts(frame: pd.DataFrame, known: Mapping[str, Scenario]) -> pd.DataFrame:
    """The rows of counts, in the order of the clock."""
    rows = columns(frame, COUNTS, "counts=")
    if rows.empty:
        raise ScenarioError("night_no_counts")
    for name in ("code", "area"):
        told(rows[name], "counts=")
    rows["code"] = each(rows["code"], lambda code: str(code) if code in known else _code(code), "")
    for code in rows["code"].unique():
        if code not in known:
            raise ScenarioError("night_code_unknown", value=code, known=", ".join(known))
    rows["approved"] = times(rows["approved"])
    came = rows["approved"].notna()
    for name in ("count_id", "kind", "letter"):
        told(rows.loc[came, name], "counts=")
    for kind in rows["kind"].dropna().unique():
        if kind not in KINDS:
            raise ScenarioError("night_kind", value=kind, known=", ".join(KINDS))
    _one_spelling(rows["count_id"])
    told(rows.loc[rows["count_id"].isin(rows.loc[came, "count_id"]), "approved"], "counts=")
    rows["votes"] = whole(rows["votes"].where(came, 0), "votes")
    rows["eligible"] = whole(rows["eligible"], "eligible")
    _one_each(rows[came])
    return rows.sort_values(["approved", "count_id"], kind="stable")


def _one_each(rows: pd.DataFrame) -> None:
    """That every count is of one area, has each list once and no more votes than voters."""
    again = rows[rows.duplicated(["count_id", "letter"])]
    if len(again):
        raise ScenarioError("night_twice", value=again["count_id"].iloc[0])
    parts = rows.groupby("count_id")[["code", "area", "kind", "approved"]].nunique()
    if (parts != 1).to_numpy().any():
        mixed = parts.index[(parts != 1).any(axis=1)][0]
        raise ScenarioError("night_count_mixed", value=mixed)
    cast = rows.groupby("count_id").agg({"votes": "sum", "eligible": "min"})
    for number, row in cast[cast["votes"] > cast["eligible"]].iterrows():
        votes = {"votes": int(row["votes"]), "eligible": int(row["eligible"])}
        raise ScenarioError("night_more_votes", value=number, **votes)


def _one_spelling(numbers: pd.Series) -> None:
    """That no count goes by a number in one row and by the same as text in another."""
    called: dict[str, object] = {}

    def read(number: object) -> object:
        if called.setdefault(checks.plain(str(number)), number) != number:
            raise ScenarioError("night_count_spelled", value=number)
        return number

    each(numbers, read, None)


def _before(frame: pd.DataFrame | None) -> pd.DataFrame:
    """The rows of last time."""
    if frame is None:
        return pd.DataFrame(columns=list(BEFORE))
    rows = columns(frame, BEFORE, "previous=")
    for name in ("code", "area", "letter"):
        told(rows[name], "previous=")
    rows["code"] = each(rows["code"], _code, "")
    rows["votes"] = whole(rows["votes"], "votes")
    again = rows[rows.duplicated(["code", "area", "letter"])]
    if len(again):
        raise ScenarioError("night_twice", value=again["area"].iloc[0])
    return rows


def _code(place: object) -> str:
    """The code of a place that has one; else what it is called."""
    return code_of(str(place)) or str(place)


def _council(code: str, given: Scenario, rows: pd.DataFrame, past: pd.DataFrame) -> Council:
    """A council of its rows."""
    scenario = arranged(given, sorted(given.letters))
    letters = {letter: i for i, letter in enumerate(scenario.letters)}
    for letter in rows.loc[rows["approved"].notna(), "letter"].unique():
        if letter not in letters:
            known = ", ".join(letters)
            place = scenario.place or code
            raise ScenarioError("night_letter", value=letter, place=place, known=known)
    areas = pd.Index(sorted(rows["area"].unique()))
    newest = rows.groupby("area").last().reindex(areas)
    came = rows[rows["approved"].notna()]
    heads = came.drop_duplicates("count_id")
    number = pd.Index(heads["count_id"])
    votes = np.zeros((len(number), len(letters)))
    columns = came["letter"].map(letters).to_numpy(int)
    votes[number.get_indexer(came["count_id"]), columns] = came["votes"]
    last, namesake = _last(areas, letters, past)
    return Council(
        code=code,
        given=given,
        scenario=scenario,
        areas=tuple(areas),
        eligible=newest["eligible"].to_numpy(float),
        spots=_spots(newest),
        last=last,
        matched=namesake,
        numbers=number.to_numpy(),
        when=heads["approved"].to_numpy("datetime64[ns]").astype(np.int64),
        where=areas.get_indexer(heads["area"]),
        final=(heads["kind"] == "final").to_numpy(),
        votes=votes,
    )


def _spots(areas: pd.DataFrame) -> np.ndarray | None:
    """Where areas are; None unless it is known of all."""
    if not set(SPOT) <= set(areas) or areas[[*SPOT]].isna().to_numpy().any():
        return None
    return areas[[*SPOT]].to_numpy(float)


def _last(
    areas: pd.Index, letters: Mapping[str, int], past: pd.DataFrame
) -> tuple[np.ndarray, np.ndarray]:
    """Votes of last time in the areas of now, and which areas had a namesake.

    An area without one has the votes of all areas that nobody took over, or of the council.
    """
    old = pd.Index(past["area"].unique())
    then = np.zeros((len(old), len(letters) + 1))
    columns = past["letter"].map(letters).fillna(len(letters)).to_numpy(int)
    np.add.at(then, (old.get_indexer(past["area"]), columns), past["votes"].to_numpy(float))
    found = matched(list(areas), list(old))
    taken = {j for j in found if j is not None and then[j].sum()}
    left = [j for j in range(len(old)) if j not in taken]
    pool = then[left].sum(axis=0)
    pool = pool if pool.sum() else then.sum(axis=0)
    last = np.array([then[j] if j in taken else pool for j in found])
    return last, np.array([j in taken for j in found])
