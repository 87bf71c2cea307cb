"""Who is elected, whom the alliance moves, and who comes next: a page of its own."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
from markupsafe import Markup

from valgforbund.frames import rows_of
from valgforbund.people.elected import elected, substitutes
from valgforbund.people.given import unknown
from valgforbund.people.moved import people_moved
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Block, Section, Table, lines
from valgforbund.wording import Words
from valgforbund.wording.markup import cut
from valgforbund.wording.people import instead, person

SIGNS: Final = 12  # of a letter


def sections(words: Words, case: Case) -> tuple[Section, ...]:
    """The page; none where nobody is known or there are no votes."""
    if not _are_known(case):
        return ()
    seats = elected(case.counted, case.candidates)
    notes = [words("people.names")] if case.candidates is None else []
    notes += [words("people.scaled")] if seats["scaled"].any() else []
    after: tuple[Block, ...] = (_next(words, case), *([lines(notes)] if notes else []))
    return (
        Section(words("tab.people"), (_seats(words, seats),), "left", page=True),
        *_moved(words, case),
        Section(words("people.substitutes"), after, "right"),
    )


def moved_line(words: Words, case: Case) -> Markup | None:
    """Whom the alliance seats, and instead of whom."""
    if case.compared is None or case.baseline is None or case.baseline.letter or case.reference:
        return None
    if not _are_known(case):
        return None
    return instead(words, people_moved(case.compared, case.candidates), case.baseline.kind)


def _are_known(case: Case) -> bool:
    return any(case.scenario.ballots) and unknown(case.counted, case.candidates) is None


def _seats(words: Words, seats: pd.DataFrame) -> Table:
    rows = tuple(
        (
            words.number(row.Index),
            words("people.lot_list") if pd.isna(row.letter) else _who(words, row),
            _number(words, row.votes),
        )
        for row in rows_of(seats)
    )
    head = tuple(words(f"people.{key}") for key in ("seat", "candidate", "votes"))
    return Table(words("people.elected"), head, rows, texts=2)


def _moved(words: Words, case: Case) -> tuple[Section, ...]:
    """Who sits in one world and not in the other; none unless of an alliance."""
    if case.compared is None or case.asked is None or case.reference is not None:
        return ()
    moved = people_moved(case.compared, case.candidates)
    if moved.empty:
        block: Block = lines([words("people.nobody_moved")])
        return (Section(words("people.moved"), (block,), "right"),)
    rows = tuple(
        (_who(words, row), words(f"people.stands.{here}"), words(f"people.stands.{there}"))
        for row, here, there in zip(rows_of(moved), moved["with"], moved["without"], strict=True)
    )
    head = (words("people.candidate"), *case.worlds(words))
    block = Table(words("people.moved"), head, rows)
    return (Section(words("people.moved"), (block,), "right"),)


def _next(words: Words, case: Case) -> Table:
    after = substitutes(case.counted, case.candidates)
    rows = tuple(
        (_who(words, row), _number(words, row.votes), _number(words, row.lacks))
        for row in rows_of(after[after["order"] == 1])
    )
    head = tuple(words(f"people.{key}") for key in ("candidate", "votes", "lacks"))
    return Table(words("people.substitutes"), head, rows)


def _who(words: Words, row: Any) -> str:
    return f"{cut(row.letter, SIGNS)} {person(words, row)}"


def _number(words: Words, value: Any) -> str:
    return words("report.not_there") if pd.isna(value) else words.number(int(value))
