"""What stands over and below the lists of a pasted table."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from valgforbund.parsing import labels
from valgforbund.parsing.cells import HEAD, Line, is_number
from valgforbund.parsing.columns import SHORT
from valgforbund.parsing.labels import HEADER, TITLE
from valgforbund.parsing.letters import Lists
from valgforbund.parsing.over import WORD

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
DATE = re.compile(
    r"(?:den )?(?:[0-9]{1,2}[. ]+)?(?:[^\W\d_]+ )?(?:19|20)[0-9]{2}|[0-9]+(?:[./-][0-9]+){1,2}"
)
FIGURE = re.compile(r"[0-9]")
OF_ELECTION = re.compile(
    r"\b(?:(?:kommunal|kommune|byråds|regionsråds|regionråds|regions|kommunalbestyrelses)valg\w*|"
    r"(?:kv|rv|ep) ?(?:20)?[0-9]{2}|valg(?:et|resultat\w*)?|resultat\w*|"
    r"(?:municipal|local|regional) elections?|elections?(?: results?)?|kommunalval\w*|val(?:et)?)\b"
)


def header(
    every: Sequence[Line],
    lists: Lists | None,
    marks: str,
    is_place: Callable[[str], bool] = lambda _: False,
    is_party: Callable[[str], bool] = lambda _: False,
) -> tuple[list[tuple[Line, str]], list[Line]]:
    r"""What stands over the lists, each line with what it is, and the rest.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> from valgforbund.parsing.numbers import DANISH
    >>> over, rest = header(lines("Valg i Lejre\nListe;Stemmer\nA;12", DANISH), None, DANISH)
    >>> [why for _, why in over], [each.cells for each in rest]
    (['title', 'header'], [('A', '12')])
    """
    head: list[tuple[Line, str]] = []
    over = next((i for i, each in enumerate(every[:HEAD]) if _is_over(each, marks)), 0)
    if any(_has_number(each) and _is_called(each, is_party) for each in every[:over]):
        over = 0  # lists stand there
    for place, line in enumerate(every):
        if place < over:  # whatever stands above the words over the columns
            head.append((line, TITLE))
            continue
        known, spoken, numbers = _words(line, marks)
        if known < 2 and is_title(line, is_place) and not (lists and lists.find(line.cells[0])):
            head.append((line, TITLE))
            continue
        if numbers and known < 2:
            return head, [*every[place:]]
        if lists and any(map(lists.find, filter(None, line.cells))):
            break
        if known or spoken:
            return [*head, (line, HEADER)], [*every[place + 1 :]]
        if _has_number(line) or _is_called(line, is_party):  # it may be a list
            break
        head.append((line, TITLE))
        if _are_words_over(line, every[place + 1 : place + 2], marks):
            return [*head[:-1], (line, HEADER)], [*every[place + 1 :]]
    told = [*takewhile(lambda each: is_title(each, is_place), every)]
    return [(each, TITLE) for each in told], [*every[len(told) :]]


def _words(line: Line, marks: str) -> tuple[int, bool, bool]:
    """How many cells are words over columns, whether half of all words are, and of numbers."""
    known = sum(map(bool, map(labels.column, line.cells)))
    words = WORD.findall(" ".join(line.cells))
    spoken = sum(map(bool, map(labels.column, words)))
    numbers = [each for each in line.cells if is_number(each, marks)]
    if spoken or known:  # a year may stand over a column
        numbers = [each for each in numbers if not labels.is_year(each)]
    return known, 2 * spoken >= len(words), bool(numbers)


def _are_words_over(line: Line, below: Sequence[Line], marks: str) -> bool:
    """Whether words that are none of ours stand over columns of numbers."""
    cells = [cell for each in below for cell in each.cells]
    return len([*filter(None, line.cells)]) > 1 and any(is_number(each, marks) for each in cells)


def _has_number(line: Line) -> bool:
    """Whether a line ends in something of a number, right or wrong, that is no year and no date."""
    end = next((each for each in reversed(line.cells) if each), "").split()[-1:]
    return any(FIGURE.search(each) and not DATE.fullmatch(each) for each in end)


def _is_called(line: Line, is_party: Callable[[str], bool]) -> bool:
    """Whether a line may begin with what a list is called."""
    first = next((each for each in line.cells if each), "")
    return len(first.split(" ")[0]) <= SHORT or is_party(first)


def _is_over(line: Line, marks: str) -> bool:
    """Whether two or more cells are words over columns, and none a number of a list."""
    known = [labels.column(each) for each in line.cells if each]
    numbers = [each for each in line.cells if is_number(each, marks) and not labels.is_year(each)]
    return sum(map(bool, known)) > 1 and not numbers


def is_title(line: Line, is_place: Callable[[str], bool]) -> bool:
    r"""Whether a line tells which election or which place a table is of, with its year or date.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> every = lines("Kommunalvalg 2021\nLejre 2021\nA 2021")
    >>> [is_title(each, "Lejre".__eq__) for each in every]
    [True, True, False]
    """
    cells = [each for each in line.cells if each]
    if len(cells) > 2 or not cells or (len(cells) == 2 and not YEAR.fullmatch(cells[1])):
        return False
    text = cells[0]
    year = YEAR.search(line.text)
    place = text.removesuffix(" Kommune").removesuffix(" kommune")
    of_place = is_place(DATE.sub("", place).strip(" -–,") if year else text)
    return of_place or (
        OF_ELECTION.search(text.casefold()) is not None and not DATE.fullmatch(text)
    )


def footer(body: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines, and the notes below them: where the numbers are from, and when."""
    end = len(body)
    while end > 1 and labels.is_foot(body[end - 1].text):
        end -= 1
    return [*body[:end]], [*body[end:]]
