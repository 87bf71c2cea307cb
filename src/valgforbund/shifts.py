"""More or fewer votes for a list: from new voters, from all others in proportion, or from one list.

"In proportion" is rounded by d'Hondt: with largest remainders more votes could cost a seat. Equal
quotients go to the list with most votes, and then by letter.
"""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund import checks
from valgforbund.dhondt import apportion
from valgforbund.errors import ScenarioError
from valgforbund.order import by_votes


def shift(
    letters: Sequence[str], votes: Sequence[int], letter: str, amount: int, source: str = "new"
) -> dict[str, int]:
    """Move votes to a list, or away from it when the amount is negative.

    Parameters
    ----------
    letters, votes : sequences of the same length
        The lists and their votes.
    letter : str
        The list that gets (or gives) the votes.
    amount : int
        Votes to move.
    source : str
        ``"new"`` (voters who did not vote for any list), ``"others"`` (all other lists, in
        proportion to their votes) or the letter of one list.

    Returns
    -------
    dict
        The new votes by letter.

    Raises
    ------
    ScenarioError
        If a list would get fewer than 0 votes, a letter or the source is unknown, or the amount
        is not a whole number.

    Examples
    --------
    >>> shift(["A", "B", "C"], [60, 30, 10], "C", 9, source="others")
    {'A': 54, 'B': 27, 'C': 19}
    """
    held = dict(zip(letters, votes, strict=True))
    amount = checks.whole(amount, None, "amount_not_whole")
    if letter not in letters:
        raise ScenarioError("letter_unknown", letter=letter, letters=", ".join(letters))
    if source not in (*checks.SOURCES, *letters):
        raise ScenarioError("source_unknown", value=source)
    if source == letter:
        raise ScenarioError("source_is_itself", letter=letter)
    if held[letter] + amount < 0:
        raise ScenarioError(
            "votes_would_be_negative", letter=letter, votes=held[letter], amount=-amount
        )
    moved = held | {letter: held[letter] + amount}
    if source == "new":
        return moved
    if source == "others":
        givers = [other for other in letters if other != letter]
        return moved | in_proportion(givers, [held[giver] for giver in givers], amount)
    if held[source] < amount:
        raise ScenarioError(
            "source_too_small", source=source, available=held[source], amount=amount
        )
    return moved | {source: held[source] - amount}


def in_proportion(givers: list[str], votes: list[int], amount: int) -> dict[str, int]:
    """Take votes from all givers so that what they keep is in proportion to what they had.

    A negative amount gives them votes in the same way.

    Examples
    --------
    >>> in_proportion(["A", "B"], [60, 30], 9)
    {'A': 54, 'B': 27}
    """
    pool = sum(votes)
    if pool < amount or (amount < 0 and not pool):
        raise ScenarioError("source_too_small", source="others", available=pool, amount=amount)
    left = apportion(votes, pool - amount)
    kept = list(left.seats)
    if left.tied:
        tied = by_votes([givers[i] for i in left.tied], [votes[i] for i in left.tied])
        for place in tied[: left.stake]:  # single votes
            kept[left.tied[place]] += 1
    return dict(zip(givers, kept, strict=True))
