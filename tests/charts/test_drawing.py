"""The small parts under the charts: scale steps, colours, PNG, lettering."""

import io
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from PIL import Image

from valgforbund.charts import lettering
from valgforbund.charts.limit import limit
from valgforbund.charts.palette import GAIN, LOSS, QUIET, mixed, outline, tint
from valgforbund.charts.png import encoded

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


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_another_program_reads_the_same_pixels_from_the_png(height, width, seed):
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    read = Image.open(io.BytesIO(encoded(picture)))
    assert (np.asarray(read) == picture).all()


@pytest.mark.parametrize("words", ["Æ 1.312", "Lg|_", "$\\frac$", "01", "0…+1"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_stamp_is_what_matplotlib_writes(words, bold):
    figure = Figure(figsize=(3, 1), dpi=144)
    canvas = FigureCanvasAgg(figure)
    weight = "bold" if bold else "normal"
    font = {"family": "DejaVu Sans", "size": 12, "weight": weight}
    figure.text(0.5, 0.5, words, parse_math=False, va="baseline", ha="left", **font)
    canvas.draw()
    own = 255 - np.asarray(canvas.buffer_rgba())[:, :, 0]
    rows, columns = np.nonzero(own)
    picture, _ = lettering.stamp(words, 12, bold, "#000000", 2)
    covered = picture[::-1, :, 3]
    up, across = np.nonzero(covered)
    inked = covered[up.min() : up.max() + 1, across.min() : across.max() + 1]
    expected = own[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    assert inked.shape == expected.shape
    assert np.abs(inked.astype(int) - expected).max() <= 2


@pytest.mark.parametrize("words", ["Åg|Q$", "ǺỘ_j", "A" * 100, "W…", "\u0301A", "\\sum^{x}"])
def test_a_stamp_cuts_no_ink(words):
    picture, _ = lettering.stamp(words, 13, True, "#000000", 2)
    covered = picture[:, :, 3]
    assert covered.any()
    assert not covered[[0, -1]].any()
    assert not covered[:, [0, -1]].any()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("_X", "_X"), ("$\\frac$", "$\\frac$"), ("a\tb\n c", "a b c"), ("漢", "□"), ("A\u200b", "A")],
)
def test_what_the_font_lacks_becomes_a_square_and_everything_stays_on_one_line(text, shown):
    assert lettering.printable(text) == shown


def test_pyplot_is_never_loaded():
    code = "import sys, valgforbund.charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
