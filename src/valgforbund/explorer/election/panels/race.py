"""The race for the last seats: the quotients around the cut, as a chart and a table."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

import ipywidgets as widgets

from valgforbund.awards import awards
from valgforbund.charts import RaceChart, RaceLabels, RaceRow
from valgforbund.counting import Count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.markup import cut, element, picture, table
from valgforbund.margins import Margin
from valgforbund.protocol import FIRST_OUT, LIMIT, LOT, OUT, protocol
from valgforbund.units import COUNCIL, Unit

SIZE = (600, 356)
WINNERS, LOSERS = 5, 4
NOBODY = ("#7a7f87", "#ffffff")  # where a lot inside an alliance decides whose it is


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


class Race:
    """Who won the last seats, and who came next."""

    def __init__(self) -> None:
        self._chart = RaceChart(*SIZE)
        self._title, self._image, self._table = (widgets.HTML() for _ in range(3))
        self._image.add_class("vf-picture-race")
        head = widgets.Box([self._title])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image, self._table])

    def show(self, results: Results, rows: list[Margin]) -> None:
        """Draw the quotients around the cut."""
        words = results.words
        self._title.value = element("h3", words("race.title"))
        runners = around_the_cut(results.counted, rows)
        labels = RaceLabels(
            words("race.won"),
            words("race.out"),
            words("chart.open"),
            words("race.cut"),
            words("chart.empty"),
        )
        drawn = [_row(results, runner, runners) for runner in runners]
        texts = "; ".join(
            words("race.row", number=row.number, letter=row.badge, quotient=row.text)
            for row in drawn
        )
        alt = words("race.alt", rows=texts or words("chart.nothing"))
        self._image.value = picture(self._chart.png(drawn, labels), alt)
        head = [words(f"race.{key}") for key in ("seat", "list", "unit", "quotient", "lacks")]
        cells = [_cells(results, runner, row) for runner, row in zip(runners, drawn, strict=True)]
        note = element("p", words("race.note"), class_="vf-quiet")
        self._table.value = element("div", table(head, cells, words("race.caption")), note)


def around_the_cut(counted: Count, rows: list[Margin]) -> list[Runner]:
    """The last winners, those that wait for a lot, and the first that have nothing."""
    frame = protocol(counted)
    order = awards(counted.root, counted.scenario.seats, counted.level)
    winners = [award.letter for award in order]
    lacking = {row.unit: row.to_gain for row in rows}
    units = {child.name: child for child in counted.root.children}
    level = counted.level(counted.root, counted.scenario.seats)
    seats = dict(zip(units, level.seats, strict=True))
    groups: dict[str, list[Runner]] = {"won": [], "lot": [], "out": []}
    for each in frame[(frame["level"] == COUNCIL) & (frame["votes"] > 0)].itertuples():
        if each.status == LIMIT:
            continue
        kind = {LOT: "lot", FIRST_OUT: "out", OUT: "out"}.get(each.status, "won")
        is_next = each.divisor == seats[each.unit] + 1
        number = int(each.number) if kind == "won" else None
        heir = next_inside(counted, units[each.unit], each.divisor - 1)
        runner = Runner(
            kind,
            number,
            heir if number is None else winners[number - 1],
            each.unit,
            int(each.votes),  # of any size, where the frame may have numbers of the machine
            int(each.divisor),
            lacking[each.unit] if is_next else None,
        )
        groups[kind].append(runner)
    rank = {counted.root.children[i].name: place for place, i in enumerate(counted.root.ranked)}
    for group in groups.values():
        group.sort(key=lambda each: (-Fraction(each.votes, each.divisor), rank[each.unit]))
    return groups["won"][-WINNERS:] + groups["lot"] + groups["out"][:LOSERS]


def next_inside(counted: Count, unit: Unit, seats: int) -> str | None:
    """The list that would have one more if a unit had; None where a lot decides."""
    while unit.children:
        now, more = counted.level(unit, seats), counted.level(unit, seats + 1)
        gains = [i for i, got in enumerate(more.seats) if got > now.seats[i]]
        if now.tied or more.tied or len(gains) != 1:
            return None
        seats, unit = now.seats[gains[0]], unit.children[gains[0]]
    return unit.name


def _row(results: Results, runner: Runner, runners: list[Runner]) -> RaceRow:
    words = results.words
    party = None if runner.letter is None else results.parties[runner.letter]
    first = next((each for each in runners if each.kind == "out"), None)
    places = {"lot": words("race.by_lot"), "out": words("race.next") if runner == first else ""}
    lacks = "" if runner.lacks is None else words("race.missing", votes=words.number(runner.lacks))
    return RaceRow(
        number=words.number(runner.number) if runner.number else places[runner.kind],
        badge="?" if runner.letter is None else cut(runner.letter, 4),
        colour=NOBODY[0] if party is None else party.colour,
        ink=NOBODY[1] if party is None else party.ink,
        unit="" if runner.unit == runner.letter else runner.unit,
        quotient=runner.votes / runner.divisor,
        text=words.decimal(Fraction(runner.votes, runner.divisor)),
        note=lacks,
        kind=runner.kind,  # type: ignore[arg-type]  # one of the three
    )


def _cells(results: Results, runner: Runner, row: RaceRow) -> tuple[Any, ...]:
    words = results.words
    divided = words(
        "race.divided",
        quotient=row.text,
        votes=words.number(runner.votes),
        divisor=words.number(runner.divisor),
    )
    letter = words("race.lot_inside") if runner.letter is None else cut(runner.letter, 24)
    return (
        row.number or "–",
        letter,
        cut(runner.unit, 40),
        divided,
        "–" if runner.lacks is None else words.number(runner.lacks),
    )
