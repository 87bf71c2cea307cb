"""One count of real councils: ours bare and as a Series, beside votelib and apportionment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from benchmarks import clock, peers
from valgforbund import Scenario, count
from valgforbund.sources.bundled import elections, load

BARE, SERIES = "bare count", "count(s).seats"
PEERS = {"votelib": peers.votelib, "apportionment": peers.apportionment_}
LEAST = {BARE: 10, SERIES: 4}  # times faster than votelib
TOGETHER = "all together"
CASES = ("Roskilde", "København", "Lyngby-Taarbæk", "Samsø")
JUDGED = ("Roskilde", TOGETHER)  # a council like most, and the country


def bare(scenarios: Sequence[Scenario]) -> list[tuple[int, ...]]:
    """Certain seats as plain numbers; each scenario has its tree."""
    return [count(s).certain for s in scenarios]


def as_series(scenarios: Sequence[Scenario]) -> list[pd.Series]:
    """Certain seats by letter."""
    return [count(s).seats for s in scenarios]


def by_peer(level: peers.Level, given: Sequence[peers.Ballots]) -> list[peers.Seats]:
    """Seats by letter with another package."""
    return [peers.two_levels(level, each) for each in given]


def municipalities() -> list[Scenario]:
    """The councils of 2025."""
    return [load("KV2025", code) for code in elections().query("election == 'KV2025'")["code"]]


def comparable(scenarios: Sequence[Scenario]) -> list[Scenario]:
    """Those in which every package finds our seats; the others know no limits of candidates."""
    return [s for s in scenarios if all(agrees(s, level) for level in PEERS.values())]


def agrees(s: Scenario, level: peers.Level) -> bool:
    """Whether a package finds the same seats."""
    found = peers.two_levels(level, peers.ballots(s))
    return tuple(found.get(letter, 0) for letter in s.letters) == count(s).certain


def measure(scenarios: Sequence[Scenario]) -> dict[str, float]:
    """Seconds by way of counting, all scenarios together."""
    given = [peers.ballots(s) for s in scenarios]
    bare(scenarios)  # from here on the trees are there
    works = {BARE: partial(bare, scenarios), SERIES: partial(as_series, scenarios)}
    others = {name: partial(by_peer, level, given) for name, level in PEERS.items()}
    return clock.best(works | others)


def table() -> pd.DataFrame:
    """A row a case: microseconds by way of counting, and how many times as long votelib takes."""
    same = comparable(municipalities())
    cases = {name: [s for s in same if s.place == name] for name in CASES} | {TOGETHER: same}
    times = pd.DataFrame({name: measure(case) for name, case in cases.items()}).T
    ratios = {f"votelib / {way}": times["votelib"] / times[way] for way in LEAST}
    return (
        (times * 1e6)
        .assign(**ratios)
        .assign(councils=[len(case) for case in cases.values()])
        .rename_axis("microseconds")
    )
