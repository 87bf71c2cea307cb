"""The tab of all alliances: both baselines, who got the seats, the expected gain, the focus."""

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from valgforbund import Scenario, savings
from valgforbund.explorer.election.panels.savings import Savings
from valgforbund.sources.bundled import load

CAPTION = "Hvad hvert valgforbund redder"
THREE = Scenario(
    {"A": 900, "B": 400, "C": 130, "D": 600, "E": 250}, 9, [["A", "B"], ["D", ["C", "E"]]]
)


def opened(scenario: Scenario, language: str = "da") -> Page:
    page = Page(scenario, language)
    page.open(Savings)
    return page


def rows(page: Page) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in tables(page)[CAPTION]}


def test_every_alliance_with_both_baselines_and_the_expected_gain() -> None:
    page = opened(load("KV2025", "Næstved"))
    found = rows(page)
    assert [*found] == ["A-B-F-Ø-Å", "C-I-M-O-V-Æ i fokus"]
    seats, dissolved, none, expected = found["C-I-M-O-V-Æ i fokus"]
    assert (seats, dissolved, none) == ("16", "+2 til O og Æ, fra A (2)", "0 intet mandat flytter")
    frame = savings(page.scenario)
    gain = page.words.decimal(frame.loc["C-I-M-O-V-Æ", "expected_gain"])
    assert expected.startswith(f"{gain} C ")
    assert expected.count("·") == 5


def test_the_numbers_are_not_to_be_added_and_it_says_why() -> None:
    page = opened(load("KV2025", "Næstved"))
    total = int(savings(page.scenario)["saved_dissolved"].sum())
    assert f"redder de {total} mandater i alt" in page.html
    assert "men helt uden valgforbund ville mandaterne være fordelt på samme måde" in page.html
    one = opened(Scenario({"A": 3, "B": 2, "C": 2}, 5, [["B", "C"]]))
    assert "lægges sammen" not in one.html


def test_pressing_an_alliance_puts_it_in_focus() -> None:
    page = opened(THREE)
    names = ["A-B", "(C-E)-D"]
    for name, other in (names, names[::-1]):
        if name in page.pressable():
            page.press_row(name)
        assert [*page.pressable()] == [*rows(page)]
        assert {f"{name} i fokus", other} == {*rows(page)}
        assert page.scenario == THREE
    assert not page.state.can_undo
    page.assert_in_step()


def test_rows_follow_the_scenario() -> None:
    page = opened(THREE)
    page.alone("A")
    assert [*rows(page)] == ["(C-E)-D i fokus"]
    page.ally("A", "Nyt valgforbund med B")
    assert len(rows(page)) == 2
    for letter in "ABCDE":
        page.alone(letter)
    assert CAPTION not in tables(page)
    assert "Ingen valgforbund endnu." in page.html


def test_letters_with_signs_keep_them() -> None:
    s = Scenario({"A": 100, "B-1": 49, "+2": 3}, 2, [["B-1", "+2"]])
    assert rows(opened(s))["B-1-+2 i fokus"][1] == "+1 til B-1, fra A"


def test_an_open_lot_is_a_range() -> None:
    row = rows(opened(Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]])))["B-C i fokus"]
    assert row[:2] == ["0–1", "0…+1 til B (0–1), fra A (0–1)"]


def test_in_english() -> None:
    page = opened(load("KV2025", "Næstved"), "en")
    assert "to O and Æ, from A (2)" in page.html
    assert "These numbers do not add up" in page.html


def test_a_lot_that_was_drawn_in_the_comparison_is_drawn_here_too() -> None:
    page = opened(Scenario({"A": 10, "B": 9, "C": 3, "D": 10}, 1, [["B", "C"]]))
    assert rows(page)["B-C i fokus"][1] == "+1 til B, fra A eller D"
    page.press("lot.draw_elsewhere")
    assert rows(page)["B-C i fokus"][1] in {"+1 til B, fra A", "+1 til B, fra D"}
