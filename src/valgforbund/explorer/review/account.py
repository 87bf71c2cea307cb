"""What alliances came to for a party: a sentence, a chart, figures, and votes over the years."""

from __future__ import annotations

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.count.image import Image
from valgforbund.explorer.review.people import people
from valgforbund.explorer.review.state import Results
from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, number, share, span
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.table import Table
from valgforbund.frames import rows_of
from valgforbund.parties import Party
from valgforbund.pictures import review as drawn
from valgforbund.pictures.picture import files
from valgforbund.ranges import Span
from valgforbund.review import Review
from valgforbund.wording import Words
from valgforbund.wording.review import AGAINST, sentence, spans


class Account:
    """The upper half of the page."""

    def __init__(self, guard: Guard) -> None:
        self._shown: tuple[Party, str] | None = None
        self._says, self._image = widgets.HTML(), Image("vf-picture-account")
        self._totals, self._years, self._people = Table(), Table(), Table()
        self._save = Save(guard)
        head = widgets.Box([self._save.widget])
        head.add_class("vf-picture-head")
        cards = [
            widgets.Box([self._says, head, self._image, self._years, self._people]),
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
        whole = drawn.picture(words, review)
        drawing = self._image.draw(
            lambda width: whole.draw(width, drawn.HEIGHT),
            drawn.described(words, review),
            drawn.WIDTH,
        )
        self._save.show(
            words,
            words("review.file", party=review.party.short),
            lambda: files(whole.caption, drawing),
        )
        self._totals.show(words, _figures(words, review, totals))
        self._years.show(words, _years(words, review))
        self._people.show(words, people(words, review))
        self._shown = review.party, words.language


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
