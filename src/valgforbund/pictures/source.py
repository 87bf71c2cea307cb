"""What stands round a picture: where and when, where the votes are from, and how to count again."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version

from valgforbund.charts import Caption
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sources import bundled
from valgforbund.wording import Words
from valgforbund.wording.council import assumptions
from valgforbund.wording.headline import lots_due
from valgforbund.wording.worlds import where

CREATOR = f"valgforbund {version('valgforbund')}"
FEED = ("KV2025", "RV2025")  # the official results; SOURCES.md names those of the others


def caption(words: Words, title: str, counted: Count) -> Caption:
    """Title, place and election, and the notes below, so that anybody can count again."""
    scenario = counted.scenario
    lots = [lot.unescape() for lot in lots_due(words, counted)]
    notes = [note.unescape() for note in assumptions(words, scenario, official=False)]
    counting = words(
        "picture.counted",
        seats=words.seats(scenario.seats),
        version=CREATOR.rpartition(" ")[2],
    )
    # the scenario's code goes here, behind `counting`, when there is one
    return Caption(
        title, where(words, scenario), (*lots, *notes, _votes(words, scenario), counting)
    )


def _votes(words: Words, scenario: Scenario) -> str:
    """Where the votes are from, and whether they are as they were."""
    found = _bundled(scenario.election, scenario.place)
    if found is None:
        return words("picture.own")
    votes = dict(zip(found.letters, found.ballots, strict=True))
    if votes != dict(zip(scenario.letters, scenario.ballots, strict=True)):
        return words("picture.changed", where=where(words, found))
    source = words("picture.feed" if found.election in FEED else "picture.listed")
    same = scenario.with_drawn(()) == found
    return source if same else words("picture.changed_else", source=source)


@lru_cache(maxsize=64)
def _bundled(election: str, place: str) -> Scenario | None:
    """What stands in the package under this name; None where nothing does."""
    try:
        return bundled.load(election, place)
    except ScenarioError:
        return None
