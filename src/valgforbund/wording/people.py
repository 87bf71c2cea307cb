"""Persons: by name and list where the name is known, else by their place on the ballot paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from valgforbund.frames import LETTER, rows_of
from valgforbund.people.placing import LIST_VOTES, LOT, OUT, WITH_LIST_VOTES
from valgforbund.people.standing import Rival, Standing
from valgforbund.wording.catalogue import Words
from valgforbund.wording.markup import cut

LONGEST = 40  # signs of a name
SIGNS = 12  # of a letter


def person(words: Words, row: Any) -> str:
    r"""Who has a place, inside their list.

    Examples
    --------
    >>> from valgforbund import elected, load
    >>> from valgforbund.wording import words
    >>> first = next(rows_of(elected(load("KV2025", "Læsø"))))
    >>> person(words("da"), first).endswith(", nr.\N{NO-BREAK SPACE}3")
    True
    """
    if not pd.isna(row.candidate):
        place = words("people.place", n=int(row.candidate))
        return place if pd.isna(row.name) else f"{cut(row.name, LONGEST)}, {place}"
    return words("people.unknown")


def lot(words: Words, rivals: Sequence[Rival], fell: Iterable[Rival] = ()) -> str:
    """Between whom a lot decides, and on whom it fell at the election, where that is known."""
    if not rivals:  # of lists whose candidates nobody knows
        return words("people.lot_list")
    several = len({each.letter for each in rivals}) > 1
    who = words.join(_rival(words, each, several) for each in rivals)
    if won := [_rival(words, each, several) for each in fell]:
        return words("people.lot_fell", who=who, won=words.join(won))
    return words("people.lot", who=who)


def _rival(words: Words, each: Rival, several: bool) -> str:
    place = words("people.place", n=each.candidate)
    named = f"{cut(each.name, LONGEST)} ({place})" if each.name else place
    return f"{cut(each.letter, SIGNS)} {named}" if several else named


def beside(words: Words, row: Any) -> str:
    """A person beside others: by name and list, or by list and place."""
    if pd.isna(row.name):
        return f"{row.letter} {words('people.place', n=int(row.candidate))}"
    return f"{cut(row.name, LONGEST)} ({row.letter})"


def instead(words: Words, moved: pd.DataFrame, kind: str) -> Markup | None:
    """Whom an alliance seats, and instead of whom; None where nobody moves or a lot decides it.

    Parameters
    ----------
    words : Words
    moved : DataFrame
        As `valgforbund.people_moved` gives it.
    kind : str
        Of the baseline, ``"dissolved"`` or ``"none"``.

    Notes
    -----
    Where one seat more of a list is drawn among its candidates, it says among whom.
    """
    is_open, drawing = moved["change"].isna(), []
    gained, lost = (
        [
            _named_on(words, row)
            for row in rows_of(moved[moved["change"].eq(change).fillna(value=False)])
        ]
        for change in (1, -1)
    )
    if is_open.any():
        if not _is_one_seat(moved[is_open], len(lost) - len(gained)):
            return None
        drawing = [_named_on(words, row) for row in rows_of(moved[is_open])]
        gained.append(words.either(drawing))
    if not gained or not lost:
        return None
    known = {"gained": words.join(gained), "lost": words.join(lost)}
    said = words.html(f"people.instead.{kind}", n=len(gained), **known)
    if not drawing:
        return said
    return Markup(" ").join((said, words.html("people.by_lot", who=words.join(drawing))))


def _named_on(words: Words, row: Any) -> str:
    """A person beside others, where a number could be taken for that of a seat."""
    if not pd.isna(row.name):
        return beside(words, row)
    place = words("people.place", n=int(row.candidate))
    return words("people.on_list", place=place, letter=row.letter)


def _is_one_seat(drawing: pd.DataFrame, seats: int) -> bool:
    """Whether all whom a lot may move are of one list, and draw for one seat more of it."""
    gains = drawing["with"].eq(LOT).all() and drawing["without"].eq(OUT).all()
    return bool(gains and seats == 1 and len(set(drawing[LETTER])) == 1)


def notes(words: Words, world: Standing) -> list[str]:
    """What is to be said of the candidates of a count: numbers for names, scaled votes."""
    nameless = any(None in each.names for each in world.nominees.values())
    return [
        *[words("people.names")] * nameless,
        *[words("people.scaled")] * bool(world.scaled),
    ]


def nobody_on(words: Words, world: Standing) -> list[str]:
    """Which lists have seats and no known candidates."""
    spans = world.count.spans
    lists = [each for each in spans if spans[each].high and each not in world.nominees]
    names = words.join(cut(each, SIGNS) for each in lists)
    return [words("people.unknown_lists", lists=names)] if lists else []


def lacking(votes: Any, world: Standing, letter: str) -> int | None:
    """Votes that are lacking; None where they are more than all votes of the list."""
    if pd.isna(votes) or votes > world.nominees[letter].total:
        return None
    return int(votes)


def how(words: Words, row: Any) -> str:
    """How a seat was won inside the list, and with which list votes; nothing where nobody knows."""
    if pd.isna(row.how):
        return ""
    said = words(f"people.how.{row.how.replace(' ', '_')}")
    if row.how not in (LIST_VOTES, WITH_LIST_VOTES):
        return said
    own, received = words.number(int(row.votes)), words.number(int(row.received))
    return words("people.how_votes", how=said, own=own, received=received)
