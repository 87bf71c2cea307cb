"""Bundled nights: their councils and counts, and what they have taught."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from valgforbund.night.constants import Constants
from valgforbund.night.council import Council
from valgforbund.night.learning import corrected
from valgforbund.night.model import Learnt
from valgforbund.night.past import relabelled
from valgforbund.night.reading import coded, councils
from valgforbund.sources import areas
from valgforbund.sources.source import load_all

LAST = "KV2025"  # the night that teaches where no other is handed in


@cache
def bundled(election: str) -> tuple[Council, ...]:
    """The councils of a night, with the votes of last time under the letters of now.

    Raises
    ------
    ScenarioError
        If its counts are not bundled.
    """
    counts, before = areas.counts(election), areas.votes_before(election)
    now, then = coded(load_all(election)), areas.before(election)
    return councils(now, counts, relabelled(before, then, now))


@cache
def taught(election: str) -> dict[bool, Learnt]:
    """What a bundled night has taught: with the places of areas, and without.

    It is what `learning.learn` finds, written down because that takes a while.
    """
    where = files("valgforbund").joinpath("data", "night", f"{election}-learnt.csv")
    found: dict[bool, dict[str, Constants]] = {True: {}, False: {}}
    for row in csv.DictReader(where.read_text("utf-8").splitlines()):
        values = {name: float(row[name]) for name in Constants._fields}
        found[row["located"] == "yes"][row["code"]] = Constants(**values)
    corrections = corrected(bundled(election))
    return {located: Learnt(own.pop(""), own, *corrections) for located, own in found.items()}
