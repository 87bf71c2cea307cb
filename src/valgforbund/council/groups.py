"""Groups of lists: blocs that somebody names, and the groups (valggrupper) that share posts.

Source: kommunestyrelsesloven § 25: the members of the council divide themselves freely into
groups; one and the same division serves the finance committee and all standing committees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from valgforbund import checks
from valgforbund.alliances import SEPARATOR, Alliance
from valgforbund.errors import ScenarioError
from valgforbund.order import named


class Group(NamedTuple):
    """Lists that act as one.

    Attributes
    ----------
    name : str
        Its letters joined by ``-``, or the name that somebody gave it.
    letters : tuple of str
        The lists in it, in the order of the council.

    Examples
    --------
    >>> Group("A-F", ("A", "F")).letters
    ('A', 'F')
    """

    name: str
    letters: tuple[str, ...]

    @property
    def is_unnamed(self) -> bool:
        """Whether it is called by its letters."""
        return self.name == SEPARATOR.join(self.letters)

    def of(self, letters: tuple[str, ...]) -> Group:
        """This group with these lists; a name that somebody gave it stays.

        Examples
        --------
        >>> Group("A-F", ("A", "F")).of(("A",)), Group("Red", ("A", "F")).of(("A",)).name
        (Group(name='A', letters=('A',)), 'Red')
        """
        return Group(SEPARATOR.join(letters) if self.is_unnamed else self.name, letters)


GroupsLike: TypeAlias = Mapping[str, Iterable[str]] | Iterable[Iterable[str] | Alliance | Group]


def read(groups: object, letters: Sequence[str]) -> tuple[Group, ...]:
    """Check groups; every list that is in none is a group of its own.

    Parameters
    ----------
    groups : mapping of name to letters, or iterable of letters, alliances or groups
        Groups inside an alliance are not kept: a group of the council has one level.
    letters : sequence of str
        All lists, in order.

    Returns
    -------
    tuple of Group
        In the order of their first lists.

    Raises
    ------
    ScenarioError
        An unknown letter, a list named twice or in two groups, or two groups with one name.

    Examples
    --------
    >>> [group.name for group in read([["F", "A"]], ["A", "C", "F"])]
    ['A-F', 'C']
    >>> read({"Red": ["A", "F"]}, ["A", "C", "F"])
    (Group(name='Red', letters=('A', 'F')), Group(name='C', letters=('C',)))
    """
    place = {letter: i for i, letter in enumerate(letters)}
    given = [_ordered(name, inside, place) for name, inside in _pairs(groups)]
    found = [letter for group in given for letter in group.letters]
    for letter in found:
        if found.count(letter) > 1:
            raise ScenarioError("list_in_two_groups", letter=letter)
    alone = [Group(letter, (letter,)) for letter in letters if letter not in found]
    every = [*(group for group in given if group.letters), *alone]
    names = [group.name for group in every]
    spelled = [sorted(name.split(SEPARATOR)) for name in names]  # as with lists in another order
    for group, parts in zip(every, spelled, strict=True):
        joined = len(group.letters) > 1 and spelled.count(parts) > 1
        if joined or names.count(group.name) > 1:
            raise ScenarioError("group_name_repeated", name=group.name)
    return tuple(sorted(every, key=lambda group: place[group.letters[0]]))


def find(which: object, groups: Sequence[Group]) -> Group:
    """The group meant by its name, a `Group`, or the letter of a list in it.

    Examples
    --------
    >>> find("F", [Group("A-F", ("A", "F"))]).name
    'A-F'
    """
    name = which.name if isinstance(which, Group) else checks.plain(str(which))
    meant = named(name, (group.name for group in groups))
    for group in groups:
        if group.name == meant:
            return group
    letter = checks.find(name, [letter for group in groups for letter in group.letters])
    for group in groups:
        if letter in group.letters:
            return group
    known = ", ".join(group.name for group in groups)
    raise ScenarioError("group_unknown", value=name, groups=known)


def _pairs(groups: object) -> Iterator[tuple[str | None, Iterable[object]]]:
    """Names, where there are any, with letters."""
    if isinstance(groups, Mapping):
        for name, inside in checks.by_name(groups).items():
            yield name, _each(inside)
        return
    for group in _each(groups):
        if isinstance(group, Group):
            yield None if group.is_unnamed else group.name, group.letters
        else:
            yield None, group.letters if isinstance(group, Alliance) else _each(group)


def _ordered(name: str | None, inside: Iterable[object], place: Mapping[str, int]) -> Group:
    letters = checks.once(inside, lambda called: checks.known(checks.letter(called), tuple(place)))
    ordered = tuple(sorted(letters, key=place.__getitem__))
    return Group(SEPARATOR.join(ordered) if name is None else name, ordered)


def _each(value: object) -> Iterable[object]:
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise ScenarioError("groups_not_letters", value=value)
    return checks.in_turn(value)
