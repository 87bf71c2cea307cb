"""One sentence on what alliances did for a list in one council."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

from valgforbund.comparison import NO_SEATS
from valgforbund.ranges import Span
from valgforbund.study import Standing
from valgforbund.wording.catalogue import Words
from valgforbund.wording.moves import is_open, more_than

OTHERS = ("gave", "took", "regret")
AGAINST = ("owed_dissolved", "owed_none")  # never the one without the other


def note(words: Words, standing: Standing) -> str:
    """Where the list stood, what it got and owes, what it gave, what it lacked, what was better.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> from valgforbund.study import Worlds, standing
    >>> from valgforbund.wording import words
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> note(words("en"), standing(Worlds(s), "D"))[:70]
    'D stood with C and got 2 seats; that is one more than both without jus'
    """
    best = standing.best
    known = {"letter": standing.letter, "partners": words.join(standing.partners)}
    place = "review.note.allied" if standing.partners else "review.note.alone"
    clauses = [words(place, seats=words.seats_span(standing.seats), **known)]
    if standing.dissolved is not None:
        dissolved, none = (more_than(words, span) for span in (standing.dissolved, standing.none))
        clauses.append(
            words("review.note.owed_both", both=none)
            if standing.dissolved == standing.none
            else words("review.note.owed", dissolved=dissolved, none=none)
        )
    clauses += _given(words, standing)
    if (lacked := standing.margin.to_gain) is not None:
        key = "review.note.lacked" if standing.seats.low else "review.note.lacked_first"
        clauses.append(words(key, n=lacked, votes=words.number(lacked)))
    seats = words.seats_span(best.seats)
    clauses.append(words(f"review.note.{best.how}", who=best.who, seats=seats, **known))
    return "; ".join(clauses) + "."


def _given(words: Words, standing: Standing) -> list[str]:
    """What its partners have more because it was inside, or what had changed had it stood alone."""
    given, letter = standing.given or {}, standing.letter
    if not given:
        return []
    if all(span.low > 0 for span in given.values()) and not is_open(given):
        seats = {who: words.seats(span.low) for who, span in given.items()}
        parts = [words("review.note.gave_one", who=who, seats=n) for who, n in seats.items()]
        return [words("review.note.gave", own=words.own(letter), moves=words.join(parts))]
    changes = {letter: standing.alone or NO_SEATS} | given
    moves = [f"{who} {words.signed_span(NO_SEATS - span)}" for who, span in changes.items()]
    return [words("review.note.had_been_alone", letter=letter, moves=", ".join(moves))]


def spans(totals: pd.DataFrame) -> dict[str, Span]:
    """The figures of a review, by name."""
    both = zip(totals["value_low"].astype(int), totals["value_high"].astype(int), strict=True)
    return dict(zip(totals.index, (Span(low, high) for low, high in both), strict=True))


def sentence(words: Words, party: str, totals: Mapping[str, Span]) -> Markup:
    """What alliances came to for a party; what was saved never without what moved."""
    stood = words.html("review.stood_with", n=totals["lists"].low, party=party)
    known: dict[str, str] = {name: words.seats_span(totals[name]) for name in ("seats", *OTHERS)}
    known |= {name: more_than(words, totals[name]) for name in AGAINST}
    return stood + " " + words.html("review.says", allied=words.span(totals["allied"]), **known)


def total(words: Words, name: str) -> tuple[str, str]:
    """What a figure of a review is called, and what it is exactly."""
    return words(f"review.total.{name}"), words(f"review.what.{name}")
