"""What our party can expect, and what has just happened, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.night.results import LATEST, Results
from valgforbund.explorer.night.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import Cell, Row
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.wording import Words
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.night import event, headline, stand


class Story:
    """The headline, and the events of the night so far.

    Parameters
    ----------
    state : State
    guard : Guard
    told : callable
        Gets the results when all of them is told that was not when they were shown.
    """

    def __init__(self, state: State, guard: Guard, told: Callable[[Results], None]) -> None:
        self._state, self._told = state, told
        self._says, self._note = widgets.HTML(), widgets.HTML()
        self._job = Job(guard)
        self._party = fields.Menu(guard, "night.about", lambda key: state.look(party=key))
        self._near = fields.Menu(guard, "night.near", lambda code: state.look(near=code))
        self._ours = fields.Tick(guard, "night.ours_only", lambda ours: state.look(ours=ours))
        self._table = Table(guard, lambda code: state.look(place=code))
        self._table.add_class("vf-night-events")
        filters = fields.row(self._near, self._party, self._ours)
        self.widget = widgets.Box([self._says, filters, self._job.widget, self._table, self._note])
        self.widget.add_class("vf-card")
        self.widget.add_class("vf-night-story")

    def show(self, results: Results) -> None:
        """Show what has happened until now; what takes long is told when it is done."""
        words, view = results.words, results.view
        said = headline(words, results.party.name, results.ours, results.is_over)
        meaning = words("night.headline_meaning")
        self._says.value = element(
            "div",
            element("h2", said, role="status"),
            element("details", element("summary", words("night.meaning")), element("p", meaning)),
            class_="vf-night-headline",
        )
        places = sorted(results.scenarios.items(), key=lambda each: alphabetical(each[1].place))
        near = [(words("night.everywhere"), ""), *((s.place, code) for code, s in places)]
        self._near.show(words, near, view.near)
        parties = [(each.short, each.key) for each in results.feed.parties]
        self._party.show(words, [(words("night.all_parties"), ""), *parties], view.party)
        self._ours.show(words, view.ours, party=results.party.short)
        if not results.behind:
            self._job.stop()
            self._tell(results)
            return
        self._table.show(words, "")
        self._note.value = element("p", words("night.being_told"), class_="vf-quiet")
        feed, time = results.feed, results.time
        self._job.start(
            results,
            (id(feed), view.time),
            lambda progress: feed.tell(time, progress),
            lambda _: self._end(results),
        )

    def _end(self, results: Results) -> None:
        self._tell(results)
        self._told(results)

    def _tell(self, results: Results) -> None:
        words, events = results.words, results.events
        rows = [self._row(results, row) for row in events[:LATEST]]
        keys = {str(row.key): events[n].code for n, row in enumerate(rows)}
        head = [words(f"night.column.{each}") for each in ("time", "event")]
        made = table(head, rows, words("night.happened", time=results.clock), order="given")
        self._table.show(words, made if rows else "", keys)
        self._note.value = element("p", _note(words, len(events)), class_="vf-quiet")

    def _row(self, results: Results, row: Any) -> Row:
        words = results.words
        said = event(words, row)
        at = results.clock_at(row.time)
        place = element("strong", row.place)
        below = element("span", stand(words, row), class_="vf-note")
        sentence = element("span", place, ": ", said, below)
        copied = f"{row.place}: {said}; {stand(words, row)}"
        key = f"{row.count_id} {row.code} {row.event}"
        looks = words("night.look_at", place=row.place)
        current = row.code == results.view.place
        return Row((Cell(at, at), Cell(sentence, copied)), key, f"{looks}, {at}: {said}", current)


def _note(words: Words, many: int) -> str:
    if not many:
        return words("night.nothing_told")
    more = many - LATEST
    return words("night.more_events", n=more) if more > 0 else words("night.told_from")
