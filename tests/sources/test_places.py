"""Elections and places as a person looks them up."""

import pytest

from valgforbund import ScenarioError, official_seats
from valgforbund.sources import places


def test_a_place_is_found_by_how_its_name_begins() -> None:
    assert places.place_typed("KV2025", "næst") == "Næstved"
    assert places.place_typed("KV2025", "Lejre") == "Lejre"
    assert places.place_typed("KV2025", "370") == "370"  # perhaps a code: loading tells


def test_a_beginning_of_several_names_is_a_question() -> None:
    with pytest.raises(ScenarioError, match="Frederiksberg, Fredensborg"):
        places.place_typed("KV2025", "Fre")


def test_the_same_place_in_another_election_or_its_first() -> None:
    assert places.same_place("KV2013", "Næstved") == "Næstved"
    assert places.same_place("EP2024", "Næstved") == places.places("EP2024")[0]


def test_only_councils_of_municipalities_are_municipal() -> None:
    assert {each[:2] for each in places.elections()} > {"KV"}
    assert {each[:2] for each in places.municipal()} == {"KV"}


def test_official_seats_are_given_where_they_are_known() -> None:
    known = official_seats("KV2021", "Herlev").to_dict()
    assert places.known_seats("KV2021", "Herlev") == known
    assert places.known_seats("KV2013", "Næstved") == {}
    assert places.known_seats("", "Skoleklassen") == {}
