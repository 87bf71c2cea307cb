"""Who is elected, whom the alliance moves, and who comes next: a page of its own."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from valgforbund.frames import rows_of
from valgforbund.people.elected import elected, standing, substitutes
from valgforbund.people.given import unknown
from valgforbund.people.moved import people_moved
from valgforbund.people.standing import Rival, Standing
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Block, Section, Table, lines
from valgforbund.wording import Words
from valgforbund.wording.markup import cut
from valgforbund.wording.people import (
    SIGNS,
    instead,
    lacking,
    lot,
    nobody_on,
    notes,
    person,
)


def sections(words: Words, case: Case) -> tuple[Section, ...]:
    """The page; none where nobody is known or there are no votes."""
    if not _are_known(case):
        return ()
    world = standing(case.counted, case.candidates)
    said = [*notes(words, world), *nobody_on(words, world), words("people.lacks_dash")]
    after: tuple[Block, ...] = (_next(words, case, world), lines(said))
    seats = _seats(words, world, elected(case.counted, case.candidates))
    return (
        Section(words("tab.people"), (seats,), "left", page=True),
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


def _seats(words: Words, world: Standing, seats: pd.DataFrame) -> Table:
    """A row a seat of those lists whose candidates are known, and where a lot decides."""
    rows = tuple(
        (
            words.number(row.Index),
            _meant(words, row, world, seat.rivals),
            _number(words, row.votes),
        )
        for row, seat in zip(rows_of(seats), world.seats(), strict=True)
        if seat.letter is None or seat.letter in world.nominees
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


def _next(words: Words, case: Case, world: Standing) -> Table:
    after = substitutes(case.counted, case.candidates)
    rows = tuple(
        (
            _meant(words, row, world, rivals),
            _number(words, row.votes),
            _number(words, lacking(row.lacks, world, row.letter)),
        )
        for row in rows_of(after[after["order"] == 1])
        for rivals in (world.rivals(row.letter, world.substitutes(row.letter)[0]),)
    )
    head = tuple(words(f"people.{key}") for key in ("candidate", "votes", "lacks"))
    return Table(words("people.substitutes"), head, rows)


def _meant(words: Words, row: Any, world: Standing, rivals: tuple[Rival, ...]) -> str:
    """A candidate; where a lot decides, between whom."""
    if pd.isna(row.letter):
        return lot(words, rivals)
    if not rivals:
        return _who(words, row)
    return f"{cut(row.letter, SIGNS)} {lot(words, rivals, world.fell_on(rivals))}"


def _who(words: Words, row: Any) -> str:
    return f"{cut(row.letter, SIGNS)} {person(words, row)}"


def _number(words: Words, value: Any) -> str:
    return words("report.not_there") if pd.isna(value) else words.number(int(value))
