"""Frames of counts and of the votes of last time, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.night.council import Council
from valgforbund.night.matching import matched
from valgforbund.scenario import Scenario
from valgforbund.simulation.arranged import arranged
from valgforbund.sources.places import code as code_of

COUNTS = ("count_id", "code", "area", "kind", "approved", "eligible", "letter", "votes")
BEFORE = ("code", "area", "letter", "votes")
SPOT = ("longitude", "latitude")
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
        pairs = [(str(name), s) for name, s in scenarios.items()]
    elif isinstance(scenarios, Iterable):
        pairs = [(s.place if isinstance(s, Scenario) else "", s) for s in scenarios]
    else:
        raise ScenarioError("night_not_scenarios", value=scenarios)
    found: dict[str, Scenario] = {}
    for name, scenario in pairs:
        if not isinstance(scenario, Scenario):
            raise ScenarioError("night_not_scenarios", value=scenario)
        if not name:
            raise ScenarioError("night_no_code", value=scenario)
        code = _code(name)
        if code in found:
            raise ScenarioError("name_given_twice", name=name)
        found[code] = scenario
    if not found:
        raise ScenarioError("night_not_scenarios", value=scenarios)
    return found


def _counts(frame: pd.DataFrame, known: Mapping[str, Scenario]) -> pd.DataFrame:
    """The rows of counts, in the order of the clock."""
    rows = _columns(frame, COUNTS, "counts=")
    rows["code"] = _each(rows["code"], lambda code: str(code) if code in known else _code(code))
    if rows.empty:
        raise ScenarioError("night_no_counts")
    for code in rows["code"].unique():
        if code not in known:
            raise ScenarioError("night_code_unknown", value=code, known=", ".join(known))
    for kind in rows["kind"].dropna().unique():
        if kind not in KINDS:
            raise ScenarioError("night_kind", value=kind, known=", ".join(KINDS))
    try:
        times = pd.to_datetime(rows["approved"], utc=True, format="ISO8601")
        rows["approved"] = times.astype("datetime64[ns, UTC]")
    except (ValueError, TypeError):
        raise ScenarioError("night_time", value=next(iter(rows["approved"]))) from None
    came = rows["approved"].notna()
    rows["votes"] = _whole(rows["votes"].where(came, 0), "votes")
    rows["eligible"] = _whole(rows["eligible"], "eligible")
    again = rows[came & rows.duplicated(["count_id", "letter"])]
    if len(again):
        raise ScenarioError("night_twice", value=again["count_id"].iloc[0])
    parts = rows[came].groupby("count_id")[["code", "area", "kind", "approved"]].nunique()
    if (parts != 1).to_numpy().any():
        mixed = parts.index[(parts != 1).any(axis=1)][0]
        raise ScenarioError("night_count_mixed", value=mixed)
    cast = rows[came].groupby("count_id").agg({"votes": "sum", "eligible": "min"})
    for number, row in cast[cast["votes"] > cast["eligible"]].iterrows():
        votes = {"votes": int(row["votes"]), "eligible": int(row["eligible"])}
        raise ScenarioError("night_more_votes", value=number, **votes)
    return rows.sort_values(["approved", "count_id"], kind="stable")


def _before(frame: pd.DataFrame | None) -> pd.DataFrame:
    """The rows of last time."""
    if frame is None:
        return pd.DataFrame(columns=list(BEFORE))
    rows = _columns(frame, BEFORE, "previous=")
    rows["code"] = _each(rows["code"], _code)
    rows["votes"] = _whole(rows["votes"], "votes")
    again = rows[rows.duplicated(["code", "area", "letter"])]
    if len(again):
        raise ScenarioError("night_twice", value=again["area"].iloc[0])
    return rows


def _code(place: object) -> str:
    """The code of a place that has one; else what it is called."""
    return code_of(str(place)) or str(place)


def _columns(frame: pd.DataFrame, names: tuple[str, ...], argument: str) -> pd.DataFrame:
    """A copy of these columns, and of the places of areas where they are given; names are text."""
    if not isinstance(frame, pd.DataFrame):
        raise ScenarioError("night_not_a_frame", argument=argument, known=", ".join(names))
    missing = [name for name in names if name not in frame]
    if missing:
        given = {"argument": argument, "known": ", ".join(names)}
        raise ScenarioError("night_column", value=missing[0], **given)
    spots = [name for name in SPOT if name in frame and argument == "counts="]
    rows = frame[[*names, *spots]].copy()
    for name in ("code", "area", "letter"):
        rows[name] = _each(rows[name], lambda value: checks.plain(str(value)))
    return rows


def _each(values: pd.Series, read: Callable[[object], str]) -> pd.Series:
    """Names as they are known here, each looked up once."""
    return values.map({value: read(value) for value in values.unique()})


def _whole(values: pd.Series, name: str) -> pd.Series:
    """Whole numbers, 0 or more."""
    numbers = pd.to_numeric(values, errors="coerce").astype("float64")
    wrong = ~(numbers >= 0) | (numbers % 1 != 0)
    if wrong.any():
        raise ScenarioError("night_not_whole", field=name, value=str(values[wrong].iloc[0]))
    return numbers


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
