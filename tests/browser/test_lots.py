"""A lot that is due is said and shown as a range; drawing it is an action like any other."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_open_seats_are_shown_drawn_and_open_again(explorer):
    explorer.open_example("example.lot")
    expect(explorer.first).to_contain_text("lodtrækning mellem F og Ø")
    for letter in "FØ":
        explorer.expect_seats(letter, "0–1", "0–1")
    expect(explorer.seats_picture).to_have_attribute("aria-label", re.compile("F 0–1 .*Ø 0–1"))
    picture = explorer.seats_picture.inner_html()

    button = explorer.root.get_by_role("button", name="Træk lod", exact=True)
    button.click()
    expect(button).to_be_hidden()
    expect(explorer.seats_picture).not_to_have_js_property("innerHTML", picture)
    seats = explorer.seats()
    assert sorted(seats[letter][0] for letter in "FØ") == ["0", "1"]

    explorer.press("Fortryd")
    expect(button).to_be_visible()
    expect(explorer.seats_picture).to_have_js_property("innerHTML", picture)
    explorer.expect_seats("Ø", "0–1", "0–1")
