"""Up to four pinned scenarios side by side, as our list sees them."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.comparison import NO_SEATS
from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.pictures import RowsPicture
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.count.view import Pin
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, change, number, span
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.margins import Margin
from valgforbund.margins.closest import close
from valgforbund.pictures.variants import described, picture
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.waste import WASTED, spans_by_measure
from valgforbund.wording import Words
from valgforbund.wording.variants import changes

MOST = 4
TOLD = 2  # changes that are part of a variant's name
NOW, ALONE, JOIN, WITH = "now", "alone", "join", "with"
Choice = tuple[str, str]  # how our list stands, and beside whom


class Variants:
    """A tray: one press keeps what is shown, another one goes back to it; all side by side."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._results: Results | None = None
        self._title = widgets.HTML()
        self._keep = fields.Button(guard, "variants.keep", self._pin_shown, "vf-keep")
        self._pins = [_Pinned(state, guard, place) for place in range(MOST)]
        tray = fields.row(
            self._title, *(pinned.widget for pinned in self._pins), self._keep, kind="vf-pins"
        )
        self._what = fields.Menu(guard, "variants.what")
        self._name = fields.Entry("variants.name", hint="variants.name_hint")
        self._pin = fields.Button(guard, "variants.pin", self._pin_chosen)
        self._table = Table()
        self._picture = RowsPicture(guard)
        choose = fields.row(self._what, self._name, self._pin)
        beside = widgets.Box([self._picture.widget, self._table, choose])
        beside.add_class("vf-variants")
        self._fold = Fold("variants.side", beside)
        self._fold.observe(guard(lambda _: self._draw()), "selected_index")
        self.widget = widgets.Box([tray, self._fold])
        self.widget.add_class("vf-tray")

    def _pin_shown(self) -> None:
        if self._results is not None:
            self._put(called(self._results), self._state.scenario)

    def _pin_chosen(self) -> None:
        kind = self._what.value
        named = {value: label for label, value in self._what.options}
        name = self._name.value.strip() or named[kind]
        self._put(name, variant(self._state.scenario, self._state.view.ours, kind))
        self._name.clear()

    def _put(self, name: str, scenario: Scenario) -> None:
        """Keep it; what is kept already is said, and not kept again."""
        pins = self._state.view.pins
        there = next((pin.name for pin in pins if pin.scenario == scenario), None)
        if there is not None:
            if self._results is not None:
                self._guard.said = self._results.words("variants.there", name=cut(there, 40))
            return
        if len(pins) >= MOST:
            raise ScenarioError("too_many_pins", limit=MOST)
        self._state.look(pins=(*pins, Pin(told_apart(name, pins), scenario)))

    def show(self, results: Results) -> None:
        """Show what can be kept, and the pins beside what is shown now."""
        self._results = results
        words, scenario, pins = results.words, results.scenario, results.view.pins
        ours = results.view.ours if results.view.ours in scenario.letters else ""
        self._title.value = element("span", words("variants.tray"), class_="vf-quiet")
        for place, pinned in enumerate(self._pins):
            pinned.show(words, _named(pins[place], scenario) if place < len(pins) else None)
        self._keep.show(words)
        self._fold.show(words)
        self._what.show(words, choices(words, scenario, ours), self._what.value)
        self._name.show(words)
        self._pin.show(words)
        none = element("p", words("variants.none"))
        self._table.show(words, _compared(results, ours) if pins else none)
        self._draw()

    def _draw(self) -> None:
        """The variants of this election beside what is shown, while somebody looks."""
        results = self._results
        if results is None or self._fold.selected_index is None:
            return
        words, ours = results.words, results.view.ours
        here = results.view.pins_of(results.scenario)
        worlds = {words("variants.shown"): results.counted}
        worlds |= {pin.name: count(pin.scenario) for pin in here}
        shown = picture(words, worlds, ours) if here else None
        self._picture.show(results, shown, described(words, worlds, ours))


class _Pinned:
    """The buttons of one pin."""

    def __init__(self, state: State, guard: Guard, place: int) -> None:
        self._state, self._place = state, place
        self._open = fields.Button(
            guard, "variants.open", self._show_scenario, "vf-pin", tip="variants.open_long"
        )
        self._remove = fields.Button(
            guard, "variants.remove", self._unpin, "vf-unpin", tip="variants.remove_long"
        )
        self.widget = widgets.Box([self._open, self._remove])

    def _show_scenario(self) -> None:
        self._state.put(self._state.view.pins[self._place].scenario)

    def _unpin(self) -> None:
        pins = self._state.view.pins
        self._state.look(pins=pins[: self._place] + pins[self._place + 1 :])

    def show(self, words: Words, name: str | None) -> None:
        """Show a pin's name, or nothing."""
        self.widget.layout.display = "none" if name is None else ""
        for button in (self._open, self._remove):
            button.show(words, name=cut(name or "", 40))


def called(results: Results) -> str:
    """What is shown, by what is another than when the election was opened, and what that brings.

    Where nothing is, by the alliance: that of our list, if there is one, else that in focus. What
    it brings are the seats of our list, or those that the alliance in focus saves.
    """
    words, scenario, ours = results.words, results.scenario, results.view.ours
    if ours in scenario.letters:
        home = scenario.alliance_of(ours)
        where = cut(home.structure, 24) if home else words("variants.alone", letter=cut(ours))
        where = _changed(results) or where
        now, before = results.counted.spans[ours], results.before.get(ours)
        moved = now - before if before is not None and before != now else None
        figure = words.span(now) if moved is None else words.signed_span(moved)
        return words("variants.called", where=where, letter=cut(ours), seats=figure)
    if results.alliance is None:
        return _changed(results) or words("world.none")
    where = _changed(results) or cut(results.alliance.structure, 24)
    return words("variants.saves", where=where, seats=words.span(results.membership.saved))


def _changed(results: Results) -> str:
    """What is another than when the election was opened; nothing where nothing is."""
    words = results.words
    said = changes(words, results.original, results.scenario) if results.has_original else []
    more = ["…"] if len(said) > TOLD else []
    return ", ".join([*said[:TOLD], *more])


def _named(pin: Pin, scenario: Scenario) -> str:
    """What a pin is called; with its place, where that is another one."""
    elsewhere = pin.scenario.place != scenario.place
    return " · ".join(filter(None, (pin.name, pin.scenario.place * elsewhere)))


def told_apart(name: str, pins: tuple[Pin, ...]) -> str:
    """A name that no pin has yet."""
    taken = {pin.name for pin in pins}
    names = (name, *(f"{name} ({n})" for n in range(2, len(pins) + 2)))
    return next(each for each in names if each not in taken)


def choices(words: Words, scenario: Scenario, ours: str) -> list[tuple[str, Choice]]:
    """What can be pinned: what is shown, and where our list could stand instead."""
    found = [(words("variants.now"), (NOW, ""))]
    if not ours:
        return found
    home = scenario.alliance_of(ours)
    if home:
        found.append((words("variants.alone", letter=cut(ours)), (ALONE, "")))
    for alliance in scenario.alliances:
        if alliance != home:
            label = words("variants.join", letter=cut(ours), alliance=cut(alliance.structure, 40))
            found.append((label, (JOIN, alliance.name)))
    for other in scenario.letters:
        if other != ours and scenario.alliance_of(other) is None:
            label = words("variants.with", letter=cut(ours), other=cut(other))
            found.append((label, (WITH, other)))
    return found


def variant(scenario: Scenario, ours: str, choice: Choice) -> Scenario:
    """The scenario with our list where the choice puts it."""
    kind, other = choice
    if kind == ALONE:
        return scenario.leave(ours)
    if kind == JOIN:
        return scenario.join(ours, other)
    if kind == WITH:
        return scenario.unite([ours, other])
    return scenario


def _compared(results: Results, ours: str) -> Markup | str:
    """A column for what is shown now and for each pin, a row for each question."""
    words = results.words
    worlds = [(words("variants.shown"), results.scenario)]
    worlds += [(cut(pin.name, 40), pin.scenario) for pin in results.view.pins]
    if not ours:
        return element("p", words("variants.choose"))
    now = results.counted.spans[ours]
    columns = [_column(words, scenario, ours, now) for _, scenario in worlds]
    keys = ("place", "alliance", "votes", "seats", "change", "gain", "lose", "allied", "wasted")
    rows = [
        (
            words(f"variants.row_{key}"),
            *(column.get(key, words("variants.absent")) for column in columns),
        )
        for key in keys
        if key != "place" or len({column["place"] for column in columns}) > 1
    ]
    head = (words("variants.list", letter=cut(ours)), *(name for name, _ in worlds))
    note = element("p", words("variants.note"), class_="vf-quiet")
    return element("div", table(head, rows, words("variants.title"), order="given"), note)


def _column(words: Words, scenario: Scenario, ours: str, now: Span) -> dict[str, Cell | str]:
    """What our list sees in one world; only the place where it does not stand."""
    column: dict[str, Cell | str] = {
        "place": " ".join(filter(None, (scenario.place, scenario.election))) or "–"
    }
    if ours not in scenario.letters:
        return column
    counted = count(scenario)
    seats, home = counted.spans[ours], scenario.alliance_of(ours)
    return column | {
        "alliance": cut(home.structure, 40) if home else words("lists.alone"),
        "votes": number(words, scenario.ballots[scenario.letters.index(ours)]),
        "seats": span(words, seats),
        "change": change(words, NO_SEATS if seats == now else seats - now),
        **_close(words, close(scenario, ours)),
        "allied": span(words, counted.seats_of(home.letters)) if home else words("variants.nobody"),
        "wasted": span(words, spans_by_measure(counted)[WASTED]),
    }


def _close(words: Words, found: Margin) -> dict[str, str]:
    """How far our list is from one seat more and one fewer, and whose seat that is."""
    texts = {}
    others = {each: span for each, span in found.gain_changes.items() if span.low < 0}
    heirs = {each: span for each, span in found.lose_changes.items() if span.high > 0}
    for key, votes, other in (("gain", found.to_gain, others), ("lose", found.to_lose, heirs)):
        if votes is None:
            texts[key] = words(f"variants.{key}_never")
        elif other:
            texts[key] = words(
                f"variants.{key}", votes=words.number(votes), others=words.join(other)
            )
        else:
            texts[key] = words.number(votes)
    return texts
