"""What alliances came to for a party: a sentence, a chart, figures, and votes over the years."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.charts import Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.explorer.review.state import Results
from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, number, share, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, picture, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.parties import Party
from valgforbund.pictures.picture import files
from valgforbund.pictures.source import caption_of_all
from valgforbund.ranges import Span
from valgforbund.review import Review
from valgforbund.wording import Words
from valgforbund.wording.review import AGAINST, OTHERS, sentence, spans

SIZE = (600, 216)


class Account:
    """The upper half of the page."""

    def __init__(self, guard: Guard) -> None:
        self._chart = VotesChart(*SIZE)
        self._shown: tuple[Party, str] | None = None
        self._says, self._image = widgets.HTML(), widgets.HTML()
        self._totals, self._years = Table(), Table()
        self._image.add_class("vf-picture-account")
        self._save = Save(guard)
        head = widgets.Box([self._save.widget])
        head.add_class("vf-picture-head")
        cards = [
            widgets.Box([self._says, head, self._image, self._years]),
            widgets.Box([self._totals]),
        ]
        for card in cards:
            card.add_class("vf-card")
        self.widget = widgets.Box(cards)
        self.widget.add_class("vf-account")

    def show(self, results: Results) -> None:
        """Put a review into words, numbers and bars; once for a party and a language."""
        words, review = results.words, results.review
        if (review.party, words.language) == self._shown:
            return
        self._shown = None
        totals = spans(review.totals)
        self._says.value = element("p", sentence(words, review.party.name, totals), role="status")
        rows = _bars(words, review, totals)
        alt = "; ".join(f"{row.label}: {row.end}" for row in rows)
        labels = VotesLabels(carried=words("review.owed"), wasted=words("review.others"))
        self._image.value = picture(self._chart.png(rows, labels), alt)
        title = words("review.picture", party=review.party.name)
        defined = _told(words, review)
        self._save.show(
            words,
            words("review.file", party=review.party.short),
            lambda: files(
                caption_of_all(words, title, review.years.index[0], *defined),
                self._chart.drawing(rows, labels),
            ),
        )
        self._totals.show(words, _figures(words, review, totals))
        self._years.show(words, _years(words, review))
        self._shown = review.party, words.language


def _bars(words: Words, review: Review, totals: dict[str, Span]) -> list[VotesRow]:
    """Seats of the party and of its partners; where lots decide, the sure ones."""
    colour, ink = review.party.colour, review.party.ink
    owed, seats = totals["owed_dissolved"].low, totals["seats"].low
    own = (
        Piece(words.number(seats - owed), "", seats - owed, colour, ink, "plain"),
        Piece(words.number(owed), "", owed, colour, ink, "carried"),
    )
    bars: dict[str, tuple[Piece, ...]] = {"seats": own}
    bars |= {name: (Piece("", "", totals[name].low, colour, ink, "plain"),) for name in OTHERS}
    labels = review.totals["label"]
    against = words("review.against_none", change=words.signed_span(totals["owed_none"]))
    return [
        VotesRow(labels[name], against if name == "seats" else "", pieces, words.span(totals[name]))
        for name, pieces in bars.items()
    ]


def _told(words: Words, review: Review) -> list[str]:
    """What the bars count."""
    frame = review.totals.loc[[*AGAINST, *OTHERS]]
    return [
        words("review.defined", label=row.label, definition=row.definition)
        for row in frame.itertuples()
    ]


def _figures(words: Words, review: Review, totals: dict[str, Span]) -> Markup:
    rows = [
        (
            _defined(row.label, row.definition),
            (change if row.Index in AGAINST else span)(words, totals[row.Index]),
        )
        for row in rows_of(review.totals)
    ]
    head = (words("review.figure"), words("review.number"))
    return table(head, rows, words("review.figures"))


def _years(words: Words, review: Review) -> Markup:
    rows = [
        (
            year.Index[-4:],
            Cell(words("review.stood", stood=year.stood, councils=year.councils), int(year.stood)),
            number(words, int(year.votes)) if year.stood else NOTHING,
            share(words, year.share) if year.stood else NOTHING,
            NOTHING
            if pd.isna(year.seats_low)
            else span(words, Span(year.seats_low, year.seats_high)),
        )
        for year in rows_of(review.years)
    ]
    keys = ("election", "stood", "votes", "share", "seats")
    head = [words(f"review.year.{each}") for each in keys]
    note = element("span", words("review.years_note"), class_="vf-note")
    return element("div", table(head, rows, words("review.years")), note)


def _defined(label: str, definition: str) -> Cell:
    return Cell(element("span", label, element("span", definition, class_="vf-note")), label)
