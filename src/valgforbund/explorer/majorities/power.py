"""The tables of majorities, shared by the tool and the explorer's tab."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from valgforbund.council import Majorities, Turnover
from valgforbund.council.coalitions import Coalition
from valgforbund.council.turnover import Move
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, share, text
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.frames import rows_of
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording import constitution_majorities as wording

MOST = 12  # coalitions and moves that a table shows
FOLD = 500  # coalitions that unfold: more than any council elected had, no weight on the page


def coalitions(words: Words, m: Majorities) -> Markup:
    """Coalitions with a majority in which everyone is needed."""
    try:
        found = m.minimal
    except ScenarioError as error:
        return element("p", words.error(error))
    head = [words(f"majorities.column.{key}") for key in ("coalition", "seats", "surplus")]
    caption = words("majorities.coalitions")
    rows = [
        (text(wording.coalition(each.groups), 60), each.seats, each.seats - m.quota)
        for each in found
    ]
    unseen = len(rows[FOLD:])
    below = words("majorities.unseen", many=words.number(unseen))
    shown = table(head, rows[:FOLD], caption, first=MOST)
    return element("div", shown, element("p", below) if unseen else "")


def power(words: Words, m: Majorities) -> Markup:
    """How often each group is pivotal."""
    keys = ("group", "seats", "seat_share", "banzhaf", "shapley", "minimal", "role")
    frame = m.power
    rows = [
        (
            text(row.Index, 40),
            row.seats,
            *(share(words, each) for each in (row.seat_share, row.banzhaf, row.shapley)),
            NOTHING if pd.isna(row.minimal) else row.minimal,
            wording.role(words, row.role, row.seats),
        )
        for row in rows_of(frame)
        if row.seats
    ]
    head = [words(f"majorities.column.{key}") for key in keys]
    caption = words("majorities.power")
    return element(
        "div",
        element("p", words("majorities.indices"), class_="vf-quiet"),
        element("div", table(head, rows, caption), class_="vf-names"),
    )


def turnover(words: Words, t: Turnover, worlds: tuple[str, str]) -> Markup:
    """Seats and power in two worlds."""
    frame = t.power
    rows = [
        (
            text(row.Index, 40),
            row.seats_with,
            row.seats_without,
            change(words, Span(row.seats_change, row.seats_change)),
            share(words, row.shapley_with),
            share(words, row.shapley_without),
        )
        for row in rows_of(frame)
        if row.seats_with or row.seats_without
    ]
    head = [
        words("majorities.column.group"),
        *(words("majorities.seats_in", world=world) for world in worlds),
        words("majorities.column.change"),
        *(words("majorities.shapley_in", world=world) for world in worlds),
    ]
    caption = words("majorities.two_worlds")
    return element("div", table(head, rows, caption), class_="vf-names")


def turnover_lines(words: Words, t: Turnover, worlds: tuple[str, str]) -> Markup:
    """The majorities that only one of two worlds has."""
    try:
        lines = [element("p", line) for line in wording.turnover(words, t, *worlds)]
    except ScenarioError:  # too many coalitions, as is said above
        lines = []
    return element("div", *lines)


def moves(words: Words, letter: str, found: Sequence[Move]) -> Markup:
    """What one seat to or from a list would change."""
    matters = [each for each in found if each.matters]
    title = words("majorities.one_seat", letter=cut(letter))
    if not matters:
        line = words("majorities.one_seat_nothing", letter=cut(letter))
        return element("div", element("h3", title), element("p", line))
    head = [words(f"majorities.column.{key}") for key in ("move", "new", "gone")]
    _, new, gone = head
    rows = [
        (move, _some(words, row.new, f"{move}, {new}"), _some(words, row.gone, f"{move}, {gone}"))
        for row in matters
        for move in [words("majorities.move", gains=cut(row.gains), loses=cut(row.loses))]
    ]
    return element("div", table(head, rows, title), class_="vf-left-table")


def _some(words: Words, coalitions: Sequence[Coalition], where: str) -> Cell:
    """The first coalitions, and the rest folded; the fold says where it is."""
    every = [each.name for each in coalitions]
    if not every:
        return NOTHING
    first, rest, unseen = every[:3], every[3:FOLD], len(every[FOLD:])
    if not rest:
        return Cell(element("span", "; ".join(first)), "; ".join(every))
    said = element("span", f" ({where})", class_="vf-said")
    more = element("summary", words("majorities.and_more", n=len(rest) + unseen), said)
    told = words("majorities.and_more", n=unseen) if unseen else ""
    fold = element("details", more, "; ".join(rest), told, class_="vf-more")
    return Cell(element("span", "; ".join(first), fold), "; ".join(every))
