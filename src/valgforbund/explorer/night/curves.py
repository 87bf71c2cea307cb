"""The chances of our lists over the evening, as lines: one a place that we follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.night.results import Results
from valgforbund.explorer.night.state import State
from valgforbund.explorer.workbench.cells import NOTHING, Cell
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element, table
from valgforbund.explorer.workbench.table import Table
from valgforbund.palette import HUES
from valgforbund.wording import Words
from valgforbund.wording.night import odds

WIDTH, HEIGHT = 340, 150  # of the picture, in its own units
LEFT, RIGHT, TOP, BOTTOM = 52, 8, 8, 18  # around the lines
DASHES = ("", "7 3", "2 3", "9 3 2 3")  # a line is known by more than its colour
MOST = len(HUES)  # lines that are told apart
ROWS = 30  # minutes between two rows of the table


class Curve(NamedTuple):
    """The chance of one seat of a list, after each count.

    Attributes
    ----------
    place : str
    seat : int
        Which one: the one that is most in play now.
    times : tuple of Timestamp
    chances : tuple of float
    """

    place: str
    seat: int
    times: tuple[pd.Timestamp, ...]
    chances: tuple[float, ...]

    def at(self, time: pd.Timestamp) -> float | None:
        """What it was then; None before the first count."""
        earlier = [
            chance for when, chance in zip(self.times, self.chances, strict=True) if when <= time
        ]
        return earlier[-1] if earlier else None


def curves(results: Results) -> list[Curve]:
    """The curves of the places that we follow and in which our party stands."""
    ours = {row.code: row for row in results.ours}
    watched = [code for code in results.evening.watched if code in ours]
    return [_curve(results, ours[code]) for code in watched[-MOST:]]


def _curve(results: Results, row: Any) -> Curve:
    """Up to now; what is not in play any more is its last seat that was sure, or the first."""
    seat = int(row.sure or 1) if pd.isna(row.in_play) else int(row.in_play)
    found = results.feed.story.chances(row.code, row.letter, results.time)
    reached = found[found["number"] >= seat].groupby("time")["probability"].sum()
    reached = reached.reindex(found["time"].unique(), fill_value=0.0)
    now = float(row.chance) if not pd.isna(row.in_play) else float(row.sure >= seat)
    return Curve(
        row.place,
        seat,
        (*map(pd.Timestamp, reached.index), results.time),
        (*reached.to_list(), now),
    )


class Curves:
    """The picture, what its lines are, and the same as a table."""

    def __init__(self, _state: State, guard: Guard) -> None:
        self._picture, self._table = widgets.HTML(), Table()
        self._fold = Fold("night.curves_table", self._table)
        self._fold.observe(guard(lambda _: self._fill()), "selected_index")
        self._results: Results | None = None
        self.widget = widgets.Box([self._picture, self._fold])
        self.widget.add_class("vf-night-curves")

    def show(self, results: Results) -> None:
        """Show the chances until now; nothing while the night is still being told."""
        self._results, words = results, results.words
        self._fold.show(words)
        found = [] if results.behind else curves(results)
        self._fold.layout.display = "" if found else "none"
        self._picture.value = _picture(results, found) if found else ""
        self._fill()

    def _fill(self) -> None:
        """The table is filled while it is open."""
        results = self._results
        if results is None or results.behind or self._fold.selected_index is None:
            return
        words, found = results.words, curves(results)
        end = min(results.time, results.feed.closes)
        times = [*pd.date_range(results.feed.begins, end, freq=f"{ROWS}min"), results.time]
        head = [words("night.column.time"), *(_named(results, each) for each in found)]
        rows = [
            (results.clock_at(time), *(_cell(results, each.at(time)) for each in found))
            for time in dict.fromkeys(times)
        ]
        caption = words("night.curves", party=results.party.short, time=results.clock)
        self._table.show(words, table(head, rows, caption, order="given"))


def _cell(results: Results, chance: float | None) -> Cell:
    return NOTHING if chance is None else Cell(_chance(results.words, chance), chance)


def _chance(words: Words, chance: float) -> str:
    """What no draw had is not impossible: the same as stands at our places."""
    return odds(words, chance) if chance else words("night.under")


def _named(results: Results, curve: Curve) -> str:
    return results.words("night.seat_in", place=curve.place, seat=curve.seat)


def _picture(results: Results, found: Sequence[Curve]) -> Markup:
    """An SVG: the line of the night from left to right, chances from 0 to 1 upwards."""
    words, feed = results.words, results.feed
    lines = [_line(results, each, place) for place, each in enumerate(found)]
    levels = [
        element(
            "line", x1=str(LEFT), x2=str(WIDTH - RIGHT), y1=_y(each), y2=_y(each), class_="vf-grid"
        )
        for each in (0, 0.5, 1)
    ]
    marks = [
        element("text", said, x=str(LEFT - 5), y=_y(each), text_anchor="end", dy=".35em")
        for each, said in ((0, "0"), (0.5, words("night.half")), (1, words("night.whole")))
    ]
    hours = pd.date_range(feed.begins, feed.closes, freq="2h")
    clock = [
        element(
            "text",
            results.clock_at(each),
            x=_x(results, each),
            y=str(HEIGHT - 4),
            text_anchor=anchor,
        )
        for each, anchor in zip(hours, ("start", "middle", "middle", "end"), strict=False)
    ]
    said = [f"{_named(results, each)}: {_chance(words, each.chances[-1])}" for each in found]
    title = words("night.curves", party=results.party.short, time=results.clock)
    drawn = element(
        "svg",
        *levels,
        *marks,
        *clock,
        *lines,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=f"{title}. {'; '.join(said)}.",
    )
    keys = [
        element("li", _key(place), text, class_="vf-map-key") for place, text in enumerate(said)
    ]
    return element("div", element("h3", title), drawn, element("ul", *keys))


def _line(results: Results, curve: Curve, place: int) -> Markup:
    """Steps: a chance holds until the next count."""
    points: list[str] = []
    before = None
    for time, chance in zip(curve.times, curve.chances, strict=True):
        x, y = _x(results, time), _y(chance)
        points += [f"{x},{before}"] * (before is not None) + [f"{x},{y}"]
        before = y
    end = element("circle", cx=_x(results, curve.times[-1]), cy=_y(curve.chances[-1]), r="3")
    steps = element("polyline", points=" ".join(points), stroke_dasharray=_dash(place))
    return element("g", steps, end, class_=f"vf-curve vf-curve-{place}")


def _key(place: int) -> Markup:
    line = element("line", x1="0", x2="26", y1="6", y2="6", stroke_dasharray=_dash(place))
    group = element("g", line, class_=f"vf-curve vf-curve-{place}")
    return element("svg", group, viewBox="0 0 26 12", width="26", height="12", aria_hidden="true")


def _dash(place: int) -> str:
    return DASHES[place % len(DASHES)] or "none"


def _x(results: Results, time: pd.Timestamp) -> str:
    feed = results.feed
    part = (time - feed.begins) / (feed.closes - feed.begins)
    return f"{LEFT + min(max(part, 0), 1) * (WIDTH - LEFT - RIGHT):.1f}"


def _y(chance: float) -> str:
    return f"{TOP + (1 - chance) * (HEIGHT - TOP - BOTTOM):.1f}"
