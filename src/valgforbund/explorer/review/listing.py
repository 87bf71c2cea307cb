"""The councils of a review as a table and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, number, share, span, text
from valgforbund.explorer.workbench.cells import Row as Shown
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.ranges import Span
from valgforbund.review import Review
from valgforbund.scenario import Scenario
from valgforbund.study import Standing
from valgforbund.study.choices import STAYS
from valgforbund.wording import Words
from valgforbund.wording.review import AGAINST, note

LAST = {"æ": "{", "ø": "|", "å": "}", "aa": "}"}  # signs that stand after z


class Row(NamedTuple):
    """One list of the party.

    Attributes
    ----------
    scenario : Scenario
    standing : Standing
    earlier : float or None
        Its share in the election before, where it stood.
    note, remark : str
    """

    scenario: Scenario
    standing: Standing
    earlier: float | None
    note: str
    remark: str


Value = str | int | float | Span | None
COLUMNS: dict[str, Callable[[Words, Row], Value]] = {
    "place": lambda _, row: row.scenario.place,
    "letter": lambda _, row: row.standing.letter,
    "partners": lambda words, row: _partners(words, row.standing),
    "votes": lambda _, row: row.standing.votes,
    "share": lambda _, row: row.standing.share,
    "earlier": lambda _, row: row.earlier,
    "seats": lambda _, row: row.standing.seats,
    "owed_dissolved": lambda _, row: row.standing.dissolved,
    "owed_none": lambda _, row: row.standing.none,
    "owed_alone": lambda _, row: row.standing.alone,
    "gave": lambda _, row: row.standing.gave,
    "took": lambda _, row: row.standing.took,
    "lacked": lambda _, row: row.standing.margin.to_gain,
    "best": lambda words, row: _best(words, row.standing),
    "regret": lambda _, row: row.standing.regret,
    "note": lambda _, row: row.note,
    "remark": lambda _, row: row.remark,
}
SHOWN = (
    "partners",
    "votes",
    "share",
    "earlier",
    "seats",
    "owed_dissolved",
    "owed_none",
    "gave",
    "took",
    "lacked",
    "best",
)  # fmt: skip -- as they stand in a line


def places(review: Review) -> list[str]:
    """Where the party stood, as a Danish reader expects names to stand."""
    return sorted({s.place for s, _ in review.standings}, key=alphabetical)


def rows(words: Words, review: Review) -> list[Row]:
    """The rows of a review: where alliances came to most first, equal ones by place."""
    years = [year for year in review.years.index if year != review.years.index[0]]
    before = review.history[review.history["election"].isin(years[:1])]
    earlier = before.groupby("place")["share"].sum().to_dict()
    found = [
        Row(s, each, earlier.get(s.place), note(words, each), review.remarks.get(s.place, ""))
        for s, each in review.standings
    ]
    return sorted(
        found,
        key=lambda row: (*_falling(row.standing.dissolved), alphabetical(row.scenario.place)),
    )


def listing(words: Words, review: Review, place: str = "") -> Markup:
    """The table that is shown; each place with its note and remark, one of them pressed."""
    head = [words("review.column.place"), *(_head(words, review, key) for key in SHOWN)]
    body = [_row(words, row, place) for row in rows(words, review)]
    return table(head, body, words("review.caption", party=review.party.name))


def as_csv(words: Words, review: Review) -> str:
    """All columns as a spreadsheet of the person's language reads them."""
    text = io.StringIO()
    danish = words.language == "da"
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n")
    writer.writerow([_head(words, review, key) for key in COLUMNS])
    for row in rows(words, review):
        values = (value(words, row) for value in COLUMNS.values())
        writer.writerow([_written(words, value, danish) for value in values])
    return text.getvalue()


def alphabetical(place: str) -> str:
    """A key that sorts names as a Danish reader expects.

    Examples
    --------
    >>> sorted(["Aarhus", "Ærø", "Vejle", "Albertslund"], key=alphabetical)
    ['Albertslund', 'Vejle', 'Ærø', 'Aarhus']
    """
    text = place.casefold()
    for sign, stand_in in LAST.items():
        text = text.replace(sign, stand_in)
    return text


def _head(words: Words, review: Review, key: str) -> str:
    years = [*review.years.index, ""]
    return words(f"review.column.{key}", year=years[1][-4:])


def _row(words: Words, row: Row, place: str) -> Shown:
    here = row.scenario.place
    remark = element("span", row.remark, class_="vf-remark") if row.remark else ""
    name = Cell(element("strong", cut(here, 40)), here)
    below = element("span", row.note, class_="vf-note"), remark
    cells = name, *(_shown(words, key, row) for key in SHOWN)
    label = words("review.remark_row", what=cut(here, 40))
    return Shown(cells, here, label, here == place, below)


def _partners(words: Words, standing: Standing) -> str:
    return " ".join(standing.partners) or words("review.alone")


def _best(words: Words, standing: Standing) -> str | None:
    best = standing.best
    if best.how == STAYS:
        return None
    return words("review.best", seats=words.span(best.seats), who=best.who)


def _shown(words: Words, key: str, row: Row) -> Cell | str:
    value = COLUMNS[key](words, row)
    if key == "best" and isinstance(value, str):  # sorted by how many seats more
        return span(words, row.standing.regret, cut(value, 40))._replace(copied=value)
    if value is None:
        return NOTHING
    if isinstance(value, Span):
        return (change if key in AGAINST else span)(words, value)
    if isinstance(value, float):
        return share(words, value)
    return number(words, value) if isinstance(value, int) else text(value, 40)


def _written(words: Words, value: Value, danish: bool) -> str:
    """Numbers without marks between thousands, shares as numbers of per cent."""
    if isinstance(value, Span):
        return words.span(value)
    if isinstance(value, float):
        text = f"{100 * value:.2f}"
        return text.replace(".", ",") if danish else text
    if value is None:
        return ""
    # a spreadsheet would reckon with what begins like this
    return f"'{value}" if str(value).startswith(("=", "+", "-", "@", "\t")) else str(value)


def _falling(span: Span | None) -> tuple[float, ...]:
    """The largest first, what does not apply last."""
    return (1.0,) if span is None else (-span.low, -span.high)


def _or_most(votes: int | None) -> float:
    return float("inf") if votes is None else votes
