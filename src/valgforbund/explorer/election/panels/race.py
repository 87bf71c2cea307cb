"""The race for the last seats: the quotients around the cut, as a chart and a table."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from valgforbund.charts import RaceChart, RaceRow
from valgforbund.explorer.count.image import Image
from valgforbund.explorer.count.pictures import file_name
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.cells import Cell, number, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins import Margin
from valgforbund.pictures.picture import files
from valgforbund.pictures.race import Runner, around_the_cut, labels, row
from valgforbund.pictures.source import caption

HEIGHT = 356


class Race:
    """Who won the last seats, and who came next."""

    def __init__(self, guard: Guard) -> None:
        self._title, self._table = widgets.HTML(), Table()
        self._image = Image("vf-picture-race")
        self._save = Save(guard)
        head = widgets.Box([self._title, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image, self._table])

    def show(self, results: Results, rows: list[Margin]) -> None:
        """Draw the quotients around the cut."""
        words = results.words
        self._title.value = element("h3", words("race.title"))
        runners = around_the_cut(results.counted, rows)
        drawn = [row(words, runner, runners, results.parties) for runner in runners]
        texts = "; ".join(
            words("race.row", number=row.number, letter=row.badge, quotient=row.text)
            for row in drawn
        )
        alt = words("race.alt", rows=texts or words("chart.nothing"))
        drawing = self._image.draw(
            lambda width: RaceChart(width, HEIGHT).drawing(drawn, labels(words)), alt, results.wide
        )
        told = words("race.title")
        self._save.show(
            words,
            file_name(results, told),
            lambda: files(caption(words, told, results.counted), drawing),
        )
        head = [words(f"race.{key}") for key in ("seat", "list", "unit", "quotient", "lacks")]
        cells = [_cells(results, runner, row) for runner, row in zip(runners, drawn, strict=True)]
        note = element("p", words("race.note"), class_="vf-quiet")
        self._table.show(words, element("div", table(head, cells, words("race.caption")), note))


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
        Cell(row.number or "–", runner.number),
        letter,
        text(runner.unit, 40),
        Cell(divided, float(row.quotient), row.text),
        number(words, runner.lacks),
    )
