"""Which area and which list of last time is which of now."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from nights import of_2025

from valgforbund import Scenario
from valgforbund.night.lists import same_lists
from valgforbund.night.matching import matched
from valgforbund.sources import areas


@given(st.lists(st.text("abcæø .", max_size=6), unique=True), st.randoms())
def test_areas_that_kept_their_names_are_themselves(names: list[str], chance: object) -> None:
    then = sorted(names, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert [then[j] if j is not None else None for j in matched(names, then)] == names


@given(st.lists(st.text("ab 1", max_size=4)), st.lists(st.text("ab 1", max_size=4)))
def test_an_area_of_then_is_the_past_of_one_of_now_at_most(now: list[str], then: list[str]) -> None:
    found = [j for j in matched(now, then) if j is not None]
    assert len(found) == len(set(found))


def test_new_names_of_old_areas() -> None:
    pairs = {
        "Gl. Lindholm Skole, Kulturhuset": "Gl. Lindholm Skole, Kulturhus",
        "Marienlystcentret": None,
        "Nørre Boulevard Skolen": "Nørreboulevardskolen",
        "Mårslet Hallen": "Mårslet Skole",
    }
    then = ["Gl. Lindholm Skole, Kulturhus", "Nørreboulevardskolen", "Mårslet Skole", "Trige"]
    found = matched(list(pairs), then)
    assert [then[j] if j is not None else None for j in found] == list(pairs.values())


def test_nearly_all_areas_of_2025_have_a_past() -> None:
    councils = of_2025().councils
    assert sum(len(c.areas) for c in councils) == 1314
    assert sum(c.matched.sum() for c in councils) > 1240


def test_no_vote_of_last_time_stands_in_two_places_but_in_areas_without_a_past() -> None:
    past = areas.votes_before("KV2025").groupby("code")["votes"].sum()
    for council in of_2025().councils:
        own = council.last[council.matched].sum()
        assert own <= past[council.code]
        if council.matched.all():
            continue
        pooled = council.last[~council.matched]
        assert (pooled == pooled[0]).all()


def test_a_party_is_known_by_its_name_and_a_local_list_by_nearly_its_name() -> None:
    then = Scenario(
        {"A": 3, "N": 2, "L": 2, "D": 1},
        3,
        names={
            "A": "Socialdemokratiet",
            "N": "Lokallisten Levende Landsbyer",
            "L": "Hvidovrelisten",
            "D": "Nye Borgerlige",
        },
    )
    now = Scenario(
        {"A": 3, "L": 2, "N": 2},
        3,
        names={
            "A": "Socialdemokraterne",
            "L": "Lokallisten Levende Landsbyer Lejre",
            "N": "Nærdemokratiet",
        },
    )
    assert same_lists(then, now) == {"A": "A", "N": "L"}
