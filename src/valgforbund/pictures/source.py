"""What stands round a picture: where and when, where the votes are from, and how to count again."""

from __future__ import annotations

from functools import lru_cache

from valgforbund.charts import Caption
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.parsing.evening import of_night
from valgforbund.scenario import Scenario
from valgforbund.sources.source import load
from valgforbund.version import __version__
from valgforbund.wording import Words
from valgforbund.wording.council import assumptions
from valgforbund.wording.headline import lots_due
from valgforbund.wording.worlds import where

CREATOR = f"valgforbund {__version__}"
FEED = ("KV2025", "RV2025")  # the official results; SOURCES.md names those of the others


def caption(words: Words, title: str, counted: Count, *more: str) -> Caption:
    """Title, place and election, and the notes below, so that anybody can count again.

    Parameters
    ----------
    words : Words
    title : str
    counted : Count
        What the picture is of.
    *more : str
        Notes of this picture alone.
    """
    scenario = counted.scenario
    lots = [lot.unescape() for lot in lots_due(words, counted)]
    notes = [note.unescape() for note in assumptions(words, scenario, official=False)]
    counting = words(
        "picture.counted",
        seats=words.seats(scenario.seats),
        version=__version__,
    )
    code = scenario.code()
    return Caption(
        title,
        where(words, scenario),
        (*lots, *notes, *more, votes_from(words, scenario), counting),
        code,
        (words("picture.code", code=code), words("picture.code_inside")),
    )


def caption_of_all(words: Words, title: str, election: str, *more: str) -> Caption:
    """The same round a picture of many councils of one election, as they were."""
    source = words("picture.feed" if election in FEED else "picture.listed")
    counting = words("picture.counted_all", version=__version__)
    return Caption(title, words(f"election.{election}"), (*more, source, counting))


def votes_from(words: Words, scenario: Scenario) -> str:
    """Where the votes are from, and whether they are as they were."""
    if of_night(scenario.notes):
        return words("picture.night")
    found = bundled_like(scenario)
    if found is None:
        return words("picture.own")
    votes = dict(zip(found.letters, found.ballots, strict=True))
    if votes != dict(zip(scenario.letters, scenario.ballots, strict=True)):
        return words("picture.changed", where=where(words, found))
    source = words("picture.feed" if found.election in FEED else "picture.listed")
    same = scenario.with_drawn(()) == found
    return source if same else words("picture.changed_else", source=source)


def bundled_like(scenario: Scenario) -> Scenario | None:
    """What stands in the package for the same place and election; None where nothing does.

    Votes of a night of counting have nothing there: the result was not known.
    """
    return None if of_night(scenario.notes) else _bundled(scenario.election, scenario.place)


@lru_cache(maxsize=64)
def _bundled(election: str, place: str) -> Scenario | None:
    """What stands in the package under this name; None where nothing does."""
    try:
        return load(election, place)
    except ScenarioError:
        return None
