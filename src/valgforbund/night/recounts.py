"""The seats that hang on one area's recount, and those that the final count moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from valgforbund.comparison import changes_text
from valgforbund.frames import Kind, flags, records, text, whole
from valgforbund.night.council import Council, which
from valgforbund.night.facts import bundled
from valgforbund.night.night import Night
from valgforbund.night.recount import Recount, recounted

_COLUMNS: dict[str, Kind] = {
    "code": text,
    "place": text,
    "area": text,
    "preliminary": whole,
    "final": whole,
    "differences": text,
    "changes": text,
    "lot": flags,
    "together": text,
}


def recounts(night: Night | str, place: str | None = None) -> pd.DataFrame:
    """The areas whose final count moves a seat, and the councils whose final count did.

    It does not say that any count is wrong: only which seats hang on one area.

    Parameters
    ----------
    night : Night or str
        A night, or a bundled one by its name, ``"KV2025"``.
    place : str, optional
        Name or code of one council.

    Returns
    -------
    DataFrame
        A row an area that moves a seat if its final count is exchanged for its preliminary one
        and all others stay: code and place of the council, area, valid votes in the preliminary
        and in the final count, differences (votes that lists have more or fewer in the final one,
        the largest first), changes (seats that the final count of the area moved), lot (whether
        one decides in either), together (seats that all final counts of the council moved,
        missing where they moved none). A council whose seats moved though no area did it alone
        has one row, and its area is missing.

    Raises
    ------
    ScenarioError
        If the night is not bundled or has no such council.

    Examples
    --------
    >>> found = recounts("KV2025", "Hvidovre")
    >>> found[["area", "preliminary", "final", "changes", "together"]].to_numpy().tolist()
    [['Holmegårdshallen', 3215, 3219, 'L+1 O-1', 'L+1 O-1']]
    """
    councils = night.councils if isinstance(night, Night) else bundled(night)
    return records(
        _rows(councils if place is None else [councils[which(place, councils)]]), _COLUMNS
    )


def _rows(councils: Sequence[Council]) -> Iterator[tuple[object, ...]]:
    for council in councils:
        found = recounted(council)
        together = changes_text(found.together.changes) or None
        alone = [found.together] if together and not found.areas else found.areas
        for each in alone:
            yield (council.code, council.given.place or None, *_row(each), together)


def _row(each: Recount) -> tuple[object, ...]:
    differs = " ".join(f"{letter}{votes:+}" for letter, votes in each.differences.items())
    changes = changes_text(each.changes)
    return each.area, each.preliminary, each.final, differs, changes, each.lot
