"""A place for tables: what it sends, and that a row does what it says or nothing at all."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given

from explorer.workbench.test_markup import NASTY, Reader
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench import cells
from valgforbund.explorer.workbench.cells import NOTHING, Cell, Row
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import table
from valgforbund.explorer.workbench.table import Table
from valgforbund.ranges import Span
from valgforbund.wording import words

DA, EN, SV = words("da"), words("en"), words("sv", ("sv",))


class Cells(HTMLParser):
    """What a browser knows of each cell of the body: its value, and what is copied of it."""

    def __init__(self, row: list[object]) -> None:
        super().__init__()
        self.found: list[tuple[str | None, str | None]] = []
        self.feed(table(["head"] * len(row), [row], "caption").split("<tbody>")[1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"th", "td"}:
            known = dict(attrs)
            self.found.append((known.get("data-value"), known.get("data-copy")))


class Pressed:
    """A table of two rows, and what pressing them came to."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.told: list[Exception | None] = []
        guard = Guard(lambda error, _: self.told.append(error), lambda _: None)
        self.table = Table(guard, self.done.append)
        self.show("A", "B")

    def show(self, *keys: str) -> None:
        rows = [Row((key, 1), key, f"Prøv: {key}") for key in keys]
        self.table.show(DA, table(["", "n"], rows, "c"), {key: key.lower() for key in keys})


@pytest.fixture
def pressed() -> Pressed:
    return Pressed()


def test_a_row_does_what_it_stands_for(pressed: Pressed) -> None:
    pressed.table.press("B")
    assert (pressed.done, pressed.told) == (["b"], [None])


@pytest.mark.parametrize("key", ["C", "", None, 0, "a", ["A"], {"owner": "A"}])
def test_a_key_that_is_none_is_told_and_does_nothing(pressed: Pressed, key: object) -> None:
    pressed.table.press(key)
    (error,) = pressed.told
    assert isinstance(error, ScenarioError)
    assert error.code == "row_gone"
    assert pressed.done == []


def test_a_row_of_a_table_that_changed_meanwhile_does_nothing_else(pressed: Pressed) -> None:
    pressed.show("B", "C")
    pressed.table.press("A")
    pressed.table.press("B")
    assert pressed.done == ["b"]
    pressed.table.close_rows()  # new numbers are being counted
    pressed.table.press("B")
    assert pressed.done == ["b"]


def test_a_number_is_sorted_as_one_and_copied_as_the_language_writes_it() -> None:
    row: list[object] = [
        "name",
        7,
        cells.number(DA, 1237),
        cells.number(DA, None),
        cells.span(DA, Span(0, 1)),
        cells.change(DA, Span(-1312, -1312)),
        cells.change(DA, Span(2, 2)),
        cells.change(DA, Span(-1, 1)),
        cells.share(DA, 0.125),
        cells.decimal(DA, 1234.5),
        cells.text("Haderslev", 5),
    ]
    assert Cells(row).found == [
        (None, None),
        ("7", None),
        ("1237", None),
        ("", ""),
        ("0.5", None),
        ("-1312", "-1.312"),
        ("2", "2"),
        ("0.0", "−1…1"),
        ("0.125", "12,5%"),
        ("1234.5", None),
        (None, "Haderslev"),
    ]
    assert cells.number(EN, 1237).copied == "1,237"
    assert cells.decimal(SV, -0.5).copied == "-0,5"
    assert NOTHING.copied == ""


@given(NASTY, NASTY, NASTY)
def test_a_row_is_one_button_whatever_it_is_called(name: str, key: str, label: str) -> None:
    made = Reader(table(["a"], [Row((Cell(name, name),), key, label)], "c"))
    assert made.tags.count("button") == 1
    assert ("data-row", key) in made.attributes
    assert ("aria-label", label) in made.attributes
    assert made.text == "ca" + name


def test_rows_below_others_and_rows_that_unfold() -> None:
    made = table(["a"], [["1"], ["2"], ["3"]], "c", foot=[["all"]], first=2)
    assert '<tfoot><tr><th scope="row">all</th></tr></tfoot>' in made
    assert 'data-first="2"' in made
    assert "data-first" not in table(["a"], [["1"], ["2"]], "c", first=2)
