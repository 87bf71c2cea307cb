"""Whose each row of a pasted table is: the lists there are, and new ones where there may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.pasted import Pasted
from valgforbund.parsing.rows import Row

BOTH = re.compile(  # a letter and a name in one cell
    r"(?:(?P<list>liste|lista|list|parti|party)\s+)?\(?([^\s.:()]{1,3})\)?"
    r"(?P<sign>[.:)]|\s+[-–—])?\s+(\D.*)",
    re.IGNORECASE,
)
ALONE = re.compile(r"(?:(?:liste|lista|list|parti|party)\s+)?\(?([^\W\d_])[.:)]*", re.IGNORECASE)
BEHIND = re.compile(r"(.*\S)\s+\((\S{1,3})\)")  # the letter in brackets behind
TOGETHER = re.compile(r"([^\W\d_])(?:\s*[,/+&]\s*|\s+(?:og|and|och)\s+)([^\W\d_])")
NOTED = re.compile(r"\s?[*¹²³†‡]+$")  # a mark of a note
TWO_LISTS = re.compile(r"\S+ [0-9][0-9.,]* \D.*")


class Nobody:
    """No lists yet: all that are named are new."""

    letters: tuple[str, ...] = ()

    def find(self, called: object) -> str | None:
        """None is called so."""
        del called
        return None

    def known(self, called: object) -> str:
        """An error, whatever it is called."""
        raise ScenarioError("letter_unknown", letter=called, letters="")


class Fitted(NamedTuple):
    """What a pasted table means for the lists there are.

    Attributes
    ----------
    values : dict
        Votes or seats by letter, of the lists that were named.
    names : dict
        Names by letter, of those that are not there yet; ``""`` where none was said.
    """

    values: dict[str, int]
    names: dict[str, str]


def fit(
    pasted: Pasted,
    lists: Lists,
    new: bool = False,
    letter_of: Callable[[str], str | None] = lambda _: None,
) -> Fitted:
    r"""The lists that the rows of a table are about.

    Parameters
    ----------
    pasted : Pasted
    lists : Lists
    new : bool
        Whether lists that are not there yet may be named.
    letter_of : callable
        The letter that a party of this name usually has.

    Raises
    ------
    ScenarioError
        If a list is unknown or named twice, if it cannot be told whether one is new, or if there
        are more or fewer numbers than lists.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> from valgforbund.parsing.pasted import read
    >>> s = Scenario({"A": 1, "F": 1}, 9, names={"F": "SF – Socialistisk Folkeparti"})
    >>> fit(read("SF 8.123\nA 40"), s).values, fit(read("8.123\n40"), s).values
    ({'F': 8123, 'A': 40}, {'A': 8123, 'F': 40})
    >>> fit(read("B. Byens Liste 7"), s, new=True)
    Fitted(values={'B': 7}, names={'B': 'Byens Liste'})
    """
    if not any(each.letter or each.name for each in pasted.rows):
        return Fitted(_in_turn(pasted, lists), {})
    values: dict[str, int] = {}
    names: dict[str, str] = {}
    for row in (_tidy(each, lists) for each in pasted.rows):
        letter = _known(row, lists)
        if letter is None and not new:
            letter = lists.known(row.letter or row.name)
        if letter is None:
            letter, name = _new(row, letter_of)
            if letter in lists.letters:  # the usual one of a party, here of another name
                raise ScenarioError("column_same_list", letter=name, other=letter)
            _ask_if_same(letter, (*lists.letters, *names))
            names[letter] = name
        elif new and row.letter and letter != glyphs.shown(row.letter):
            _ask_if_same(glyphs.shown(row.letter), (letter,))
        if letter in values:
            raise ScenarioError("column_repeated", letter=letter, line=row.line)
        values[letter] = row.value
    return Fitted(values, names)


def below(letter: str, letters: Sequence[str], numbers: Sequence[int]) -> dict[str, int]:
    """A column of numbers, the first of them this list's, the others those of the lists below it.

    Raises
    ------
    ScenarioError
        If there are more numbers than lists.

    Examples
    --------
    >>> below("B", "ABC", [7, 5])
    {'B': 7, 'C': 5}
    """
    there = letters[letters.index(letter) :]
    if len(numbers) > len(there):
        raise ScenarioError("column_too_long", lines=len(numbers), letter=letter, lists=len(there))
    return dict(zip(there, numbers, strict=False))


def _in_turn(pasted: Pasted, lists: Lists) -> dict[str, int]:
    """Numbers alone are those of the lists as they stand."""
    if len(pasted.rows) != len(lists.letters):
        raise ScenarioError("column_length", lines=len(pasted.rows), lists=len(lists.letters))
    return {letter: row.value for letter, row in zip(lists.letters, pasted.rows, strict=True)}


def _known(row: Row, lists: Lists) -> str | None:
    """The list that a row is about, by its letter, its name, or both in one cell."""
    by_letter = lists.find(row.letter) if row.letter else None
    by_name = lists.find(row.name) if row.name else None
    if by_letter and by_name and by_letter != by_name:
        raise ScenarioError("column_two_lists", line=row.line, one=by_letter, other=by_name)
    whole = row.letter or row.name
    inside = _behind(whole) or _both(whole)
    found = by_letter or by_name
    if found is None and inside and not (row.letter and row.name):
        letters = [each for each in map(lists.find, inside) if each]
        found = letters[0] if len({*letters}) == 1 else None
    return found


def _new(row: Row, letter_of: Callable[[str], str | None]) -> tuple[str, str]:
    """Letter and name of a list that is not there yet."""
    if row.letter and row.name:
        return glyphs.shown(row.letter), row.name
    called = row.letter or row.name
    if TWO_LISTS.fullmatch(called):
        raise ScenarioError("column_line", line=row.line, value=row.text)
    letter, behind, both = letter_of(called), _behind(called), _both(called)
    for short, name in filter(None, (behind, both)):
        if len(short) == 1:
            return short, name
        if letter_of(short) and letter_of(short) == letter_of(name):  # "LA Liberal Alliance"
            return str(letter_of(short)), name
    return (letter, called) if letter else (behind or (glyphs.shown(called), ""))


def _tidy(row: Row, lists: Lists) -> Row:
    """The row with ``Liste A:``, ``(A)``, ``A.`` and ``A*`` as the letter that they name."""
    if lists.find(row.letter or row.name) is not None:
        return row
    if two := TOGETHER.fullmatch(row.letter or row.name):
        raise ScenarioError("column_together", line=row.line, one=two[1], other=two[2])
    row = row._replace(letter=NOTED.sub("", row.letter), name=NOTED.sub("", row.name))
    found = ALONE.fullmatch(row.letter), ALONE.fullmatch(row.name)
    return row._replace(
        letter=found[0][1] if found[0] else row.letter,
        name=found[1][1] if found[1] and not row.letter else row.name,
    )


def _behind(called: str) -> tuple[str, str] | None:
    """Letter and name of ``Name (A)``."""
    found = BEHIND.fullmatch(called)
    return (found[2], found[1]) if found else None


def _both(called: str) -> tuple[str, str] | None:
    """Letter and name of ``A. Name`` and the like."""
    found = BOTH.fullmatch(called)
    if not found or (found["list"] and not found["sign"]):
        return None
    return found[2], found[4]


def _ask_if_same(letter: str, others: tuple[str, ...]) -> None:
    """A letter that only case or spelling tells from another may be the same list."""
    for other in others:
        if other != letter and glyphs.spelled(other) == glyphs.spelled(letter):
            raise ScenarioError("column_same_list", letter=letter, other=other)
