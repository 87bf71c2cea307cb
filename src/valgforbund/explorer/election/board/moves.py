"""What can be picked up on the board, where it can be let go, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from valgforbund.alliances import Alliance, Member
from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario

FREE, NEW = "free", "new"  # the strip of free lists, and the empty box
LIST, GROUP = "list:", "group:"


def key(member: Member) -> str:
    """What a list, an alliance or a group is called between page and kernel.

    Examples
    --------
    >>> key("O"), key(Alliance("C-D", ("C", "D")))
    ('list:O', 'group:C-D')
    """
    return LIST + member if isinstance(member, str) else GROUP + member.name


def groups(scenario: Scenario) -> list[Alliance]:
    """Every alliance and every group inside one, outermost first."""
    return [group for alliance in scenario.alliances for group in alliance.groups]


def free(scenario: Scenario) -> list[str]:
    """The lists that stand alone."""
    return [letter for letter in scenario.letters if scenario.alliance_of(letter) is None]


def letters_of(member: Member) -> tuple[str, ...]:
    """The lists that go along when it is moved."""
    return (member,) if isinstance(member, str) else member.letters


def pieces(scenario: Scenario) -> dict[str, Member]:
    """All that can be picked up, by its key: groups, then lists.

    Examples
    --------
    >>> [*pieces(Scenario({"A": 3, "B": 2, "C": 1}, 3, [["A", "C"]]))]
    ['group:A-C', 'list:A', 'list:B', 'list:C']
    """
    found: list[Member] = [*groups(scenario), *scenario.letters]
    return {key(each): each for each in found}


def targets(scenario: Scenario, piece: Member, begun: str = "") -> dict[str, Member | None]:
    """Where a piece can be let go, by key: groups, the empty box, the free strip, then lists.

    A list goes onto every other list; an alliance or a group only onto those that are free.

    Parameters
    ----------
    scenario : Scenario
    piece : str or Alliance
    begun : str
        The list that waits in the empty box for another; ``""`` for none.

    Examples
    --------
    >>> s = Scenario({"A": 3, "B": 2, "C": 1, "D": 1}, 3, [["A", "C"]])
    >>> [*targets(s, "A")]
    ['group:A-C', 'new', 'free', 'list:B', 'list:D', 'list:C']
    >>> [*targets(s, s.alliances[0])]
    ['free', 'list:B', 'list:D']
    """
    inside = {key(piece)} if isinstance(piece, str) else {key(each) for each in piece.groups}
    alone = free(scenario)
    lists = [*alone, *(each for each in scenario.letters if each not in alone)]
    found: dict[str, Member | None] = {key(group): group for group in groups(scenario)}
    if begun in alone and begun != piece:
        found[NEW] = begun
    elif piece not in scenario.alliances:
        found[NEW] = None
    found[FREE] = None
    found |= {key(letter): letter for letter in (lists if isinstance(piece, str) else alone)}
    return {name: goal for name, goal in found.items() if name not in inside}


def moved(scenario: Scenario, piece: Member, target: str, begun: str = "") -> Scenario:
    """The scenario after a piece was let go; itself where nothing changes.

    A list joins a group, or makes one with a list, there where that list stands. An alliance
    brings its members; a group inside one is moved as a group. In the free strip everybody is
    alone; in the empty box a group is an alliance of its own, and a list waits for another.

    Parameters
    ----------
    scenario : Scenario
    piece : str or Alliance
        One of `pieces`.
    target : str
        Key of one of `targets`.
    begun : str
        The list that waits in the empty box.

    Raises
    ------
    ScenarioError
        If it cannot be let go there, or if what would come of it is not allowed.

    Examples
    --------
    >>> s = Scenario({"A": 3, "B": 2, "C": 1, "D": 1}, 3, [["A", "C"]])
    >>> moved(s, "B", "group:A-C").alliances[0].name
    'A-B-C'
    >>> moved(s, "D", "list:C").alliances[0].structure
    'A-(C-D)'
    """
    found = targets(scenario, piece, begun)
    if target not in found:
        raise ScenarioError("board_gone")
    goal = found[target]
    apart = target == FREE or isinstance(piece, str)
    carried = [*piece.members] if piece in scenario.alliances else [piece]
    kept = _moved([*scenario.alliances, *free(scenario)], piece, goal, carried)
    if not apart and goal is None:
        kept.append(piece)
    kept = [each for each in kept if not isinstance(each, str)]
    return unless_same(scenario, scenario.with_alliances(kept))


def unless_same(scenario: Scenario, changed: Scenario) -> Scenario:
    """The changed one; the scenario itself, lots and all, where its alliances are the same."""
    return scenario if changed.alliances == scenario.alliances else changed


def _moved(
    members: Iterable[Member], piece: Member, goal: Member | None, carried: list[Member]
) -> list[Any]:
    """The members without a piece, and what is carried at its goal."""
    kept: list[Any] = []
    for member in members:
        if member == piece:
            continue
        if isinstance(member, str):
            kept.append([member, *carried] if member == goal else member)
        else:
            inside = _moved(member.members, piece, goal, carried)
            kept.append([*inside, *carried] if member == goal else inside)
    return kept
