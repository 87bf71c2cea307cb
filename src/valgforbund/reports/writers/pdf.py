"""A note as PDF: tagged, with its fonts, one page for an ordinary council.

The text goes to the typesetter as data (JSON), so that nothing in it can be markup.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from valgforbund.charts.lettering import font_folder
from valgforbund.errors import ScenarioError
from valgforbund.reports.page import Block, Chart, Code, Lines, Note, Section, Table, halves

SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)  # points of the text: the largest with which it fits
LONG: Final = 9.0  # of a note that takes more pages whatever the size
CODE: Final = 132  # signs of a code on a line
PAGE: Final = re.compile(rb"/Type\s*/Page\b")


def pdf(note: Note, today: dt.date) -> bytes:
    """The file.

    Raises
    ------
    ScenarioError
        If there is no typesetter.
    """
    wanted = 1 + sum(section.page for section in note.sections)
    for size in SIZES:
        found = _set(note, today, size)
        if (many := pages(found)) <= wanted:
            return found
        if many > wanted + 1:
            break
    return _set(note, today, LONG)


def pages(file: bytes) -> int:
    """How many pages a PDF of ours has."""
    return len(PAGE.findall(file))


def _set(note: Note, today: dt.date, size: float) -> bytes:
    try:
        import typst  # noqa: PLC0415 -- an extra that only this needs
    except ImportError:
        raise ScenarioError("extra_missing", package="typst", extra="app") from None
    data = {
        "scale": size,
        "language": note.language,
        "creator": note.creator,
        "date": [today.year, today.month, today.day],
        "kind": note.kind,
        "title": note.title,
        "dated": note.dated,
        "footer": f"{note.title} · {note.creator}",
        "question": note.question,
        "answer": _block(note.answer),
        "groups": [_group(each) for each in halves(note.sections)],
    }
    made: bytes = typst.compile(  # type: ignore[misc]  # its stubs allow bytes, and infer none
        _template(),
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        sys_inputs={"note": json.dumps(data)},
        pdf_standards=["ua-1"],
    )
    return made


@cache
def _template() -> bytes:
    return files(__package__).joinpath("paper.typ").read_bytes()


def _group(group: Section | tuple[list[Section], list[Section]]) -> list[list[dict[str, Any]]]:
    """One column of sections, or two beside each other."""
    columns = ([group],) if isinstance(group, Section) else group
    return [[_section(each) for each in column] for column in columns]


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "small": section.small,
        "page": section.page,
        "blocks": [_block(each) for each in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Lines():
            said = [[run._asdict() for run in line] for line in block.lines]
            return {"kind": "lines", "bullets": block.bullets, "lines": said}
        case Table():
            return {"kind": "table", **vars(block)}
        case Chart():
            return {"kind": "chart", **vars(block)}
        case Code():
            text = block.text
            cut = [text[i : i + CODE] for i in range(0, len(text), CODE)]
            return {"kind": "code", "lines": cut}
