"""Seats from the official result, from a count, and typed; what is assumed is noted."""

import pytest

from valgforbund import Scenario, count, elections, load, official_seats
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.sources import (
    bundled_council,
    counted_council,
    typed_council,
    usual_committees,
)
from valgforbund.wording import words

DA = words("da")


def test_herlev_has_its_official_seats_and_no_alliances() -> None:
    found = bundled_council(DA, "KV2021", "Herlev")
    assert found.council.seats.to_dict() == official_seats("KV2021", "Herlev").to_dict()
    assert found.source == "official"
    assert "groups_unknown" in found.notes
    assert found.without is None
    assert all(len(group.letters) == 1 for group in found.council.groups)


def test_alliances_that_are_known_are_the_groups_and_blocs_and_the_other_world_is_counted() -> None:
    found = bundled_council(DA, "KV2025", "Næstved")
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
    found = bundled_council(DA, "KV2021", place)
    assert found.source == "counted"
    assert "counted_without" in found.notes


def test_a_count_with_an_open_lot_is_refused_in_words() -> None:
    tied = Scenario({"A": 10, "B": 10, "C": 5}, 4)
    assert count(tied).lots
    with pytest.raises(ScenarioError, match="lot between A, B"):
        counted_council(DA, tied)
    drawn = count(tied).draw(1).scenario
    assert counted_council(DA, drawn).council.size == 4


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9, 19, 31, 55])
def test_assumed_committees_are_legal_in_any_council(size: int) -> None:
    found = usual_committees(DA, size)
    assert all(each.size % 2 and each.size <= size // 2 for each in found)
    assert typed_council(DA, {"A": size}).committees.committees == found
