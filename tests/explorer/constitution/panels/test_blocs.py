"""Flertal: blocs that the person names, and the same with and without alliances."""

import math

from explorer.constitution.page import Lines, ToolPage
from explorer.election.panels.test_tables import tables
from valgforbund import load
from valgforbund.council import majorities
from valgforbund.explorer.constitution.panels.blocs import Blocs

COALITIONS = "Flertal, hvor alle er nødvendige"


def lines(page: ToolPage) -> Lines:
    return page.lines(Blocs, "blocs.letters")


def test_blocs_begin_as_the_alliances_and_can_be_named_freely() -> None:
    page = ToolPage(load("KV2025", "Næstved"))
    assert lines(page).shown == [("A B F Ø Å", ""), ("C I M O V Æ", "")]
    assert "C-I-M-O-V-Æ har det alene" in page.text
    lines(page).edit(0, 0, "a,f og ø")
    lines(page).edit(0, 1, "Rød")
    lines(page).remove(1)
    assert lines(page).shown == [("A F Ø", "Rød")]
    lines(page).add("IC", "")
    assert [each.name for each in page.proposal.blocs] == ["Rød", "C-I"]
    assert "Rød + V" in page.text


def test_buttons_choose_blocs() -> None:
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    page.group("B", page.words("council.new_with", letter="C"))
    page.press("blocs.groups")
    assert lines(page).shown == [("B C", "")]
    assert "B-C har det alene" in page.text
    page.press("blocs.nobody")
    assert lines(page).shown == []
    assert "A + B" in page.text
    page.press("bar.undo")
    assert lines(page).shown == [("B C", "")]


def test_a_list_in_two_blocs_is_refused_in_words() -> None:
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    lines(page).add("AB", "")
    lines(page).add("B C", "")
    assert "Liste B er nævnt i to grupper" in page.alert
    assert [each.name for each in page.proposal.blocs] == ["A-B"]
    lines(page).add("A X", "")
    assert "X" in page.alert


def test_the_other_world_is_named_or_said_to_be_unknown() -> None:
    known, unknown = ToolPage(load("KV2025", "Lyngby-Taarbæk")), ToolPage()
    assert "talt helt uden valgforbund" in known.text
    assert "Shapley-Shubik uden valgforbund" in known.text
    assert "vides ikke her" in unknown.text
    known.seat("A", "1")
    assert "vises ikke længere: mandaterne er ændret i hånden" in known.text


def test_every_coalition_can_be_seen() -> None:
    page = ToolPage(load("KV2025", "Næstved"))
    page.open(Blocs)
    page.press("blocs.nobody")
    minimal = majorities(page.proposal.council.without_groups()).minimal
    assert len(tables(page)[COALITIONS]) == len(minimal) > 12
    assert 'data-first="12"' in page.html  # the others unfold
    for each in minimal:
        assert " + ".join(each.groups) in page.text


def test_thousands_of_coalitions_do_not_weigh_the_page_down() -> None:
    page = ToolPage(dict.fromkeys("ABCDEFGHIJKLM", 1))
    page.open(Blocs)
    assert len(tables(page)[COALITIONS]) == 500
    assert math.comb(13, 7) == 1_716
    assert "1.216 flertal, som ikke vises" in page.text


def test_what_one_seat_changes_for_the_list_that_is_chosen() -> None:
    page = ToolPage({"A": 4, "B": 3, "C": 2})
    page.open(Blocs)
    assert "Hvad ét mandat til eller fra A ville ændre" in page.text
    page.choose("majorities.ours", "C")
    assert "A fik et mandat fra C" in page.text
    assert not page.state.can_undo
