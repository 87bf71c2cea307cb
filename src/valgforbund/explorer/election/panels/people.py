"""Who is elected, who comes next, and whom the alliance seats."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.followed import followed_lines
from valgforbund.explorer.election.panels.ladder import Ladder
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row, number
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import badge, element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.people.elected import elected, standing, substitutes
from valgforbund.people.given import unknown
from valgforbund.people.moved import people_moved
from valgforbund.people.standing import Rival, Standing
from valgforbund.sharing.candidates import Person
from valgforbund.wording.people import how, instead, lacking, lot, nobody_on, notes, person


class People:
    """The persons of a count, by name where it is known, else by their place on the ballot."""

    title = "tab.people"

    def __init__(self, state: State, guard: Guard) -> None:
        self._says, self._followed = widgets.HTML(), widgets.HTML()
        self._leave = fields.Button(guard, "people.unfollow", lambda: state.look(followed=None))
        self._ladder = Ladder(state, guard)
        follow = self._ladder.follow
        self._moved, self._seats, self._next = (Table(guard, follow) for _ in range(3))
        tables = widgets.Box([self._seats, self._next])
        tables.add_class("vf-tables")
        below = widgets.Box([self._followed, self._leave])  # stays in sight: see style.css
        below.add_class("vf-followed-box")
        parts = [self._says, self._moved, self._ladder.widget, tables, below]
        self.widget = widgets.Box(parts)
        for name in ("vf-stack", "vf-people"):
            self.widget.add_class(name)

    def show(self, results: Results) -> None:
        """Show who sits; in words why not, where the candidates are not known."""
        words, given = results.words, results.candidates
        self._show_followed(results)
        if (why := unknown(results.counted, given)) is not None:
            self._nobody(results, element("p", words(f"people.{why}")))
            return
        seats, after = (each(results.counted, given) for each in (elected, substitutes))
        allied = results.alliance is not None
        moved = people_moved(results.membership, given) if allied else None
        if seats.empty:
            self._nobody(results, element("p", words("question.no_votes")))
            return
        world = standing(results.counted, given)
        said = (words("people.press"), *notes(words, world), *nobody_on(words, world))
        self._says.value = element("div", *(element("p", each, class_="vf-quiet") for each in said))
        first = after[after["order"] == 1]
        nobody = seats.iloc[:0]
        shown = "" if moved is None else _moved(results, moved)
        self._moved.show(words, shown, _pressed(nobody if moved is None else moved))
        self._ladder.show(results)
        self._seats.show(words, _seats(results, world, seats), _pressed(seats))
        self._next.show(words, _next(results, world, first), _pressed(first))

    def _show_followed(self, results: Results) -> None:
        said = (element("p", each) for each in followed_lines(results))
        self._followed.value = element("div", *said, class_="vf-followed", role="status")
        self._leave.show(results.words, seen=results.view.followed is not None)

    def _nobody(self, results: Results, why: Markup) -> None:
        self._says.value = why
        self._ladder.show(results, known=False)
        for each in (self._moved, self._seats, self._next):
            each.show(results.words, "")


def moved_line(results: Results) -> list[Markup]:
    """Whom the alliance in focus seats, and instead of whom; nothing where a lot decides it."""
    if results.alliance is None or results.baseline.letter or results.reference is not None:
        return []
    given = results.candidates
    if unknown(results.counted, given) is not None:
        return []
    moved = people_moved(results.membership, given)
    said = instead(results.words, moved, results.baseline.kind)
    return [said] if said else []


def _moved(results: Results, moved: pd.DataFrame) -> Markup:
    words, worlds = results.words, results.membership_worlds
    if moved.empty:
        return element("p", words("people.nobody_moved"))
    rows = [
        _row(
            results,
            row,
            _who(results, row),
            number(words, _whole(row.votes)),
            words(f"people.stands.{here}"),
            words(f"people.stands.{there}"),
        )
        for row, here, there in zip(rows_of(moved), moved["with"], moved["without"], strict=True)
    ]
    head = (words("people.candidate"), words("people.votes"), *worlds)
    return table(head, rows, words("people.moved"), order="given")


def _seats(results: Results, world: Standing, seats: pd.DataFrame) -> Markup:
    """A row a seat of those lists whose candidates are known, and where a lot decides."""
    words = results.words
    rows = [
        _row(
            results,
            row,
            _who(results, row, world, seat.rivals),
            number(words, row.Index),
            number(words, _whole(row.votes)),
            how(words, row) or NOTHING,
        )
        for row, seat in zip(rows_of(seats), world.seats(), strict=True)
        if seat.letter is None or seat.letter in world.nominees
    ]
    head = [words(f"people.{key}") for key in ("candidate", "seat", "votes", "how")]
    return table(head, rows, words("people.elected"), first=12)


def _next(results: Results, world: Standing, first: pd.DataFrame) -> Markup:
    words = results.words
    rows = []
    for row in rows_of(first):
        rivals = world.rivals(row.letter, world.substitutes(row.letter)[0])
        who, votes = _who(results, row, world, rivals), number(words, _whole(row.votes))
        lacks = number(words, lacking(row.lacks, world, row.letter))
        rows.append(_row(results, row, who, votes, lacks))
    head = [words(f"people.{key}") for key in ("candidate", "votes", "lacks")]
    return table(head, rows, words("people.substitutes"), order="given")


def _row(results: Results, row: Any, *cells: Any) -> Row | tuple[Any, ...]:
    """A row that can be pressed where it is clear who it is."""
    if pd.isna(row.candidate):
        return cells
    who = f"{row.letter} {person(results.words, row)}"
    label = results.words("people.follow_row", who=who)
    return Row(cells, _key(row), label, results.view.followed == _person(row))


def _pressed(frame: pd.DataFrame) -> dict[str, Person]:
    """Whom each row stands for."""
    known = frame[frame["candidate"].notna()]
    return {_key(row): _person(row) for row in rows_of(known)}


def _key(row: Any) -> str:
    return f"{row.letter}:{row.candidate}"


def _person(row: Any) -> Person:
    return Person(str(row.letter), int(row.candidate))


def _who(
    results: Results, row: Any, world: Standing | None = None, rivals: tuple[Rival, ...] = ()
) -> Cell:
    """A list's badge and its candidate; where a lot decides, between whom."""
    words, letter = results.words, row.letter
    if pd.isna(letter):
        return Cell(lot(words, rivals), "")
    fell = world.fell_on(rivals) if world else ()
    said = lot(words, rivals, fell) if rivals else person(words, row)
    shown = Markup("{} {}").format(
        badge(letter, results.parties[letter], results.signs[letter]), element("span", said)
    )
    return Cell(element("span", shown, class_="vf-named"), f"{letter} {said}")


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
