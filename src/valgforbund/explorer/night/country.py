"""The country as a map: how much is counted in each council, and how sure its majority is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import COUNTED, SURE, State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row, share
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.sources.outlines import HEIGHT, WIDTH, outlines
from valgforbund.wording import Words
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.night import majority, odds

LEVELS = {  # from where a shade begins
    COUNTED: (0.001, 0.2, 0.4, 0.6, 0.8, 1.0),
    SURE: (0.001, 0.5, 0.8, 0.9, 0.95, 0.99),
}
NOBODY = "nobody"  # the shade where no list and no alliance has a majority in sight
LEGENDS = {COUNTED: (0, 1, 2, 3, 4, 6), SURE: (0, NOBODY, 1, 2, 3, 4, 6)}
# The capital and its neighbours, which are small, once more and larger.
NEAR = (
    *("101", "147", "151", "153", "155", "157", "159", "161", "163", "165", "167", "169"),
    *("173", "175", "183", "185", "187", "190", "201", "230", "253"),
)
FRAME = {"x": "548", "y": "1", "width": "264", "height": "247", "rx": "8"}
TRANSFORM = "translate(-961 -1246) scale(2.2)"


class Map(anywidget.AnyWidget):
    """The shapes; ``map.js`` beside this file draws them, and says which one was pressed."""

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = Path(__file__).with_name("map.js").read_text("utf-8")
    outlines = traitlets.Dict().tag(sync=True)
    size: traitlets.List[int] = traitlets.List().tag(sync=True)
    inset = traitlets.Dict().tag(sync=True)
    levels = traitlets.Dict().tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    current = traitlets.Unicode().tag(sync=True)
    name = traitlets.Unicode().tag(sync=True)

    def __init__(self, press: Callable[[str], None]) -> None:
        inset = {"codes": [*NEAR], "frame": FRAME, "transform": TRANSFORM}
        super().__init__(outlines=outlines(), size=[WIDTH, HEIGHT], inset=inset)
        self.add_class("vf-night-map")
        self.on_msg(lambda _, message, __: press(str(message.get("press", ""))))


class Country:
    """The map with what it is about, and the same as a table."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._shows = fields.Menu(guard, "night.shows", lambda what: state.look(shows=what))
        look = guard(self._look)
        self.map, self._legend = Map(look), widgets.HTML()
        self._table = Table(guard, self._look)
        self._fold = Fold("night.as_table", self._table)
        self._fold.observe(guard(lambda _: self._fill()), "selected_index")
        self._results: Results | None = None
        head = fields.row(self._shows)
        self.widget = widgets.Box([head, self.map, self._legend, self._fold])
        self.widget.add_class("vf-card")
        self.widget.add_class("vf-night-country")

    def _look(self, code: str) -> None:
        """Look at a council; pressed again, do not."""
        self._state.look(place="" if code == self._state.view.place else code)

    def show(self, results: Results) -> None:
        """Show the country."""
        self._results, words, view = results, results.words, results.view
        kinds = [(words(f"night.shows_{each}"), each) for each in (COUNTED, SURE)]
        self._shows.show(words, kinds, view.shows)
        rows = results.councils
        with self.map.hold_sync():
            self.map.levels = {code: _level(row, view.shows) for code, row in rows.items()}
            self.map.labels = {code: label(words, row) for code, row in rows.items()}
            self.map.current, self.map.name = view.place, words("night.map", time=results.clock)
        whole = rows.keys() >= {*self.map.outlines}
        self._legend.value = _legend(words, view.shows, whole)
        self._fold.show(words)
        self._fill()

    def _fill(self) -> None:
        """The table is filled while it is open."""
        results = self._results
        if results is None or self._fold.selected_index is None:
            return
        words = results.words
        head = [words(f"night.column.{each}") for each in ("place", "counted", "bloc", "majority")]
        rows = sorted(results.councils.values(), key=lambda row: alphabetical(row.place))
        shown = [
            Row(
                (row.place, share(words, row.share_counted, 0), *_cells(words, row)),
                row.code,
                words("night.look_at_map", place=row.place),
                row.code == results.view.place,
            )
            for row in rows
        ]
        made = table(head, shown, words("night.map", time=results.clock))
        self._table.show(words, made, {row.code: row.code for row in rows})


def label(words: Words, row: Any) -> str:
    """A council in words: how much is counted, and whose the majority is."""
    counted = words("night.share_counted", share=words.share(row.share_counted, 0))
    return f"{row.place}: {counted}; {majority(words, row)}"


def _level(row: Any, shows: str) -> int | str:
    """The shade of a council; what is not among them has the shade 0."""
    if shows == SURE and not isinstance(row.bloc, str):
        return NOBODY
    value = row.share_counted if shows == COUNTED else row.majority
    return sum(bool(value >= limit - 1e-9) for limit in LEVELS[shows])


def _cells(words: Words, row: Any) -> tuple[object, object]:
    if not isinstance(row.bloc, str):
        return Cell(words("night.no_bloc"), None), NOTHING
    return row.bloc, Cell(odds(words, row.majority), row.majority)


def _legend(words: Words, shows: str, whole: bool) -> str:
    """What the shades mean; `whole` where there is a council of every shape."""
    levels = LEGENDS[shows]
    texts = words(f"night.legend_{shows}").split("|")
    swatches = [
        element("span", element("i", class_=f"vf-map-{level}"), said, class_="vf-map-key")
        for level, said in zip(levels, texts, strict=True)
        if not (whole and shows == SURE and level == 0)
    ]
    press = element("span", words("night.press"), class_="vf-quiet")
    return element("div", *swatches, press, class_="vf-map-legend")
