"""The frozen state: verbs return a new proposal, and what belongs together moves together."""

import pytest

from valgforbund.council import Committee, MayorElection
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.proposal import TYPED, Proposal
from valgforbund.explorer.constitution.sources import typed_council
from valgforbund.wording import words

DA = words("da")


@pytest.fixture
def small() -> Proposal:
    found = typed_council(DA, {"A": 9, "B": 6, "C": 4})
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


def test_typed_seats_say_so_and_void_ballots_of_another_size(small: Proposal) -> None:
    voted = small.with_seats({"A": 10})
    assert voted.source == TYPED
    assert voted.mayor == MayorElection(20)
    same = small.with_seats({"A": 8, "B": 7})
    assert same.mayor == small.mayor


def test_what_cannot_be_is_refused(small: Proposal) -> None:
    for seats in ({"A": -1}, {"A": "x"}, {"A": 0, "B": 0, "C": 0}, {"X": 1}):
        with pytest.raises(ScenarioError):
            small.with_seats(seats)
    with pytest.raises(ScenarioError, match="odd"):
        small.with_committees([Committee("Børn", 4)])
