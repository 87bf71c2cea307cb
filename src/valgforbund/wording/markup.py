"""HTML with everything escaped that is not Markup already: the one builder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

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


def signs(letters: Collection[str], length: int) -> dict[str, str]:
    """Letters cut for a small place so that they are told apart: by their ends, else by a number.

    Examples
    --------
    >>> signs(["A", "HELP1", "HELP2"], 3)
    {'A': 'A', 'HELP1': '…P1', 'HELP2': '…P2'}
    >>> signs(["north list", "south list"], 3)
    {'north list': 'no…', 'south list': 'so…'}
    >>> signs(["list one of A", "list two of A"], 3)
    {'list one of A': '#1', 'list two of A': '#2'}
    """
    found = {letter: cut(letter, length) for letter in letters}
    ends = {letter: "…" + letter[-length + 1 :] for letter in letters}
    numbers = {letter: f"#{n}" for n, letter in enumerate(letters, 1)}
    for others in (ends, numbers):
        times = Counter(found.values())
        found = {each: others[each] if times[sign] > 1 else sign for each, sign in found.items()}
    return found


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
