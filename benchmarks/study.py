"""The whole country at once: in one thread, in two, in two processes, and by calling votelib."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pandas as pd
from distributed import Client, LocalCluster

from benchmarks import clock, peers
from valgforbund import Scenario
from valgforbund.sources.bundled import load_all
from valgforbund.study import study

EVERY = 7  # one council in so many is enough to know what votelib takes
ONE, THREADS, PROCESSES = "one thread", "two threads", "two processes (Dask)"
SOME, VOTELIB = "one thread, some councils", "votelib, the same councils"


def report() -> None:
    """Print the seconds of each way, and what they are to each other."""
    councils = load_all("KV2025")
    some = councils[::EVERY]
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    options |= {"processes": True, "silence_logs": logging.CRITICAL}
    with (
        LocalCluster(host="127.0.0.1", **options) as cluster,
        Client(cluster) as client,
    ):
        works = {
            ONE: lambda: study(councils),
            THREADS: lambda: study(councils, workers=2),
            PROCESSES: lambda: study(councils, client=client),
            SOME: lambda: study(some),
            VOTELIB: lambda: [by_votelib(s) for s in some],
        }
        seconds = clock.best(works, rounds=2)
    print(pd.Series(seconds).round(2).rename_axis("study of KV2025: seconds").to_string())
    for way in (THREADS, PROCESSES):
        print(f"{way}: {seconds[ONE] / seconds[way]:.2f} times as fast as one thread")
    print(f"votelib takes {seconds[VOTELIB] / seconds[SOME]:.1f} times as long")


def by_votelib(s: Scenario) -> list[object]:
    """Seats in all the worlds that a study compares, and all margins, with votelib."""
    worlds = [s, s.without_alliances(), *(s.dissolve(each) for each in s.alliances)]
    worlds += [other for letter in s.letters for other in _others(s, letter)]
    counts = (peers.two_levels(peers.votelib, peers.ballots(world)) for world in worlds)
    found: list[object] = [*counts]
    units = [(letter,) for letter in s.letters] + [each.letters for each in s.alliances]
    for unit in units:
        now = _seats(s, unit, 0)
        found += [
            _least(lambda x, u=unit, n=now: _seats(s, u, x) > n, sum(s.ballots)),
            _least(lambda x, u=unit, n=now: _seats(s, u, -x) < n, _held(s, unit)),
        ]
    return found


def _others(s: Scenario, letter: str) -> Iterator[Scenario]:
    """The list alone, in each other alliance, and with each free list."""
    home = s.alliance_of(letter)
    if home:
        yield s.leave(letter)
    yield from (s.join(letter, each) for each in s.alliances if each != home)
    free = (each for each in s.letters if each != letter and s.alliance_of(each) is None)
    yield from (s.unite([letter, each]) for each in free)


def _held(s: Scenario, unit: tuple[str, ...]) -> int:
    return sum(s.ballots[s.letters.index(letter)] for letter in unit)


def _seats(s: Scenario, unit: tuple[str, ...], more: int) -> int:
    """Seats of some lists together if the first of them that can has so many votes more."""
    votes = dict(zip(s.letters, s.ballots, strict=True))
    for letter in unit:
        given = max(more, -votes[letter])
        votes[letter], more = votes[letter] + given, more - given
    seats = peers.two_levels(peers.votelib, peers.ballots(s.with_votes(votes)))
    return sum(seats.get(letter, 0) for letter in unit)


def _least(holds: Callable[[int], bool], most: int) -> int | None:
    """By doubling and bisection, as ours."""
    below, above = 0, 1
    while not holds(above):
        if above >= most:
            return None
        below, above = above, min(2 * above, most)
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (below, middle) if holds(middle) else (middle, above)
    return above
