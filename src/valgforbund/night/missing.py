"""What is not counted in a council: its areas, and what they usually vote."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from valgforbund.night.model import View

Row = tuple[object, ...]


def areas(view: View) -> Iterator[Row]:
    """The areas that are not counted, the largest first: name, voters."""
    council = view.council
    left = np.flatnonzero(~view.counted.known)
    for i in left[np.argsort(-council.eligible[left], kind="stable")]:
        yield council.code, council.scenario.place, council.areas[i], int(council.eligible[i])


def lists(view: View) -> Iterator[Row]:
    """A row a list: its share last time where it is counted now, and where it is not; expected.

    A list that did not stand last time has no shares of then; where all is counted there is no row.
    """
    council, known = view.council, view.counted.known
    if view.forecast is None:
        return
    there, here = (_shares(council.last[chosen]) for chosen in (~known, known))
    for i, letter in council.order:
        stood = bool(council.stood[i])
        yield (
            *(council.code, council.scenario.place, letter, council.scenario.party(letter)),
            here[i] if stood and known.any() else None,
            there[i] if stood else None,
            float(view.forecast.share[i]),
        )


def _shares(votes: np.ndarray) -> np.ndarray:
    """Of all votes of last time, also those of lists that no longer stand."""
    total = votes.sum(axis=0)
    shares: np.ndarray = total / max(total.sum(), 1)
    return shares
