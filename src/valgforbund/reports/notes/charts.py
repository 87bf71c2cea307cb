"""The pictures of a note: seats by list, where the votes ended, what alliances came to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from valgforbund.charts import saved
from valgforbund.counting import Count
from valgforbund.pictures import review, seats, variants, votes
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import CREATOR
from valgforbund.reports.notes.case import Case
from valgforbund.reports.page import Chart
from valgforbund.review import Review
from valgforbund.wording import Words
from valgforbund.wording.worlds import titled

WIDTH: Final = 440  # CSS pixels: legible on half a sheet and on a phone


def seats_chart(words: Words, case: Case) -> Chart:
    """Seats by list, in both worlds where there are two."""
    drawn = seats.picture(words, case.shown, case.worlds(words))
    return _chart(drawn, words("report.alt_seats"), _title(words, "seats", case))


def votes_chart(words: Words, case: Case) -> Chart:
    """Where the votes ended."""
    named = case.worlds(words)
    compared = case.compared if case.tells_votes else None
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
    drawn = votes.picture(words, compared or case.counted, named)
    return _chart(drawn, words("report.alt_votes", rows=said), _title(words, "votes", case))


def review_chart(words: Words, found: Review) -> Chart:
    """What alliances came to for a party."""
    drawn = review.picture(words, found)
    return _chart(drawn, review.described(words, found), drawn.caption.title)


def variants_chart(words: Words, worlds: Mapping[str, Count], ours: str) -> Chart:
    """The seats of each variant."""
    drawn = variants.picture(words, worlds, ours)
    return _chart(drawn, variants.described(words, worlds, ours), drawn.caption.title)


def _title(words: Words, what: str, case: Case) -> str:
    compared = case.compared if case.tells_votes or what == "seats" else None
    return titled(words, what, compared, case.worlds(words) if case.reference else None)


def _chart(picture: Picture, alt: str, title: str) -> Chart:
    drawing = picture.draw(WIDTH, picture.height(WIDTH))
    return Chart(saved(drawing, "svg", title, CREATOR).decode(), alt)
