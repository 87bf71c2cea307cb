"""How it was counted: the d'Hondt table of the council or an alliance, seat by seat."""

from __future__ import annotations

from functools import partial

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.cut import MOST
from valgforbund.explorer.election.panels.quotients import Moment, quotient_table
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.explorer.workbench.table import Table
from valgforbund.protocol import protocol, why
from valgforbund.scenario import Scenario
from valgforbund.units import COUNCIL
from valgforbund.wording import Words
from valgforbund.wording.protocol import outcome
from valgforbund.wording.protocol import why as why_in_words

ALL = 0  # no seat chosen: all are given out


class HowCounted:
    """A menu for the level, one for the seat, buttons to walk on, sentences and the table."""

    title = "tab.protocol"

    def __init__(self, _state: State, guard: Guard) -> None:
        self._guard = guard
        self._results: Results | None = None
        self._original: Scenario | None = None
        self._frame = pd.DataFrame()
        self._chosen_level, self._chosen_seat = COUNCIL, ALL
        self._level = fields.Menu(guard, "protocol.level", lambda level: self._go(level=level))
        self._seat = fields.Menu(guard, "protocol.seat_menu", lambda seat: self._go(seat=seat))
        self._back, self._on = (
            fields.Button(guard, key, partial(self._walk, way))
            for key, way in (("protocol.previous", -1), ("protocol.next", 1))
        )
        self._text, self._table, self._how = widgets.HTML(), Table(), widgets.HTML()
        menus = fields.row(self._level, self._seat, self._back, self._on)
        self._text.add_class("vf-why")
        self.widget = widgets.Box([menus, self._text, self._table, self._how])
        self.widget.add_class("vf-protocol")

    def _walk(self, way: int) -> None:
        """To the next or the previous seat of the level; before the first stands all at once."""
        stops = [value for _, value in self._seat.options]
        self._go(seat=stops[stops.index(self._chosen_seat) + way])

    def _go(self, level: str | None = None, seat: int | None = None) -> None:
        self._chosen_level = self._chosen_level if level is None else level
        self._chosen_seat = self._chosen_seat if seat is None else seat
        with self._guard.quiet():
            self._show()

    def show(self, results: Results) -> None:
        """Show how one count was made; another election begins with the whole council."""
        if results.original is not self._original:
            self._chosen_level, self._chosen_seat = COUNCIL, ALL
        self._original, self._results = results.original, results
        self._frame = protocol(results.counted)
        self._show()

    def _show(self) -> None:
        results = self._results
        if results is None:
            return
        words, frame = results.words, self._frame
        groups = [group for each in results.scenario.alliances for group in each.groups]
        levels = [(words("protocol.council"), COUNCIL)]
        levels += [
            (words("protocol.inside", level=cut(each.structure, 40)), each.name) for each in groups
        ]
        if self._chosen_level not in frame["level"].array:
            self._chosen_level = COUNCIL
        level = self._chosen_level
        seats = _seats(results, frame, level)
        if self._chosen_seat not in seats:
            self._chosen_seat = ALL
        seat = self._chosen_seat
        stops = [(words("protocol.all"), ALL), *_options(results, seats)]
        self._level.show(words, levels, level)
        self._seat.show(words, stops, seat)
        self._back.show(words)
        self._on.show(words)
        self._back.disabled = seat == ALL
        self._on.disabled = seat == stops[-1][1]
        rows = frame[frame["level"] == level]
        self._text.value = _sentences(words, results, rows, seat)
        where = "_inside" * bool(level)
        caption = words(f"protocol.caption{where}", level=level)
        moment = _moment(results, rows, seat, seats)
        self._table.show(words, quotient_table(results, rows, moment, caption))
        how = [words(f"protocol.how{where}")] + [words("protocol.how_walk")] * (seat != ALL)
        told = element("p", " ".join(how), class_="vf-quiet")
        self._how.value = told if len(rows) <= MOST else ""  # in short there is nothing to read


def _seats(results: Results, frame: pd.DataFrame, level: str) -> list[int]:
    """The council's numbers of a level's seats, those that wait for a lot, too."""
    if level == COUNCIL:
        return list(range(1, results.scenario.seats - results.counted.vacant + 1))
    return [int(n) for n in frame.loc[frame["unit"] == level, "number"].dropna().sort_values()]


def _options(results: Results, seats: list[int]) -> list[tuple[str, int]]:
    """Seats as the menu names them: number, list, and the alliance it is in."""
    words, awards = results.words, results.counted.awards
    options = []
    for n, letter, alliance in zip(awards.index, awards["letter"], awards["alliance"], strict=True):
        if n not in seats:
            continue
        if pd.isna(letter):
            text = words("protocol.option_open", number=n)
        else:
            known = {"number": n, "letter": cut(letter)}
            if pd.isna(alliance):
                text = words("protocol.option", **known)
            else:
                text = words("protocol.option_allied", alliance=cut(alliance), **known)
        options.append((text, int(n)))
    return options


def _moment(results: Results, rows: pd.DataFrame, seat: int, seats: list[int]) -> Moment:
    if seat == ALL:
        return Moment(ALL, None, is_last=True)
    level = rows["level"].iloc[0]
    step = next(each for each in why(results.counted, seat) if each.level == level)
    return Moment(seat, step, is_last=seat == seats[-1] or step.unit is None)


def _sentences(words: Words, results: Results, rows: pd.DataFrame, seat: int) -> Markup:
    """Why the chosen seat went where it did; without one, where the line was drawn."""
    if seat == ALL:
        level = rows["level"].iloc[0]
        lot = next((each for each in results.counted.lots if each.alliance == level), None)
        said = [outcome(words, rows, lot)]
    else:
        said = why_in_words(words, why(results.counted, seat), seat)
    return element("div", *(element("p", each) for each in said), role="status")
