"""What a file or a pasted table was found to hold, to be looked at before it is used."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import parsing
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.filing import began_as
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import badge, cut, element, label, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.scenario import Scenario
from valgforbund.sharing import candidates
from valgforbund.sources.known import spelled_place
from valgforbund.sources.opened import opened, proposed
from valgforbund.sources.reading import TABLE, Reading, Result
from valgforbund.wording import Words
from valgforbund.wording.reading import told, understood

FIRST = 12  # lists that are shown before the person asks for the rest
HEADS = {
    "name": "lists.name",
    "votes": "lists.votes",
    "alliance": "lists.alliance",
    "candidates": "lists.candidates_long",
    "official": "lists.seats",
}


class Preview:
    """Stands above the tool while something waits to be used; nothing is changed by it.

    Attributes
    ----------
    widget : Box
    """

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._words: Words | None = None
        self._name = ""
        self._ways: tuple[Reading, ...] = ()
        self._way = self._place = 0
        self._data = b""
        self._asked: dict[str, Any] = {}  # where it is, and how many seats, if the person says so
        self._beside: Scenario | None = None  # what was open when it was read
        self._says = widgets.HTML()
        self._table = Table(guard, lambda _: None)
        self._as = fields.Menu(guard, "preview.as", self._choose_way)
        self._of = fields.Menu(guard, "preview.place", self._choose_place)
        self._where = fields.Text(guard, "preview.where", self._name_place, "vf-where")
        self._size = fields.Whole(
            guard, "preview.seats", self._resize, "vf-size", least=1, most=parsing.MOST_SEATS
        )
        self._use = fields.Button(guard, "preview.use", self._take)
        self._drop = fields.Button(guard, "preview.drop", self._close)
        buttons = fields.row(self._as, self._of, self._where, self._size, self._use, self._drop)
        self.widget = widgets.Box([self._says, buttons, self._table])
        self.widget.add_class("vf-preview")
        self.widget.layout.display = "none"

    def offer(self, name: str, data: bytes) -> None:
        """Read a file, or what was pasted, and show what was understood.

        Raises
        ------
        ScenarioError
            If it cannot be read: then what was offered before is gone, too.
        """
        self._close()
        beside, asking = self._state.scenario, self._state.view.asking
        ways = proposed(name, data, beside)
        if asking:  # nobody has seen what is open
            ways = tuple(each for each in ways if not each.into) or ways
        self._beside, self._ways = beside, ways
        self._name, self._data, self._asked = name, data, {}
        self._way = self._place = 0
        if asking and self._state.can_undo and self._is_open_table and not self._where_is:
            self._name_place(beside.place)  # it was asked for before
        self._draw()

    def show(self, results: Results) -> None:
        """Show the texts; what was read beside another scenario is not offered any more."""
        self._words = results.words
        if self._beside != results.scenario:
            self._close()
        self._draw()

    def _choose_way(self, way: int) -> None:
        self._way, self._place = way, 0
        self._draw()

    def _choose_place(self, place: int) -> None:
        self._place = place
        self._draw()

    def _name_place(self, place: str) -> None:
        self._read_again(place=spelled_place(place) or place.strip())

    def _resize(self, seats: int) -> None:
        self._read_again(seats=seats)

    def _read_again(self, **asked: Any) -> None:
        """The same table, with what the person says of it."""
        asked = {**self._asked, **asked}
        found = opened(self._name, self._data, self._beside, alone=True, **asked)
        self._ways = tuple(each if each.into else found for each in self._ways)
        self._asked, self._place = asked, 0
        self._draw()

    @property
    def _is_open_table(self) -> bool:
        """Whether the person may say where it is, and how large the council."""
        reading = self._ways[self._way]
        return reading.kind == TABLE and not reading.into and len(reading.results) == 1

    @property
    def _where_is(self) -> str:
        return self._result.scenario.place

    def _take(self) -> None:
        """Open it, or put its votes into what is open: one step back."""
        scenario, votes = self._result.scenario, self._ways[self._way].into
        persons = candidates.of(self._result.candidates)
        self._close()
        if votes:
            self._state.change(scenario)
        else:
            self._state.open(began_as(scenario), scenario, candidates=persons)
        if self._words is not None:
            self._guard.said = self._words("files.opened", undo=self._words("bar.undo"))

    def _close(self) -> None:
        self._ways, self._beside = (), None
        self._says.value = ""
        self.widget.layout.display = "none"

    def _names(self, words: Words) -> list[str]:
        """That candidates come along, by name, and where they stay; not where votes alone do."""
        people = self._result.candidates
        if self._ways[self._way].into or people.empty:
            return []
        named = int(people["name"].notna().sum()) if "name" in people else 0
        return [words("preview.names", n=named, names=words.number(named))] if named else []

    @property
    def _result(self) -> Result:
        return self._ways[self._way].results[self._place]

    def _draw(self) -> None:
        words = self._words
        if words is None or not self._ways:
            return
        reading = self._ways[self._way]
        named = cut(self._name, 60)
        title = words("preview.title", name=named) if named else words("preview.pasted")
        notes = [element("li", each) for each in (*told(words, reading), *self._names(words))]
        self._says.value = element(
            "div",
            element("h2", title),
            element("p", understood(words, reading)),
            element("ul", *notes) if notes else "",
            role="status",
        )
        beside = self._beside.place if self._beside else ""
        here = label(cut(beside or words("election.own"), 40))
        ways = [
            (words("preview.as_votes", place=here) if each.into else words("preview.as_new"), n)
            for n, each in enumerate(self._ways)
        ]
        self._as.show(words, ways, self._way)
        self._as.layout.display = "" if len(ways) > 1 else "none"
        places = [
            (label(cut(each.scenario.place or words("election.own"), 40)), n)
            for n, each in enumerate(reading)
        ]
        self._of.show(words, places, self._place)
        self._of.layout.display = "" if len(places) > 1 else "none"
        for field in (self._where, self._size):
            field.layout.display = "" if self._is_open_table else "none"
        self._where.show(words, self._where_is)
        self._where.placeholder = words("preview.where_hint")
        self._size.show(words, str(self._result.scenario.seats))
        self._use.show(words)
        self._drop.show(words)
        self._table.show(words, _lists(words, self._result), {})
        self.widget.layout.display = ""


def _lists(words: Words, result: Result) -> Markup:
    """A row a list, with the columns that are known of any."""
    s = result.scenario
    limits, official = any(s.limits), result.official
    columns = ["name", "votes", *["official"] * (official is not None)]
    columns += ["alliance"] * bool(s.alliances) + ["candidates"] * limits
    rows = []
    for i, letter in enumerate(s.letters):
        home = s.alliance_of(letter)
        called = badge(letter, s.parties[letter]), element("span", cut(s.names[i], 40))
        shown = element("span", *called, class_="vf-named")
        cells = {
            "name": Cell(shown, f"{letter} {s.names[i]}"),
            "votes": Cell(words.number(s.ballots[i]), s.ballots[i]),
            "alliance": text(home.name) if home else NOTHING,
            "candidates": _number(words, s.limits[i]),
            "official": _number(words, official[i] if official else None),
        }
        rows.append([cells[each] for each in columns])
    head = [words(HEADS[each]) for each in columns]
    return table(head, rows, words("preview.caption"), first=FIRST, order="given")


def _number(words: Words, value: int | None) -> Cell:
    return NOTHING if value is None else Cell(words.number(value), value)
