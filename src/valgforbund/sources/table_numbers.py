"""Seats and candidates in the other columns of a table, and whether a count gives those seats."""

from __future__ import annotations

from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.parsing import CANDIDATES, ENGLISH, MOST_SEATS, SEATS, Row, whole_number
from valgforbund.scenario import Scenario
from valgforbund.sources.reading import Remark, remark

NO_SEATS = frozenset({"", "-", "–", "—", "."})


def official_seats(rows: dict[str, Row]) -> tuple[int, ...]:
    """The seats of every list, none where nothing stands."""
    return tuple(_number(row, SEATS, "table_seats", MOST_SEATS) or 0 for row in rows.values())


def nominees(row: Row) -> int | None:
    """How many candidates a list has, if that is told."""
    return _number(row, CANDIDATES, "table_candidates", MOST_SEATS * 10)


def _number(row: Row, role: str, code: str, most: int) -> int | None:
    cell = row.other(role)
    if cell in NO_SEATS:
        return None
    try:
        return whole_number(cell, ENGLISH, most)
    except ScenarioError:
        raise ScenarioError(code, line=row.line, value=cell) from None


def differing(scenario: Scenario, official: tuple[int, ...]) -> list[Remark]:
    """The lists whose seats in the table are not those of a count."""
    spans = count(scenario).spans
    others = [
        (letter, seats)
        for letter, seats in zip(scenario.letters, official, strict=True)
        if not spans[letter].low <= seats <= spans[letter].high
    ]
    if not others:
        return []
    table = ", ".join(f"{letter} {seats}" for letter, seats in others)
    counted = ", ".join(f"{letter} {spans[letter]}" for letter, _ in others)
    return [remark("seats_differ", table=table, counted=counted)]
