"""The note and the workbook are downloaded from the menu, in the real browser."""

import io
import re

import openpyxl
import pytest

pytestmark = pytest.mark.browser


def test_a_note_and_a_workbook_are_saved_from_the_menu(explorer, tmp_path):
    menu = explorer.root.get_by_role("button", name=re.compile("^Gem( ▾)?$"))
    for label, ending, begins in (
        ("Notat som PDF", ".pdf", b"%PDF"),
        ("Notat som HTML", ".html", b"<!doctype html>"),
        ("Notat som tekst", ".txt", b"Notat"),
        ("Regneark (Excel)", ".xlsx", b"PK"),
    ):
        menu.click()
        with explorer.page.expect_download() as saved:
            explorer.root.get_by_role("button", name=label).click()
        file = tmp_path / saved.value.suggested_filename
        saved.value.save_as(file)
        assert file.suffix == ending
        assert file.read_bytes().startswith(begins)
        assert menu.get_attribute("aria-expanded") == "false"
    book = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))
    assert "Kilder" in book.sheetnames
