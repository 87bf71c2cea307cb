"""The tables beside the pictures: the measures in both worlds, and every alliance's savings."""

from __future__ import annotations

import re

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.comparison import savings
from valgforbund.explorer.markup import cut, element, table
from valgforbund.explorer.results import Results
from valgforbund.ranges import Span
from valgforbund.waste import MEASURES
from valgforbund.wording import Words
from valgforbund.wording.catalogue import MINUS


class Tables:
    """Two tables that say in numbers what the charts show."""

    def __init__(self) -> None:
        self._votes, self._alliances = widgets.HTML(), widgets.HTML()
        self.widget = widgets.Box([self._votes, self._alliances])
        self.widget.add_class("vf-card")
        self.widget.add_class("vf-tables")

    def show(self, results: Results) -> None:
        """Show the numbers of one count."""
        self._votes.value = _votes(results)
        self._alliances.value = _alliances(results)


def _votes(results: Results) -> Markup:
    words, frame = results.words, results.compared.waste
    rows = [
        (
            words(f"measure.{measure}"),
            _amount(words, frame.loc[measure], "with"),
            _amount(words, frame.loc[measure], "without"),
            _change(words, frame.loc[measure]),
        )
        for measure in MEASURES
    ]
    head = (words("tables.measure"), *results.baseline.worlds(words), words("tables.change"))
    return table(head, rows, words("tables.votes"))


def _alliances(results: Results) -> Markup:
    words, scenario = results.words, results.scenario
    caption = words("tables.alliances")
    if not scenario.alliances:
        return element("div", element("h3", caption), words("tables.none"))
    rows = [
        (
            cut(str(name), 40),
            words.span(Span(row["seats_low"], row["seats_high"])),
            _saved(words, row, "dissolved"),
            _saved(words, row, "none"),
        )
        for name, row in savings(scenario).iterrows()
    ]
    head = (
        words("tables.alliance"),
        words("tables.seats"),
        words("tables.saved_dissolved"),
        words("tables.saved_none"),
    )
    note = element("p", words("tables.note"), class_="vf-quiet")
    return element("div", table(head, rows, caption), note)


def _amount(words: Words, row: object, world: str) -> str:
    low, high = int(row[f"{world}_low"]), int(row[f"{world}_high"])  # type: ignore[index]
    if low != high:
        return f"{words.number(low)}–{words.number(high)}"
    return f"{words.number(low)} ({words.share(row[f'share_{world}'])})"  # type: ignore[index]


def _change(words: Words, row: object) -> str:
    low, high = int(row["change_low"]), int(row["change_high"])  # type: ignore[index]
    return _signed(words, low) + (f"…{_signed(words, high)}" if low != high else "")


def _signed(words: Words, votes: int) -> str:
    return f"{words.signed(votes)[:1]}{words.number(abs(votes))}" if votes else "0"


def _saved(words: Words, row: object, baseline: str) -> Markup:
    span = Span(row[f"saved_{baseline}_low"], row[f"saved_{baseline}_high"])  # type: ignore[index]
    changes = re.sub(r"-(?=\d+\b)", MINUS, row[f"changes_{baseline}"])  # type: ignore[index]
    return Markup("{} {}").format(
        element("b", words.signed_span(span)),
        element("span", changes or words("tables.nothing"), class_="vf-quiet"),
    )
