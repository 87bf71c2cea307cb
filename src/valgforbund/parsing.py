"""Numbers and pasted columns as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from fractions import Fraction

from valgforbund.errors import ScenarioError

MOST_VOTES = 10**9
MOST_SEATS = 999
MOST_LISTS = 99

DANISH = "."
ENGLISH = ".,"
SPACES = " \u00a0\u202f\u2009"  # space, no-break, narrow no-break, thin


def whole_number(text: str, marks: str = DANISH, most: int = MOST_VOTES) -> int:
    """Read a whole number with or without marks between the thousands.

    Parameters
    ----------
    text : str
        ``8123``, ``8.123`` or ``8 123``; blanks around it are ignored.
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
    >>> [whole_number(text) for text in ("8123", "8.123", "8 123")]
    [8123, 8123, 8123]
    >>> whole_number("12.7")
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: Expected a whole number, 0 or more; got '12.7'.
    """
    stripped = text.strip()
    plain = re.fullmatch(r"[0-9]+", stripped)
    grouped = re.fullmatch(
        rf"[0-9]{{1,3}}(?:([{re.escape(marks + SPACES)}])[0-9]{{3}})"
        r"(?:\1[0-9]{3})*",
        stripped,
    )
    if not (plain or grouped):
        raise ScenarioError("number_not_whole", value=text)
    digits = re.sub(r"[^0-9]", "", stripped).lstrip("0") or "0"
    if len(digits) > len(str(most)) or int(digits) > most:
        raise ScenarioError("number_too_large", value=text, limit=most)
    return int(digits)


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


def column(
    text: str, letters: tuple[str, ...], marks: str = DANISH, new_lists: bool = False
) -> dict[str, int]:
    r"""Read a pasted column of votes: numbers in the order of the lists, or letter and number.

    Parameters
    ----------
    text : str
        One list a line; between letter and number stand a tab, semicolon, colon or blanks.
    letters : tuple of str
        The lists there are, in the order of the table.
    new_lists : bool
        Whether letters of lists that are not there yet are allowed.

    Returns
    -------
    dict
        Votes by letter, only of the lists that were named.

    Examples
    --------
    >>> column("8.123\n40", ("A", "B"))
    {'A': 8123, 'B': 40}
    >>> column("B\t40", ("A", "B"))
    {'B': 40}
    """
    plain = unicodedata.normalize("NFC", text)
    lines = [(n, line.strip()) for n, line in enumerate(plain.splitlines(), 1) if line.strip()]
    votes: dict[str, int] = {}
    numbers: list[int] = []
    for n, line in lines:
        letter, _, number = _split(line)
        if letter and letter not in letters and not new_lists:
            raise ScenarioError("letter_unknown", letter=letter, letters=", ".join(letters))
        if letter in votes:
            raise ScenarioError("column_repeated", letter=letter, line=n)
        try:
            value = whole_number(number, marks)
        except ScenarioError:
            raise ScenarioError("column_line", line=n, value=line) from None
        if letter:
            votes[letter] = value
        else:
            numbers.append(value)
    if numbers and (votes or len(numbers) != len(letters)):
        raise ScenarioError("column_length", lines=len(numbers), lists=len(letters))
    return votes or dict(zip(letters, numbers, strict=True)) if lines else {}


def _split(line: str) -> tuple[str, str, str]:
    """Part a line into letter and number; a line without a letter is a number alone."""
    if re.fullmatch(rf"[0-9.,{SPACES}]+", line):
        return "", "", line
    match = re.fullmatch(r"([^\t;:]+?)(\s*[\t;:]\s*|\s+)([^\t;:]*)", line)
    return (match[1].strip(), match[2], match[3]) if match else ("", "", line)


def letters(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Read letters as people write them in a row: apart, joined by signs, or without anything.

    Parameters
    ----------
    text : str
    known : collection of str
        The letters there are; a word that is none of them and cannot be taken apart into them
        comes back as it is.

    Examples
    --------
    >>> letters("A, F og Ø", "ABFØ"), letters("afø-b", "ABFØ"), letters("A X", "ABFØ")
    (('A', 'F', 'Ø'), ('A', 'F', 'Ø', 'B'), ('A', 'X'))
    """
    capitals = {each.upper(): each for each in known}
    found: list[str] = []
    for word in re.split(r"[\s,;+&]+", unicodedata.normalize("NFC", text)):
        parts = [part for part in ([word] if word.upper() in capitals else word.split("-")) if part]
        for part in parts:
            apart = [part] if part.upper() in capitals else [*part]
            if part in ("og", "and") and part.upper() not in capitals:
                continue
            is_known = all(each.upper() in capitals for each in apart)
            found += [capitals[each.upper()] for each in apart] if is_known else [part]
    return tuple(dict.fromkeys(found))
