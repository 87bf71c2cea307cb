"""What is known of a place that a file names: how it is spelled, how many seats, which lists."""

from __future__ import annotations

from collections import Counter
from functools import cache

from valgforbund.errors import ScenarioError
from valgforbund.parties import Party
from valgforbund.scenario import Scenario
from valgforbund.sources import bundled
from valgforbund.sources.places import elections, places

NEWEST = bundled.SIZE_FALLBACK


@cache
def spelled_place(typed: str) -> str | None:
    """The place of this name or code as we spell it; None where there is none.

    Examples
    --------
    >>> spelled_place("Læsø Kommune"), spelled_place("0173"), spelled_place("Min by")
    ('Læsø', 'Lyngby-Taarbæk', None)
    """
    if not typed.strip():
        return None
    for election in (NEWEST, "RV2025"):
        try:
            return bundled.load(election, typed).place
        except ScenarioError:
            continue
    return None


def held(election: str, place: str) -> Scenario | None:
    """The same election of the same place as the package has it; None where it has not."""
    if election in elections() and place in places(election):
        return bundled.load(election, place)
    return None


@cache
def usual_names() -> dict[str, str]:
    """Names by letter, of the letters under which one party stood everywhere in 2025.

    Examples
    --------
    >>> usual_names()["A"], "E" in usual_names()
    ('Socialdemokratiet', False)
    """
    found: dict[str, Counter[str]] = {}
    parties: dict[str, set[Party]] = {}
    for scenario in bundled.load_all(NEWEST):
        for letter, name in zip(scenario.letters, scenario.names, strict=True):
            found.setdefault(letter, Counter())[name] += 1
            parties.setdefault(letter, set()).add(scenario.parties[letter])
    return {
        letter: names.most_common(1)[0][0]
        for letter, names in found.items()
        if len(parties[letter]) == 1 and names.total() > 1 and not _local(parties[letter])
    }


def _local(parties: set[Party]) -> bool:
    return any(each.is_local for each in parties)
