"""The municipalities as a map: outlines in its own units; `data/SOURCES.md` says from where."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

WIDTH, HEIGHT = 814, 986  # of the map; y grows to the south, Bornholm lies in the Kattegat


@cache
def outlines() -> dict[str, str]:
    """The outline of each municipality of today, by code.

    Returns
    -------
    dict
        As the path of an SVG: whole numbers, each polygon begun with ``M`` and closed with ``z``.

    Examples
    --------
    >>> len(outlines()), outlines()["147"]
    (98, 'M750 636l1 -3 6 -2 0 2 3 1 0 4 -4 2 -6 -1z')
    """
    where = files("valgforbund").joinpath("data", "geo", "municipalities.csv")
    rows = csv.DictReader(where.read_text("utf-8").splitlines())
    return {row["code"]: row["outline"] for row in rows}
