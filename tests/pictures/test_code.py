"""A picture carries the code of what it is counted from: printed, and in the file's properties."""

import io
import re
from html import unescape

import pytest
from matplotlib.figure import Figure
from PIL import Image

import valgforbund as vf

S = vf.load("KV2025", "Næstved").with_votes({"Å": 900})
MANY = vf.load("KV2025", "København")
INSIDE = "Koden til at tælle efter står i filens egenskaber."


def texts(axes: object) -> list[str]:
    return [text.get_text() for text in axes.texts]  # type: ignore[attr-defined]


def file(axes: object, kind: str) -> bytes:
    saved = io.BytesIO()
    axes.figure.savefig(saved, format=kind)  # type: ignore[attr-defined]
    return saved.getvalue()


@pytest.mark.parametrize("s", [S, MANY], ids=["a few lists", "many lists"])
@pytest.mark.parametrize("draw", [vf.plot.seats, vf.plot.votes, vf.plot.race])
def test_it_is_in_the_properties_of_the_file(draw: object, s: vf.Scenario) -> None:
    axes = draw(s, width=85)  # type: ignore[operator]
    assert vf.read(Image.open(io.BytesIO(file(axes, "png"))).info["Description"]) == s
    svg = file(axes, "svg").decode()
    (told,) = re.findall(r"<dc:description>(.*?)</dc:description>", svg)
    assert vf.read(unescape(told)) == s
    assert s.code().encode() in file(axes, "pdf")


def test_it_is_printed_where_it_is_short() -> None:
    below = texts(vf.plot.seats(vf.compare(S, "A-B-F-Ø-Å")))
    start = next(i for i, text in enumerate(below) if "VF1-" in text)
    assert "".join(below[start : start + 4]).partition(": ")[2].startswith(S.code())


def test_where_it_is_long_it_is_told_where_it_is() -> None:
    below = texts(vf.plot.seats(MANY, width=85))
    assert INSIDE in below
    assert not [text for text in below if "VF1-" in text]


def test_nothing_is_told_of_the_properties_of_a_file_that_is_not_ours() -> None:
    axes = Figure(figsize=(5, 5)).subplots()
    vf.plot.seats(MANY, axes)
    assert not [text for text in texts(axes) if "VF1-" in text or text == INSIDE]
    vf.plot.seats(S, axes)
    assert [text for text in texts(axes) if "VF1-" in text]
