"""The pictures of a note: seats by list, where the votes ended, what alliances came to."""

from __future__ import annotations

from typing import Final

from valgforbund.charts import saved
from valgforbund.pictures import review, seats, votes
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import CREATOR
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Chart
from valgforbund.review import Review
from valgforbund.wording import Words

WIDTH: Final = 440  # CSS pixels: legible on half a sheet and on a phone


def seats_chart(words: Words, case: Case) -> Chart:
    """Seats by list, in both worlds where there are two."""
    named = case.worlds(words)
    return _chart(seats.picture(words, case.shown, named), words("report.alt_seats"))


def votes_chart(words: Words, case: Case) -> Chart:
    """Where the votes ended."""
    named, compared = case.worlds(words), case.compared
    worlds = {"": case.counted}
    if compared is not None:
        worlds = dict(zip(named, (compared.with_, compared.without), strict=True))
    rows = [votes.row(words, name, each, each.scenario.parties) for name, each in worlds.items()]
    said = "; ".join(
        words(
            "chart.row",
            label=each.label or words("chart.votes"),
            pieces=", ".join(piece.label for piece in each.pieces) or words("chart.nothing"),
            end=each.end,
        )
        for each in rows
    )
    return _chart(votes.picture(words, case.shown, named), words("report.alt_votes", rows=said))


def review_chart(words: Words, found: Review) -> Chart:
    """What alliances came to for a party."""
    return _chart(review.picture(words, found), review.described(words, found))


def _chart(picture: Picture, alt: str) -> Chart:
    drawing = picture.draw(WIDTH, picture.height(WIDTH))
    return Chart(saved(drawing, "svg", picture.caption.title, CREATOR).decode(), alt)
