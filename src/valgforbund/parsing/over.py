"""What stands over the columns of a table, and which of several of one kind is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from valgforbund.errors import ScenarioError
from valgforbund.parsing import labels
from valgforbund.parsing.cells import BETWEEN, Line
from valgforbund.parsing.labels import LETTER, NAME, OTHER, VOTES

WORD = re.compile(r"\S+(?:\s+(?:(?:KV|RV|EP) ?)?(?:19|20)[0-9]{2}(?!\S))?")  # with its year


def heads(head: Sequence[Line], numbers: Sequence[int], width: int) -> tuple[str, ...]:
    r"""What stands over each column; empty where nothing does.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> heads(lines("Parti;Stemmer 2021;Note\nA;5;x")[:1], [1], 3)
    ('Parti', 'Stemmer 2021', 'Note')
    >>> heads(lines("Parti Stemmer 2017 Stemmer 2021")[:1], [1, 2], 3)
    ('', 'Stemmer 2017', 'Stemmer 2021')
    """
    found = [""] * width
    for line in head:
        if len(line.cells) > 1 and not _is_loose(line):
            found[: len(line.cells)] = line.cells
            continue
        words = [
            each for each in WORD.findall(line.text) if labels.column(each) not in (LETTER, NAME)
        ]
        if len(words) != len(numbers):  # words that are none of ours may belong to another
            words = [each for each in words if labels.column(each)]
        for i, word in zip(numbers, words, strict=False):
            found[i] = word
    return tuple(found)


def _is_loose(line: Line) -> bool:
    """Whether a line has no columns: its words stand in one cell, but for a year at its end."""
    return BETWEEN not in line.text and all(map(labels.is_year, line.cells[1:]))


def said(
    over: Sequence[str], numbers: Sequence[int], columns: Sequence[Sequence[str]], measure: str
) -> dict[int, str]:
    """Roles by what stands over the columns, each of them once.

    Of several columns of what is wanted the one of the newest year is meant; of the others those
    of the same year.

    Raises
    ------
    ScenarioError
        If several columns may be what is wanted, and their years do not tell which.

    Examples
    --------
    >>> said(("Liste", "Stemmer 2017", "Stemmer 2021"), [1, 2], [["A"], ["5"], ["6"]], "votes")
    {0: 'letter', 2: 'votes', 1: 'other'}
    """
    every: dict[str, list[int]] = {}
    for i, head in enumerate(over):
        role = labels.column(head) if head else None
        every.setdefault(role or OTHER, []).extend([i] * bool(head))
    wanted = every.pop(measure, [])
    if not wanted and measure == VOTES:
        wanted = [i for i in numbers if labels.is_year(over[i])]
    unknown = every.pop(OTHER, [])
    found = dict.fromkeys(every.pop(LETTER, [])[:1], LETTER)
    found |= dict.fromkeys(every.pop(NAME, [])[:1], NAME)
    chosen = _newest(wanted, over, columns)
    if wanted and chosen is None:
        names = ", ".join(over[i] for i in wanted)
        raise ScenarioError("column_several", names=names)
    if chosen is not None:
        found[chosen] = measure
    year = None if chosen is None else labels.year(over[chosen])
    for role, places in every.items():
        same = [i for i in places if year is None or labels.year(over[i]) in (year, None)]
        one = _newest(same, over, columns)
        if one is not None:
            found[one] = role
    others = {i for i, head in enumerate(over) if head and labels.column(head)} | {*wanted}
    found |= {i: OTHER for i in sorted(others) if i not in found}
    if chosen is not None:
        found |= {i: OTHER for i in unknown if i not in found and i in numbers}
    return found


def _newest(
    places: Sequence[int], over: Sequence[str], columns: Sequence[Sequence[str]]
) -> int | None:
    """The one of some columns whose year is the newest; None where that is not to be told."""
    if len(places) < 2 or all(columns[i] == columns[places[0]] for i in places):
        return places[0] if places else None
    years = [labels.year(over[i]) for i in places]
    told = [each for each in years if each is not None]
    if len(told) < len(years) or told.count(max(told)) > 1:
        return None
    return places[told.index(max(told))]
