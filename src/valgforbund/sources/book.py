"""A workbook that somebody brings: which sheet of it is read, and the code in one of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from valgforbund.errors import ScenarioError
from valgforbund.scenario import Scenario
from valgforbund.sharing.code import read_code
from valgforbund.sources.archive import Archive
from valgforbund.sources.content import checked
from valgforbund.sources.limits import MOST_FEED_FILES
from valgforbund.sources.reading import SCENARIO, Reading, Remark, Result, remark
from valgforbund.sources.spreadsheet import Sheet, sheets_of
from valgforbund.sources.table import holds_table, table_of

SHEETS = ("xl/workbook.xml", "content.xml")
# what is wrong where formulas have no result
UNSOLVED = ("column_line", "column_unclear", "column_no_number", "column_without_votes")


def with_code(sheets: Sequence[Sheet], code: str) -> Reading:
    """A workbook of ours: its code holds all of it, unless its votes were changed by hand."""
    kept = read_code(code)
    table = _of_lists(sheets, kept)
    if table is None:
        sheet, told = with_table(sheets)
        table = table_of(sheet.lines, kept.seats, kept.place, None, told)
    if {**table.result().scenario.votes} == {**kept.votes}:
        return Reading(SCENARIO, (Result(kept),))
    remarks = (*table.remarks, remark("code_of_others", seats=kept.seats, place=kept.place))
    return replace(table, remarks=remarks)


def _of_lists(sheets: Sequence[Sheet], kept: Scenario) -> Reading | None:
    """The sheet of the same lists; None where there is none, as one was taken out or added."""
    for sheet in sheets:
        try:
            table = table_of(sheet.lines, kept.seats, kept.place)
            letters = table.result().scenario.letters
        except ScenarioError:
            continue
        if {*letters} == {*kept.letters}:
            return table
    return None


def sheets_in(name: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook.

    Raises
    ------
    ScenarioError
        If a zip file is no workbook, is larger than may be, or has nothing in it.
    """
    names = Archive(name, data, MOST_FEED_FILES, 0).names
    if not any(each in names for each in SHEETS):
        raise ScenarioError("file_unknown", file=name)
    checked(name, data)
    return sheets_of(name, data)


def with_table(sheets: Sequence[Sheet]) -> tuple[Sheet, list[Remark]]:
    """The first sheet that holds a table, and what is to say of the others.

    Where none does, it is the first: what is wrong with it is said when it is read.
    """
    holding = [each for each in sheets if len(sheets) > 1 and holds_table(each.lines)]
    sheet = holding[0] if holding else sheets[0]
    others = [each.name for each in sheets if each not in (sheet, *holding[1:])]
    told: list[Remark] = []
    if sheet != sheets[0] or holding[1:]:
        told.append(remark("sheet_read", name=sheet.name))
    if holding[1:]:
        told.append(remark("sheets_with_tables", names=", ".join(x.name for x in holding[1:])))
    if others:
        told.append(remark("sheets_left_out", names=", ".join(others)))
    return sheet, told
