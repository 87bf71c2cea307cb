import io

import numpy as np
import pytest
from PIL import Image

from valgforbund.charts.canvas import Surface
from valgforbund.charts.drawing import Cell


def red_cell(left: int, key: object, calls: list[object], height: int = 10) -> Cell:
    def draw(pen):
        calls.append(key)
        pen.box(0, 0, 100, height, "#ff0000")

    return Cell((left, 0, left + 10, 20), key, draw)


def image(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_the_picture_has_scale_pixels_per_css_pixel(scale):
    png = Surface(70, 30, scale).png("frame", lambda pen: None, [])
    assert Image.open(io.BytesIO(png)).size == (70 * scale, 30 * scale)
    assert (image(png) == 255).all()


def test_only_changed_cells_are_drawn_and_the_frame_only_when_it_changes():
    calls: list[object] = []
    surface = Surface(70, 30)

    def show(frame, *keys):
        cells = [red_cell(20 * place, key, calls) for place, key in enumerate(keys)]
        surface.png(frame, lambda pen: calls.append(frame), cells)
        drawn, calls[:] = list(calls), []
        return drawn

    assert show("frame", 1, 2) == ["frame", 1, 2]
    assert show("frame", 1, 2) == []
    assert show("frame", 1, 3) == [3]
    assert show("other", 1, 3) == ["other", 1, 3]


def test_a_cell_never_draws_outside_its_box():
    png = Surface(70, 30).png("frame", lambda pen: None, [red_cell(20, 1, [])])
    red = (image(png) == (255, 0, 0)).all(axis=2)
    expected = np.zeros((60, 140), dtype=bool)
    expected[40:60, 40:60] = True  # ten high and ten wide at scale 2, from the lower edge
    assert (red == expected).all()


def test_a_changed_cell_starts_from_the_frame_again():
    surface = Surface(70, 30)

    def frame(pen):
        pen.box(0, 0, 70, 30, "#00ff00")

    surface.png("frame", frame, [red_cell(20, "tall", [], 15)])
    after = surface.png("frame", frame, [red_cell(20, "low", [], 5)])
    fresh = Surface(70, 30).png("frame", frame, [red_cell(20, "low", [], 5)])
    assert after == fresh
    assert (image(after)[45, 45] == (0, 255, 0)).all()


def test_a_failure_while_drawing_leaves_nothing_behind():
    surface = Surface(70, 30)
    good = surface.png("frame", lambda pen: None, [red_cell(20, 1, [])])

    def broken(pen):
        pen.box(0, 0, 70, 30, "#0000ff")
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        surface.png("frame", lambda pen: None, [Cell((20, 0, 30, 20), 2, broken)])
    assert surface.png("frame", lambda pen: None, [red_cell(20, 1, [])]) == good
    with pytest.raises(RuntimeError):
        surface.png("other", broken, [])
    assert surface.png("frame", lambda pen: None, [red_cell(20, 1, [])]) == good
