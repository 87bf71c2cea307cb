"""The race for the last seats: the quotients around the cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

from valgforbund.awards import awards
from valgforbund.charts import PAPER, SWATCH, Drawing, RaceChart, RaceLabels, RaceRow
from valgforbund.counting import Count
from valgforbund.margins import Margin, margin
from valgforbund.parties import Party
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.pictures.worlds import Shown, counts
from valgforbund.protocol import FIRST_OUT, LIMIT, LOT, OUT, protocol
from valgforbund.units import COUNCIL, Unit
from valgforbund.wording import Words
from valgforbund.wording.markup import cut

WIDTH: Final = 480
_ROW: Final = 30
_REST: Final = 50  # legend and cut
WINNERS, LOSERS = 5, 4
BADGE = 2  # signs that surely fit on one; a longer name stands beside it, too
NOBODY = (SWATCH, PAPER)  # where a lot inside an alliance decides whose it is


class Runner(NamedTuple):
    """One quotient near the cut.

    Attributes
    ----------
    kind : str
        ``"won"``, ``"lot"`` or ``"out"``.
    number : int or None
        Of the seat.
    letter : str or None
        The list that has it, or would get it; None where a lot decides.
    unit : str
        The alliance or free list.
    votes, divisor : int
    lacks : int or None
        New votes that the unit lacks; None where it is not its next quotient.
    """

    kind: str
    number: int | None
    letter: str | None
    unit: str
    votes: int
    divisor: int
    lacks: int | None


def picture(words: Words, shown: Shown) -> Picture:
    """The last winners, those that wait for a lot, and the first that have nothing."""
    counted, _ = counts(shown)
    runners = around_the_cut(counted)
    parties = counted.scenario.parties
    rows = [row(words, each, runners, parties) for each in runners]

    def draw(width: int, height: int) -> Drawing:
        return RaceChart(width, height).drawing(rows, labels(words))

    high = _REST + _ROW * max(len(rows), 2)
    return Picture(caption(words, words("race.title"), counted), WIDTH, lambda _: high, draw)


def labels(words: Words) -> RaceLabels:
    """The texts of the chart."""
    return RaceLabels(
        words("race.won"),
        words("race.out"),
        words("chart.open"),
        words("race.cut"),
        words("chart.empty"),
    )


def around_the_cut(counted: Count, margins: Iterable[Margin] = ()) -> list[Runner]:
    """The last winners, those that wait for a lot, and the first that have nothing.

    What units lack is taken from `margins` where it is there, with new votes.
    """
    frame = protocol(counted)
    order = awards(counted.root, counted.scenario.seats, counted.level)
    winners = [award.letter for award in order]
    units = {child.name: child for child in counted.root.children}
    level = counted.level(counted.root, counted.scenario.seats)
    seats = dict(zip(units, level.seats, strict=True))
    groups: dict[str, list[Runner]] = {"won": [], "lot": [], "out": []}
    each: Any  # a row, whose columns have types of their own
    for each in frame[(frame["level"] == COUNCIL) & (frame["votes"] > 0)].itertuples():
        if each.status == LIMIT:
            continue
        kind = {LOT: "lot", FIRST_OUT: "out", OUT: "out"}.get(each.status, "won")
        number = int(each.number) if kind == "won" else None
        unit, divisor = each.unit, int(each.divisor)
        heir = next_inside(counted, units[unit], divisor - 1)
        runner = Runner(
            kind,
            number,
            heir if number is None else winners[number - 1],
            unit,
            int(each.votes),
            divisor,
            None,
        )
        groups[kind].append(runner)
    rank = {counted.root.children[i].name: place for place, i in enumerate(counted.root.ranked)}
    for group in groups.values():
        group.sort(key=lambda each: (-Fraction(each.votes, each.divisor), rank[each.unit]))
    lacking = {each.unit: each.to_gain for each in margins}
    shown = groups["won"][-WINNERS:] + groups["lot"] + groups["out"][:LOSERS]
    for each in shown:
        if each.divisor == seats[each.unit] + 1 and each.unit not in lacking:
            lacking[each.unit] = margin(counted.scenario, each.unit).to_gain
    return [
        each._replace(lacks=lacking[each.unit]) if each.divisor == seats[each.unit] + 1 else each
        for each in shown
    ]


def next_inside(counted: Count, unit: Unit, seats: int) -> str | None:
    """The list that would have one more if a unit had; None where a lot decides."""
    while unit.children:
        now, more = counted.level(unit, seats), counted.level(unit, seats + 1)
        gains = [i for i, got in enumerate(more.seats) if got > now.seats[i]]
        if now.tied or more.tied or len(gains) != 1:
            return None
        seats, unit = now.seats[gains[0]], unit.children[gains[0]]
    return unit.name


def row(
    words: Words,
    runner: Runner,
    runners: Sequence[Runner],
    parties: Mapping[str, Party],
) -> RaceRow:
    """A quotient as the chart wants it."""
    party = None if runner.letter is None else parties[runner.letter]
    first = next((each for each in runners if each.kind == "out"), None)
    places = {"lot": words("race.by_lot"), "out": words("race.next") if runner == first else ""}
    lacks = runner.lacks
    return RaceRow(
        number=words.number(runner.number) if runner.number else places[runner.kind],
        badge="?" if runner.letter is None else cut(runner.letter, 40),
        colour=NOBODY[0] if party is None else party.colour,
        ink=NOBODY[1] if party is None else party.ink,
        unit="" if runner.unit == runner.letter and len(runner.unit) <= BADGE else runner.unit,
        quotient=Fraction(runner.votes, runner.divisor),
        text=words.decimal(Fraction(runner.votes, runner.divisor)),
        note="" if lacks is None else words("race.missing", votes=words.number(lacks)),
        kind=runner.kind,  # type: ignore[arg-type]  # one of the three
    )
