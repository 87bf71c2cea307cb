"""What the page gets: the boxes and texts of the same drawing on an Axes, in light and in dark."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund.charts import Drawing, SeatsChart, figure_of, page
from valgforbund.charts.palette import INK, PAPER, in_the_dark, mixed, outline, role, tint
from valgforbund.palette import DARK, LIGHT

from .conftest import NÆSTVED, SEATS_DA, seats_frame
from .test_drawing import colours, contrast
from .test_sheets import LISTS, drawing

NUMBERS = st.floats(0, 300, allow_nan=False)
SVG = "{http://www.w3.org/2000/svg}"


def parts(shown: Drawing) -> list[ET.Element]:
    return list(ET.fromstring(page(shown, "")))


def test_the_page_has_the_texts_and_boxes_of_an_axes() -> None:
    axes = figure_of(drawing(LISTS), 160)
    texts = [each for each in parts(drawing(LISTS)) if each.tag == "text"]
    boxes = [each for each in parts(drawing(LISTS)) if each.tag != "text"]
    assert [each.text for each in texts] == [each.get_text() for each in axes.texts]
    hatched = [each for each in boxes if "fill" not in each.attrib]
    assert hatched
    assert len(boxes) - len(hatched) == len(axes.patches)
    for element, artist in zip(texts, axes.texts, strict=True):
        x, y = artist.get_position()
        assert float(element.attrib["x"]) == pytest.approx(x, abs=0.01)
        assert float(element.attrib["y"]) == pytest.approx(260 - y, abs=0.01)


def test_it_is_as_large_as_it_was_drawn() -> None:
    whole = ET.fromstring(page(SeatsChart(520, 200).drawing(seats_frame(NÆSTVED), SEATS_DA), ""))
    assert whole.attrib["viewBox"] == "0 0 520 200"


@given(st.text(), st.text(st.characters(exclude_categories=("C",)), min_size=1))
def test_whatever_is_written_is_text(alt: str, name: str) -> None:
    shown = Drawing(40, 20, lambda pen: pen.text(1, 5, name, 12, "#000000"))
    element = page(shown, alt)
    assert len(re.findall("<", element)) == (4 if "<text" in element else 2)
    assert element.count('"') % 2 == 0


@given(NUMBERS, NUMBERS, st.floats(0.5, 90), st.floats(0.5, 90))
def test_lines_of_what_is_hatched_stay_inside_their_box(
    x: float, y: float, width: float, height: float
) -> None:
    def draw(pen) -> None:
        pen.box(x, y, width, height, "#ffffff", edge="#c8102e", hatched=True)

    for line in (each for each in parts(Drawing(400, 400, draw)) if "fill" not in each.attrib):
        ends = [*map(float, re.findall(r"[\d.]+", line.attrib["d"]))]
        across, down = ends[::2], ends[1::2]
        assert x - 0.01 <= min(across, default=x) <= max(across, default=x) <= x + width + 0.01
        assert all(400 - y - height - 0.01 <= each <= 400 - y + 0.01 for each in down)
        for left, low, right, high in zip(
            ends[::4], ends[1::4], ends[2::4], ends[3::4], strict=True
        ):
            assert right - left == pytest.approx(low - high, abs=0.03)


def test_a_party_has_its_colour_everywhere_and_the_paper_is_of_the_page() -> None:
    def draw(pen) -> None:
        pen.box(0, 0, 9, 9, "#c8102e")
        pen.text(0, 5, "A", 12, INK)

    box, text = parts(Drawing(40, 20, draw))
    assert box.attrib["fill"] == "#c8102e"
    assert "style" not in box.attrib
    assert text.attrib["fill"] == LIGHT["ink"]
    assert text.attrib["style"] == f"fill:light-dark({LIGHT['ink']},{DARK['ink']})"


@given(colours)
def test_a_bar_is_seen_on_either_paper(colour: str) -> None:
    """WCAG 2.2, 1.4.11: what a picture is made of has a contrast of 3 to 1; here, its edge."""
    edge = outline(colour)
    assert contrast(in_the_dark(edge), DARK["paper"]) >= 3
    assert contrast(str(edge), LIGHT["paper"]) >= 3


@pytest.mark.parametrize("name", ["ink", "quiet", "faint", "prose", "up", "down", "accent"])
def test_what_is_written_is_read_on_either_paper(name: str) -> None:
    colour = role(name)
    assert contrast(str(colour), str(PAPER)) >= 4.5
    assert contrast(in_the_dark(colour), in_the_dark(PAPER)) >= 4.5


@given(colours)
def test_ink_is_read_on_what_is_pale(colour: str) -> None:
    pale = tint(colour)
    assert contrast(str(INK), str(pale)) >= 4.5
    assert contrast(in_the_dark(INK), in_the_dark(pale)) >= 4.5
    assert mixed(colour, colour, 0.5) == colour
