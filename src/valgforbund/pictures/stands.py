"""A list's seats wherever it could stand, one bar for each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from valgforbund.charts import PROSE, Drawing, Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.counting import Count
from valgforbund.parties import Party
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording.markup import cut

WIDTH: Final = 600
_ROW: Final = 40
_LEGEND: Final = 22
_NAME: Final = 28  # characters of a place


class Stand(NamedTuple):
    """A place, the list's seats there, and the votes that it lacks to one more; None for never."""

    where: str
    seats: Span
    lacks: int | None


def picture(words: Words, counted: Count, letter: str, stands: Sequence[Stand]) -> Picture:
    """A bar a place, in the order given; a seat that a lot decides is hatched.

    Parameters
    ----------
    words : Words
    counted : Count
        What is shown, for the caption.
    letter : str
        The list.
    stands : sequence of Stand
        At least one.
    """
    party = counted.scenario.parties[letter]
    drawn = rows(words, letter, party, stands)
    is_open = any(each.seats.is_open for each in stands)
    labels = VotesLabels(open=words("chart.open") if is_open else "")

    def draw(width: int, height: int) -> Drawing:
        return VotesChart(width, height).drawing(drawn, labels)

    high = _LEGEND + len(drawn) * _ROW
    title = words("stands.title", letter=cut(letter))
    return Picture(caption(words, title, counted), WIDTH, lambda _: high, draw)


def rows(words: Words, letter: str, party: Party, stands: Sequence[Stand]) -> list[VotesRow]:
    """The rows of the picture.

    Examples
    --------
    >>> from valgforbund.scenario import Scenario
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 4, "B": 3}, 3)
    >>> rows(words("da"), "A", s.parties["A"], [Stand("alene", Span(2, 2), 5)])[0].end
    '2 · 5 stemmer til næste'
    """
    found = []
    for where, seats, lacks in stands:
        kinds = ((seats.low, "plain"), (seats.high - seats.low, "open"))
        pieces = tuple(
            Piece(cut(letter, 12), cut(letter, 12), n, party.colour, party.ink, kind)  # type: ignore[arg-type]  # both are kinds
            for n, kind in kinds
            if n
        )
        known = {"seats": words.span(seats)}
        end = (
            words("stands.most", **known)
            if lacks is None
            else words("stands.end", n=lacks, votes=words.number(lacks), **known)
        )
        found.append(VotesRow(cut(where, _NAME), "", pieces, end, PROSE))
    return found


def described(words: Words, letter: str, party: Party, stands: Sequence[Stand]) -> str:
    """What the picture shows, for who does not see it."""
    told = "; ".join(f"{each.label}: {each.end}" for each in rows(words, letter, party, stands))
    return words("stands.alt", letter=cut(letter), rows=told)
