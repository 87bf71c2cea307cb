"""Who got saved seats and from whom, and why the numbers do not add up, as text."""

from valgforbund import Scenario, compare, load, savings
from valgforbund.movements import Movement
from valgforbund.ranges import Span
from valgforbund.wording import words
from valgforbund.wording.savings import cell, sums, to_and_from


def text(scenario: Scenario, language: str = "da") -> str:
    alone = [compare(scenario, each) for each in scenario.alliances]
    together = compare(scenario, scenario.alliances[0], "none")
    return sums(words(language), alone, together).striptags()


def test_gains_losses_and_lots() -> None:
    da, en = words("da"), words("en")
    found = [Movement(("A",), -1), Movement(("B",), 2), Movement(("C", "D"), 0, by_lot=True)]
    changes = {"C": Span(-1, 0), "D": Span(-1, 1)}
    told = "til B (2), fra A og C (0–1), til eller fra D ved lod"
    assert to_and_from(da, found, changes) == told
    told = "to B (2), from A and C (0–1), to or from D by lot"
    assert to_and_from(en, found, changes) == told
    assert to_and_from(da, [], {}) == "intet mandat flytter"
    assert to_and_from(en, [Movement(("C",), 1)], {}) == "to C"


def test_an_alliance_that_saves_none_while_seats_move() -> None:
    lyngby = load("KV2025", "Lyngby-Taarbæk")
    assert cell(words("da"), compare(lyngby, "A-B-F-Ø", "none")) == (
        "0",
        "(men ét mandat flytter: til O, fra C)",
    )


def test_a_lot_that_is_the_same_with_and_without_moves_nothing() -> None:
    s = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]]).shift("Ø", 20)
    da = words("da")
    assert cell(da, compare(s, "B-F-Ø")) == ("0", "intet mandat flytter")
    assert cell(da, compare(s, "B-F-Ø", "none")) == ("−1", "til U, fra F eller Ø")


def test_the_sum_is_said_with_what_really_moves() -> None:
    copenhagen = text(load("KV2025", "København"))
    assert copenhagen.endswith("gik kun 2 mandater til en anden liste.")
    alone = savings(load("KV2025", "København"))["saved_dissolved"]
    assert f"redder de {alone.sum()} mandater i alt" in copenhagen


def test_where_the_sum_is_no_larger_or_open_only_the_warning_is_said() -> None:
    idle = Scenario({"A": 50, "B": 1, "C": 50, "D": 1, "E": 33}, 5, [["A", "B"], ["C", "D"]])
    warning = "Tallene må ikke lægges sammen: flere valgforbund kan redde det samme mandat."
    assert text(idle) == warning
    tied = Scenario({"A": 5, "B": 5, "C": 5, "D": 5}, 3, [["A", "B"], ["C", "D"]])
    assert text(tied) == warning
