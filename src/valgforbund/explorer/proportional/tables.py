"""The tables of an election: who is elected, beside their substitutes, and all numbers."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from valgforbund.explorer.workbench.cells import NOTHING, Cell, decimal, text
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.frames import rows_of
from valgforbund.proportional import Election
from valgforbund.proportional.people import marked
from valgforbund.proportional.ranking import ELECTED, LOT
from valgforbund.wording import Words

TONES = {ELECTED: "vf-elected", LOT: "vf-lot", "not": "vf-quiet"}


def marks(words: Words) -> dict[str, str]:
    """What the sexes are called beside a name."""
    return {"woman": words("prop.woman"), "man": words("prop.man")}


def elected_table(words: Words, election: Election) -> Markup | str:
    """A row a member: substitute where any has one, list, number, and office where agreed."""
    found = election.numbers.query("status == @ELECTED")
    if found.empty:
        return ""
    people = {each.name: each for slate in election.slates for each in slate.candidates}
    sexes = marks(words)
    columns: dict[str, list[object]] = {"rank": [], "member": []}
    if found["substitute"].any():
        columns["substitute"] = []
    columns |= {"list": [], "number": []}
    offices = {election.chair: words("prop.chair"), election.vice_chair: words("prop.vice_chair")}
    if election.officers:
        columns["office"] = []
    for row in rows_of(found):
        person = people[row.Index]
        substitute = marked(person.substitute, person.substitute_sex, sexes)
        cells = {
            "rank": Cell(element("span", row.rank, _by_lot(words, row)), int(row.rank)),
            "member": element("b", marked(person.name, person.sex, sexes)),
            "substitute": substitute or NOTHING,
            "list": text(row.slate, 24),
            "number": decimal(words, row.number),
            "office": offices.get(person.name, ""),
        }
        for name, column in columns.items():
            column.append(cells[name])
    head = [words(f"prop.column_{name}") for name in columns]
    shown = table(head, zip(*columns.values(), strict=True), words("prop.elected_table"))
    return element("div", shown, class_="vf-elected-table")


def comparison_table(words: Words, election: Election) -> Markup:
    """A column a list, a row a place on it; who is elected has the number of the place won."""
    found = election.numbers
    longest = max(len(each.candidates) for each in election.slates)
    cells = {(row.slate, row.place): _cell(words, row) for row in rows_of(found)}
    rows = [
        (
            words("prop.place", place=place),
            *(cells.get((each.name, place), "") for each in election.slates),
        )
        for place in range(1, longest + 1)
    ]
    head = [
        "",
        *(
            words("prop.column", slate=cut(each.name), votes=words.number(each.votes))
            for each in election.slates
        ),
    ]
    shown = table(head, rows, words("prop.numbers"), order="given")
    return element("div", shown, class_="vf-numbers")


def _cell(words: Words, row: Any) -> Cell:
    """A candidate with the number; the place won is apart from it, also where it is copied."""
    number, rank = words.decimal(row.number), _rank(row.status, row.rank)
    shown = element(
        "span",
        cut(row.Index),
        Markup(" <b>{}</b> ").format(number),
        rank,
        _by_lot(words, row),
        class_=TONES[row.status],
        title=words(f"prop.is_{_status(row)}"),
    )
    won = f" ({rank.striptags()})" if rank else ""
    return Cell(shown, str(row.Index), f"{row.Index} {number}{won}")


def _rank(status: str, rank: int) -> Markup:
    won = status in (ELECTED, LOT)
    return element("i", rank if status == ELECTED else "?") if won else Markup()


def _by_lot(words: Words, row: Any) -> Markup | str:
    """The mark of a place that a lot decided."""
    return element("small", words("prop.lot_mark"), class_="vf-lot") if row.drawn else ""


def _status(row: Any) -> str:
    return f"{row.status}_drawn" if row.drawn and row.status != LOT else row.status
