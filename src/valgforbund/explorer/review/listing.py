"""The councils of a review as a table, on the page and to be taken home."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from valgforbund.explorer.workbench.cells import NOTHING, Cell, change, number, share, span, text
from valgforbund.explorer.workbench.cells import Row as Shown
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.ranges import Span
from valgforbund.reports.sheets import Sheet
from valgforbund.review import Review
from valgforbund.scenario import Scenario
from valgforbund.study import Standing
from valgforbund.study.choices import STAYS
from valgforbund.wording import Words
from valgforbund.wording.alphabet import alphabetical
from valgforbund.wording.review import AGAINST, note


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


def sheet(words: Words, review: Review) -> Sheet:
    """All columns, as they are taken home."""
    return Sheet(
        words("review.caption", party=review.party.name),
        tuple(_head(words, review, key) for key in COLUMNS),
        tuple(COLUMNS),
        tuple(
            tuple(_cell(words, value(words, row)) for value in COLUMNS.values())
            for row in rows(words, review)
        ),
    )


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


def _cell(words: Words, value: Value) -> str | int | float | None:
    """Shares as numbers of per cent; a lot as both ends."""
    if isinstance(value, Span):
        return words.span(value)
    return round(100 * value, 2) if isinstance(value, float) else value


def _falling(span: Span | None) -> tuple[float, ...]:
    """The largest first, what does not apply last."""
    return (1.0,) if span is None else (-span.low, -span.high)
