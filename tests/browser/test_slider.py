"""The slider: one vote a key, one drag one step back, and votes that come from somewhere."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TOTAL = "32.092 stemmer"


def drag(explorer, pixels):
    """Pull the handle with the mouse."""
    explorer.slider.scroll_into_view_if_needed()
    box = explorer.slider.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    explorer.page.mouse.move(x, y)
    explorer.page.mouse.down()
    explorer.page.mouse.move(x + pixels, y, steps=8)
    explorer.page.mouse.up()
    explorer.settle()


def test_keys_move_one_vote_and_back(explorer):
    for key, votes in (
        ("ArrowRight", "1.238"),
        ("ArrowRight", "1.239"),
        ("ArrowLeft", "1.238"),
        ("ArrowLeft", "1.237"),
        ("ArrowLeft", "1.236"),
    ):
        explorer.press_slider(key)
        expect(explorer.typed).to_have_value(votes)
        expect(explorer.votes("O")).to_have_value(votes)
    explorer.press_slider("ArrowRight")
    expect(explorer.hint("O")).to_be_empty()


def test_one_drag_is_one_step_back(explorer):
    picture = explorer.seats_picture.inner_html()
    drag(explorer, -200)
    expect(explorer.hint("O")).to_contain_text("før: 1.237 stemmer")
    expect(explorer.row("O").locator(".vf-now")).to_have_text("0")
    expect(explorer.seats_picture).not_to_have_js_property("innerHTML", picture)
    expect(explorer.slider).to_have_attribute("aria-valuenow", held(explorer))
    explorer.press("Fortryd")
    expect(explorer.votes("O")).to_have_value("1.237")
    expect(explorer.typed).to_have_value("1.237")
    expect(explorer.slider).to_have_attribute("aria-valuenow", "1237.0")
    expect(explorer.seats_picture).to_have_js_property("innerHTML", picture)


def held(explorer):
    """The votes of O as the slider would say them, once they rest."""
    return explorer.votes("O").input_value().replace(".", "") + ".0"


def test_votes_from_all_others_leave_the_total(explorer):
    explorer.look("fra", "alle andre, forholdsmæssigt")
    expect(explorer.root.get_by_text(TOTAL)).to_be_visible()
    drag(explorer, 150)
    expect(explorer.hint("O")).to_contain_text("før: 1.237 stemmer")
    expect(explorer.hint("C")).to_contain_text("før: 13.592 stemmer")
    assert explorer.total() == 32_092
    expect(explorer.root.get_by_text(TOTAL)).to_be_visible()


def test_votes_from_one_list(explorer):
    explorer.look("fra", "Z Saxen")
    explorer.press_slider("ArrowRight")
    expect(explorer.votes("O")).to_have_value("1.238")
    expect(explorer.votes("Z")).to_have_value("53")
    expect(explorer.votes("A")).to_have_value("3.345")


def test_typed_value(explorer):
    explorer.look("fra", "alle andre, forholdsmæssigt")
    explorer.typed.fill("2.000")
    explorer.typed.press("Enter")
    expect(explorer.votes("O")).to_have_value("2.000")
    expect(explorer.slider).to_have_attribute("aria-valuenow", "2000.0")
    assert explorer.total() == 32_092
    explorer.typed.fill("2.0000")
    explorer.typed.press("Enter")
    expect(explorer.alert).to_contain_text("2.0000")
    expect(explorer.typed).to_have_value("2.000")
