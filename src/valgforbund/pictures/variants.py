"""Variants side by side: the seats of each, list by list, in one order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from valgforbund.charts import PROSE, Drawing, Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.counting import Count
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.wording import Words
from valgforbund.wording.markup import cut, signs

WIDTH: Final = 600
_ROW: Final = 54
_LEGEND: Final = 22
_NAME: Final = 28  # characters of a variant's name


def picture(words: Words, worlds: Mapping[str, Count], ours: str = "") -> Picture:
    """A row a variant, by its name; our list's seats stand at its end.

    Parameters
    ----------
    words : Words
    worlds : mapping of name to Count
        At least one; the first is what is shown.
    ours : str
        A list, ``""`` for none: then it is the largest alliance's seats.

    Examples
    --------
    >>> from valgforbund.counting import count
    >>> from valgforbund.scenario import Scenario
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> worlds = {"nu": count(s), "alene": count(s.without_alliances())}
    >>> picture(words("da"), worlds, "D").height(600)
    130
    """
    drawn = rows(words, worlds, ours)
    is_open = any(each.lots for each in worlds.values())
    labels = VotesLabels(open=words("chart.open") if is_open else "", empty=words("chart.empty"))

    def draw(width: int, height: int) -> Drawing:
        return VotesChart(width, height).drawing(drawn, labels)

    first = next(iter(worlds.values()))
    high = _LEGEND + len(drawn) * _ROW
    return Picture(caption(words, words("variants.picture"), first), WIDTH, lambda _: high, draw)


def rows(words: Words, worlds: Mapping[str, Count], ours: str = "") -> list[VotesRow]:
    """The rows of the picture; a seat that a lot decides is a piece of its own.

    Lists stand in one order in all rows: those that are allied in the first beside each other.
    """
    order = list(dict.fromkeys(each for counted in worlds.values() for each in _order(counted)))
    return [_row(words, cut(name, _NAME), counted, order, ours) for name, counted in worlds.items()]


def described(words: Words, worlds: Mapping[str, Count], ours: str = "") -> str:
    """What the picture shows, for who does not see it."""
    told = "; ".join(
        words(
            "chart.row",
            label=each.label,
            pieces=", ".join(piece.label for piece in each.pieces) or words("chart.nothing"),
            end=each.end,
        )
        for each in rows(words, worlds, ours)
    )
    return words("variants.picture_alt", rows=told)


def _order(counted: Count) -> list[str]:
    scenario = counted.scenario
    allied = [letter for each in scenario.alliances_by_votes for letter in each.letters]
    return [*allied, *(letter for letter in scenario.by_votes if letter not in allied)]


def _row(words: Words, name: str, counted: Count, order: Sequence[str], ours: str) -> VotesRow:
    scenario = counted.scenario
    called, parties = signs(scenario.letters, 12), scenario.parties
    pieces = []
    for letter in (each for each in order if each in scenario.letters):
        span, party = counted.spans[letter], parties[letter]
        sure = f"{called[letter]} {span.low}"
        may = f"{called[letter]} {words.span(span)}"
        for seats, kind, label in (
            (span.low, "plain", sure),
            (span.high - span.low, "open", may),
        ):
            if seats:
                pieces.append(
                    Piece(label, called[letter], seats, party.colour, party.ink, kind)  # type: ignore[arg-type]  # both are kinds
                )
    if ours in scenario.letters:
        who, seats_of = cut(ours), counted.spans[ours]
    elif scenario.alliances:
        largest = scenario.alliances_by_votes[0]
        who, seats_of = cut(largest.name, 12), counted.seats_of(largest.letters)
    else:
        return VotesRow(name, "", tuple(pieces), "")
    end = words("variants.picture_end", who=who, seats=words.span(seats_of))
    return VotesRow(name, "", tuple(pieces), end, PROSE)
