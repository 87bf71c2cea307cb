"""Beside the story: our places with what is open in each, and the parties' seats in the country."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import ELECTION, State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row, decimal, number
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import badge, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.parties import nationwide, usual_letter
from valgforbund.sources.places import code as code_of
from valgforbund.sources.places import place_typed
from valgforbund.wording import Words
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.night import between, prospect


class Ours:
    """The places that we follow; pressing one is looking at it."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._table = Table(guard, lambda code: state.look(place=code))
        self._add = fields.Search(guard, "night.watch", self._watch, "vf-place")
        self._places: dict[str, str] = {}  # by code
        self.widget = widgets.Box([self._table, self._add])
        self.widget.add_class("vf-night-ours")

    def _watch(self, typed: str) -> None:
        """Follow a place, or do not any more."""
        if text := typed.strip():
            place = place_typed(ELECTION, text)
            self._state.watch(self._known(code_of(place) or place))

    def _known(self, code: str) -> str:
        if code not in self._places:
            raise ScenarioError("night_council_unknown", value=code)
        return code

    def show(self, results: Results) -> None:
        """Show our places, in the order in which they were chosen."""
        words = results.words
        self._places = {code: each.place for code, each in results.scenarios.items()}
        self._add.show(words, "")
        self._add.placeholder = words("night.watch_hint")
        self._add.options = sorted(self._places.values(), key=alphabetical)
        ours = {row.code: row for row in results.ours}
        watched = [code for code in results.evening.watched if code in results.councils]
        head = [words(f"night.column.{each}") for each in ("place", "now", "prospect")]
        rows = [self._row(results, code, ours.get(code)) for code in watched]
        made = table(head, rows, words("night.our_places", party=results.party.short))
        self._table.show(words, made, {code: code for code in watched})

    def _row(self, results: Results, code: str, row: Any) -> Row:
        words, place = results.words, results.councils[code].place
        looks = words("night.look_at_ours", place=place)
        current = code == results.view.place
        if row is None:
            absent = Cell(words("night.not_here"), None)
            return Row((place, NOTHING, absent), code, looks, current)
        said = prospect(words, row)
        chance = row.seats_expected
        cells = place, seats(words, row.seats_now_low, row.seats_now_high), Cell(said, chance)
        return Row(cells, code, looks, current)


class Parties:
    """The seats of each party in the country."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._table = Table(guard, state.support)
        self.widget = widgets.Box([self._table])
        self.widget.add_class("vf-night-parties")

    def show(self, results: Results) -> None:
        """Show them, the largest first; the press of one makes it ours."""
        words = results.words
        known = {each.short: each for each in nationwide()}
        head = [words(f"night.column.{each}") for each in ("party", "now", "expected", "interval")]
        rows: list[Row | tuple[object, ...]] = []
        for row in results.parties:
            numbers = (
                seats(words, row.seats_now_low, row.seats_now_high),
                decimal(words, row.seats_expected, words.number(round(row.seats_expected))),
                Cell(between(words, row.seats_low, row.seats_high), None),
            )
            if not isinstance(row.party, str):
                rows.append((words("night.local"), *numbers))
                continue
            party = known[row.party]
            letter = usual_letter(party.name) or party.short[:1]
            name = Cell(
                element("span", badge(letter, party), party.short, class_="vf-named"), party.short
            )
            looks = words("night.make_ours", party=party.short)
            rows.append(Row((name, *numbers), party.key, looks, party.key == results.party.key))
        made = table(head, rows, words("night.country", time=results.clock), first=10)
        self._table.show(words, made, {each.key: each.key for each in known.values()})


def seats(words: Words, low: Any, high: Any) -> Cell:
    """Seats if it ended now: least and most where a lot decides; none before any count."""
    if pd.isna(low):
        return NOTHING
    return number(words, int(low), between(words, low, high))
