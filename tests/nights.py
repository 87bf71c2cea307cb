"""Nights that tests share: that of 2025, and small ones."""

from __future__ import annotations

from functools import cache

import pandas as pd

from valgforbund import Night, Scenario, night


@cache
def of_2025() -> Night:
    """All counts of KV2025."""
    return night("KV2025")


@cache
def preliminary() -> Night:
    """The preliminary counts of KV2025 alone."""
    return of_2025().only("preliminary")


SMALL = Scenario(
    {"A": 0, "B": 0, "C": 0},
    seats=5,
    alliances=[["B", "C"]],
    place="Næstved",
    election="Prøve",
)


def counting(s: Scenario) -> Night:
    """The votes of a scenario, counted in two areas that were alike last time."""
    halves = [{x: n // 2 + side * (n % 2) for x, n in s.votes.items()} for side in (0, 1)]
    counts = rows(
        ("Øst", "final", "2025-11-18 20:00", halves[0]),
        ("Vest", "preliminary", "2025-11-18 21:00", halves[1]),
        eligible=voters(s),
    )
    past = before(("Øst", halves[1]), ("Vest", halves[0]))
    return night({"370": s}, counts, past, draws=300)


def voters(s: Scenario) -> int:
    """Of an area: no fewer than votes."""
    return max(100, sum(s.ballots))


def twice(s: Scenario) -> Night:
    """The same, both areas counted twice: a tenth of each list's votes came with the second."""
    halves = [{x: n // 2 + side * (n % 2) for x, n in s.votes.items()} for side in (0, 1)]
    counts = rows(
        *(
            (area, kind, f"2025-11-{day} 20:00", {x: n - less * (n // 10) for x, n in half.items()})
            for area, half in zip(("Øst", "Vest"), halves, strict=True)
            for kind, day, less in (("preliminary", 18, 1), ("final", 19, 0))
        ),
        eligible=voters(s),
    )
    return night({"370": s}, counts, draws=300, errors=of_2025())


def rows(
    *counts: tuple[str, str, str | None, dict[str, int]], code: str = "370", eligible: int = 100
) -> pd.DataFrame:
    """Counts as (area, kind, time, votes)."""
    return pd.DataFrame(
        [
            (f"{code}-{n}", code, area, kind, time, eligible, letter, given)
            for n, (area, kind, time, votes) in enumerate(counts)
            for letter, given in votes.items()
        ],
        columns=["count_id", "code", "area", "kind", "approved", "eligible", "letter", "votes"],
    )


def before(*areas: tuple[str, dict[str, int]], code: str = "370") -> pd.DataFrame:
    """Votes of last time as (area, votes)."""
    return pd.DataFrame(
        [(code, area, letter, n) for area, votes in areas for letter, n in votes.items()],
        columns=["code", "area", "letter", "votes"],
    )
