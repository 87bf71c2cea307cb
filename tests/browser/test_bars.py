"""The bars behind the votes: dragged by a mouse they snap to where a seat moves; a press types."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def strip(explorer):
    """The bar of a list."""
    return lambda letter: explorer.row(letter).locator(".vf-bars-strip")


@pytest.fixture
def scale(explorer):
    return explorer.root.locator(".vf-bars-scale")


def grab(explorer, strip):
    """The pointer takes hold of a bar's middle."""
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 3
    explorer.page.mouse.move(x, y)
    explorer.page.mouse.down()
    return x, y


def test_a_bar_is_dragged_to_the_next_seat(explorer, strip, scale):
    x, y = grab(explorer, strip("O"))
    explorer.page.mouse.move(x - 60, y)  # the knob is under the pointer
    expect(scale).to_be_visible()
    marks = scale.locator(".vf-bars-mark")
    expect(marks.first).to_be_visible()
    places = [mark.bounding_box()["x"] + 1 for mark in marks.all()]
    explorer.page.mouse.move(max(place for place in places if place < x), y, steps=6)
    expect(scale.locator(".vf-bars-says")).to_have_text(
        re.compile(r"^O: [\d.]+ stemmer \(−\d+, nye vælgere\) · O −1, V \+1$")
    )
    explorer.page.mouse.up()
    explorer.settle()
    expect(scale).to_be_hidden()
    expect(scale.locator(".vf-bars-says")).to_have_text("")
    expect(explorer.row("O").locator(".vf-now")).to_have_text("0")
    votes = int(explorer.votes("O").input_value().replace(".", ""))
    explorer.votes("O").fill(str(votes + 1))
    explorer.votes("O").press("Enter")
    explorer.settle()
    expect(explorer.row("O").locator(".vf-now")).not_to_have_text("0")


def test_one_drag_is_one_step_back(explorer, strip):
    x, y = grab(explorer, strip("O"))
    explorer.page.mouse.move(x + 60, y, steps=12)
    explorer.page.mouse.up()
    explorer.settle()
    expect(explorer.hint("O")).to_contain_text("før: 1.237 stemmer")
    explorer.press("Fortryd")
    expect(explorer.votes("O")).to_have_value("1.237")
    expect(explorer.hint("O")).to_be_empty()


def test_a_press_on_a_bar_enters_its_field(explorer, strip, scale):
    grab(explorer, strip("O"))
    explorer.page.mouse.up()
    expect(explorer.votes("O")).to_be_focused()
    expect(scale).to_be_hidden()
    expect(explorer.votes("O")).to_have_value("1.237")
