"""HTML for the panels; everything that is not Markup already is escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from markupsafe import Markup

from valgforbund.parties import Party
from valgforbund.wording.markup import cut, element, signs

__all__ = ["SIGN", "badge", "cut", "element", "label", "picture", "signs", "table"]

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


def picture(png: bytes, alt: str) -> Markup:
    """A picture with its text alternative."""
    data = base64.b64encode(png).decode("ascii")
    return Markup('<img class="vf-chart" alt="{}" src="data:image/png;base64,{}">').format(
        alt, data
    )


def table(head: Iterable[object], rows: Iterable[Iterable[object]], caption: str) -> Markup:
    """A table whose first column names the row."""
    heads = Markup("").join(
        element("th", each, scope="col") if each else element("td") for each in head
    )
    body = Markup("").join(
        element(
            "tr",
            *(
                element("th", cell, scope="row") if not i else element("td", cell)
                for i, cell in enumerate(row)
            ),
        )
        for row in rows
    )
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", heads)),
        element("tbody", body),
        class_="vf-table",
    )
