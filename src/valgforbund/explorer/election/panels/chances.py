"""What a simulation found: the strips of seats, and the same numbers in tables."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.charts import ChancesChart, ChancesLabels
from valgforbund.explorer.count.image import Image
from valgforbund.explorer.count.pictures import file_name
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.cells import Cell, for_sheet, share, signed, span, text
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.pictures.chances import rows as drawn
from valgforbund.pictures.picture import files
from valgforbund.pictures.source import caption
from valgforbund.ranges import Span
from valgforbund.simulation.chances import Simulation
from valgforbund.wording import Words
from valgforbund.wording.catalogue import MINUS
from valgforbund.wording.simulation import mean

ACROSS = 40  # numbers of seats that stand beside each other
FEW = 30  # rows that are shown before the person asks for the rest
SEEN = 0.0005  # chances below are shown as nothing in tables


class Chances:
    """The picture of all lists; its table is folded away.

    Attributes
    ----------
    widget, fold : Widget
    """

    def __init__(self, guard: Guard) -> None:
        self._title, self._image, self._numbers = widgets.HTML(), Image(), Table()
        self.fold = Fold("simulation.numbers", self._numbers)
        self._save = Save(guard)
        head = widgets.Box([self._title, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image])

    def show(self, results: Results, sim: Simulation) -> None:
        """Draw the strips."""
        words = results.words
        self._title.value = element("h3", words("simulation.picture"))
        self.fold.show(words)
        with_, without = results.membership_worlds
        more = sim.seats_with
        rows = drawn(sim, results.counted, results.parties)
        key = "simulation.legend_one" if sim.alliance is None else "simulation.legend"
        labels = ChancesLabels(words(key, with_=with_, without=without))
        texts = "; ".join(_likeliest(words, str(letter), row) for letter, row in more.iterrows())
        alt = words("simulation.alt", rows=texts)
        drawing = self._image.draw(
            lambda width: ChancesChart(width).drawing(rows, labels), alt, results.wide
        )
        told = words("picture.chances", draws=words.number(sim.draws))
        self._save.show(
            words,
            file_name(results, words("simulation.picture")),
            lambda: files(caption(words, told, results.counted), drawing),
        )
        worlds = [(with_, more)]
        if sim.alliance is not None:
            worlds.append((without, sim.seats_without))
        content = element("div", *(_distribution(words, world, frame) for world, frame in worlds))
        self._numbers.show(words, content)


def lists(results: Results, sim: Simulation) -> Markup:
    """One row a list: what it has now, what it can expect, and its chance of a seat."""
    words, frame = results.words, sim.lists
    both = sim.alliance is not None
    worlds = list(zip(("with", "without"), results.membership_worlds, strict=True))[: 1 + both]
    chances = sim.at_least(1)
    rows = []
    for index, row in frame.iterrows():
        letter = str(index)
        cells = [text(_name(results, letter), 40), span(words, results.counted.spans[letter])]
        for world, _ in worlds:
            low, high = int(row[f"low_{world}"]), int(row[f"high_{world}"])
            cells += [
                _mean(words, row[f"mean_{world}"]),
                span(words, Span(low, high)),
                _chance(words, chances[world].loc[letter]),
            ]
        rows.append([*cells, *([_changed(words, row["change"])] if both else [])])
    head = [words("tables.list"), words("simulation.now")]
    for _, name in worlds:
        head += [words(f"simulation.{key}", world=name) for key in ("mean", "range", "seat")]
    head += [words("tables.change")] if both else []
    return table(head, rows, words("simulation.lists"))


def saved(results: Results, sim: Simulation) -> Markup:
    """How many seats are saved how often, and what that is for each member on average."""
    if sim.alliance is None:
        return Markup()
    words, members = results.words, sim.members
    often = [
        (signed(words, row.Index), _chance(words, row.probability))
        for row in rows_of(sim.saved)
        if row.probability >= 2 * SEEN
    ]
    head = (words("simulation.saved_seats"), words("simulation.chance"))
    first = table(head, often, words("simulation.saved", alliance=sim.alliance.name))
    form = not members["closed_form"].isna().all()
    rows = [
        (
            text(row.Index, 40),
            _changed(words, row.saved),
            *([_changed(words, row.closed_form)] if form else []),
        )
        for row in rows_of(members)
    ]
    columns = ("saved_mean", *(["closed_form"] if form else []))
    heads = [words("tables.list"), *(words(f"simulation.{key}") for key in columns)]
    second = table(heads, rows, words("simulation.members"))
    notes = [element("p", words("simulation.closed_form_note"), class_="vf-quiet")] * form
    return element("div", first, second, *notes, class_="vf-saved-chances")


def percent(words: Words, chance: float) -> str:
    """A chance in per cent; what is nearly nothing or all is no whole."""
    if 0 < chance < SEEN or 1 - SEEN < chance < 1:
        return f"<{words.share(0.001)}" if chance < SEEN else f">{words.share(0.999)}"
    return words.share(chance)


def _signed(words: Words, value: float, digits: int = 1) -> str:
    """A mean change with its sign; 0 has none."""
    rounded = round(value, digits)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return sign + mean(words, abs(rounded), digits)


def _mean(words: Words, value: float) -> Cell:
    return Cell(shown := mean(words, value, 2), value, shown)


def _chance(words: Words, chance: float) -> Cell:
    return share(words, chance, shown=percent(words, chance))


def _changed(words: Words, value: float) -> Cell:
    shown = _signed(words, value, 2)
    return Cell(shown, value, for_sheet(shown))


def _name(results: Results, letter: str) -> str:
    name = results.parties[letter].name
    return letter if name == letter else f"{letter} {name}"


def _likeliest(words: Words, letter: str, row: pd.Series) -> str:
    number = int(str(row.idxmax()))
    return words(
        "simulation.alt_row", letter=letter, seats=number, chance=words.share(row[number], 0)
    )


def _distribution(words: Words, world: str, frame: pd.DataFrame) -> Markup:
    """A column for each number of seats; where there are too many, a row for each that is seen."""
    caption = words("simulation.distribution", world=world)
    if len(frame.columns) > ACROSS:
        rows = [
            (text(str(letter), 24), int(str(seats)), share(words, chance))
            for letter, row in frame.iterrows()
            for seats, chance in row[row >= SEEN].items()
        ]
        heads = [words(key) for key in ("tables.list", "lists.seats", "simulation.chance")]
        return table(heads, rows, caption, first=FEW)
    head = [words("tables.list"), *map(str, frame.columns)]
    cells = [
        (text(str(letter), 24), *(_seen(words, chance) for chance in row))
        for letter, row in zip(frame.index, frame.to_numpy(), strict=True)
    ]
    return table(head, cells, caption)


def _seen(words: Words, chance: float) -> Cell:
    return share(words, chance, shown=words.share(chance) if chance >= SEEN else "")
