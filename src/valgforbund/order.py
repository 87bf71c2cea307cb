"""The order that decides between equals: most votes first, then by letter.

In which order lists stand is how a person wants to see them. No number may depend on it, so what is
chosen among equals, ranked or drawn goes by this order instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from valgforbund import glyphs


def by_votes(letters: Sequence[str], votes: Sequence[int]) -> list[int]:
    """Places of lists, those with most votes first, then by letter.

    Examples
    --------
    >>> by_votes(["C", "B", "A"], [10, 30, 10])
    [1, 2, 0]
    """
    return sorted(range(len(letters)), key=lambda i: (-votes[i], letters[i]))


def groups_by_votes(groups: Iterable[Iterable[str]], votes: Sequence[int]) -> list[int]:
    """Places of alliances or other groups by their votes together, then by their first letter.

    Examples
    --------
    >>> groups_by_votes([("D", "C"), ("B", "A")], [20, 20])
    [1, 0]
    """
    return by_votes([min(letters) for letters in groups], votes)


def named(name: str, names: Iterable[str]) -> str | None:
    """Which of these names is meant: the same, or one with the same letters in another order.

    Case and common spellings of letters do not matter where only one name fits.

    Examples
    --------
    >>> named("C-D", ["A", "D-C"]), named("C", ["A", "D-C"]), named("å-d", ["A", "D-Å"])
    ('D-C', None, 'D-Å')
    """
    known = list(names)
    if name in known:
        return name
    for spelling in (str, glyphs.spelled):
        letters = sorted(map(spelling, name.split("-")))
        fits = [each for each in known if sorted(map(spelling, each.split("-"))) == letters]
        if len(fits) == 1:
            return fits[0]
    return None


def by_letters(name: str) -> tuple[list[str], str]:
    """A key for names: that of an alliance is the same in whatever order its letters stand.

    Examples
    --------
    >>> sorted(["Å", "D-C", "B"], key=by_letters)
    ['B', 'D-C', 'Å']
    """
    return sorted(name.split("-")), name
