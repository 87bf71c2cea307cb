"""Checks of what a person gives a scenario, and what a real council could not have.

Source: kommunestyrelsesloven § 5 and kommunal- og regionalvalgloven §§ 37-42 (sizes, letters).
"""

from __future__ import annotations

import math
import operator
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from numbers import Real
from typing import Any, TypeVar, cast

import pandas as pd

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.letters import letters as letters_in

LONGEST_LETTER = 100
LONGEST_NAME = 200
MOST_LISTS = 1000
SOURCES = ("new", "others")  # where votes can come from, besides a list
COPENHAGEN = 55
LETTERS = ("letter", "list", "bogstav", "listebogstav", "liste")  # what such columns are called
VALUES = ("votes", "stemmer", "stemmetal", "seats", "mandater")

Value = TypeVar("Value")


# ---- text ----


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    r"""Text as it is compared: what looks the same is the same.

    In Unicode NFKC, without characters that cannot be seen and without blanks around it.

    Raises
    ------
    ScenarioError
        If it holds half a character.

    Examples
    --------
    >>> plain(" A\u200b"), plain("\uff21"), plain("A\u030a") == "Å"
    ('A', 'A', True)
    """
    return unicodedata.normalize("NFKC", glyphs.shown(_whole_text(text))).strip()


def letter(value: object, code: str = "letter_empty") -> str:
    """A list's letter, or another name: any text of which something can be seen.

    Parameters
    ----------
    value : str
    code : str
        Of the error where nothing can be seen.
    """
    text = plain(value) if isinstance(value, str) else ""
    if all(unicodedata.category(character).startswith("M") for character in text):
        raise ScenarioError(code, value=value)
    if len(text) > LONGEST_LETTER:
        raise ScenarioError("letter_too_long", value=text, limit=LONGEST_LETTER)
    return text


def name(value: object, list_letter: str) -> str:
    """The name of a list: text, NFC; without one it is called by its letter."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        raise ScenarioError("name_not_text", letter=list_letter, value=value, limit=LONGEST_NAME)
    return glyphs.shown(text("name", value)) or list_letter


def text(field: str, value: object) -> str:
    """Any text, NFC, without characters that cannot be seen."""
    if not isinstance(value, str):
        raise ScenarioError("text_not_text", field=field, value=value)
    return unicodedata.normalize("NFC", glyphs.seen(_whole_text(value)))


def _whole_text(text: str) -> str:
    if not glyphs.is_whole(text):
        raise ScenarioError("text_half_character", value=text)
    return text


# ---- numbers ----


def whole(value: object, least: int | None, code: str, **place: object) -> int:
    """A whole number of any size, not below the least.

    Whole floats and numbers of numpy, pandas and `decimal` count; True and False do not.
    """
    number = _whole(value)
    if number is None or (least is not None and number < least):
        raise ScenarioError(code, value=value if number is None else number, **place)
    return number


def real(value: object) -> float:
    """A number; NaN where it is none, as True and False are not.

    Numbers of numpy, pandas, `decimal` and `fractions` count.

    Examples
    --------
    >>> real(2), real("2"), real(True), real(10**400)
    (2.0, nan, nan, inf)
    """
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf if cast("float", value) > 0 else -math.inf
    except ValueError:  # a NaN of `decimal` that is not to be used
        return math.nan


def is_missing(value: object) -> bool:
    """Whether a value is missing, in any of the ways of Python, numpy and pandas."""
    return bool(pd.api.types.is_scalar(value) and pd.isna(cast("float", value)))


def _whole(value: object) -> int | None:
    """The whole number that a value is, or None."""
    if isinstance(value, bool):
        return None
    try:
        return operator.index(value)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        pass
    if isinstance(value, Real | Decimal) and math.isfinite(value):
        number = int(cast("float", value))
        return number if number == value else None
    return None


# ---- values by letter ----


def letters(values: object, code: str = "no_lists") -> tuple[tuple[str, ...], tuple[object, ...]]:
    """Letters and values of a mapping or Series; each letter stands once.

    Parameters
    ----------
    values : mapping or Series
    code : str
        Of the error where it is something else, or empty.

    Raises
    ------
    ScenarioError
        If it is something else, is empty, or a letter stands twice.
    """
    pairs = _pairs(values, code)
    if not pairs:
        raise ScenarioError(code, value=values)
    if len(pairs) > MOST_LISTS:
        raise ScenarioError("too_many_lists", limit=MOST_LISTS)
    found: dict[str, object] = {}
    for key, value in pairs:
        one = letter(key)
        if one in found:
            raise ScenarioError("letter_repeated", letter=one)
        found[one] = value
    return tuple(found), tuple(found.values())


def by_letter(values: object, known: Callable[[object], str]) -> dict[str, object]:
    """Values by the letters of lists that exist; a list is given once.

    Parameters
    ----------
    values : mapping or Series
    known : callable
        The list's own letter for what a person calls it; raises where there is none.
    """
    found: dict[str, object] = {}
    for key, value in _pairs(values, "not_by_letter"):
        one = known(letter(key))
        if one in found:
            raise ScenarioError("letter_given_twice", letter=one)
        found[one] = value
    return found


def once(called: Iterable[object], known: Callable[[object], str]) -> tuple[str, ...]:
    """The lists that a person names one after another; each is named once.

    Parameters
    ----------
    called : iterable
    known : callable
        The list's own letter for what a person calls it; raises where there is none.

    Raises
    ------
    ScenarioError
        If a list is named twice, in whatever spelling.

    Examples
    --------
    >>> once(["F", " A"], plain)
    ('F', 'A')
    """
    found: dict[str, None] = {}
    for each in in_turn(called):
        one = known(each)
        if one in found:
            raise ScenarioError("letter_given_twice", letter=one)
        found[one] = None
    return tuple(found)


def named(called: str | Iterable[object], lists: Lists) -> tuple[str, ...]:
    """The same; or a text that names them as people do.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> named("a, B og C", Scenario({"A": 3, "B": 2, "C": 1}, 3))
    ('A', 'B', 'C')
    """
    return letters_in(called, lists) if isinstance(called, str) else once(called, lists.known)


def in_turn(names: Iterable[Value]) -> Iterable[Value]:
    """Names one after another; a whole table would give those of its columns.

    Raises
    ------
    ScenarioError
        If it is a table; which column to take is said.
    """
    if isinstance(names, pd.DataFrame):
        columns = _texts(names) or [*names] or ["letter"]
        best = "letter" if "letter" in columns else columns[0]
        raise ScenarioError("table_not_names", remedy=f"table[{best!r}]")
    return names


def find(value: object, letters: Sequence[str]) -> str | None:
    """The letter that is meant; None where none or several fit.

    Case does not matter, and æ, ø, å may be written ae, oe, aa, where only one list fits.

    Examples
    --------
    >>> find("å", "AØÅ"), find("oe", "AØÅ"), find("a", ("A", "Å", "a")), find("X", "AØÅ")
    ('Å', 'Ø', 'a', None)
    """
    wanted = plain(str(value))
    if wanted in letters:
        return wanted
    spelled = glyphs.spelled(wanted)
    fits = [each for each in letters if glyphs.spelled(each) == spelled]
    return fits[0] if len(fits) == 1 else None


def known(value: object, letters: Sequence[str]) -> str:
    """The letter that is meant; an error where none or several fit."""
    found = find(value, letters)
    if found is None:
        raise ScenarioError("letter_unknown", letter=value, letters=", ".join(letters))
    return found


def _pairs(values: object, code: str = "no_lists") -> list[tuple[object, object]]:
    if isinstance(values, pd.DataFrame):
        raise ScenarioError("table_not_series", remedy=_series_of(values))
    if not isinstance(values, Mapping | pd.Series):
        raise ScenarioError(code, value=values)
    return list(values.items())


def _texts(table: pd.DataFrame) -> list[Hashable]:
    """The columns of a table that hold no numbers."""
    is_number = [pd.api.types.is_numeric_dtype(dtype) for dtype in table.dtypes]
    return [name for name, is_one in zip(table, is_number, strict=True) if not is_one]


def _series_of(table: pd.DataFrame) -> str:
    """The line that makes values by letter or name from a table."""
    texts = _texts(table)
    numbers = [name for name in table if name not in texts]
    values = next((name for name in numbers if str(name).casefold() in VALUES), None)
    values = numbers[-1] if values is None and numbers else values
    named = next((name for name in texts if str(name).casefold() in LETTERS), None)
    if values is None:
        return "pd.Series(votes, index=letters)"
    if named is None and pd.api.types.is_string_dtype(table.index):
        return f"table[{values!r}]"
    if named is None and not texts and len(table) == 1:
        return "table.iloc[0]"
    if named is None and not texts:
        return f"pd.Series(table[{values!r}].to_list(), index=letters)"
    return f"table.set_index({(texts[0] if named is None else named)!r})[{values!r}]"


# ---- values by other names ----


def by_name(
    values: Mapping[Any, Value] | pd.Series[Any], read: Callable[[object], str] = letter
) -> dict[str, Value]:
    """Values by the names of what is no list: committees, candidates, places; each given once.

    Parameters
    ----------
    values : mapping or Series
    read : callable
        The name as it is known here, for what a person calls it.

    Examples
    --------
    >>> by_name({"Kultur ": 5})
    {'Kultur': 5}
    """
    if isinstance(values, pd.DataFrame):
        raise ScenarioError("table_not_series", remedy=_series_of(values))
    if not isinstance(values, Mapping | pd.Series):
        raise ScenarioError("values_not_by_name", value=values)
    found: dict[str, Value] = {}
    for key, value in values.items():
        name = read(key)
        if name in found:
            raise ScenarioError("name_given_twice", name=name)
        found[name] = value
    return found


# ---- what a real council could not have ----


def warnings(
    letters: Sequence[str], ballots: Sequence[int], seats: int, election: str, nested: bool
) -> tuple[str, ...]:
    """Codes of what a real council could not have; none of them stops a what-if.

    Municipal councils have an odd number of members from 9 to 31, Copenhagen 55. Regions and the
    European Parliament have sizes of their own; there only an even region is odd.

    Parameters
    ----------
    nested : bool
        Whether there are joint list groups inside alliances.
    """
    municipal = not election.startswith(("RV", "EP"))
    found = {
        "even_size": seats % 2 == 0 and not election.startswith("EP"),
        "size_below_9": municipal and seats < 9,
        "size_above_31": municipal and seats > 31 and seats != COPENHAGEN,
        "letters_not_danish": any(not re.fullmatch(r"[A-ZÆØÅ]|[0-9]{2}", each) for each in letters),
        "letters_look_alike": any(glyphs.in_latin(each) != each for each in letters),
        "joint_list_groups": nested,
        "votes_all_zero": not any(ballots),
    }
    return tuple(code for code, holds in found.items() if holds)
