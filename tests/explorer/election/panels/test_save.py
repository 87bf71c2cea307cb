"""A picture is saved from its corner: SVG with text and PNG, titled, never of an older picture."""

import base64
import re
import xml.etree.ElementTree as ET

import pytest

from explorer.page import Page


def buttons(page: Page) -> list:
    named = (str(getattr(each, "description", "")) for each in page.widgets())
    assert len({name for name in named if name.startswith("Gem billedet")}) >= 2  # told apart
    return [
        each
        for each in page.widgets()
        if str(getattr(each, "description", "")).startswith("Gem billedet")
    ]


def links(page: Page) -> dict[str, tuple[str, bytes]]:
    """Name and content of the files that are offered, by kind."""
    html = " ".join(
        each.value for each in page.widgets() if "download=" in str(getattr(each, "value", ""))
    )
    found = re.findall(r'href="data:image/([a-z+]+);base64,([^"]*)" download="([^"]*)"', html)
    return {kind: (name, base64.b64decode(content)) for kind, content, name in found}


@pytest.mark.parametrize(("number", "says"), [(0, "Mandater"), (1, "Hvor stemmerne endte")])
def test_a_press_offers_the_picture_as_svg_and_png(number: int, says: str) -> None:
    page = Page()
    assert not links(page)
    buttons(page)[number].click()
    found = links(page)
    assert set(found) == {"svg+xml", "png"}
    name, svg = found["svg+xml"]
    assert name.startswith(page.scenario.place)
    assert name.endswith(".svg")
    texts = [
        "".join(node.itertext())
        for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    ]
    told = " ".join(texts)
    assert says in told
    assert page.scenario.alliances[0].name in told or "med" in told
    assert "valgforbund 0." in told
    assert found["png"][1].startswith(b"\x89PNG")
    if not number:
        assert set(page.scenario.letters) <= set(texts)


def test_a_change_takes_the_files_of_the_older_picture_away() -> None:
    page = Page()
    buttons(page)[0].click()
    assert links(page)
    page.alone("O")
    assert not links(page)
    buttons(page)[0].click()
    assert "ændret" in links(page)["svg+xml"][1].decode()
