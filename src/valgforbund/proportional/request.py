"""How many members must ask for a proportional election."""

from __future__ import annotations

from valgforbund import checks
from valgforbund.proportional.rules import ALAND, known
from valgforbund.ranges import Span


def request(rule: str, present: int, posts: int) -> Span:
    """How many members must ask for a proportional election.

    Source for Sweden: lag (2022:629) om proportionella val i kommuner och regioner, 2 §.

    Parameters
    ----------
    rule : str
        ``"åland"``, ``"finland"`` (mainland) or ``"sweden"``.
    present, posts : int
        Members taking part, and posts to fill.

    Returns
    -------
    Span
        Open only on Åland where members / (posts + 1) is a whole number: that many can force a
        lot for a post and one more are certain of it; the text does not say which is meant.

    Raises
    ------
    ScenarioError
        Another rule, or numbers below 1 (present) or 2 (posts).

    Examples
    --------
    >>> int(request("finland", 13, 5)), int(request("sweden", 12, 5)), request("åland", 12, 5)
    (3, 2, Span(low=2, high=3))
    """
    known(rule)
    members = checks.whole(present, 1, "present_not_whole")
    share, rest = divmod(members, checks.whole(posts, 2, "posts_not_whole") + 1)
    if rest:
        return Span(share + 1, share + 1)
    return Span(share, share + 1) if rule == ALAND else Span(share, share)
