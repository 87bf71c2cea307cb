"""The frozen state: verbs return a new proposal, and what belongs together moves together."""

from dataclasses import replace

import pytest

from valgforbund.council import Committee, MayorElection, elect_mayor, levelling
from valgforbund.council.committee import Extra
from valgforbund.council.proposal import TYPED, Proposal
from valgforbund.errors import ScenarioError
from valgforbund.sources.councils import typed_council

NAMES = ("Økonomiudvalget", "Børneudvalget", "Kulturudvalget", "Planudvalget", "Socialudvalget")


@pytest.fixture
def small() -> Proposal:
    found = typed_council(NAMES, {"A": 9, "B": 6, "C": 4})
    return found.with_committees([Committee("ØU", 7, "finance"), Committee("Børn", 5)])


def test_equal_by_value_and_unchanged_by_verbs(small: Proposal) -> None:
    before = (small.committees, small.posts, small.mayor)
    small.with_seats({"A": 8})
    small.with_groups([["A", "B"]])
    small.with_mayor_of("B")
    assert (small.committees, small.posts, small.mayor) == before
    assert small.with_seats({"A": 9}) == small
    assert hash(small) == hash(small.with_groups(()))


def test_the_mayor_is_one_fact(small: Proposal) -> None:
    """The finance committee's chair by office and the agreement's mayor are the same list."""
    agreed = small.with_posts(small.agreement.give("mayor", "Borgmester", "B"))
    assert agreed.mayors == "B"
    assert agreed.committees.committee("ØU").office == ("B",)
    changed = agreed.with_mayor_of("C")
    assert changed.agreement.mayor == changed.mayors == "C"
    nobody = changed.with_mayor_of("")
    assert nobody.agreement.mayor is None
    assert nobody.mayors == ""


def test_posts_follow_a_committee_that_is_renamed(small: Proposal) -> None:
    agreed = small.with_posts(small.agreement.give("chair", "Børn", "A"))
    first, second = agreed.committees.committees
    renamed = agreed.with_committees([first, second._replace(name="Børn og unge")])
    assert renamed.posts[0].body == "Børn og unge"
    smaller = agreed.with_committees([first, second._replace(size=3)])
    assert smaller.posts[0].body == "Børn"


def test_lots_and_levelled_seats_stay_when_the_mayor_is_agreed_or_a_name_is_mended() -> None:
    found = typed_council(NAMES, {"A": 10, "C": 9})
    three = [Committee(name, 3) for name in ("Børn", "Kultur", "Plan")]
    found = found.with_committees([Committee("ØU", 7, "finance"), *three])
    done = replace(found, committees=levelling(found.committees).apply(["Børn"]))
    done = replace(done, committees=done.committees.give_up("Plan", "A", "C"))
    agreed = done.with_posts(done.agreement.give("mayor", "Borgmester", "C"))
    for each in ("levelled", "extra", "given"):
        assert getattr(agreed.committees, each) == getattr(done.committees, each) != ()
    every = [each._replace(name=each.name.lower()) for each in agreed.committees.committees]
    renamed = agreed.with_committees(every).committees
    assert renamed.extra == (Extra("børn", "A", 2),)
    assert renamed.seats.to_numpy().tolist() == agreed.committees.seats.to_numpy().tolist()
    other = agreed.with_committees([*every[:-1], Committee("Plan", 5)]).committees
    assert other.levelled == other.extra == other.given == ()


def test_a_seat_given_up_in_a_special_committee_stays_when_a_standing_one_changes() -> None:
    every = [Committee("Børn", 5), Committee("Råd", 9, "other")]
    found = typed_council(NAMES, {"A": 14, "C": 5}).with_committees(every)
    given = replace(found, committees=found.committees.give_up("Råd", "A", "C"))
    other = given.with_committees([Committee("Børn", 7), every[1]]).committees
    assert other.given == given.committees.given


def test_a_drawn_lot_stays_while_its_committee_does() -> None:
    found = typed_council(NAMES, {"A": 11, "C": 8, "V": 2}).with_committees(
        [Committee("Børn", 9), Committee("Råd", 9, "other")]
    )
    drawn = replace(found, committees=found.committees.draw(1))
    kept = drawn.with_committees([Committee("Børn", 7), Committee("Råd", 9, "other")]).committees
    assert [lot.alliance for lot, _ in kept.drawn] == ["Råd"]
    assert kept.certain(kept.committee("Råd")) == drawn.committees.certain(kept.committee("Råd"))


def test_assumed_committees_follow_the_size_of_the_council_stated_ones_do_not() -> None:
    found = typed_council(NAMES, {"A": 9, "B": 6, "C": 4})
    smaller = found.with_seats({"A": 3})
    assert {each.size for each in smaller.committees.committees} == {5}
    assert smaller.with_seats({"A": 9}).committees == found.committees
    first, *rest = found.committees.committees
    stated = found.with_committees([first._replace(size=5), *rest])
    assert "committees_assumed" not in stated.notes
    assert "committees_assumed" in found.with_mayor_of("A").notes
    with pytest.raises(ScenarioError, match=r"Børneudvalget has 7 members.*13.*at most 6"):
        stated.with_seats({"A": 3})


def test_typed_seats_say_so_and_void_ballots_of_another_size(small: Proposal) -> None:
    voted = small.with_seats({"A": 10})
    assert voted.source == TYPED
    assert voted.mayor == MayorElection(20)
    same = small.with_seats({"A": 8, "B": 7})
    assert same.mayor == small.mayor
    cast = replace(small, mayor=small.mayor.vote({"Jensen": 9, "Hansen": 9}))
    assert cast.with_seats({"A": 10}).mayor == elect_mayor(20, {"Jensen": 9, "Hansen": 9})
    assert cast.with_seats({"A": 8}).mayor.ballots == cast.mayor.ballots
    assert cast.with_seats({"A": 7}).mayor == MayorElection(17)


def test_what_cannot_be_is_refused(small: Proposal) -> None:
    for seats in ({"A": -1}, {"A": "x"}, {"A": 0, "B": 0, "C": 0}, {"X": 1}):
        with pytest.raises(ScenarioError):
            small.with_seats(seats)
    with pytest.raises(ScenarioError, match="odd"):
        small.with_committees([Committee("Børn", 4)])
