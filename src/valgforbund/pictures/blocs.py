"""Seats of alliances and lists against a majority: who has one, and how much is lacking."""

from __future__ import annotations

from typing import Final

from valgforbund.charts import GAIN, PROSE, Drawing, Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.counting import Count
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.wording import Words
from valgforbund.wording.markup import cut, signs

WIDTH: Final = 600
MOST: Final = 6  # rows
_ROW: Final = 44
_LEGEND: Final = 22
_NAME: Final = 24  # characters of an alliance's name


def picture(words: Words, counted: Count) -> Picture:
    """A bar for each alliance and each list that is alone, the largest first, with its lists in it.

    Parameters
    ----------
    words : Words
    counted : Count
        Without lots that wait.

    Examples
    --------
    >>> from valgforbund.counting import count
    >>> from valgforbund.scenario import Scenario
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> [(row.label, row.end) for row in rows(words("da"), count(s))]
    [('B', '3: 2 mangler'), ('C-D', '3: 2 mangler'), ('A', '2: 3 mangler')]
    """
    drawn = rows(words, counted)

    def draw(width: int, height: int) -> Drawing:
        return VotesChart(width, height).drawing(drawn, VotesLabels(empty=words("chart.empty")))

    high = _LEGEND + len(drawn) * _ROW
    return Picture(caption(words, words("blocs.title"), counted), WIDTH, lambda _: high, draw)


def rows(words: Words, counted: Count) -> list[VotesRow]:
    """The rows of the picture, at most six."""
    scenario = counted.scenario
    called, parties = signs(scenario.letters, 12), scenario.parties
    allied = [(each.name, each.letters) for each in scenario.alliances]
    free = [(each, (each,)) for each in scenario.letters if scenario.alliance_of(each) is None]
    seats = {letter: span.low for letter, span in counted.spans.items()}
    sums = {name: sum(seats[each] for each in letters) for name, letters in [*allied, *free]}
    quota = scenario.seats // 2 + 1
    found = []
    for name, letters in sorted([*allied, *free], key=lambda each: (-sums[each[0]], each[0])):
        pieces = tuple(
            Piece(
                f"{called[each]} {seats[each]}",
                called[each],
                seats[each],
                parties[each].colour,
                parties[each].ink,
                "plain",
            )
            for each in letters
            if seats[each]
        )
        if pieces:
            short = quota - sums[name]
            key = "blocs.lacks" if short > 0 else "blocs.has"
            end = words(key, seats=words.number(sums[name]), lacks=words.number(short))
            colour = PROSE if short > 0 else GAIN
            found.append(VotesRow(cut(name, _NAME), "", pieces, end, colour))
    return found[:MOST]


def described(words: Words, counted: Count) -> str:
    """What the picture shows, for who does not see it."""
    told = "; ".join(f"{each.label} {each.end}" for each in rows(words, counted))
    return words("blocs.alt", rows=told)
