"""Many draws of votes: the count beside votelib and a plain numba loop, and a whole simulation."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial

import numba
import numpy as np
import pandas as pd

from benchmarks import clock, peers
from valgforbund import Poll, Scenario, simulate
from valgforbund.kernels import batch
from valgforbund.simulation.sampler import Sampler
from valgforbund.simulation.tally import CHUNK, SLICE, Plan, tally
from valgforbund.sources.bundled import load

PLACE = "Roskilde"  # 12 lists, 31 seats, three alliances
ALLIANCE = "C-I-V-Æ"
FASTER = {"votelib": 1000, "numba argmax": 8}  # times as long as ours, at least
LONGER = {"multinomial": 1.5, "gamma": 2.0}  # times its drawing that a simulation takes, at most
FLAT = 1.1  # times the memory of few draws that many may take
FEW, MANY = 100_000, 10_000_000


@dataclass(frozen=True)
class Multinomial:
    """Draws by numpy's multinomial, as a model whose votes are dear."""

    shares: np.ndarray
    total: int

    def votes(self, chance: np.random.Generator, draws: range) -> np.ndarray:
        """Votes, lists × draws."""
        drawn = chance.multinomial(self.total, self.shares, size=len(draws))
        return np.ascontiguousarray(drawn.T, dtype=np.float64)


@numba.njit(nogil=True)
def _level(votes: np.ndarray, units: int, seats: int, got: np.ndarray) -> None:
    got[:units] = 0
    for _ in range(seats):
        best, largest = 0, -1.0
        for i in range(units):
            quotient = votes[i] / (got[i] + 1)
            if quotient > largest:
                best, largest = i, quotient
        got[best] += 1


@numba.njit(nogil=True)
def argmax(votes: np.ndarray, homes: np.ndarray, units: int, seats: int) -> np.ndarray:
    """Both levels by the largest quotient, seat by seat: no ties, no limits; draws × lists."""
    draws, lists = votes.shape
    result = np.empty((draws, lists), np.int64)
    outer, inner = np.zeros(units), np.zeros(lists)
    got, shared = np.zeros(units, np.int64), np.zeros(lists, np.int64)
    for draw in range(draws):
        outer[:] = 0
        for i in range(lists):
            outer[homes[i]] += votes[draw, i]
        _level(outer, units, seats, got)
        for unit in range(units):
            members = 0
            for i in range(lists):
                if homes[i] == unit:
                    inner[members] = votes[draw, i]
                    members += 1
            _level(inner, members, got[unit], shared)
            members = 0
            for i in range(lists):
                if homes[i] == unit:
                    result[draw, i] = shared[members]
                    members += 1
    return result


def homes(s: Scenario) -> np.ndarray:
    """The number of each list's alliance, or its own."""
    allied = {letter: a.name for a in s.alliances for letter in a.letters}
    units = [allied.get(letter, letter) for letter in s.letters]
    return np.array([list(dict.fromkeys(units)).index(unit) for unit in units])


def per_draw() -> pd.Series:
    """Microseconds of one draw, counted by each way."""
    s = load("KV2025", PLACE)
    votes = Poll().sampler(s).votes(np.random.default_rng(1), range(SLICE))
    rows = np.ascontiguousarray(votes.T[:500], dtype=np.int64)
    tree, units = batch.tree(s.council, s.limits, s.seats), homes(s)
    ours = batch.count(tree, votes)
    theirs = argmax(rows, units, units.max() + 1, s.seats)
    sure = ~ours.lots[: len(rows)]
    if not (theirs == ours.seats.T[: len(rows)])[sure].all():
        raise RuntimeError("the ways of counting differ")
    names = dict(zip(s.letters, rows[0].tolist(), strict=True))
    given = peers.ballots(s.with_votes(names))
    works = {
        "votelib": partial(peers.two_levels, peers.votelib, given),
        "numba argmax": partial(argmax, rows, units, units.max() + 1, s.seats),
        "ours": partial(batch.count, tree, votes),
    }
    draws = pd.Series({"votelib": 1, "numba argmax": len(rows), "ours": SLICE})
    return pd.Series(clock.best(works, seconds=time.process_time)) / draws * 1e6


def whole() -> pd.DataFrame:
    """Microseconds of one draw: drawing its votes alone, and the whole simulation."""
    s = load("KV2025", PLACE)
    alone = s.dissolve(ALLIANCE)
    trees = [batch.tree(each.council, each.limits, each.seats) for each in (s, alone)]
    blocs = [[s.letters.index(letter) for letter in a.letters] for a in s.alliances]
    poll, shares = Poll().sampler(s), np.array(s.ballots) / sum(s.ballots)
    chance, weights = np.random.default_rng(1), np.empty(CHUNK)

    def gammas() -> None:
        for own in poll.decided:
            chance.standard_gamma(own, out=weights)

    samplers: dict[str, Sampler] = {"multinomial": Multinomial(shares, poll.total), "gamma": poll}
    drawing = {
        "multinomial": partial(chance.multinomial, poll.total, shares, size=CHUNK),
        "gamma": gammas,
    }
    works = {f"{way}, alone": work for way, work in drawing.items()} | {
        way: partial(tally, Plan(sampler, *trees, blocs, CHUNK, 1), range(1))
        for way, sampler in samplers.items()
    }
    times = pd.Series(clock.best(works, seconds=time.process_time)) / CHUNK * 1e6
    return pd.DataFrame(
        {
            "drawing": {way: times[f"{way}, alone"] for way in samplers},
            "whole": {way: times[way] for way in samplers},
        }
    )


def memory(draws: int) -> float:
    """Megabytes that a process has held at most after so many draws."""
    code = f"from benchmarks.simulation import held; print(held({draws}))"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- ours
    return float(run.stdout)


def held(draws: int) -> float:
    """Simulate here and tell the megabytes; for a process of its own."""
    import resource  # noqa: PLC0415 -- not on every system

    simulate(load("KV2025", PLACE), ALLIANCE, draws=draws, model=Poll())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report() -> None:
    """Print the figures and whether the limits are met."""
    times, simulations = per_draw(), whole()
    print(times.rename("microseconds a draw").round(3).to_string())
    for way, least in FASTER.items():
        ratio = times[way] / times["ours"]
        print(f"{way}: {ratio:.1f} times ours; wanted {least}: {_verdict(ratio >= least)}")
    print(simulations.rename_axis("microseconds a draw").round(3).to_string())
    for way, most in LONGER.items():
        ratio = simulations.loc[way, "whole"] / simulations.loc[way, "drawing"]
        print(
            f"simulation by {way}: {ratio:.2f} times its drawing; wanted at most {most}: "
            f"{_verdict(ratio <= most)}"
        )
    few, many = memory(FEW), memory(MANY)
    print(
        f"memory: {few:.0f} MB after {FEW:,} draws, {many:.0f} MB after {MANY:,}: "
        f"{_verdict(many <= FLAT * few)}"
    )


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"
