"""What alliances came to for a party: its seats, and those that it gave, took and missed."""

from __future__ import annotations

from typing import Final

from valgforbund.charts import Drawing, Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption_of_all
from valgforbund.review import Review
from valgforbund.wording import Words
from valgforbund.wording.review import AGAINST, OTHERS, spans

WIDTH: Final = 600
HEIGHT: Final = 216


def picture(words: Words, review: Review) -> Picture:
    """A bar a figure; what each counts stands below."""
    shown = rows(words, review)
    texts = labels(words)
    frame = review.totals.loc[[*AGAINST, *OTHERS]]
    defined = [
        words("review.defined", label=row.label, definition=row.definition)
        for row in frame.itertuples()
    ]

    def draw(width: int, height: int) -> Drawing:
        return VotesChart(width, height).drawing(shown, texts)

    title = words("review.picture", party=review.party.name)
    caption = caption_of_all(words, title, review.years.index[0], *defined)
    return Picture(caption, WIDTH, lambda _: HEIGHT, draw)


def labels(words: Words) -> VotesLabels:
    """The legend."""
    return VotesLabels(carried=words("review.owed"), wasted=words("review.others"))


def rows(words: Words, review: Review) -> list[VotesRow]:
    """Seats of the party and of its partners; where lots decide, the sure ones."""
    colour, ink = review.party.colour, review.party.ink
    totals = spans(review.totals)
    seats = totals["seats"].low
    owed = max(0, totals["owed_dissolved"].low)  # one that lost by its alliances owes them nothing
    own = (
        Piece(words.number(seats - owed), "", seats - owed, colour, ink, "plain"),
        Piece(words.number(owed), "", owed, colour, ink, "carried"),
    )
    bars: dict[str, tuple[Piece, ...]] = {"seats": own}
    bars |= {name: (Piece("", "", totals[name].low, colour, ink, "plain"),) for name in OTHERS}
    called = review.totals["label"]
    against = words("review.against_none", change=words.signed_span(totals["owed_none"]))
    return [
        VotesRow(called[name], against if name == "seats" else "", pieces, words.span(totals[name]))
        for name, pieces in bars.items()
    ]


def described(words: Words, review: Review) -> str:
    """The picture in words."""
    return "; ".join(f"{row.label}: {row.end}" for row in rows(words, review))
