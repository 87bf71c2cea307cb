"""Which polling area of last time an area is: the same, a new name, or nowhere to be found."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from valgforbund import glyphs

ALIKE = 0.75  # as difflib measures names
INSIDE = 0.4  # more, where one name stands in the other


def matched(now: Sequence[str], then: Sequence[str]) -> list[int | None]:
    """For each area of now the place of its namesake among those of then; None without one.

    First those that are spelled alike but for signs and case, then the nearest that is left, if
    it is near enough. An area of then is the past of one area of now at most; what is nobody's
    past was merged or cut up.

    Examples
    --------
    >>> then = ["1. Øst", "Hallen", "Åby", "Skolen Syd"]
    >>> matched(["Åby", "1 Øst", "Hallen (tidl. Skolen)", "Nyby"], then)
    [2, 0, 1, None]
    """
    plain, old = [*map(_plain, now)], [*map(_plain, then)]
    free = dict.fromkeys(range(len(then)))
    found: list[int | None] = [None] * len(now)
    for spelled, known in ((now, then), (plain, old)):
        for i, name in enumerate(spelled):
            same = (j for j in free if known[j] == name)
            if found[i] is None and (j := next(same, None)) is not None:
                found[i] = j
                del free[j]
    near = [
        (alike, -i, -j)
        for i, name in enumerate(plain)
        if found[i] is None
        for j in free
        if (alike := _alike(name, old[j])) > ALIKE
    ]
    for _, i, j in sorted(near, reverse=True):
        if found[-i] is None and -j in free:
            found[-i] = -j
            del free[-j]
    return found


def _alike(name: str, other: str) -> float:
    if not (name and other):
        return 0
    inside = INSIDE if name in other or other in name else 0
    return difflib.SequenceMatcher(None, name, other).ratio() + inside


def _plain(name: str) -> str:
    return " ".join(re.sub(r"\W+", " ", glyphs.spelled(name)).split())
