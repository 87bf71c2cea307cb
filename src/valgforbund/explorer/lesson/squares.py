"""Seats as squares in the list's colour; hatched where a lot decides."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.explorer.workbench.markup import element
from valgforbund.parties import Party
from valgforbund.ranges import Span
from valgforbund.wording import Words

UNKNOWN = element("span", "?", class_="vf-number")  # until the class has found it


def squares(words: Words, letter: str, party: Party, seats: Span) -> Markup:
    """One square a seat, and the number in words for everybody who does not see them."""
    style = f"background-color:{party.colour};color:{party.ink};border-color:{party.colour}"
    sure = [element("i", letter, style=style) for _ in range(seats.low)]
    maybe = [
        element("i", "?", class_="vf-maybe", style=f"border-color:{party.colour}")
        for _ in range(seats.high - seats.low)
    ]
    return element(
        "span",
        element("span", *sure, *maybe, class_="vf-squares", aria_hidden="true"),
        element("span", words.seats_span(seats), class_="vf-number"),
    )
