"""A night of counting in sentences: what happens, how likely it is, what one party can expect."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from babel.dates import format_datetime, format_skeleton

from valgforbund.counting import Count
from valgforbund.ranges import Span
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import sentence_part

ZONE = ZoneInfo("Europe/Copenhagen")
CLEAR = 0.095  # from here to as much below 1, tenths say enough
LEAST = 0.01  # beyond, nothing is said but that
GIVES = "night.given", "night.given_all", "night.taken"  # what alliances do with one's seats
GAVE = "night.gave", "night.gave_all", "night.took"  # and what they did
NEXT_DAY = 6  # the hour at which a night is over


def odds(words: Words, chance: float) -> str:
    """A chance as times out of ten, or out of a hundred where it is nearly sure or nearly not.

    Chances come from draws: beyond 99 in 100 no more is said, not even if all draws agree.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> [odds(words("da"), chance) for chance in (0.81, 0.97, 0.999, 0)]
    ['8 af 10', '97 af 100', 'over 99 af 100', 'under 1 af 100']
    """
    if chance > 1 - LEAST:
        return words("night.over")
    if chance < LEAST:
        return words("night.under")
    of = 10 if min(chance, 1 - chance) >= CLEAR else 100
    return words("night.odds", times=round(chance * of), of=of)


def between(words: Words, low: int, high: int) -> str:
    """An interval of seats; one number where it has no width.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> between(words("da"), 9, 11), between(words("da"), 9, 9)
    ('9–11', '9')
    """
    return words.number(low) if low == high else f"{words.number(low)}–{words.number(high)}"


def clock(words: Words, time: dt.datetime, begins: dt.datetime | None = None) -> str:
    """The time in Denmark; with its day when the night is over, or it is not known which it was.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> begins = dt.datetime(2025, 11, 18, 19, tzinfo=dt.timezone.utc)
    >>> clock(words("da"), begins.replace(hour=21, minute=47), begins)
    '22:47'
    >>> clock(words("da"), begins.replace(day=20, hour=9), begins)
    '10:00 den 20. nov.'
    """
    here = time.astimezone(ZONE)
    time_ = str(format_datetime(here, "HH:mm", locale=words.locale))
    if begins is not None:
        next_day = begins.astimezone(ZONE) + dt.timedelta(days=1)
        if here < next_day.replace(hour=NEXT_DAY, minute=0, second=0):
            return time_
    return words(
        "night.time_of_day", time=time_, day=format_skeleton("MMMd", here, locale=words.locale)
    )


def event(words: Words, row: Any) -> str:
    """What happened, as a sentence without its place.

    Parameters
    ----------
    words : Words
    row
        Of the frame that `Night.events` gives.
    """
    if row.event == "counted":
        return words("night.counted", n=row.areas)
    if row.event != "seats":
        key = f"night.{row.event}" if "-" in row.bloc else f"night.{row.event}_alone"
        return words(key, bloc=row.bloc, odds=odds(words, row.probability))
    moved = changes(row.changes)
    gained, lost = ([x for x, n in moved.items() if n * way > 0] for way in (1, -1))
    if len(gained) == len(lost) == 1:
        seats = words("seats_taken", n=moved[gained[0]])
        said = words("night.takes", gainer=gained[0], seats=seats, loser=lost[0])
    else:
        said = sentence_part(words, {each: Span(n, n) for each, n in moved.items()})
    if not isinstance(row.because, str):
        return said
    if row.instead in lost:
        return said + words("night.because", bloc=row.because)
    known = {"bloc": row.because, "instead": row.instead}
    return said + words("night.instead", n=moved[gained[0]], **known)


def changes(text: str) -> dict[str, int]:
    """What a column of changes says: seats by letter.

    Examples
    --------
    >>> changes("C-1 Ø+2")
    {'C': -1, 'Ø': 2}
    """
    return {letter: int(n) for letter, n in re.findall(r"(\S+?)([+-]\d+)(?:\s|$)", text)}


def stand(words: Words, row: Any) -> str:
    """How much of the council was counted then, and how likely what is told was."""
    if row.final == row.areas:
        return words("night.counted_twice")
    key = "night.counted_once" if row.counted == row.areas else "night.share_counted"
    counted = words(key, share=words.share(row.share_counted, 0))
    if row.event not in ("seats", "majority"):
        return counted
    return f"{counted} · {odds(words, row.probability)}"


def majority(words: Words, row: Any) -> str:
    """Who has more than half, or how likely that is; or that nobody has it in sight.

    Parameters
    ----------
    words : Words
    row
        Of the frame that `Standing.councils` gives.
    """
    if not isinstance(row.bloc, str):
        return words("night.no_majority")
    if row.final == row.areas and row.majority == 1:
        return words("night.has_majority", bloc=row.bloc)
    return words("night.majority_for", bloc=row.bloc, odds=odds(words, row.majority))


def expected_counted(words: Words, lists: pd.DataFrame, counted: Count) -> str:
    """Where the count of the expected votes gives other seats than are expected; else nothing.

    Parameters
    ----------
    words : Words
    lists : DataFrame
        That `Standing.lists` gives, of one council.
    counted : Count
        Of `Standing.scenario(place, projected=True)`.
    """
    seats = dict(zip(lists["letter"], lists["seats"], strict=True))
    others = [
        f"{letter} {words.span(span)}"
        for letter, span in counted.spans.items()
        if span != Span(seats[letter], seats[letter])
    ]
    return words("night.expected_counted", lists=words.join(others)) if others else ""


def headline(words: Words, party: str, rows: Sequence[Any], is_over: bool = False) -> str:
    """What a party has surely, what is in play, and what alliances have to do with it.

    When all is counted finally, what it got.

    Parameters
    ----------
    words : Words
    party : str
        Its name.
    rows : sequence
        Of the frame that `Standing.party` gives.
    is_over : bool
    """
    if not rows:
        return words("night.nowhere", party=party)
    sure = int(sum(row.sure for row in rows))
    open_ = int(sum(row.possible for row in rows)) - sure
    expected = round(sum(row.seats_expected for row in rows))
    given = round(sum(row.given for row in rows))
    some, every, none = GAVE if is_over else GIVES
    if is_over:
        said = [words("night.got" if expected else "night.got_none", party=party, n=expected)]
    else:
        known = {"party": party, "sure": words("night.sure", n=sure), "open": words.number(open_)}
        said = [words("night.headline", **known)]
        if expected:
            said.append(words("night.expected", n=expected))
    if given > 0:
        said.append(words(some if given < expected else every, n=given))
    elif given < 0:
        said.append(words(none, n=-given))
    return " ".join(said)


def prospect(words: Words, row: Any) -> str:
    """What is open for a list in one council: the seat most in play, and its chance."""
    if row.sure == row.possible:
        return words("night.settled")
    return words("night.prospect", n=int(row.in_play), odds=odds(words, row.chance))
