"""What a scenario notes of a night of counting: when its votes stood so, or were expected."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from valgforbund.parsing.part import IN_PART, NUMBER, Part

AS_OF, EXPECTED = "as_of", "expected_at"  # the codes of notes
ONCE = "counted_once"  # the same: all areas, and not all of them finally


class Stood(NamedTuple):
    """Votes at a time of the night.

    Attributes
    ----------
    time : datetime
        In UTC.
    expected : Part or None
        Of votes that are expected and not counted: how much was counted then.

    Examples
    --------
    >>> time = dt.datetime(2025, 11, 18, 21, 47, tzinfo=dt.timezone.utc)
    >>> Stood(time).note, Stood(time, Part(5, 9)).note
    ('as_of:2025-11-18T21:47Z', 'expected_at:2025-11-18T21:47Z 5/9')
    >>> stood(Stood(time, Part(5, 9)).note) == Stood(time, Part(5, 9))
    True
    """

    time: dt.datetime
    expected: Part | None = None

    @property
    def note(self) -> str:
        """What a scenario notes of it."""
        time = f"{self.time.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"
        if self.expected is None:
            return f"{AS_OF}:{time}"
        return f"{EXPECTED}:{time} {self.expected.counted}/{self.expected.areas}"


def stood(note: str) -> Stood | None:
    """What a note tells of a time of the night; None where it is another note."""
    code, _, rest = note.partition(":")
    found = re.fullmatch(rf"([-0-9T:]{{16}})Z(?: ({NUMBER})/({NUMBER}))?", rest)
    if found is None or code != (EXPECTED if found[2] else AS_OF):
        return None
    try:
        time = dt.datetime.strptime(found[1], "%Y-%m-%dT%H:%M").replace(tzinfo=dt.UTC)
    except ValueError:  # the words of somebody else
        return None
    return Stood(time, Part(int(found[2]), int(found[3])) if found[2] else None)


def of_night(notes: Iterable[str]) -> bool:
    """Whether notes tell that votes are not the final ones: their candidates' are not counted.

    Examples
    --------
    >>> of_night(["as_of:2025-11-18T21:47Z"]), of_night(["counted_once"]), of_night(["x"])
    (True, True, False)
    """
    return any(stood(each) or each.partition(":")[0] in (IN_PART, ONCE) for each in notes)
