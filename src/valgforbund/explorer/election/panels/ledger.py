"""Who gains and who pays, list by list, with the persons whom that seats or costs the seat."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from valgforbund.counting import Count
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.cells import Cell, change, span
from valgforbund.explorer.workbench.markup import badge, element, table
from valgforbund.frames import rows_of
from valgforbund.people.given import unknown
from valgforbund.people.moved import people_moved
from valgforbund.wording.people import person


def ledger(results: Results) -> Markup:
    """A row a list whose seats or members are others; nothing where nothing is compared."""
    words, compared = results.words, results.compared
    if not results.is_compared:
        return Markup("")
    moved = _moved(results)
    letters = [letter for letter in compared.spans if _is_moved(results, letter, moved)]
    if not letters:
        return element("p", words("ledger.nobody"))
    rows = []
    for letter in letters:
        more, less = compared.spans[letter]
        seats = [span(words, more), span(words, less)]
        gain = change(words, more - less, words.signed_span(more - less))
        rows.append([_list(results, letter, moved), *seats, gain])
    head = [words("tables.list"), *results.worlds, words("tables.change")]
    return table(head, rows, words("ledger.caption"), name="ledger")


def _moved(results: Results) -> pd.DataFrame | None:
    """Whom it moves; None where that is not known: of the real result seats are all we compare."""
    compared = results.compared
    if not isinstance(compared.without, Count) or not any(results.scenario.ballots):
        return None
    if unknown(results.counted, results.candidates) is not None:
        return None
    return people_moved(compared, results.candidates)


def _is_moved(results: Results, letter: str, moved: pd.DataFrame | None) -> bool:
    more, less = results.compared.spans[letter]
    return more != less or (moved is not None and letter in set(moved["letter"]))


def _list(results: Results, letter: str, moved: pd.DataFrame | None) -> Cell:
    """The list, and below it who comes in, who goes out, and whom a lot decides."""
    party = results.parties[letter]
    shown = badge(letter, party, results.signs.get(letter, letter))
    parts = [] if moved is None else [*_parts(results, moved[moved["letter"] == letter])]
    lines = Markup("").join(element("span", part, class_="vf-line") for part in parts)
    named = element("span", shown, " ", element("span", lines), class_="vf-named")
    return Cell(named, "; ".join((letter, *parts)))


def _parts(results: Results, moved: pd.DataFrame) -> Iterator[str]:
    words = results.words
    by_lot = moved["change"].isna()
    for key, which in (
        ("in", moved["change"].eq(1).fillna(value=False)),
        ("out", moved["change"].eq(-1).fillna(value=False)),
        ("lot", by_lot),
    ):
        if which.any():
            people = words.join(person(words, row) for row in rows_of(moved[which]))
            yield words(f"ledger.{key}", people=people)
