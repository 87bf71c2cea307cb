"""One council on the night: how it stands, its last seats, what is missing, who sits."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.standing import seats
from valgforbund.explorer.night.state import State
from valgforbund.explorer.workbench import doors, fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, number, share
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import badge, element, table
from valgforbund.explorer.workbench.passage import Passage
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.night.standing import Standing
from valgforbund.people.elected import standing as people_of
from valgforbund.sharing import code
from valgforbund.wording import Words
from valgforbund.wording.night import between, expected_counted, majority, odds
from valgforbund.wording.people import lot, person

MOST_AREAS = 12  # that are named


class OneCouncil:
    """The council that is looked at; nothing where none is."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._results: Results | None = None
        self._says, self._lists, self._race = widgets.HTML(), Table(), Table()
        self._missing, self._elected = Table(), Table()
        self._watch = fields.Button(guard, "night.follow", self._follow)
        self._now = Passage(guard, "election", "night.open_now", lambda: self._open(False))
        self._then = Passage(guard, "election", "night.open_expected", lambda: self._open(True))
        self._close = fields.Button(guard, "night.close", lambda: state.look(place=""))
        self._old, self._below = widgets.HTML(), widgets.Box()
        self._old.add_class("vf-banner")
        self._below.add_class("vf-tool-below")
        buttons = fields.row(self._now, self._then, self._watch, self._close)
        beside = widgets.Box([self._race, self._missing, self._elected])
        tables = widgets.Box([self._lists, beside])
        tables.add_class("vf-night-tables")
        self._card = widgets.Box([self._says, buttons, tables])
        self._card.add_class("vf-card")
        self.widget = widgets.Box([self._card, self._old, self._below])
        self.widget.add_class("vf-night-council")

    def _follow(self) -> None:
        self._state.watch(self._state.view.place)

    def _open(self, projected: bool) -> None:
        """The explorer below, with the votes as they stand, or as they are expected.

        What was there before is one step back.
        """
        results = self._results
        if results is None or results.looked_at is None:
            return
        place, words = results.view.place, results.words
        scenario = results.scenario(place, projected)
        there = next(iter(self._below.children), None)
        is_replaced = there is not None and there.scenario != scenario
        tool = doors.go("election", scenario, results.view.language, there)
        tool.state.look(asking=False)
        kind = words("night.as_expected" if projected else "night.as_it_stands")
        said = words("night.opened", place=scenario.place, time=results.clock, kind=kind)
        said += f" {words('night.opened_over')}" * is_replaced
        self._old.value = element("p", said, class_="vf-opened", tabindex="-1")
        self._below.children = (tool,)

    def show(self, results: Results) -> None:
        """Show the council."""
        self._results, standing = results, results.looked_at
        for each in (self._card, self._old, self._below):  # what was opened waits
            each.layout.display = "none" if standing is None else ""
        for tool in self._below.children:
            if tool.state.view.language != results.view.language:
                tool.state.look(language=results.view.language)
        if standing is None:
            return
        words, row = results.words, results.councils[results.view.place]
        counted = words(
            "night.council_counted",
            counted=row.counted,
            areas=row.areas,
            share=words.share(row.share_counted, 0),
        )
        whose = majority(words, row)
        self._says.value = element(
            "div",
            element("h2", words("night.council", place=row.place, time=results.clock)),
            element("p", f"{counted} {whose[:1].upper()}{whose[1:]}."),
        )
        watched = results.view.place in results.evening.watched
        self._watch.show(words, "night.unfollow" if watched else "night.follow")
        self._close.show(words)
        self._now.show(words, code.of(results.scenario(row.code)) if row.votes else "")
        self._then.show(words, code.of(results.scenario(row.code, True)))
        for part, made in (
            (self._lists, _lists(results, standing)),
            (self._race, _race(results, standing)),
            (self._missing, _missing(results, standing)),
            (self._elected, _elected(results, standing)),
        ):
            part.show(words, made)


def _named(results: Results, letter: str) -> Cell:
    party = results.scenarios[results.view.place].parties[letter]
    name = element("span", party.short)
    shown = element("span", badge(letter, party), name, class_="vf-named")
    return Cell(shown, f"{letter} {party.short}")


def _lists(results: Results, standing: Standing) -> Any:
    words = results.words
    keys = ("list", "votes", "now", "expected", "interval")
    head = [words(f"night.column.{each}") for each in keys]
    rows = [
        (
            _named(results, row.letter),
            number(words, row.votes),
            seats(words, row.seats_now_low, row.seats_now_high),
            number(words, row.seats),
            Cell(between(words, row.seats_low, row.seats_high), float(row.seats_expected)),
        )
        for row in rows_of(standing.lists)
    ]
    made = table(head, rows, words("night.lists"), name="lists")
    expected = count(results.scenario(results.view.place, True))
    said = expected_counted(words, standing.lists, expected)
    return element("div", made, element("p", said, class_="vf-note")) if said else made


def _race(results: Results, standing: Standing) -> Any:
    """The lists whose seats may still be others than if it ended now."""
    words = results.words
    keys = ("list", "now", "more", "to_gain", "fewer", "to_lose")
    head = [words(f"night.column.{each}") for each in keys]
    rows = [
        (
            _named(results, row.letter),
            NOTHING if pd.isna(row.seats_now) else number(words, int(row.seats_now)),
            Cell(odds(words, row.more), float(row.more)),
            _votes(words, row.to_gain),
            Cell(odds(words, row.fewer), float(row.fewer)),
            _votes(words, row.to_lose),
        )
        for row in rows_of(standing.moving)
    ]
    if not rows:
        row = results.councils[results.view.place]
        over = "night.race_over" if row.final == row.areas else "night.no_race"
        said = words(over if row.counted else "night.race_open")
        return element("p", said, class_="vf-quiet")
    return table(head, rows, words("night.race"), name="race")


def _votes(words: Words, votes: Any) -> Cell:
    return NOTHING if pd.isna(votes) else number(words, int(votes))


def _missing(results: Results, standing: Standing) -> Any:
    """What is not counted, and what it usually votes."""
    words, areas = results.words, [*rows_of(standing.missing)]
    if not areas:
        row = results.councils[results.view.place]
        is_final = row.final == row.areas
        said = words("night.all_counted" if is_final else "night.all_counted_once")
        return element("p", said, class_="vf-quiet")
    head = [words(f"night.column.{each}") for each in ("list", "here", "there", "then")]
    rows = [
        (
            _named(results, row.letter),
            *(
                NOTHING if pd.isna(value) else share(words, value)
                for value in (row.last_counted, row.last_missing, row.expected)
            ),
        )
        for row in rows_of(standing.missing_lists)
    ]
    named = words.join([each.area for each in areas[:MOST_AREAS]])
    more = len(areas) - MOST_AREAS
    said = (
        words("night.missing", areas=named)
        if more <= 0
        else words(
            "night.missing_more", areas=", ".join(each.area for each in areas[:MOST_AREAS]), n=more
        )
    )
    made = table(head, rows, words("night.missing_table"), name="missing")
    return element("div", made, element("p", said, class_="vf-note"))


def _elected(results: Results, standing: Standing) -> Any:
    """Who sits, when the candidates are counted; before, how many of each list would."""
    words, scenario = results.words, standing.scenario(results.view.place)
    given = results.feed.candidates(scenario.place)
    try:
        sitting = standing.elected(results.view.place, given)
    except ScenarioError:  # the candidates are not known
        return element("p", words("night.not_known"))
    if sitting.empty:
        return element("p", words("night.not_elected_yet"))
    head = [words(f"people.{each}") for each in ("seat", "candidate")]
    rows = []
    world = people_of(count(scenario), given)
    for row, seat in zip(rows_of(sitting), world.seats(), strict=True):
        rivals = seat.rivals
        name = lot(words, rivals, world.fell_on(rivals)) if rivals else person(words, row)
        badges = [] if pd.isna(row.letter) else [badge(row.letter, _party(results, row.letter))]
        who = element("span", *badges, element("span", name), class_="vf-named")
        rows.append((number(words, int(row.Index)), Cell(who, name)))
    return table(head, rows, words("night.elected"), name="elected", first=9)


def _party(results: Results, letter: str) -> Any:
    return results.scenarios[results.view.place].parties[letter]
