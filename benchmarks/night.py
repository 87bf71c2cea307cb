"""The night of KV2025: all of it told by code, and what one picture of the country takes."""

from __future__ import annotations

import time

import pandas as pd

from valgforbund.night.night import Night, night

WHOLE, PICTURE = 10.0, 1.0  # seconds: the whole night; one picture at 60 times the speed
BEGINS, MINUTES = pd.Timestamp("2025-11-18 19:00", tz="UTC"), 360
EVERY = 6  # minutes between two pictures that are measured


def report() -> None:
    """Print the seconds of each, and whether the limits are met."""
    n = night("KV2025")
    country(n, BEGINS + pd.Timedelta(hours=3))  # what is compiled is there
    took = -time.perf_counter()
    n.events()
    took += time.perf_counter()
    print(f"the whole night by code: {took:.1f} s; wanted {WHOLE:.0f}: {_verdict(took <= WHOLE)}")
    took = -time.perf_counter()
    for minute in range(0, MINUTES, EVERY):
        country(n, BEGINS + pd.Timedelta(minutes=minute))
    took = (took + time.perf_counter()) * EVERY / MINUTES
    verdict = _verdict(took <= PICTURE)
    print(f"one picture of the country: {took:.2f} s; wanted {PICTURE:.0f}: {verdict}")


def country(n: Night, at: pd.Timestamp) -> tuple[pd.DataFrame, ...]:
    """What the tool shows of the country at a time."""
    standing = n.at(at)
    return standing.councils, standing.parties, standing.party("Alternativet")


def _verdict(met: bool) -> str:
    return "met" if met else "NOT MET"
