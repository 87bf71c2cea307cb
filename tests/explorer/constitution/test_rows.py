"""Rows of fields: edit, add, remove; what is typed into the empty row stays."""

import pytest

from explorer.constitution.page import add, edit, remove, shown
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.rows import Column, Rows, number
from valgforbund.explorer.guard import Guard
from valgforbund.wording import words

COLUMNS = (
    Column("committees.name", "wide"),
    Column("committees.kind", "menu", lambda _: [("one", "1"), ("two", "2")]),
)


@pytest.fixture
def told():
    return []


@pytest.fixture
def rows(told) -> Rows:
    found = Rows(Guard(lambda _: None, lambda: None), COLUMNS, told.append)
    with found._guard.quiet():
        found.show(words("da"), [("Børn", "1"), ("Miljø", "2")])
    return found


def test_rows_are_shown_and_every_field_has_a_name_of_its_own(rows: Rows) -> None:
    assert shown(rows) == [("Børn", "1"), ("Miljø", "2")]
    fields = [field for row in (*rows._rows, rows._new) for field in row.fields]
    assert len({field.description for field in fields}) == len(fields) == 6


def test_an_edit_an_addition_and_a_removal_tell_all_rows(rows: Rows, told) -> None:
    edit(rows, 1, 0, "Klima")
    assert told[-1] == [("Børn", "1"), ("Klima", "2")]
    rows._new.fields[0].value = "Plan"
    assert len(told) == 1
    rows._new.button.click()
    assert told[-1] == [("Børn", "1"), ("Miljø", "2"), ("Plan", "1")]
    assert rows._new.values == ("", "1")
    remove(rows, 0)
    assert told[-1] == [("Miljø", "2")]


def test_what_is_half_typed_stays_when_rows_are_shown_again(rows: Rows) -> None:
    rows._new.fields[0].value = "Pl"
    with rows._guard.quiet():
        rows.show(words("en"), [("Børn", "1")])
    assert rows._new.values[0] == "Pl"
    assert shown(rows) == [("Børn", "1")]


def test_a_refused_addition_stays_to_be_mended() -> None:
    def refuse(_) -> None:
        raise ScenarioError("column_empty")

    rows = Rows(Guard(lambda _: None, lambda: None), COLUMNS, refuse)
    with rows._guard.quiet():
        rows.show(words("da"), [])
    add(rows, "Plan", "2")
    assert rows._new.values == ("Plan", "2")


def test_numbers() -> None:
    assert number("7", ".") == 7
    assert number("syv", ".") == "syv"
    with pytest.raises(ScenarioError):
        number("1000", ".")
