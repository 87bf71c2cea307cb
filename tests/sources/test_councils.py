"""Seats from the official result, from a count, and typed; what is assumed is noted."""

import pytest

from valgforbund import Scenario, count, elections, load, official_seats
from valgforbund.errors import ScenarioError
from valgforbund.sources.councils import (
    bundled_council,
    counted_council,
    typed_council,
    usual_committees,
)
from valgforbund.wording import words
from valgforbund.wording.constitution import committee_names, notes

DA = words("da")
NAMES = committee_names(DA)


def test_a_place_without_an_election_is_named_alone() -> None:
    found = counted_council(NAMES, Scenario({"A": 50, "B": 30}, 9, place="Skoleklassen"))
    assert "<b>Skoleklassen:</b>" in notes(DA, found)[0]


def test_herlev_has_its_official_seats_and_no_alliances() -> None:
    found = bundled_council(NAMES, "KV2021", "Herlev")
    assert found.council.seats.to_dict() == official_seats("KV2021", "Herlev").to_dict()
    assert found.source == "official"
    assert "groups_unknown" in found.notes
    assert found.without is None
    assert all(len(group.letters) == 1 for group in found.council.groups)


def test_alliances_that_are_known_are_the_groups_and_blocs_and_the_other_world_is_counted() -> None:
    found = bundled_council(NAMES, "KV2025", "Næstved")
    names = ["A-B-F-Ø-Å", "C-I-M-O-V-Æ"]
    assert [group.name for group in found.council.groups] == names
    assert [group.name for group in found.blocs] == names
    assert found.without is not None
    apart = count(load("KV2025", "Næstved").without_alliances())
    assert found.without.seats.to_dict() == apart.seats.to_dict()
    assert found.promises.order == ("Å", "M")


def test_where_no_official_seats_are_known_it_says_that_they_are_counted_without() -> None:
    known = elections().set_index(["election", "place"])["official_seats_known"]
    place = known["KV2021"][~known["KV2021"]].index[0]
    found = bundled_council(NAMES, "KV2021", place)
    assert found.source == "counted"
    assert "counted_without" in found.notes


def test_a_count_of_changed_votes_does_not_pass_for_the_election() -> None:
    s = load("KV2025", "Lyngby-Taarbæk")
    assert "changed_here" not in counted_council(NAMES, s).notes
    assert "changed_here" not in counted_council(NAMES, s.with_names({"A": "Vi"})).notes
    for changed in (s.with_votes({"A": 9000}), s.with_seats(23), s.leave("Ø"), s.with_list("X", 1)):
        assert "changed_here" in counted_council(NAMES, changed).notes
    assert "changed_here" not in counted_council(NAMES, Scenario({"A": 5, "B": 3}, 3)).notes


def test_a_lot_that_was_drawn_is_noted() -> None:
    drawn = count(Scenario({"A": 10, "B": 10, "C": 5}, 4)).draw(1).scenario
    assert "lots_drawn" in counted_council(NAMES, drawn).notes


def test_where_other_rules_hold_it_says_so() -> None:
    assert "other_government" in bundled_council(NAMES, "KV2025", "København").notes
    assert "other_government" not in bundled_council(NAMES, "KV2025", "Herlev").notes
    assert "not_municipal" in counted_council(NAMES, load("EP2024")).notes


def test_assumptions_are_still_said_after_a_change() -> None:
    found = bundled_council(NAMES, "KV2025", "Næstved")
    changed = found.with_seats({"A": 12, "C": 2})
    assert changed.source == "typed"
    assert changed.notes == found.notes


def test_a_count_with_an_open_lot_is_refused_in_words() -> None:
    tied = Scenario({"A": 10, "B": 10, "C": 5}, 4)
    assert count(tied).lots
    with pytest.raises(ScenarioError, match="lot between A, B"):
        counted_council(NAMES, tied)
    drawn = count(tied).draw(1).scenario
    assert counted_council(NAMES, drawn).council.size == 4


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9, 19, 31, 55])
def test_assumed_committees_are_legal_in_any_council(size: int) -> None:
    found = usual_committees(NAMES, size)
    assert all(each.size % 2 and each.size <= size // 2 for each in found)
    assert typed_council(NAMES, {"A": size}).committees.committees == found
