"""The count against the official results: every seat of every council, and its number."""

import pytest

from valgforbund import count
from valgforbund.sources.bundled import elections, load, official_order, official_seats

COUNCILS = elections().query("alliances_known and official_seats_known")
ORDERED = COUNCILS[COUNCILS["election"].isin(["KV2025", "RV2025"])]


def pairs(frame) -> list[tuple[str, str]]:
    return list(zip(frame["election"], frame["place"], strict=True))


def test_all_councils_of_2025_all_regions_and_five_european_elections_are_compared() -> None:
    compared = COUNCILS.groupby(COUNCILS["election"].str[:2])["place"].size().to_dict()
    assert compared["RV"] == 4
    assert compared["EP"] == 5
    assert (COUNCILS["election"] == "KV2025").sum() == 98
    assert len(ORDERED) == 102


@pytest.mark.parametrize(("election", "place"), pairs(COUNCILS))
def test_seats_are_the_official_ones(election: str, place: str) -> None:
    c = count(load(election, place))
    assert c.seats.to_dict() == official_seats(election, place).to_dict()
    assert c.lots == ()
    assert c.open_seats == c.vacant == 0


@pytest.mark.parametrize(("election", "place"), pairs(ORDERED))
def test_the_order_of_the_seats_is_the_official_one(election: str, place: str) -> None:
    awards = count(load(election, place)).awards
    assert tuple(awards["letter"]) == official_order(election, place)
    assert awards.index.tolist() == list(range(1, len(awards) + 1))
