"""Whom the alliances of a party's lists move, council by council."""

from __future__ import annotations

from typing import Any, Final

from markupsafe import Markup

from valgforbund.baselines import Baseline
from valgforbund.explorer.workbench.cells import Cell, text
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.frames import rows_of
from valgforbund.review import Review
from valgforbund.wording import Words, baseline
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.people import person

FIRST: Final = 10  # rows before the person asks for the rest


def people(words: Words, review: Review) -> Markup:
    """A table, where its own persons move first; nothing where nobody is known."""
    if "seated" not in review.totals.index:
        return Markup("")
    moved = review.people
    if moved.empty:
        return element("p", words("review.nobody_moved"), class_="vf-quiet")
    both = zip(rows_of(moved), moved["with"], moved["without"], strict=True)
    own = set(moved.loc[moved["own"], "place"])

    def order(each: tuple[Any, str, str]) -> tuple[object, ...]:
        place = each[0].place
        return place not in own, alphabetical(place), not each[0].own

    found = sorted(both, key=order)
    rows = [
        (
            text(row.place, 40),
            _who(words, row),
            words(f"people.stands.{here}"),
            words(f"people.stands.{there}"),
        )
        for row, here, there in found
    ]
    worlds = baseline.worlds(words, Baseline("dissolved"))
    head = (
        words("review.column.place"),
        words("people.candidate"),
        *worlds,
    )
    return table(head, rows, words("review.people"), first=FIRST)


def _who(words: Words, row: Any) -> Cell:
    said = f"{row.letter} {person(words, row)}"
    return Cell(element("span", element("strong", said) if row.own else said), said)
