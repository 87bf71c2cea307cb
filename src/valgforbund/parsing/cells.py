"""A pasted text in lines, and each line in cells, by whatever stands between them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from valgforbund import glyphs
from valgforbund.errors import ScenarioError
from valgforbund.parsing.labels import column
from valgforbund.parsing.numbers import DANISH, per_cent, whole_number

SIGNS = "\t;|"  # between cells, each of them for a whole text
LONGEST = 20_000  # characters of a line
HEAD = 10  # lines among which words over columns are looked for
# a cell in quotes, which may go on in the next line
QUOTED = re.compile(r'(?:^|(?<=[\t;,]))"(?:[^"]|"")*+"(?=[\t;,]|$)', re.MULTILINE)
# a comma that is in no number
COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3}(?![0-9])|[0-9]{1,2}\s*(?:%|,|$))")
LARGEST = 10**60  # that is a number at all; what is allowed is asked later
BETWEEN = " · "  # between the cells of a line of a table, where it is told
ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # of lines, as Word and others write them
REMEMBERED = 20_000  # cells, of which many are the same
AT_END = " .:=-–—"  # between the name of a list and its number
FIGURES = re.compile(r"[0-9][0-9.,\u00a0\u202f\u2009]*%?")


class Line(NamedTuple):
    """One line that says something.

    Attributes
    ----------
    number : int
        Its place in what was pasted, from 1.
    text : str
        As it is told: of a table the cells in which something stands.
    cells : tuple of str
        In a table, also the empty ones; else a name, which may be empty, and the numbers after it.
    """

    number: int
    text: str
    cells: tuple[str, ...]


def lines(text: str, marks: str = DANISH) -> list[Line]:
    r"""The lines of a text, in cells.

    Parameters
    ----------
    text : str
        A table, with tabs, semicolons, strokes or commas between its cells; or names before
        numbers, a line each, or one after another with commas between them.
    marks : str
        Marks between thousands, as `whole_number` takes them.

    Examples
    --------
    >>> [each.cells for each in lines("A\tSF\t8.123\n\n\t\t40")]
    [('A', 'SF', '8.123'), ('', '', '40')]
    >>> [each.cells for each in lines("A 8.123 12,5 % 9\nDe Grønne: 40")]
    [('A', '8.123', '12,5%', '9'), ('De Grønne', '40')]
    >>> [each.cells for each in lines("A 9, C 5, I alt 14")]
    [('A', '9'), ('C', '5'), ('I alt', '14')]
    """
    plain = ENDS.sub("\n", text.replace("\r\n", "\n"))
    plain = unicodedata.normalize("NFC", glyphs.seen(plain))
    plain = QUOTED.sub(lambda found: found[0].replace("\n", " "), plain.replace("\r", "\n"))
    told = [(n, line.rstrip(" ")) for n, line in enumerate(plain.split("\n"), 1) if line.strip()]
    texts = [line for _, line in told]
    for n, line in told:
        if len(line) > LONGEST:
            raise ScenarioError("line_too_long", line=n, limit=LONGEST)
    if len(texts) == 1 and (apart := _one_after_another(texts[0], marks)):
        return [Line(1, each, loose(each, marks)) for each in apart]
    sign = _sign(texts)
    if not sign and texts and all(COMMA.search(line) for line in texts):
        sign, texts = "\t", [COMMA.sub("\t", line) for line in texts]
    split = [_cells(line, sign) if sign else loose(line, marks) for line in texts]
    return [
        Line(n, BETWEEN.join(filter(None, cells)) if sign else " ".join(line.split()), cells)
        for (n, line), cells in zip(told, split, strict=True)
        if any(cells)
    ]


def _sign(texts: Sequence[str]) -> str:
    """What stands between cells; a title above and a note below need not have it."""
    for sign in SIGNS:
        counts = [line.count(sign) for line in texts if sign in line]
        in_a_table = len({*counts}) == 1 and 2 * len(counts) > len(texts) and len(counts) > 1
        if counts and (len(counts) == len(texts) or (in_a_table and sign != "|")):
            return sign
    if any(QUOTED.search(line) for line in texts) and all("," in line for line in texts):
        return ","
    heads = [sum(column(each) is not None for each in line.split(",")) for line in texts[:HEAD]]
    is_even = len({line.count(",") for line in texts}) == 1 and texts and texts[0].count(",") > 1
    return "," if any(n > 1 for n in heads) or (is_even and heads[0]) else ""


@lru_cache(maxsize=REMEMBERED)
def whole(cell: str, marks: str = DANISH) -> int | None:
    """The whole number in a cell, if it is one."""
    if not cell[-1:].isdecimal():
        return None
    try:
        return whole_number(cell, marks, LARGEST)
    except ScenarioError:
        return None


@lru_cache(maxsize=REMEMBERED)
def is_share(cell: str) -> bool:
    """Whether a cell can only be a number of per cent."""
    if not cell[:1].isdecimal():
        return False
    try:
        per_cent(cell)
    except ScenarioError:
        return False
    return True


def is_number(cell: str, marks: str = DANISH) -> bool:
    """Whether a cell holds a number, whole or of per cent."""
    return whole(cell, marks) is not None or is_share(cell)


def loose(line: str, marks: str = DANISH) -> tuple[str, ...]:
    r"""A name and the numbers after it; blanks between thousands are part of a number.

    Examples
    --------
    >>> loose("A 8 123 12,5 %"), loose("8.123"), loose("Ø;\t12"), loose("Ny Start")
    (('A', '8 123', '12,5%'), ('', '8.123'), ('Ø', '12'), ('Ny Start',))
    """
    words = re.sub(r"(?<=[0-9])\s+(?=%)", "", re.sub(rf"[{SIGNS}]", " ", line)).split(" ")
    words = [each for each in words if each]
    start = len(words)
    while start and FIGURES.fullmatch(words[start - 1]):
        start -= 1
    numbers: list[str] = []
    for word in words[start:]:
        longer = f"{numbers[-1]} {word}" if numbers else ""
        if longer and whole(longer, marks) is not None:
            numbers[-1] = longer
        else:
            numbers.append(word)
    return (" ".join(words[:start]).rstrip(AT_END), *numbers)


def _cells(line: str, sign: str) -> tuple[str, ...]:
    """The cells of a line of a table; one in quotes may hold the sign."""
    return tuple(map(str.strip, next(csv.reader([line], delimiter=sign))))


def _one_after_another(line: str, marks: str) -> list[str]:
    """The lists of one line, each with its number, or the numbers alone; else nothing."""
    parts = [each.strip() for each in re.split(r"[,;]\s+|\t", line)]
    cells = [loose(each, marks) for each in parts]
    if len(parts) == 1 and not cells[0][0]:  # a column that was pasted into a field of one line
        return [*cells[0][1:]]
    are_alike = len({bool(name) for name, *_ in cells}) == 1
    return parts if len(parts) > 1 and are_alike and {*map(len, cells)} == {2} else []
