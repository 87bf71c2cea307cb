"""Persons: by name and list where the name is known, else by their place on the ballot paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from markupsafe import Markup

from valgforbund.frames import rows_of
from valgforbund.people.placing import LIST_VOTES, WITH_LIST_VOTES
from valgforbund.wording.catalogue import Words
from valgforbund.wording.markup import cut

LONGEST = 40  # signs of a name


def person(words: Words, row: Any) -> str:
    r"""Who has a place, inside their list; where a lot decides, between whom.

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
    tied = getattr(row, "tied", None)
    return words("people.unknown") if pd.isna(tied) else words("people.lot", places=tied)


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
    """
    if moved.empty or moved["change"].isna().any():
        return None
    gained, lost = (_all(words, rows_of(moved[moved["change"] == change])) for change in (1, -1))
    return (
        words.html(f"people.instead.{kind}", gained=gained, lost=lost) if gained and lost else None
    )


def how(words: Words, row: Any) -> str:
    """How a seat was won inside the list, and with which list votes; nothing where nobody knows."""
    if pd.isna(row.how):
        return ""
    said = words(f"people.how.{row.how.replace(' ', '_')}")
    if row.how not in (LIST_VOTES, WITH_LIST_VOTES):
        return said
    own, received = words.number(int(row.votes)), words.number(int(row.received))
    return words("people.how_votes", how=said, own=own, received=received)


def _all(words: Words, rows: Iterable[Any]) -> str:
    return words.join(beside(words, row) for row in rows)
