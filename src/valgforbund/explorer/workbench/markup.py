"""HTML for the panels; everything that is not Markup already is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Integral

from markupsafe import Markup

from valgforbund.explorer.workbench.cells import Cell, Row
from valgforbund.parties import Party
from valgforbund.wording.markup import cut, element, signs

__all__ = ["SIGN", "badge", "cut", "element", "label", "signs", "table", "usable"]

SIGN = 3  # characters that a badge has room for

LOOK_ALIKES = str.maketrans("$\\", "＄＼")


def label(text: str) -> str:
    """A text for a widget's label, which ipywidgets sets as mathematics where it finds any.

    Examples
    --------
    >>> label("$x$")
    '＄x＄'
    """
    return text.translate(LOOK_ALIKES)


def badge(letter: str, party: Party, sign: str = "") -> Markup:
    """A letter in its party's colour; `sign` is what of it tells it apart in so small a place."""
    shown = sign or cut(letter, SIGN)
    return element(
        "span",
        shown,
        class_="vf-badge" + " vf-badge-long" * (len(shown) > 1),
        style=f"background:{party.colour};color:{party.ink}",
        title=f"{letter} {cut(party.name, 80)}",
    )


def table(
    head: Iterable[object],
    rows: Iterable[Iterable[object] | Row],
    caption: str,
    *,
    foot: Iterable[Iterable[object]] = (),
    name: str = "",
    first: int | None = None,
    order: str = "",
) -> Markup:
    """A table whose first column names the row; `Table` lets a person use it.

    Parameters
    ----------
    head : iterable
        Texts, Markup, or `Cell`, as in the rows.
    rows : iterable
        Each its cells, or a `Row` that can be pressed.
    caption : str
    foot : iterable
        Rows that stay below the others.
    name : str
        Tells it from other tables of a panel that come and go.
    first : int, optional
        How many rows are shown before the person asks for the rest.
    order : str
        ``"given"`` where another order would mean nothing.
    """
    heads = Markup("").join(_cell("th", each, scope="col") for each in head)
    body = [_row(each) for each in rows]
    folded = {"data_first": str(first)} if first is not None and len(body) > first else {}
    below = [_row(each) for each in foot]
    known = {"data_name": name, "data_order": order}
    made = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", heads)),
        element("tbody", *body),
        element("tfoot", *below) if below else "",
        class_="vf-table",
        **{key: value for key, value in known.items() if value},
        **folded,
    )
    return usable(made)


def usable(made: Markup) -> Markup:
    """A table in a box of its own, with room for what can be done with it."""
    return element("div", element("div", made, class_="vf-scroll"), class_="vf-usable")


def _row(row: Iterable[object] | Row) -> Markup:
    if not isinstance(row, Row):
        first, *rest = row
        return element("tr", _cell("th", first, scope="row"), *(_cell("td", x) for x in rest))
    first, *rest = row.cells
    shown = first.shown if isinstance(first, Cell) else first
    current = {"aria_current": "true"} if row.current else {}
    looks = {"type": "button", "class_": "vf-press", "aria_label": row.label, **current}
    named = Markup("").join((element("button", shown, **looks), *row.below))
    pressed = first._replace(shown=named) if isinstance(first, Cell) else Cell(named, str(first))
    cells = _cell("th", pressed, scope="row"), *(_cell("td", x) for x in rest)
    return element("tr", *cells, data_row=row.key)


def _cell(tag: str, cell: object, **attributes: str) -> Markup:
    """One cell; what it is stands beside what it shows where that is not the same."""
    if isinstance(cell, Integral):
        cell = Cell(cell, int(cell))
    if not isinstance(cell, Cell):
        return element(tag, cell, **attributes)
    if not isinstance(cell.value, str):
        attributes["data_value"] = "" if cell.value is None else str(cell.value)
    copied = cell.value if cell.copied is None else cell.copied
    if copied is not None and str(copied) != str(cell.shown):
        attributes["data_copy"] = str(copied)
    return element(tag, cell.shown, **attributes)
