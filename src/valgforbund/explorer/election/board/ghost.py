"""What a move on the board would do, in a few words beside what hovers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from valgforbund.alliances import Member
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.election.board.moves import FREE, NEW, letters_of, moved, targets
from valgforbund.explorer.workbench.markup import cut
from valgforbund.movements import Movement, movements
from valgforbund.scenario import Scenario
from valgforbund.wording import Words

LONG = 40  # characters of an alliance's name
ABOLISHED = "joint_list_groups"  # a warning: groups inside an alliance
MOVES, LOT, NOTHING, HERE, NOT = "moves", "lot", "nothing", "here", "not"


class Ghost(NamedTuple):
    """What is said while a piece hovers.

    Attributes
    ----------
    text : str
        Where it would stand, and what would change.
    effect : str
        Only what would change.
    kind : str
        ``"moves"``, ``"lot"`` or ``"nothing"``; ``"here"`` where it stands already, ``"not"`` where
        it cannot go.
    """

    text: str
    effect: str
    kind: str


def ghosts(words: Words, counted: Count, piece: Member, begun: str = "") -> dict[str, Ghost]:
    """What is said at every place where a piece can be let go, by key.

    Parameters
    ----------
    words : Words
    counted : Count
        Of the scenario that is shown.
    piece : str or Alliance
    begun : str
        The list that waits in the empty box.
    """
    places = targets(counted.scenario, piece, begun)
    return {place: _ghost(words, counted, piece, place, begun) for place in places}


def effect(
    words: Words, before: Count, after: Scenario, ours: Collection[str] = ()
) -> tuple[str, str]:
    """What a step changes, as ``+1 O, −1 C``, and what kind of change that is.

    Parameters
    ----------
    words : Words
    before : Count
    after : Scenario
    ours : collection of str
        Letters that are told first.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> effect(words("da"), Count(s), s.leave("C"), ["C"])
    ('+1 A, −1 D', 'moves')
    """
    counted = Count(after)
    found = movements(before, counted)
    by_lot = [each for each in found if each.by_lot]
    sure = sorted(
        ((each.letters[0], each.change) for each in found if not each.by_lot),
        key=lambda each: (each[0] not in ours, -each[1]),
    )
    parts = [f"{words.signed(change)} {cut(letter)}" for letter, change in sure]
    parts += [_lot(words, each, counted) for each in by_lot]
    kind = LOT if by_lot else MOVES if sure else NOTHING
    return ", ".join(parts) or words("board.nothing"), kind


def _ghost(words: Words, counted: Count, piece: Member, place: str, begun: str) -> Ghost:
    scenario, letters = counted.scenario, letters_of(piece)
    try:
        after = moved(scenario, piece, place, begun)
    except ScenarioError as error:
        return Ghost(words.error(error), words("board.not"), NOT)
    waits = place == NEW and isinstance(piece, str) and not targets(scenario, piece, begun)[NEW]
    is_begun = waits and piece == begun
    if is_begun or (after == scenario and not waits):
        shown = _name(words, scenario, letters)
        return Ghost(words("board.here", what=shown), "", HERE)
    moves, kind = effect(words, counted, after, letters)
    if place == FREE:
        many = len(letters) > 1
        what = words("board.apart" if many else "board.alone", letters=_joined(words, letters))
    elif waits:
        what = words("board.first", letter=cut(letters[0]))
    else:
        what = _name(words, after, letters)
    text = words("board.would", what=what, effect=moves)
    if ABOLISHED in {*after.warnings} - {*scenario.warnings}:
        text = words("board.abolished", text=text)
    return Ghost(text, moves, kind)


def _name(words: Words, scenario: Scenario, letters: tuple[str, ...]) -> str:
    """What the lists stand in, or what they are called themselves."""
    home = scenario.alliance_of(letters[0])
    return cut(home.structure, LONG) if home else _joined(words, letters)


def _joined(words: Words, letters: Iterable[str]) -> str:
    return words.join(cut(each) for each in letters)


def _lot(words: Words, movement: Movement, after: Count) -> str:
    """What lists have that share lots: who draws, or what each gets without drawing."""
    seats = ", ".join(
        f"{cut(letter)} {words.span(after.spans[letter])}" for letter in movement.letters
    )
    return words("board.settled" if movement.settled else "board.lot", seats=seats)
