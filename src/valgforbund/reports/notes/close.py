"""How close it was: the closest seats, and each list of the alliance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from valgforbund.margins import Margin
from valgforbund.margins.closest import LIST
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Block, Section, Table, lines
from valgforbund.wording import Words, margins
from valgforbund.wording.markup import cut

MOST: Final = 8  # lists
SIGNS: Final = 12  # of a letter


def section(words: Words, case: Case, rows: Sequence[Margin]) -> Section:
    """The sentence, and a row for each list of the alliance."""
    blocks: list[Block] = [lines([margins.closest_line(words, case.scenario, rows)])]
    own = case.compared.alliance.letters if case.compared else ()
    named = [row for row in rows if row.kind == LIST and row.unit in own]
    if named:
        blocks.append(_table(words, named))
    return Section(words("report.close"), tuple(blocks), "right")


def _table(words: Words, rows: Sequence[Margin]) -> Table:
    kept = sorted(rows, key=lambda row: (row.to_gain is None, row.to_gain or 0))[:MOST]
    cells = [
        (
            cut(row.unit, SIGNS),
            _votes(words, "report.lacks_from", row.to_gain, margins.losing(row.gain_changes)),
            _votes(words, "report.loses_to", row.to_lose, margins.gaining(row.lose_changes)),
        )
        for row in kept
    ]
    keys = ("lists.name", "report.lacks", "report.loses")
    return Table(words("report.close_table"), tuple(map(words, keys)), tuple(cells))


def _votes(words: Words, key: str, votes: int | None, others: list[str]) -> str:
    """So many, whatever a lot decides, and whose seat it is."""
    if votes is None:
        return words("report.not_there")
    number, named = words.number(votes), words.join(cut(each, SIGNS) for each in others)
    return words(key, votes=number, others=named) if others else number
