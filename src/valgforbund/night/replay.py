"""A night once more: every council as it stood when a part of its areas was counted."""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund.night.council import Council
from valgforbund.night.ground import Ground
from valgforbund.night.model import Learnt, Model, View


def replayed(
    grounds: Sequence[Ground], learnt: Learnt, parts: Sequence[float], draws: int = 1000
) -> list[tuple[int, View]]:
    """Each council when these parts of its areas were counted for the first time, with its place.

    The others stand as they stood at that second.
    """
    model = Model(grounds, learnt, draws, 0)
    moments = sorted(
        (int(ground.council.when[taken - 1]), place)
        for place, ground in enumerate(grounds)
        for part in parts
        if (taken := _reached(ground.council, part))
    )
    found = []
    for when, place in moments:
        model.move([ground.council.taken(when) for ground in grounds])
        found.append((place, model.view(place)))
    return found


def _reached(council: Council, part: float) -> int:
    """After how many counts so much of the areas is counted; 0 if never."""
    seen: set[int] = set()
    for taken, area in enumerate(council.where.tolist(), 1):
        seen.add(area)
        if len(seen) >= part * len(council.areas):
            return taken
    return 0
