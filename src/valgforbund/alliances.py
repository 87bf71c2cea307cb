"""Electoral alliances as a tree of letters: reading, naming, leaving, dissolving.

Source: kommunal- og regionalvalgloven §§ 37-42 (who may join with whom).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from valgforbund import checks
from valgforbund.errors import ScenarioError

SEPARATOR = "-"
DEEPEST = 10  # groups inside groups; the law had three levels until 2021


@dataclass(frozen=True, slots=True)
class Alliance:
    """An electoral alliance (valgforbund), or a joint list group (listeforbund) inside one.

    Attributes
    ----------
    name : str
        The letters of all lists inside, in the order of the lists, joined by ``-``.
    members : tuple of str and Alliance
        Letters, and groups that share their seats among themselves.

    Raises
    ------
    ScenarioError
        If a list is in it twice.

    Examples
    --------
    >>> Alliance("C-D", ("C", "D")).letters
    ('C', 'D')
    """

    name: str
    members: tuple[str | Alliance, ...]

    def __post_init__(self) -> None:
        checks.once(
            (
                letter
                for member in self.members
                if isinstance(member, str | Alliance)  # others are read, or refused, in a scenario
                for letter in _letters(member)
            ),
            str,
        )

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


def read(
    groups: object, letters: Sequence[str], known: Callable[[object], str] | None = None
) -> tuple[Alliance, ...]:
    """Check groups of letters and bring them into the order of the lists.

    Parameters
    ----------
    groups : iterable of groups
        A group holds letters and groups; a group of one is no group.
    letters : sequence of str
        All lists, in order.
    known : callable, optional
        The list's own letter for what a person calls it; raises where there is none.

    Raises
    ------
    ScenarioError
        An unknown letter, a list named twice or in two alliances, two things with one name, groups
        inside groups beyond a depth that anybody needs, or a group that holds itself.

    Examples
    --------
    >>> [alliance.name for alliance in read([["D", "C"]], ["A", "C", "D"])]
    ['C-D']
    """
    place = {letter: i for i, letter in enumerate(letters)}
    find = known or partial(checks.known, letters=letters)
    members = [_read_group(group, place, find) for group in _each(groups)]
    alliances = sorted(
        (member for member in members if isinstance(member, Alliance)),
        key=lambda alliance: _first(alliance, place),
    )
    found = [letter for member in members for letter in _letters(member)]
    for letter, times in Counter(found).items():
        if times > 1:
            raise ScenarioError("list_in_two_alliances", letter=letter)
    check_names(alliances, letters)
    return tuple(alliances)


def check_names(alliances: Iterable[Alliance], letters: Iterable[str]) -> None:
    """Refuse two alliances, or an alliance and a list, that would have one name."""
    names = [group.name for alliance in alliances for group in alliance.groups]
    spelled = Counter(map(_spelled, [*names, *(each for each in letters if SEPARATOR in each)]))
    for name in names:
        if spelled[_spelled(name)] > 1:
            raise ScenarioError("alliance_name_repeated", name=name)


def find(
    which: AllianceLike,
    alliances: Sequence[Alliance],
    letter: Callable[[object], str | None] = lambda _: None,
) -> Alliance:
    """The alliance meant by its name, by an `Alliance`, or by its letters in any order.

    Parameters
    ----------
    letter : callable, optional
        The list's own letter for what a person calls it; None where there is none.

    Examples
    --------
    >>> find(("D", "C"), [Alliance("C-D", ("C", "D"))]).name
    'C-D'
    """
    known = {group.name: group for alliance in alliances for group in alliance.groups}
    if isinstance(which, Alliance) and known.get(which.name) == which:
        return which  # found before

    def read(called: object) -> str:
        return letter(called) or checks.plain(str(called))

    if isinstance(which, str):
        name = checks.plain(which)
        if name in known:
            return known[name]
        wanted = [read(each) for each in name.split(SEPARATOR)]
    else:
        called = which.letters if isinstance(which, Alliance) else _each(which)
        wanted = [*checks.once(called, read)]
    for group in known.values():
        parts = _spelled(group.name) if isinstance(which, str) else tuple(sorted(group.letters))
        if parts == tuple(sorted(wanted)):
            return group
    name = SEPARATOR.join(wanted)
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


def _read_group(
    value: object,
    place: dict[str, int],
    known: Callable[[object], str],
    around: tuple[object, ...] = (),
) -> Member | None:
    """A group; a group of one is its member, and nothing at the top."""
    if len(around) >= DEEPEST or any(value is each for each in around):
        raise ScenarioError("alliances_too_deep", limit=DEEPEST)
    inside = value.members if isinstance(value, Alliance) else _each(value)
    members = [
        member
        for item in inside
        if (
            member := known(item)
            if isinstance(item, str)
            else _read_group(item, place, known, (*around, value))
        )
    ]
    if len(members) < 2:
        return members[0] if members else None
    letters = sorted((letter for m in members for letter in _letters(m)), key=place.__getitem__)
    return Alliance(SEPARATOR.join(letters), tuple(_ordered(members, place)))


def _spelled(name: str) -> tuple[str, ...]:
    """What a name is told apart by: its letters, in whatever order they are joined in it."""
    return tuple(sorted(name.split(SEPARATOR)))


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
    return list(checks.in_turn(value))
