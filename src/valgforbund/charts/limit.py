"""The upper end of a scale: it moves in steps, so that bars can move without it."""

from typing import Final

_STEPS: Final = (10, 12, 15, 18, 22, 27, 33, 40, 50, 60, 75, 90)


def limit(largest: int, least: int = 1) -> int:
    """The first round step that is at least `largest` (and `least`), at most a fourth above it.

    A function of the values alone: going back to the same values gives the same scale.

    >>> limit(12), limit(13), limit(1773), limit(0, least=4)
    (12, 15, 1800, 4)
    """
    wanted = max(largest, least)
    if wanted <= _STEPS[0]:
        return wanted
    power = 1
    while _STEPS[-1] * power < wanted:
        power *= 10
    return next(step * power for step in _STEPS if step * power >= wanted)
