"""Numbers as people write them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from valgforbund.errors import ScenarioError

MOST_VOTES = 10**9
MOST_SEATS = 999
MOST_LISTS = 99

DANISH = "."
ENGLISH = ".,"
WHOLE = re.compile(r"(?<=[0-9])[.,]0{1,2}$")  # decimals that are nought
SPACES = " \u00a0\u202f\u2009"  # space, no-break, narrow no-break, thin


def whole_number(text: str, marks: str = DANISH, most: int = MOST_VOTES) -> int:
    """Read a whole number with or without marks between the thousands.

    Parameters
    ----------
    text : str
        ``8123``, ``8.123`` or ``8 123``, perhaps with decimals that are nought; blanks around it
        are ignored.
    marks : str
        Thousands marks that are allowed besides a space: ``DANISH`` or ``ENGLISH``.
    most : int
        The largest number that is allowed.

    Raises
    ------
    ScenarioError
        If it is anything else; nothing is guessed or rounded.

    Examples
    --------
    >>> [whole_number(text) for text in ("8123", "8.123", "8 123", "8.123,00")]
    [8123, 8123, 8123, 8123]
    >>> whole_number("12.7")
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: Expected a whole number, 0 or more; got '12.7'.
    """
    stripped = WHOLE.sub("", text.strip())
    plain = re.fullmatch(r"[0-9]+", stripped)
    grouped = _grouped(marks).fullmatch(stripped)
    if not (plain or grouped):
        raise ScenarioError("number_not_whole", value=text)
    digits = re.sub(r"[^0-9]", "", stripped).lstrip("0") or "0"
    if len(digits) > len(str(most)) or int(digits) > most:
        raise ScenarioError("number_too_large", value=text, limit=most)
    return int(digits)


@cache
def _grouped(marks: str) -> re.Pattern[str]:
    """Digits in threes with one of the marks between them, always the same."""
    return re.compile(
        rf"[0-9]{{1,3}}(?:([{re.escape(marks + SPACES)}])[0-9]{{3}})(?:\1[0-9]{{3}})*"
    )


def per_cent(text: str) -> Fraction:
    """Read a share in per cent, with a comma or a point, as an exact share of 1.

    Examples
    --------
    >>> per_cent("12,5 %")
    Fraction(1, 8)
    """
    match = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]{1,6}))?\s*%?", text.strip())
    share = Fraction(f"{match[1]}.{match[2] or 0}") / 100 if match else None
    if share is None or share > 1:
        raise ScenarioError("per_cent_not_number", value=text)
    return share


def decimal(text: str) -> Fraction:
    """Read a number as pupils write it, with a comma or a point before its decimals.

    Raises
    ------
    ScenarioError
        If it is anything else, or has more than six decimals.

    Examples
    --------
    >>> decimal("5,5"), decimal("3.67")
    (Fraction(11, 2), Fraction(367, 100))
    """
    match = re.fullmatch(r"([0-9]{1,9})(?:[.,]([0-9]{1,6}))?", text.strip())
    if match is None:
        raise ScenarioError("number_not_decimal", value=text)
    return Fraction(f"{match[1]}.{match[2] or 0}")
