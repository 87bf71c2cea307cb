"""Poster uden mandat: the promise first, then d'Hondt."""

import pytest

from explorer.constitution.page import Lines, ToolPage
from explorer.election.panels.test_tables import tables
from valgforbund.explorer.constitution.panels.posts import PostsPanel


@pytest.fixture
def page() -> ToolPage:
    found = ToolPage({"A": 3, "B": 2, "Å": 0, "M": 0})
    found.open(PostsPanel)
    return found


def places(page: ToolPage) -> Lines:
    return page.lines(PostsPanel, "promises.post")


def wishes(page: ToolPage) -> Lines:
    return page.lines(PostsPanel, "promises.who")


def test_nothing_yet(page: ToolPage) -> None:
    assert "Ingen poster endnu" in page.text


def test_promises_wishes_and_the_rest_by_dhondt(page: ToolPage) -> None:
    places(page).add("Hegnssynet", "1")
    places(page).add("Skolerådet", "")
    places(page).add("Idrætsforum", "2")
    page.type("promises.allied", "Å M A")
    assert wishes(page).shown == [("Å", ""), ("M", "")]
    wishes(page).edit(1, 1, "skolerådet")
    assert tables(page)["Løftet"] == [
        ["Å", "holdt", "Hegnssynet", "–"],
        ["M", "holdt", "Skolerådet", "1. ønske"],
    ]
    assert "2 af 2 løfter kan holdes" in page.text
    turns = tables(page)["Hvem vælger hvad"]
    assert [row[1] for row in turns] == ["Å", "M", "A", "B"]
    assert [row[3] for row in turns] == ["løftet", "løftet", "d'Hondt", "d'Hondt"]


def test_a_promise_that_cannot_be_kept_and_one_that_another_order_would_keep(page) -> None:
    places(page).add("Hegnssynet", "1")
    page.type("promises.allied", "Å M")
    assert "Der er ingen post tilbage til M" in page.text
    places(page).add("Skolerådet", "1")
    wishes(page).edit(1, 1, "Hegnssynet")
    assert "I en anden rækkefølge kunne 2 holdes" in page.text
    page.type("promises.allied", "M Å")
    assert "I en anden rækkefølge" not in page.text


def test_a_lot_over_a_turn_is_drawn() -> None:
    page = ToolPage({"A": 2, "B": 2})
    places(page).add("Hegnssynet", "1")
    assert "Lod mellem A og B om, hvem der vælger som nr. 1" in page.text
    page.press("lot.draw")
    assert "Loddet om valg nr. 1 faldt på" in page.text
    assert not page.sees("lot.draw")


def test_wrong_posts_and_wishes_are_told(page: ToolPage) -> None:
    places(page).add("Hegnssynet", "0")
    assert "helt tal, 1 eller mere" in page.alert
    places(page).add("Hegnssynet", "1")
    places(page).add("Hegnssynet", "1")
    assert "nævnt to gange" in page.alert
    page.type("promises.allied", "Å")
    wishes(page).edit(0, 1, "Månen")
    assert "Der er ingen post »Månen«" in page.alert
    wishes(page).edit(0, 1, "Hegnssynet")
    wishes(page).edit(0, 0, "")
    assert "Linjen med »Hegnssynet« mangler" in page.alert
    wishes(page).add("å", "Hegnssynet")
    assert "Å står på to linjer" in page.alert
    for name in ("Børne- og Ungerådet", "Handicaprådet", "Erhvervsrådet", "Skolerådet"):
        places(page).add(name, "1")
    wishes(page).edit(0, 1, "Månen")
    assert "Hegnssynet, Børne- og Ungerådet, Handicaprådet, Erhvervsrådet, Skolerådet" in page.alert


def test_a_wish_for_a_post_that_is_taken_away_stays_and_is_told(page: ToolPage) -> None:
    places(page).add("Hegnssynet", "1")
    places(page).add("Skolerådet", "1")
    page.type("promises.allied", "Å M")
    wishes(page).edit(0, 1, "Hegnssynet")
    places(page).remove(0)
    assert page.alert == ""
    assert wishes(page).shown[0] == ("Å", "Hegnssynet")
    assert "Å ønsker Hegnssynet, som ikke er blandt posterne" in page.text
    assert tables(page)["Løftet"][0][1] == "en post, men ingen af de ønskede"
    wishes(page).edit(1, 1, "Skolerådet")
    assert page.alert == ""
    places(page).add("Hegnssynet", "1")
    assert tables(page)["Løftet"][0] == ["Å", "holdt", "Hegnssynet", "1. ønske"]


def test_whether_nobody_is_named_or_everybody_has_a_seat(page: ToolPage) -> None:
    places(page).add("Hegnssynet", "1")
    assert "Løftet er ikke givet til nogen liste" in page.text
    page.type("promises.allied", "A B")
    assert "har selv mandat" in page.text
