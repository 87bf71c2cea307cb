"""Rows of fields: edit, add, remove; what is typed into the empty row stays."""

import pytest

from explorer.constitution.page import Lines
from explorer.part import Part
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.rows import Column, Rows, number
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import words

COLUMNS = (
    Column("committees.name", "wide"),
    Column("committees.kind", "menu", lambda _: [("one", "1"), ("two", "2")]),
)


class Table:
    """Rows as a panel uses them, and what a person does with their lines."""

    def __init__(self, changed) -> None:
        self.guard = Guard(lambda _, __: None, lambda _: None)
        self.rows = Rows(self.guard, COLUMNS, changed)
        self.lines = Lines(Part(self.rows.widget, lambda: words("da")))

    def show(self, language: str, values) -> None:
        with self.guard.quiet():
            self.rows.show(words(language), values)


@pytest.fixture
def told():
    return []


@pytest.fixture
def table(told) -> Table:
    found = Table(told.append)
    found.show("da", [("Børn", "1"), ("Miljø", "2")])
    return found


def test_rows_are_shown_and_every_field_has_a_name_of_its_own(table: Table) -> None:
    assert table.lines.shown == [("Børn", "1"), ("Miljø", "2")]
    fields = table.lines.fields()
    assert len({field.description for field in fields}) == len(fields) == 6


def test_an_edit_an_addition_and_a_removal_tell_all_rows(table: Table, told) -> None:
    table.lines.edit(1, 0, "Klima")
    assert told[-1] == [("Børn", "1"), ("Klima", "2")]
    table.lines.fill("Plan")
    assert len(told) == 1
    table.lines.add()
    assert told[-1] == [("Børn", "1"), ("Miljø", "2"), ("Plan", "1")]
    assert table.lines.typed == ("", "1")
    table.lines.remove(0)
    assert told[-1] == [("Miljø", "2")]


def test_what_is_half_typed_stays_when_rows_are_shown_again(table: Table) -> None:
    table.lines.fill("Pl")
    table.show("en", [("Børn", "1")])
    assert table.lines.typed[0] == "Pl"
    assert table.lines.shown == [("Børn", "1")]


def test_a_refused_addition_stays_to_be_mended() -> None:
    def refuse(_) -> None:
        raise ScenarioError("column_empty")

    table = Table(refuse)
    table.show("da", [])
    table.lines.add("Plan", "2")
    assert table.lines.typed == ("Plan", "2")


def test_numbers() -> None:
    assert number("7", ".") == 7
    assert number("syv", ".") == "syv"
    with pytest.raises(ScenarioError):
        number("1000", ".")
