"""The small parts under the charts: scale steps, colours, lettering."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgb

from valgforbund.charts import lettering
from valgforbund.charts.limit import limit
from valgforbund.charts.palette import GAIN, LOSS, QUIET, mixed, outline, tint

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def brightness(colour: str) -> float:
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@given(st.integers(0, 10**12), st.integers(1, 20))
def test_the_limit_holds_the_largest_value_and_is_at_most_a_fourth_above(largest, least):
    top = limit(largest, least)
    assert top >= max(largest, least)
    assert top * 4 <= max(largest, least) * 5 + 4


@given(st.integers(0, 10**9))
def test_the_limit_never_falls_when_the_value_grows(largest):
    assert limit(largest) <= limit(largest + 1)


@given(colours)
def test_pale_and_full_differ_in_grey_print(colour):
    line = brightness(outline(colour))
    assert brightness(tint(colour)) - line > 0.15
    assert brightness("#ffffff") - line > 0.2


@pytest.mark.parametrize("colour", [GAIN, LOSS, QUIET])
def test_marks_are_readable_on_their_own_pale_ground(colour):
    assert contrast(colour, mixed(colour, "#ffffff", 0.87)) >= 4.5


@pytest.mark.parametrize(
    ("text", "shown"),
    [("_X", "_X"), ("$\\frac$", "$\\frac$"), ("a\tb\n c", "a b c"), ("漢", "□"), ("A\u200b", "A")],
)
def test_what_the_font_lacks_becomes_a_square_and_everything_stays_on_one_line(text, shown):
    assert lettering.printable(text) == shown


def test_pyplot_is_never_loaded():
    code = "import sys, valgforbund.charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
