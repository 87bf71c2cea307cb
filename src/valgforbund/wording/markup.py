"""HTML with everything escaped that is not Markup already: the one builder."""

from __future__ import annotations

from markupsafe import Markup, escape

SHORT = 24  # characters of a letter or name that a small place shows


def cut(text: str, length: int = SHORT) -> str:
    """A text shortened for a small place, with dashes where it was registered with hyphens.

    Examples
    --------
    >>> cut("SF - Socialistisk Folkeparti", 40), cut("A-B-F")
    ('SF – Socialistisk Folkeparti', 'A-B-F')
    """
    text = text.replace(" - ", " – ")
    return text if len(text) <= length else text[: length - 1] + "…"


def element(tag: str, *content: object, **attributes: str) -> Markup:
    """One element; ``class_`` is its class, other underscores are hyphens.

    Examples
    --------
    >>> element("b", "<A>", class_="x")
    Markup('<b class="x">&lt;A&gt;</b>')
    """
    # escaped piece by piece, not by Markup.format: this runs a hundred times for each picture
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
    )
    inside = "".join(map(escape, content))
    return Markup(f"<{tag}{pairs}>{inside}</{tag}>")  # noqa: S704 -- every part is escaped
