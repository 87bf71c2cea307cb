"""Every picture of every tool is saved from its corner: SVG with its texts, and PNG."""

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as widgets
import pytest

import valgforbund as vf
from explorer.constitution.page import ToolPage
from explorer.lesson.page import PIECES, LessonPage
from explorer.page import Page
from explorer.part import is_hidden
from explorer.proportional.page import MeetingPage
from valgforbund.explorer import Night, PartyReview
from valgforbund.explorer.election.panels.structures import EveryStructure
from valgforbund.explorer.election.questions import PANELS
from valgforbund.wording import words

SMALL = vf.Scenario({"A": 600, "B": 300, "C": 100, "D": 90}, 9, [["B", "C"]], place="Et sted")
SVG_TEXT = "{http://www.w3.org/2000/svg}text"
LINK = r'href="data:image/([a-z+]+);base64,([^"]*)" download="([^"]*)"'


def seen(root: Any) -> Iterator[Any]:
    """Everything in it that is not hidden."""
    if not is_hidden(root):
        yield root
        for child in getattr(root, "children", ()):
            yield from seen(child)


def explorer() -> widgets.Widget:
    page = Page(SMALL)
    page.state.look(ours="B")  # whom to go with is asked for a list
    for panel in PANELS:
        page.open(panel)
    return page.explorer


def guessed_lesson() -> widgets.Widget:
    page = LessonPage()
    for letter in page.room.scenario.letters:
        page.room.guess(letter, 1)
    page.room.lock()
    return widgets.Box([getattr(page.lesson, each) for each in PIECES])


# what each tool shows, and what its pictures say in words, in their order
PICTURES: dict[str, tuple[Callable[[], widgets.Widget], list[str]]] = {
    "explorer": (
        explorer,
        [
            "Mandater",
            "Hvor stemmerne endte",
            "alt efter hvem",
            "Hvor ofte",
            "Trin for trin: mandater til",
            "Kampen om",
            "Hvor sikre",
        ],
    ),
    "lesson": (guessed_lesson, ["Mandater"]),
    "review": (
        lambda: PartyReview("Slesvigsk Parti"),
        ["Slesvigsk Parti: hvad valgforbundene blev til"],
    ),
    "konstituering": (lambda: ToolPage().tool, []),
    "Åland": (lambda: MeetingPage(language="da").tool, []),
    "night": (Night, []),  # its pictures are drawn by the page
}


def images(root: widgets.Widget) -> list[widgets.HTML]:
    found = (each for each in seen(root) if isinstance(each, widgets.HTML))
    return [each for each in found if 'class="vf-chart"' in each.value]


def corners(root: widgets.Widget) -> list[widgets.Button]:
    found = (each for each in seen(root) if isinstance(each, widgets.Button))
    return [each for each in found if str(each.description).startswith("Gem billedet")]


def files(root: widgets.Widget) -> dict[str, tuple[str, bytes]]:
    """Name and content of what is offered, by kind."""
    shown = (each.value for each in seen(root) if isinstance(each, widgets.HTML))
    found = [one for each in shown for one in re.findall(LINK, each)]
    return {kind: (name, base64.b64decode(content)) for kind, content, name in found}


@pytest.mark.parametrize("tool", PICTURES)
def test_each_picture_has_a_corner_that_saves_it(tool: str) -> None:
    make, titles = PICTURES[tool]
    root = make()
    assert len(images(root)) == len(corners(root)) == len(titles)
    assert len({each.description for each in corners(root)}) == len(titles)  # told apart
    for corner, title in zip(corners(root), titles, strict=True):
        before = files(root)
        corner.click()
        offered = files(root)
        name, svg = offered["svg+xml"]
        assert offered != before
        assert name.endswith(".svg")
        lines = ["".join(node.itertext()) for node in ET.fromstring(svg).iter(SVG_TEXT)]
        told = " ".join(lines)
        assert title in told
        assert f"valgforbund {vf.__version__}" in told
        assert b"<image" not in svg
        name, png = offered["png"]
        assert name.endswith(".png")
        assert png.startswith(b"\x89PNG")


def test_a_picture_of_all_structures_says_which_were_counted() -> None:
    page = Page(SMALL)
    panel = page.open(EveryStructure)
    panel.type("structures.forbidden", "A-D")
    (corner,) = corners(panel.root)
    corner.click()
    _, svg = files(panel.root)["svg+xml"]
    told = " ".join("".join(node.itertext()) for node in ET.fromstring(svg).iter(SVG_TEXT))
    # of the 15 ways to divide four lists, five have A and D together
    assert "Talt over 10 mulige sæt af valgforbund. Aldrig sammen: A-D." in told
    panel.type("structures.forbidden", "A")  # cannot be used, and the picture stays
    assert corners(panel.root)


def test_no_corner_stands_where_there_is_no_picture() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    panel = page.open(EveryStructure)  # too many lists to count them without being asked
    assert not images(panel.root)
    assert not corners(panel.root)
    lesson = LessonPage()
    assert not corners(lesson.lesson.guess)


def test_the_picture_of_a_review_tells_what_its_bars_count() -> None:
    review = PartyReview("SF")
    (corner,) = corners(review)
    corner.click()
    _, svg = files(review)["svg+xml"]
    told = " ".join("".join(node.itertext()) for node in ET.fromstring(svg).iter(SVG_TEXT))
    texts = words("da")
    assert texts("election.KV2025") in told
    for figure in ("gave", "took", "regret"):
        assert texts(f"review.what.{figure}") in told
    assert "valg.dk" in told
