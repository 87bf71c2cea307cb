"""The second election: a board's chair and vice chair, where nothing was agreed beforehand."""

from __future__ import annotations

from dataclasses import replace

from valgforbund.errors import ScenarioError
from valgforbund.proportional.election import OFFICERS, Election


def second_election(board: Election) -> Election:
    """Chair and vice chair elected proportionally among those who are on the board.

    Each list puts up its elected candidates in their order, with the votes it had; change them
    with :meth:`Election.with_votes` or new lists.

    Raises
    ------
    ScenarioError
        If it is not certain yet who is on the board.

    Examples
    --------
    >>> from valgforbund.proportional import slate
    >>> board = Election([slate("1", 7, "A B C D"), slate("2", 5, "E F"), slate("3", 1, "H")], 5)
    >>> chairs = second_election(board)
    >>> [each.name for each in chairs.slates], chairs.chair, chairs.vice_chair
    (['1', '2'], 'A', 'E')
    """
    elected = set(board.elected)
    if board.lot or not elected:
        raise ScenarioError("board_open")
    slates = [
        replace(
            slate,
            candidates=tuple(
                person._replace(substitute="", substitute_sex="")
                for person in slate.candidates
                if person.name in elected
            ),
        )
        for slate in board.slates
    ]
    return Election([each for each in slates if each.candidates], OFFICERS, officers=True)


def on_board(chairs: Election, board: Election) -> Election:
    """The second election, if all who stand in it are on the board; else an error."""
    for slate in chairs.slates:
        for person in slate.candidates:
            if person.name not in board.elected:
                raise ScenarioError(
                    "not_on_board",
                    name=person.name,
                    slate=slate.name,
                    elected=", ".join(board.elected),
                )
    return chairs
