"""Women and men: whether each sex has at least 40 per cent of a body.

Members and substitutes are counted separately. Where the law asks for it (see
:func:`~valgforbund.proportional.share_required`) and it fails, the election is held again. What 40
per cent means in a body of three is not settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from valgforbund import checks
from valgforbund.errors import ScenarioError

SEXES = ("woman", "man")
WORDS = {"kvinna": "woman", "kvinde": "woman", "woman": "woman", "man": "man", "mand": "man"}
LETTERS = {"k": "woman", "w": "woman", "m": "man"}


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


def sex(value: object) -> str | None:
    """The sex that a person states, in English, Danish or Swedish; None where it is none.

    Examples
    --------
    >>> [sex(each) for each in ("kvinde", "Man", "K", "", None, "?")]
    ['woman', 'man', 'woman', '', '', None]
    """
    if checks.is_missing(value) or value == "":
        return ""
    word = checks.plain(str(value)).casefold()
    return (WORDS | LETTERS).get(word) if word else ""


def balance(sexes: Iterable[str]) -> Balance:
    """Count the sexes of a body: ``"woman"``, ``"man"``, or ``""`` where not stated.

    ``"kvinde"``, ``"kvinna"``, ``"mand"``, ``"K"`` and ``"M"`` are read as well, as in an election.

    Raises
    ------
    ScenarioError
        If one is something else.

    Examples
    --------
    >>> balance(["woman", "man", "man", "man", "man"]).met, balance(["woman", "man", "man"]).met
    (False, None)
    """
    stated = []
    for value in checks.in_turn(sexes):
        if (each := sex(value)) is None:
            raise ScenarioError("sex_not_known", value=value)
        stated.append(each)
    women, men = (stated.count(sex) for sex in SEXES)
    missing, least = len(stated) - women - men, -(-2 * len(stated) // 5)
    lacking = sum(max(0, least - each) for each in (women, men))
    met = not lacking if not lacking or lacking > missing else None
    possible = 2 * least <= len(stated)
    return Balance(women, men, missing, least, met if possible else None)
