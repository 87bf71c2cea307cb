"""Lists as people name them in a row: by letter or by name, joined in whatever way.

A dash joins, as in the name of an alliance: ``A-C`` are A and C, whatever stands between them on
the ballot paper. A row from one list to another is asked for in words: ``A til C``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from valgforbund import glyphs

ITEMS = re.compile(r"[,;|\n\t]")  # between lists or groups of them
SIGNS = re.compile(r"[/&+]")  # between lists
DASHES = re.compile(r"[-\u2010-\u2015\u2212]")
BRACKETS = re.compile(r"[\s()\[\]»«\"“”„]+")
AND = frozenset({"og", "and", "och", "samt", "plus"})
TO = frozenset({"til", "to", "till", "..", "…"})
LIST = frozenset({"liste", "lister", "listerne", "list", "lists", "lista", "listor"})
END = ".:"  # of a sentence that names lists


class Lists(Protocol):
    """Whose lists they are: a scenario, a council."""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters, as they stand."""

    def find(self, called: object) -> str | None:
        """The letter of the one list that is called so."""

    def known(self, called: object) -> str:
        """The same; an error where none, or more than one, is."""


def letters(text: str, lists: Lists) -> tuple[str, ...]:
    """Lists that a person named, each once, in the order in which they were named.

    Parameters
    ----------
    text : str
        Letters in any case and names, joined by commas, signs, words, dashes or nothing.
    lists : Lists

    Raises
    ------
    ScenarioError
        If something names no list, or more than one.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> s = Scenario(dict.fromkeys("ABFØ", 1), 9, names={"F": "Socialistisk Folkeparti"})
    >>> letters("a, SF og Ø", s), letters("A/F", s), letters("afø–b", s), letters("A til F", s)
    (('A', 'F', 'Ø'), ('A', 'F'), ('A', 'F', 'Ø', 'B'), ('A', 'B', 'F'))
    """
    named: list[str] = []
    for item in _parts(_plain(text), ITEMS, lists):
        for part in _parts(item, SIGNS, lists):
            named += _in_words(part, lists)
    return tuple(dict.fromkeys(named))


def groups(text: str, lists: Lists) -> tuple[tuple[str, ...], ...]:
    """Groups of lists, one after another: ``A-Ø, V-Å``.

    Where no item is a group, the lists that are named one after another are one: ``A, F og Ø``.

    Raises
    ------
    ScenarioError
        As `letters`.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> s = Scenario(dict.fromkeys("ABFØ", 1), 9)
    >>> groups("a-ø, B/F", s), groups("A, F og Ø", s)
    ((('A', 'Ø'), ('B', 'F')), (('A', 'F', 'Ø'),))
    """
    found = items(text, lists)
    if any(len(each) > 1 for each in found):
        return found
    together = tuple(dict.fromkeys(letter for each in found for letter in each))
    return (together,) if together else ()


def items(text: str, lists: Lists) -> tuple[tuple[str, ...], ...]:
    """Lists and groups of lists, one after another: ``A, V-Å`` and ``A og V-Å`` are two items.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> items("A og F-Ø; b", Scenario(dict.fromkeys("ABFØ", 1), 9))
    (('A',), ('F', 'Ø'), ('B',))
    """
    parts = [part for item in _parts(_plain(text), ITEMS, lists) for part in _at_and(item, lists)]
    return tuple(filter(None, (letters(part, lists) for part in parts)))


def names(text: str) -> tuple[str, ...]:
    """Names of other things one after another: posts, people.

    Examples
    --------
    >>> names("Formand for Ældrerådet; Havnen,")
    ('Formand for Ældrerådet', 'Havnen')
    """
    return tuple(each.strip() for each in ITEMS.split(_plain(text)) if each.strip())


def _parts(text: str, at: re.Pattern[str], lists: Lists) -> list[str]:
    """A text in parts, unless all of it is what one list is called."""
    if not text:
        return []
    return [text] if lists.find(text) is not None else [each.strip() for each in at.split(text)]


def _at_and(item: str, lists: Lists) -> list[str]:
    """An item in parts at each ``og``, unless it, or that word, is what a list is called."""
    if lists.find(item) is not None:
        return [item]
    parts: list[list[str]] = [[]]
    for word in item.split():
        if word.casefold() in AND and lists.find(word) is None:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(each) for each in parts]


def _in_words(part: str, lists: Lists) -> list[str]:
    """Lists that are named with nothing but blanks, dashes and words between them."""
    called = _called([each for each in BRACKETS.split(part) if each], " ", lists)
    found: list[str] = []
    is_row = False
    for place, (letter, text) in enumerate(called):
        word = text.casefold()
        if letter is None and len(called) > 1 and (word in AND | LIST or not DASHES.sub("", word)):
            continue
        if letter is None and word in TO and found and place + 1 < len(called):
            is_row = True
            continue
        named = _taken_apart(text, lists) if letter is None else [letter]
        if not named:
            unknown = takewhile(lambda each: each[0] is None, called[place:])
            named = [lists.known(" ".join(each for _, each in unknown))]
        found += _row(found[-1], named[0], lists) if is_row else []
        found += named
        is_row = False
    return found


def _called(parts: Sequence[str], joiner: str, lists: Lists) -> list[tuple[str | None, str]]:
    """The lists that the longest runs of parts name; a part that is in none stands with None."""
    found: list[tuple[str | None, str]] = []
    place = 0
    while place < len(parts):
        for end in range(len(parts), place, -1):
            text = joiner.join(parts[place:end])
            letter = lists.find(text)
            if letter is not None or end == place + 1:
                found.append((letter, text))
                place = end
                break
    return found


def _taken_apart(word: str, lists: Lists) -> list[str]:
    """The lists in a word such as ``a-fø``; none where nothing in it is one."""
    called = _called([each for each in DASHES.split(word.strip(END)) if each], "-", lists)
    found: list[str] = []
    for letter, text in called:
        one_by_one = [lists.find(each) for each in text] if letter is None else [letter]
        named = [each for each in one_by_one if each is not None]
        if len(named) < len(one_by_one):
            return [lists.known(text)] if any(each for each, _ in called) else []
        found += named
    return found


def _row(first: str, last: str, lists: Lists) -> tuple[str, ...]:
    """The lists that stand from one to another."""
    low, high = sorted((lists.letters.index(first), lists.letters.index(last)))
    return lists.letters[low : high + 1]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", glyphs.seen(text)).strip()
