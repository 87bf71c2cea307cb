"""Everything that can be used or seen has a name that a screen reader can say."""

import pytest

from .explorer_page import both_doors

pytestmark = pytest.mark.browser

USABLE = {
    "button", "checkbox", "combobox", "img", "image", "link", "listbox", "menuitem",
    "searchbox", "slider", "spinbutton", "tab", "table", "textbox",
}  # fmt: skip


@both_doors
def test_everything_has_a_name(explorer):
    nodes = explorer.accessible()
    nameless = [node for node in nodes if node[0] in USABLE and not node[1].strip("\u200b ")]
    assert len([node for node in nodes if node[0] in USABLE]) > 50
    assert nameless == []


def test_headings(explorer):
    roles = explorer.root.get_by_role
    assert roles("heading", level=1).all_inner_texts() == ["Valgforbund"]
    assert "Lister" in roles("heading", level=2).all_inner_texts()


def test_pictures_say_what_they_show(explorer):
    seats = explorer.seats_picture.get_attribute("aria-label")
    for letter, (now, other, _) in explorer.seats().items():
        assert f"{letter} {now} mod {other}" in seats
    assert "54 spildt" in explorer.votes_picture.get_attribute("aria-label")
    for caption in ("Stemmerne", "Lister uden mandat, én for én"):
        assert explorer.root.get_by_role("table", name=caption).is_visible()
