"""The same drawing on the page, on an Axes, in SVG and PDF: the same texts, and they are text."""

import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zlib

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from valgforbund.charts import Caption, Drawing, SeatsChart, draw_on, figure_of, saved
from valgforbund.charts.ruler import Ruler

from .conftest import COLOURS, NÆSTVED, SEATS_DA, page, seats_frame

HOSTILE = ["$\\frac$", "_X", "<b>&", "\\", "%", "{}"]
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LISTS = {**NÆSTVED, "B": ((1, 2), 2), **dict.fromkeys(HOSTILE, (1, 1))}


def drawing(lists=LISTS, width: int = 700, **kwargs) -> Drawing:
    return SeatsChart(width, 260, **kwargs).drawing(seats_frame(lists), SEATS_DA)


def svg_texts(svg: bytes) -> list[str]:
    return [
        "".join(node.itertext())
        for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    ]


def pdf_texts(pdf: bytes) -> list[str]:
    """What is shown as text, in the two-byte codes that the fonts map to Unicode."""
    texts = []
    for start in re.finditer(rb">>\nstream\n", pdf):
        try:
            stream = zlib.decompressobj().decompress(pdf[start.end() :])
        except zlib.error:
            continue  # not packed
        for line in re.findall(rb"BT\n(.*?)\nET", stream, re.DOTALL):
            parts = re.findall(rb"\(((?:\\.|[^\\)])*)\)", line, re.DOTALL)
            codes = re.sub(rb"\\([0-7]{3}|.)", unescaped, b"".join(parts), flags=re.DOTALL)
            texts.append(codes.decode("utf-16-be"))
    return texts


def unescaped(sign: re.Match[bytes]) -> bytes:
    return bytes([int(sign[1], 8)]) if len(sign[1]) == 3 else NAMED.get(sign[1], sign[1])


def test_an_axes_has_the_texts_of_the_page(drawn):
    page(SeatsChart(700, 260).drawing(seats_frame(LISTS), SEATS_DA))
    axes = figure_of(drawing(), 160)
    assert sorted(text.get_text() for text in axes.texts) == sorted(
        one.text for one in drawn[: len(drawn) // 2]
    )
    assert len(axes.texts) > 3 * len(LISTS)


def test_bars_have_the_parties_colours_and_grow_with_the_seats():
    axes = figure_of(drawing({"A": (12, 0), "V": (4, 0)}), 160)

    def height(colour: str) -> float:
        return max(
            patch.get_path().get_extents().height
            for patch in axes.patches
            if to_hex(patch.get_facecolor()) == colour and patch.get_path().get_extents().ymin > 29
        )

    assert height(COLOURS["A"]) == pytest.approx(3 * height(COLOURS["V"]), abs=3)


@pytest.mark.parametrize("own", [True, False])
def test_text_in_svg_is_text_also_from_any_figure(own):
    wanted = sorted(text.get_text() for text in figure_of(drawing(), 160).texts)
    if own:
        svg = saved(drawing(), "svg", "Mandater", "valgforbund 1")
        assert b"<title>Mandater</title>" in svg
        assert svg == saved(drawing(), "svg", "Mandater", "valgforbund 1")
    else:
        figure, file = Figure(), io.BytesIO()
        draw_on(figure.subplots(), drawing())
        assert mpl.rcParams["svg.fonttype"] == "path"  # what people have
        figure.savefig(file, format="svg")
        svg = file.getvalue()
    assert sorted(svg_texts(svg)) == wanted
    assert b"DejaVu Sans" in svg
    assert b"sans-serif" in svg
    assert b"<image" not in svg
    assert b"<use" not in svg


def test_text_in_pdf_is_text():
    pdf = saved(drawing(), "pdf", "Mandater")
    assert sorted(pdf_texts(pdf)) == sorted(
        text.get_text() for text in figure_of(drawing(), 160).texts
    )
    assert b"/ToUnicode" in pdf
    assert b"/Type3" not in pdf
    assert b"(Mandater)" in pdf
    assert b"/CreationDate" not in pdf


def test_texts_grow_with_the_axes_and_keep_their_place():
    small, large = (figure_of(drawing(), width) for width in (85, 340))
    for axes in (small, large):
        axes.figure.draw_without_rendering()
    for one, other in zip(small.texts, large.texts, strict=True):
        assert other.get_fontsize() == pytest.approx(4 * one.get_fontsize())
        assert one.get_position() == other.get_position()
    small.figure.set_size_inches(small.figure.get_size_inches() * 4)
    small.figure.draw_without_rendering()
    assert small.texts[0].get_fontsize() == pytest.approx(large.texts[0].get_fontsize())


def test_an_axes_of_another_shape_does_not_stretch_the_picture():
    figure = Figure(figsize=(9, 2))
    axes = figure.subplots()
    draw_on(axes, drawing())
    figure.draw_without_rendering()
    box = axes.get_window_extent()
    assert box.width / box.height == pytest.approx(700 / 260)


def test_settings_of_the_person_do_not_break_names():
    with mpl.rc_context({"text.usetex": True, "font.family": "serif", "axes.facecolor": "#000"}):
        axes = figure_of(drawing(), 85)
        assert axes.figure._repr_png_()[1:4] == b"PNG"
        assert not any(text.get_usetex() for text in axes.texts)


def test_a_figure_and_its_axes_show_themselves():
    axes = figure_of(drawing(), 85)
    assert axes._repr_png_() == axes.figure._repr_png_()


def test_a_caption_stands_round_the_drawing_and_takes_the_room_it_says():
    inner = drawing(NÆSTVED, 440)
    words = Caption("En titel " * 9, "Næstved", ("Kilde: valg.dk", "", "31 mandater"))
    whole = words.around(inner)
    assert whole.height == inner.height + words.height(440)
    axes = figure_of(whole, 85)
    heights = {text.get_text(): text.get_position()[1] for text in axes.texts}
    below = words.height(440) - (whole.height - max(heights.values()))
    assert heights["Kilde: valg.dk"] > heights["31 mandater"] > 0
    assert heights["31 mandater"] < heights["V"] < heights["Næstved"]
    assert below < words.height(440)
    assert Caption().around(inner).height == inner.height


def test_long_lines_break_at_blanks_and_only_very_long_words_at_hyphens():
    ruler = Ruler()
    long = "-".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    lines = ruler.lines(f"Med valgforbundet {long} og uden", 15, 200, 9)
    assert "".join(lines).replace(" ", "") == f"Medvalgforbundet{long}oguden"
    assert all(ruler.width(line, 15) <= 200 for line in lines)
    assert ruler.lines("Med valgforbundet A-B-C", 15, 170, 9) == ["Med valgforbundet", "A-B-C"]
    assert ruler.lines("Med " * 99, 15, 200, 2)[1].endswith("…")


@pytest.mark.parametrize("number", [12, 32, 99])
def test_in_rows_all_lists_are_legible(number):
    rows = -(-number // 12)
    lists = {f"{k:02}": ((k % 5, k % 5 + (k % 7 == 0)), k % 4) for k in range(number)}
    chart = SeatsChart(440, 22 + 140 * rows, rows)
    axes = figure_of(chart.drawing(seats_frame(lists), SEATS_DA), 85)
    axes.figure.draw_without_rendering()
    assert set(lists) <= {text.get_text() for text in axes.texts}
    assert min(text.get_fontsize() for text in axes.texts if len(text.get_text()) == 1) > 5


def test_names_that_differ_only_at_their_end_are_told_apart(drawn):
    lists = dict.fromkeys([*(f"L{k}" for k in range(24)), "HELP1", "HELP2", "HELP3"], (1, 1))
    page(SeatsChart(600, 240).drawing(seats_frame(lists), SEATS_DA))
    badges = [one.text for one in drawn if one.bottom < 30]
    assert len(set(badges)) == len(lists)
    assert [text[-1] for text in badges[-3:]] == ["1", "2", "3"]


def test_one_world_alone_has_one_bar_a_list_and_no_change(drawn):
    frame = seats_frame({"A": ((2, 3), 0), "B": (1, 9)})
    alone = frame.drop(columns=["seats_without_low", "seats_without_high"])
    page(SeatsChart(600, 240).drawing(alone, SEATS_DA))
    texts = [one.text for one in drawn]
    assert {"2–3", "1", "A", "B"} <= set(texts)
    assert not any(text in texts for text in ("9", "−8", "+2…+3"))


def test_no_sheet_loads_pyplot():
    code = (
        "import sys, valgforbund as vf\n"
        "s = vf.Scenario({'A': 3, 'B': 2}, 3)\n"
        "vf.plot.seats(s).figure._repr_png_(); vf.plot.race(s).figure.savefig('/dev/null', "
        "format='svg')\n"
        "sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
