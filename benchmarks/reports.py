"""How long a note and a workbook take, in every format, of councils of every size."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from benchmarks import clock
from valgforbund import compare, load, study
from valgforbund.reports import note, workbook

PLACES = ("Vallensbæk", "Næstved", "København")
ROUNDS = 3


def table() -> pd.DataFrame:
    """Milliseconds of a file, once everything is loaded, and its kilobytes."""
    works: dict[str, Callable[[], bytes]] = {}
    for place in PLACES:
        s = load("KV2025", place)
        k = compare(s, s.alliances[0])
        works |= {f"{place} {each}": partial(note.written, k, each) for each in note.FORMATS}
        works |= {f"{place} .xlsx": partial(workbook.written, [k, s])}
    works |= {"the country .xlsx": partial(workbook.written, study("KV2025"))}
    sizes = {name: len(work()) / 1000 for name, work in works.items()}
    times = clock.best(works, ROUNDS)
    return pd.DataFrame({"milliseconds": pd.Series(times) * 1000, "kilobytes": pd.Series(sizes)})


def report() -> None:
    """Print them; there is no limit."""
    print(table().round(0).astype(int).to_string())
