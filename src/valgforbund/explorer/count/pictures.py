"""The two charts: seats by list, and where the votes ended or what was left over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets

from valgforbund.charts import (
    PROSE,
    Caption,
    Drawing,
    Piece,
    SeatsChart,
    SeatsLabels,
    VotesChart,
    VotesLabels,
    VotesRow,
)
from valgforbund.counting import Count
from valgforbund.explorer.count.image import NARROW, Image
from valgforbund.explorer.count.meanings import opener
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, signs
from valgforbund.explorer.workbench.save import Save
from valgforbund.explorer.workbench.state import State
from valgforbund.frames import rows_of
from valgforbund.palette import HUES, WHITE
from valgforbund.parties import Party
from valgforbund.pictures import votes
from valgforbund.pictures.picture import Picture, files
from valgforbund.pictures.source import caption
from valgforbund.waste import REMAINDER, last_quotient, remainders, spans_by_measure
from valgforbund.wording import Words
from valgforbund.wording.stemmespild import CHOICES
from valgforbund.wording.worlds import titled

SEATS, VOTES = 200, 170  # as high as the boxes in style.css
ROW = 12  # lists that have room beside each other on a telephone


class SeatsPicture:
    """Seats by list, with and without."""

    def __init__(self, guard: Guard) -> None:
        self._title, self._image = widgets.HTML(), Image("vf-picture-seats")
        self._save = Save(guard)
        head = widgets.Box([self._title, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image])
        self.widget.add_class("vf-card")

    def show(self, results: Results) -> None:
        """Draw the seats of one count."""
        words = results.words
        with_, without = results.worlds
        self._title.value = element("h2", words("chart.seats"))
        spans = results.compared.spans
        parties = [results.parties[letter] for letter in spans]
        frame = results.compared.ledger.assign(
            colour=[party.colour for party in parties], ink=[party.ink for party in parties]
        )
        open_ = words("chart.open") if _has_lots(results) else ""
        labels = SeatsLabels(with_, without, open=open_, empty=words("chart.empty"))
        rows = "; ".join(
            words(
                "chart.seats_row", letter=letter, with_=words.span(more), without=words.span(less)
            )
            for letter, (more, less) in spans.items()
        )
        alt = words("chart.seats_alt", with_=with_, without=without, rows=rows)

        def make(width: int) -> Drawing:
            lines = max(1, -(-len(frame) // ROW)) if width == NARROW else 1
            return SeatsChart(width, SEATS * lines, lines).drawing(frame, labels)

        drawing = self._image.draw(make, alt, results.wide)
        self._save.show(
            words,
            file_name(results, words("chart.seats")),
            lambda: files(_caption(results, "seats"), drawing),
        )


class VotesPicture:
    """Where the votes ended, or the remainder, with and without."""

    def __init__(self, state: State[Any], guard: Guard) -> None:
        self._title, self._image = widgets.HTML(), Image("vf-picture-votes")
        self._measure = fields.Menu(
            guard, "measure.label", lambda measure: state.look(measure=measure)
        )
        self._what = widgets.HTML()
        self._what.add_class("vf-measure")
        self._save = Save(guard)
        head = widgets.Box([self._title, self._measure, self._what, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image])
        self.widget.add_class("vf-card")

    def show(self, results: Results) -> None:
        """Draw the votes of one count."""
        words, measure = results.words, results.view.measure
        measures = [(words(f"measure.{each}"), each) for each in CHOICES]
        self._measure.show(words, measures, measure)
        self._what.value = opener(words, measure, words("measure.what"))
        left_over = measure == REMAINDER
        self._title.value = element("h2", words(f"chart.{REMAINDER if left_over else 'votes'}"))
        row = _remainder_row if left_over else votes.row
        both = results.compared.with_, results.compared.without
        worlds = list(zip(results.worlds, both, strict=True))[: 1 + results.tells_votes]
        rows = [row(words, label, counted, results.parties) for label, counted in worlds]
        labels = VotesLabels(
            carried="" if left_over else words("chart.carried"),
            wasted="" if left_over else words("chart.wasted"),
            open=words("chart.open") if _has_lots(results) and not left_over else "",
            empty=words("chart.empty"),
        )
        texts = "; ".join(
            words(
                "chart.row",
                label=each.label,
                pieces=", ".join(p.label for p in each.pieces) or words("chart.nothing"),
                end=each.end,
            )
            for each in rows
        )
        alt = words(f"chart.{REMAINDER if left_over else 'votes'}_alt", rows=texts)
        drawing = self._image.draw(
            lambda width: VotesChart(width, VOTES).drawing(rows, labels), alt, results.wide
        )
        title = words("chart.remainder")
        name = title if left_over else words("picture.votes")
        self._save.show(
            words,
            file_name(results, name),
            lambda: files(
                caption(words, title, results.counted) if left_over else _caption(results, "votes"),
                drawing,
            ),
        )


class RowsPicture:
    """A picture whose rows come and go, below its title.

    Parameters
    ----------
    guard : Guard
    kind : str
        Class of the box in the style sheet.
    """

    def __init__(self, guard: Guard, kind: str = "vf-picture-rows") -> None:
        self._title, self._image, self._save = widgets.HTML(), Image(), Save(guard)
        head = widgets.Box([self._title, self._save.widget])
        head.add_class("vf-picture-head")
        self.widget = widgets.Box([head, self._image])
        self.widget.add_class(kind)

    def show(self, results: Results, shown: Picture | None, alt: str = "") -> None:
        """Draw it as it stands on a page; None where there is nothing to draw."""
        self.widget.layout.display = "none" if shown is None else ""
        if shown is None:
            return
        told, draw, height = shown.caption, shown.draw, shown.height
        self._title.value = element("h3", told.title)
        wide = min(shown.width, results.wide)
        content = self._image.draw(lambda width: draw(width, height(width)), alt, wide)
        self._save.show(results.words, file_name(results, told.title), lambda: files(told, content))


def _remainder_row(
    words: Words, label: str, counted: Count, parties: Mapping[str, Party]
) -> VotesRow:
    """One world: what alliances and free lists have beyond the price of their seats."""
    scenario = counted.scenario
    names = [alliance.name for alliance in scenario.alliances]
    frame = remainders(counted)
    called, short = signs([*frame.index], 20), signs([*frame.index], 12)
    pieces = []
    for row in rows_of(frame):
        unit, left = row.Index, round(row.remainder)
        allied = unit in names
        party = None if allied else parties[unit]
        pieces.append(
            Piece(
                f"{called[unit]} {words.number(left)}",
                short[unit],
                left,
                party.colour if party else HUES[names.index(unit) % len(HUES)],
                party.ink if party else WHITE,
                "plain",
            )
        )
    shown = tuple(piece for piece in pieces if piece.votes)
    left = spans_by_measure(counted)[REMAINDER].low
    share = words.share(left / max(sum(scenario.ballots), 1))
    end = words("chart.remainder_end", votes=words.number(left), share=share)
    note = words("chart.price", votes=words.number(round(last_quotient(counted))))
    return VotesRow(label, note, shown, end, PROSE)


def _caption(results: Results, what: str) -> Caption:
    """The words round a picture that leaves the page."""
    words, compared = results.words, results.compared if results.is_compared else None
    named = results.worlds if results.reference else None
    return caption(words, titled(words, what, compared, named), results.counted)


def file_name(results: Results, what: str) -> str:
    """What the file of a picture is called."""
    return " ".join(filter(None, (results.scenario.place, what)))


def _has_lots(results: Results) -> bool:
    return bool(results.compared.with_.lots or results.compared.without.lots)
