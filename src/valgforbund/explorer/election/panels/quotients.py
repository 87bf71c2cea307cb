"""The d'Hondt table of one level: a column a unit and a row a divisor, as on a blackboard."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.cut import MOST, cut_table
from valgforbund.explorer.workbench.markup import badge, element, usable
from valgforbund.frames import rows_of
from valgforbund.protocol import FIRST_OUT, LAST, LIMIT, LOT, Step
from valgforbund.wording import Words
from valgforbund.wording.protocol import digits_for, quotient

ACROSS = 8  # units that fit beside each other, as a blackboard has them
FEW = 40  # quotients that leave room for large type


class Moment(NamedTuple):
    """How far the counting has come.

    Attributes
    ----------
    seat : int
        Number of the seat that is given out now; 0 when all are.
    step : Step or None
        Why it goes where it does, at this level.
    is_last : bool
        Whether no seat comes after it, so that all can be shown.
    """

    seat: int
    step: Step | None
    is_last: bool


def quotient_table(results: Results, rows: pd.DataFrame, moment: Moment, caption: str) -> Markup:
    """The table of a level's rows; where there are many units they run down the page."""
    words = results.words
    if len(rows) > MOST:
        return cut_table(words, rows, moment.seat, caption)
    won = rows[rows["number"].notna() | rows["status"].isin([FIRST_OUT, LOT])]
    digits = digits_for(
        Fraction(int(v), int(d)) for v, d in zip(won["votes"], won["divisor"], strict=True)
    )
    units = list(rows["unit"].unique())
    divisors = range(1, int(rows["divisor"].max()) + 1)
    cells = {(row.unit, row.divisor): _cell(words, row, moment, digits) for row in rows_of(rows)}
    corner = element("th", words("protocol.divisor"), scope="col")
    if len(units) > max(len(divisors), ACROSS):
        head = [corner, *(element("th", n, scope="col") for n in divisors)]
        body = [
            (_head(results, unit, "row"), *(cells[unit, n] for n in divisors)) for unit in units
        ]
    else:
        head = [corner, *(_head(results, unit, "col") for unit in units)]
        body = [
            (element("th", n, scope="row"), *(cells[unit, n] for unit in units)) for n in divisors
        ]
    made = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *head)),
        element("tbody", *(element("tr", *row) for row in body)),
        class_="vf-quotients"
        + " vf-own-numbers" * bool(rows["level"].iloc[0])
        + " vf-large" * (len(rows) <= FEW),
        data_name="quotients",
        data_order="given",  # of the divisors: another would hide how it was counted
    )
    return usable(made)


def _head(results: Results, unit: str, scope: str) -> Markup:
    """A list's letter, or those of all lists of an alliance, in their parties' colours."""
    inside = [group for each in results.scenario.alliances for group in each.groups]
    letters = next((each.letters for each in inside if each.name == unit), (unit,))
    badges = (badge(letter, results.parties[letter], results.signs[letter]) for letter in letters)
    shown = element("span", *badges, class_="vf-unit")
    return element("th", shown, scope=scope, data_copy=unit)


def _cell(words: Words, row: Any, moment: Moment, digits: int) -> Markup:
    value = Fraction(int(row.votes), int(row.divisor))
    kind, mark = _state(row, value, moment)
    text = quotient(words, value, digits)
    if kind == "out":
        return element("td", text, class_="vf-q-out")
    parts = [element("span", text)]
    if kind in {"won", "now"} and not pd.isna(row.number):
        parts.append(element("b", row.own_number))
        if row.level:
            parts.append(element("i", words("protocol.number", number=row.number)))
    if mark:
        parts.append(element("small", words(f"protocol.mark.{mark}")))
    current = {"aria_current": "true"} if kind == "now" else {}
    return element("td", element("div", *parts), class_=f"vf-q-{kind}", data_copy=text, **current)


def _state(row: Any, value: Fraction, moment: Moment) -> tuple[str, str]:
    """What a quotient is at this moment, and the word that stands at it."""
    seat, step = moment.seat, moment.step
    shows_all = not seat or moment.is_last
    if not pd.isna(row.number) and (not seat or row.number <= seat):
        last = "last" if row.status == LAST and shows_all else ""
        mark = "_".join(filter(None, (last, "drawn" if row.drawn else "")))
        return "now" if row.number == seat else "won", mark
    if row.status == LOT and shows_all:
        return "now" if seat else "lot", "lot"
    if row.status == LIMIT and (shows_all or (step is not None and value >= step.quotient)):
        return "limit", "limit"
    if row.status == FIRST_OUT and shows_all:
        return "first-out", "lost" if row.drawn else "first_out"
    if step is not None and not shows_all and row.unit in step.rivals and value == step.rival:
        return "rival", "rival"
    return "out", ""
