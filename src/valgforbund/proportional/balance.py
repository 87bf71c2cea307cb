"""Women and men: whether each sex has at least 40 per cent of a body.

Members and substitutes are counted separately. Where the law asks for it (see
:func:`~valgforbund.proportional.share_required`) and it fails, the election is held again. What 40
per cent means in a body of three is not settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

SEXES = ("woman", "man")


class Balance(NamedTuple):
    """Whether each sex has at least 40 per cent of a body.

    Attributes
    ----------
    women, men, unstated : int
    least : int
        The fewest that are 40 per cent of the body.
    met : bool or None
        None where it is open: sexes that decide it are not stated, or no body of that size can
        have 40 per cent of both (one, three).
    """

    women: int
    men: int
    unstated: int
    least: int
    met: bool | None


def balance(sexes: Iterable[str]) -> Balance:
    """Count the sexes of a body, ``"woman"``, ``"man"`` or anything else where not stated.

    Examples
    --------
    >>> balance(["woman", "man", "man", "man", "man"]).met, balance(["woman", "man", "man"]).met
    (False, None)
    """
    stated = list(sexes)
    women, men = (stated.count(sex) for sex in SEXES)
    missing, least = len(stated) - women - men, -(-2 * len(stated) // 5)
    lacking = sum(max(0, least - each) for each in (women, men))
    met = not lacking if not lacking or lacking > missing else None
    possible = 2 * least <= len(stated)
    return Balance(women, men, missing, least, met if possible else None)
