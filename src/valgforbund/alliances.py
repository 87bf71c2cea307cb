"""Electoral alliances as a tree of letters: reading, naming, leaving, dissolving.

Source: kommunal- og regionalvalgloven §§ 37-42 (who may join with whom).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from valgforbund import checks
from valgforbund.errors import ScenarioError

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class Alliance:
    """An electoral alliance (valgforbund), or a joint list group (listeforbund) inside one.

    Attributes
    ----------
    name : str
        The letters of all lists inside, in the order of the lists, joined by ``-``.
    members : tuple of str and Alliance
        Letters, and groups that share their seats among themselves.

    Examples
    --------
    >>> Alliance("C-D", ("C", "D")).letters
    ('C', 'D')
    """

    name: str
    members: tuple[str | Alliance, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of all lists inside, at any depth."""
        return tuple(
            letter
            for member in self.members
            for letter in ((member,) if isinstance(member, str) else member.letters)
        )

    @property
    def structure(self) -> str:
        """The name with inner groups in brackets.

        Examples
        --------
        >>> Alliance("C-L-M", ("C", Alliance("L-M", ("L", "M")))).structure
        'C-(L-M)'
        """
        return SEPARATOR.join(
            member if isinstance(member, str) else f"({member.structure})"
            for member in self.members
        )

    @property
    def groups(self) -> Iterator[Alliance]:
        """This alliance and every group inside it, outermost first."""
        yield self
        for member in self.members:
            if isinstance(member, Alliance):
                yield from member.groups


Member: TypeAlias = str | Alliance
AllianceLike: TypeAlias = str | Alliance | Iterable[str]
Groups: TypeAlias = Iterable[Alliance | Iterable[object]]


def read(groups: object, letters: Sequence[str]) -> tuple[Alliance, ...]:
    """Check groups of letters and bring them into the order of the lists.

    Parameters
    ----------
    groups : iterable of groups
        A group holds letters and groups; a group of one is no group.
    letters : sequence of str
        All lists, in order.

    Raises
    ------
    ScenarioError
        An unknown letter, a list in two alliances, or two things with one name.

    Examples
    --------
    >>> [alliance.name for alliance in read([["D", "C"]], ["A", "C", "D"])]
    ['C-D']
    """
    place = {letter: i for i, letter in enumerate(letters)}
    members = [_read_member(group, place, top=True) for group in _each(groups)]
    alliances = sorted(
        (member for member in members if isinstance(member, Alliance)),
        key=lambda alliance: _first(alliance, place),
    )
    found = [letter for member in members for letter in _letters(member)]
    for letter in found:
        if found.count(letter) > 1:
            raise ScenarioError("list_in_two_alliances", letter=letter)
    names = [group.name for alliance in alliances for group in alliance.groups]
    spelled = [_spelled(name) for name in names]
    spelled += [_spelled(letter) for letter in letters if SEPARATOR in letter]
    for name, parts in zip(names, spelled, strict=False):
        if spelled.count(parts) > 1:
            raise ScenarioError("alliance_name_repeated", name=name)
    return tuple(alliances)


def find(which: AllianceLike, alliances: Sequence[Alliance]) -> Alliance:
    """The alliance meant by its name, by an `Alliance`, or by its letters in any order.

    Examples
    --------
    >>> find(("D", "C"), [Alliance("C-D", ("C", "D"))]).name
    'C-D'
    """
    known = {group.name: group for alliance in alliances for group in alliance.groups}
    if isinstance(which, str):
        name = checks.plain(which)
        wanted = name.split(SEPARATOR)
    else:
        inside = which.letters if isinstance(which, Alliance) else _each(which)
        wanted = [checks.plain(str(letter)) for letter in inside]
        name = SEPARATOR.join(wanted)
    if isinstance(which, str) and name in known:
        return known[name]
    for group in known.values():
        parts = _spelled(group.name) if isinstance(which, str) else sorted(group.letters)
        if parts == sorted(wanted):
            return group
    if not known:
        raise ScenarioError("no_alliances", name=name)
    raise ScenarioError("alliance_unknown", name=name, alliances=", ".join(known))


def without_list(members: Iterable[Member], letter: str) -> list[object]:
    """The groups with one list taken out of them, for `read`.

    Examples
    --------
    >>> without_list([Alliance("C-D", ("C", "D"))], "D")
    [['C']]
    """
    return [
        member if isinstance(member, str) else without_list(member.members, letter)
        for member in members
        if member != letter
    ]


def with_list(members: Iterable[Member], letter: str, goal: Alliance) -> list[object]:
    """The groups with one list added to one of them, for `read`."""
    return [
        member
        if isinstance(member, str)
        else with_list(member.members, letter, goal) + ([letter] if member == goal else [])
        for member in members
    ]


def without_group(members: Iterable[Member], gone: Alliance) -> list[object]:
    """The groups with one dissolved: its members go to its parent, for `read`."""
    kept: list[object] = []
    for member in members:
        if isinstance(member, str):
            kept.append(member)
        elif member == gone:
            kept.extend(member.members)
        else:
            kept.append(without_group(member.members, gone))
    return kept


def _read_member(value: object, place: dict[str, int], top: bool = False) -> Member | None:
    """A letter or a group; a group of one is its member, and nothing at the top."""
    if isinstance(value, str):
        if top:
            raise ScenarioError("alliances_not_groups", value=value)
        letter = checks.plain(value)
        if letter not in place:
            raise ScenarioError("letter_unknown", letter=value, letters=", ".join(place))
        return letter
    inside = value.members if isinstance(value, Alliance) else _each(value)
    members = [m for item in inside if (m := _read_member(item, place)) is not None]
    if len(members) < 2:
        return members[0] if members else None
    letters = sorted((letter for m in members for letter in _letters(m)), key=place.__getitem__)
    return Alliance(SEPARATOR.join(letters), tuple(_ordered(members, place)))


def _spelled(name: str) -> list[str]:
    """What a name is told apart by: its letters, in whatever order they are joined in it."""
    return sorted(name.split(SEPARATOR))


def _letters(member: Member | None) -> tuple[str, ...]:
    if member is None:
        return ()
    return (member,) if isinstance(member, str) else member.letters


def _ordered(members: Iterable[Member], place: dict[str, int]) -> list[Member]:
    return sorted(members, key=lambda member: _first(member, place))


def _first(member: Member, place: dict[str, int]) -> int:
    return min(place[letter] for letter in _letters(member))


def _each(value: object) -> list[object]:
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise ScenarioError("alliances_not_groups", value=value)
    return list(value)
