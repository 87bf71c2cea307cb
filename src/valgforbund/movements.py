"""What certainly changes between two worlds, where lots leave open for which list.

A lot gives away a certain number of seats. So the lists that lots tie together have a certain sum
in each world, however open the seats of each of them are.
"""

from __future__ import annotations

from dataclasses import dataclass

from valgforbund.counting import Count
from valgforbund.ranges import Span


@dataclass(frozen=True)
class Movement:
    """A change of one list, or of several together whose seats lots decide.

    Attributes
    ----------
    letters : tuple of str
        One list, or those that share lots.
    change : int
        What they have more, or fewer, together.
    by_lot : bool
        Whether lots decide for which of them in one of the worlds.
    settled : bool
        Whether they had to draw before, and need not after.
    """

    letters: tuple[str, ...]
    change: int
    by_lot: bool = False
    settled: bool = False


def movements(before: Count, after: Count) -> tuple[Movement, ...]:
    """What changes from one world to another, in the order of the lists.

    Lots that are the same in both worlds are no change.

    Parameters
    ----------
    before, after : Count
        The two worlds; a list that one of them does not have has no seats there.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> s = Scenario({"A": 45, "B": 10, "C": 10}, seats=5)
    >>> movements(count(s), count(s.with_seats(6)))
    (Movement(letters=('B', 'C'), change=1, by_lot=True, settled=True),)
    """
    moved = []
    for group in _grouped(before, after):
        if len(group) == 1 and _seats(before, group) == _seats(after, group):
            continue  # most lists, most of the time
        less, more = (_seats(world, group) for world in (before, after))
        was, is_ = _open(before, group), _open(after, group)
        if not _same(before, after, group):
            moved.append(Movement(group, int(more - less), was or is_, was and not is_))
    return tuple(moved)


def same_lots(before: Count, after: Count) -> tuple[tuple[str, ...], ...]:
    """The lists that have to draw for the same seats in both worlds, lot by lot.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> s = Scenario({"A": 45, "B": 10, "C": 10}, seats=5)
    >>> same_lots(count(s), count(s.unite(["B", "C"])))
    (('B', 'C'),)
    """
    groups = _grouped(before, after)
    return tuple(each for each in groups if _open(after, each) and _same(before, after, each))


def _seats(world: Count, group: tuple[str, ...]) -> Span:
    """Fewest and most seats together; those of one list are known without a walk of the tree."""
    if len(group) == 1:
        return world.spans.get(group[0], Span(0, 0))
    return world.seats_of(group)


def _open(world: Count, group: tuple[str, ...]) -> bool:
    return any(_seats(world, (each,)).is_open for each in group)


def _same(before: Count, after: Count, group: tuple[str, ...]) -> bool:
    """Whether these lists, each and together, have the same seats in both worlds."""
    parts = [group, *((each,) for each in group)]
    return all(_seats(before, part) == _seats(after, part) for part in parts)


def _grouped(*worlds: Count) -> list[tuple[str, ...]]:
    """Each list by itself, or with those that lots tie it to in either world."""
    letters = tuple(dict.fromkeys(each for world in worlds for each in world.scenario.letters))
    groups = [{letter} for letter in letters]
    for world in worlds:
        waits = {letter for letter, span in world.spans.items() if span.is_open}
        for lot in world.lots:
            tied = waits & {each for name in lot.tied for each in _lists(world, name)}
            apart = [group for group in groups if not group & tied]
            groups = [*apart, set().union(*(group for group in groups if group & tied))]
    place = {letter: i for i, letter in enumerate(letters)}
    ordered = [tuple(sorted(group, key=place.__getitem__)) for group in groups if group]
    return sorted(ordered, key=lambda group: place[group[0]])


def _lists(world: Count, name: str) -> tuple[str, ...]:
    """The lists of what a lot names: a list, or an alliance."""
    scenario = world.scenario
    return (name,) if name in scenario.letters else scenario.alliance(name).letters
