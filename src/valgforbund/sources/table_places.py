"""The rows of a table by the place that they are of."""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund.errors import ScenarioError
from valgforbund.parsing import PLACE, Row
from valgforbund.scenario import Scenario
from valgforbund.sources.known import spelled_place


def by_place(rows: Sequence[Row], wanted: str | None) -> dict[str, list[Row]]:
    """Rows by their place; an empty cell is of the place above it.

    Raises
    ------
    ScenarioError
        If the wanted place is not among them.
    """
    found: dict[str, list[Row]] = {}
    last = ""
    for row in rows:
        last = row.other(PLACE) or last
        found.setdefault(spelled_place(last) or last, []).append(row)
    if wanted is None:
        return found
    named = spelled_place(wanted) or wanted
    if [*found] == [""]:
        return {named: found[""]}
    if named not in found:
        raise ScenarioError("read_place_unknown", value=wanted, names=", ".join([*found][:5]))
    return {named: found[named]}


def rows_for(into: Scenario, groups: dict[str, list[Row]]) -> list[Row]:
    """The rows of the place that is open; of a table of one place, all.

    Raises
    ------
    ScenarioError
        If the table is of other places.
    """
    if len(groups) == 1:
        return next(iter(groups.values()))
    if into.place in groups:
        return groups[into.place]
    names = ", ".join([*groups][:5])
    raise ScenarioError("read_place_unknown", value=into.place, names=names)
