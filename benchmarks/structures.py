"""All structures of one council: each beside a call of another package and a read from a table."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
import time
from functools import partial

import numba
import numpy as np
import pandas as pd

from benchmarks import clock, peers
from valgforbund import Scenario, structures
from valgforbund.sources.bundled import load

PLACE = "Roskilde"  # 12 lists, 31 seats, four million structures
SAMPLE = 100  # structures that other packages count
READS = 1_000_000
LEVELS = {"votelib": peers.votelib, "apportionment": peers.apportionment_}
if importlib.util.find_spec("electoral_sim"):  # needs a newer Python than we do
    LEVELS["electoral-sim"] = peers.electoral_sim_
OURS, READ, STABLE = "ours", "a random read", "ours, whether it is stable"
AT_MOST, FASTER, READS_EACH, FLAT = 0.03, 400, 15, 1.2


@numba.njit(nogil=True)
def read(table: np.ndarray, places: np.ndarray) -> int:
    """Add up what stands at random places."""
    total = 0
    for place in places:
        total += table[place]
    return total


def sample(s: Scenario) -> list[Scenario]:
    """Structures by chance; the same every time."""
    chance = random.Random(1)
    found = []
    for _ in range(SAMPLE):
        homes: dict[int, list[str]] = {}
        for letter in s.letters:
            homes.setdefault(chance.randrange(len(s.letters)), []).append(letter)
        found.append(s.with_alliances(homes.values()))
    return found


def each() -> pd.Series:
    """Microseconds a structure, or a read, by each way."""
    s = load("KV2025", PLACE)
    every = structures(s)
    given = [peers.ballots(one) for one in sample(s)]
    cells = 2 ** len(s.letters) * (s.seats + 1)  # what our search writes to
    chance = np.random.default_rng(1)
    table, places = chance.integers(9, size=cells), chance.integers(cells, size=READS)
    works = {
        OURS: partial(structures, s),
        READ: partial(read, table, places),
        STABLE: every.stable,
        **{name: partial(_count_all, level, given) for name, level in LEVELS.items()},
    }
    number = {OURS: every.number, STABLE: every.number, READ: READS}
    times = pd.Series(clock.best(works, rounds=12, seconds=time.process_time))
    return times / pd.Series({name: number.get(name, SAMPLE) for name in works}) * 1e6


def _count_all(level: peers.Level, given: list[peers.Ballots]) -> None:
    for ballots in given:
        peers.two_levels(level, ballots)


def memory(lists: int) -> float:
    """Megabytes that a process has held at most after all structures of so many lists."""
    code = f"from benchmarks.structures import held; print(held({lists}))"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- ours
    return float(run.stdout)


def held(lists: int) -> float:
    """Search here and tell the megabytes; for a process of its own."""
    import resource  # noqa: PLC0415 -- not on every system

    s = load("KV2025", PLACE)
    for letter in s.letters[lists:]:
        s = s.without_list(letter)
    structures(s)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report() -> None:
    """Print the figures and whether the limits are met."""
    times = each()
    print(times.rename("microseconds a structure").round(4).to_string())
    fastest = times[list(LEVELS)].idxmin()
    ours, reads = times[OURS], times[OURS] / times[READ]
    ratio = times[fastest] / ours
    few, many = memory(8), memory(12)
    print(
        f"a structure: {ours:.3f} microseconds; wanted at most {AT_MOST}: {_met(ours <= AT_MOST)}"
    )
    print(f"{fastest}, called: {ratio:.0f} times ours; wanted {FASTER}: {_met(ratio >= FASTER)}")
    print(f"{READ}: ours is {reads:.1f}; wanted at most {READS_EACH}: {_met(reads <= READS_EACH)}")
    flat = _met(many <= FLAT * few)
    print(f"memory: {few:.0f} MB after 4,140 structures, {many:.0f} MB after 4,213,597: {flat}")


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"
