"""Who is elected inside a list: the law's rules, and a second, slow reading of them."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slow_list import open_list, party_list

from valgforbund.people.nominees import Nominees
from valgforbund.people.passing import lacking
from valgforbund.people.placing import (
    FIGURE,
    LIST_VOTES,
    LOT,
    ORDER,
    PERSONAL,
    WITH_LIST_VOTES,
    Place,
    figure,
    placing,
)
from valgforbund.sharing.candidates import OPEN, PARTY_LIST


def nominees(form: str, list_votes: int, votes: list[int]) -> Nominees:
    return Nominees(form, list_votes, tuple(votes), (None,) * len(votes))


few = st.lists(st.integers(0, 12), min_size=1, max_size=6)


def party() -> st.SearchStrategy[Nominees]:
    """A list with at least one vote: without any it has no seat to give."""
    made = st.builds(nominees, st.just(PARTY_LIST), st.integers(0, 40), few)
    return made.filter(lambda each: each.total > 0)


@given(few, st.integers(0, 7))
def test_open_lists_go_by_personal_votes_as_the_slow_reading_says(
    votes: list[int], seats: int
) -> None:
    found = placing(nominees(OPEN, 99, votes), seats)
    sure, drawing = open_list(votes, seats)
    assert found.seated == sure
    assert found.possible == sure | drawing
    assert len(found.elected) == min(seats, len(votes))
    assert len(found.elected + found.substitutes) == len(votes)


@given(party(), st.integers(1, 7))
def test_party_lists_go_by_the_figure_as_the_slow_reading_says(each: Nominees, seats: int) -> None:
    found = placing(each, seats)
    wanted = party_list(each.list_votes, list(each.votes), seats)
    assert [place.candidate for place in found.elected] == wanted
    assert sorted(place.candidate or 0 for place in found.elected + found.substitutes) == [
        *range(1, len(each.votes) + 1)
    ]


@given(party(), st.integers(1, 7))
def test_no_more_candidates_reach_the_figure_than_there_are_seats(
    each: Nominees, seats: int
) -> None:
    found = placing(each, seats)
    reached = [p for p in found.elected + found.substitutes if p.how in (FIGURE, LIST_VOTES)]
    assert len(reached) <= seats
    assert figure(each, seats) * (seats + 1) > each.total


def test_it_is_said_how_each_was_elected() -> None:
    # 210 votes and 3 seats: the figure is 53. B has it, A is filled up with 33 of 60 list votes,
    # C gets the 27 that are left and has 37; D and E have 30 each, and D stands higher.
    few = nominees(PARTY_LIST, 60, [20, 60, 10, 30, 30])
    found = placing(few, 3)
    assert figure(few, 3) == 53
    assert found.elected == (
        Place(1, LIST_VOTES, received=33),
        Place(2, FIGURE),
        Place(3, WITH_LIST_VOTES, received=27),
    )
    assert found.substitutes == (Place(4, ORDER), Place(5, ORDER))


@given(party(), st.integers(1, 7))
def test_who_received_list_votes_was_not_elected_by_personal_votes_alone(
    each: Nominees, seats: int
) -> None:
    found = placing(each, seats)
    for place in found.elected + found.substitutes:
        assert (place.received > 0) == (place.how in (LIST_VOTES, WITH_LIST_VOTES)) or (
            place.how == ORDER
        )
    received = sum(place.received for place in found.elected + found.substitutes)
    assert received <= each.list_votes


def test_equal_personal_votes_for_the_last_seat_are_a_lot() -> None:
    found = placing(nominees(OPEN, 0, [5, 9, 5, 5]), 2)
    assert found.elected == (Place(2, PERSONAL), Place(None, LOT, (1, 3, 4)))
    assert found.substitutes == (Place(None, LOT, (1, 3, 4)),) * 2
    assert found.seated == {2}
    assert found.possible == {1, 2, 3, 4}


def test_equal_votes_that_all_win_are_no_lot_but_their_order_is() -> None:
    found = placing(nominees(OPEN, 0, [5, 9, 5]), 3)
    assert found.elected == (
        Place(2, PERSONAL),
        Place(1, PERSONAL, (1, 3)),
        Place(3, PERSONAL, (1, 3)),
    )


def test_a_list_with_more_seats_than_candidates_seats_them_all() -> None:
    assert len(placing(nominees(OPEN, 0, [1, 2]), 5).elected) == 2


@pytest.mark.parametrize("form", [OPEN, PARTY_LIST])
@given(few, st.integers(0, 30), st.integers(0, 60))
def test_scaled_votes_add_up_and_keep_their_order(
    form: str, votes: list[int], list_votes: int, total: int
) -> None:
    each = nominees(form, list_votes, votes)
    scaled = each.with_total(total)
    assert scaled.total == total
    assert scaled.list_votes + sum(scaled.votes) == total * scaled.parts
    assert min(scaled.votes) >= 0
    assert scaled.list_votes >= 0
    pairs = [*zip(votes, scaled.votes, strict=True)]
    assert len(set(pairs)) == len(set(votes))  # equal votes stay equal: a lot is not decided so
    assert all(
        kept > other for held, kept in pairs for less, other in pairs if total and held > less
    )
    assert all(
        abs(Fraction(kept, scaled.parts) - scaled.told(kept)) <= Fraction(1, 2) for _, kept in pairs
    )


def by_fractions(each: Nominees, total: int, seats: int) -> tuple[list[Fraction], list[int]]:
    """Votes with those received, and the order of a party list, in fractions of votes."""
    share = Fraction(total, each.total)
    enough, left = total // (seats + 1) + 1, each.list_votes * share
    held = []
    for own in (votes * share for votes in each.votes):
        received = max(min(enough - own, left), Fraction(0))
        left -= received
        held.append(own + received)
    places = range(len(held))
    reached = [i for i in places if held[i] >= enough]
    others = sorted((i for i in places if i not in reached), key=lambda i: (-held[i], i))
    return held, [i + 1 for i in reached + others]


@given(party(), st.integers(1, 90), st.integers(1, 7))
def test_a_scaled_party_list_elects_whom_fractions_of_votes_do(
    each: Nominees, total: int, seats: int
) -> None:
    scaled = each.with_total(total)
    found = placing(scaled, seats)
    held, order = by_fractions(each, total, seats)
    assert [place.candidate for place in found.elected + found.substitutes] == order
    for place in found.elected + found.substitutes:
        assert place.candidate
        own, had = place.candidate - 1, held[place.candidate - 1]
        if place.received:
            assert abs(scaled.shown[own] + place.received - had) <= Fraction(1, 2)
        else:
            assert had - Fraction(scaled.votes[own], scaled.parts) < 1


@given(few, st.integers(0, 30), st.integers(1, 60), st.integers(0, 7))
def test_a_scaled_open_list_elects_and_draws_as_it_did(
    votes: list[int], list_votes: int, total: int, seats: int
) -> None:
    each = nominees(OPEN, list_votes, votes)
    assert placing(each.with_total(total), seats) == placing(each, seats)


@given(few, st.integers(0, 30), st.integers(1, 60), st.integers(1, 60))
def test_scaled_twice_is_scaled_once(
    votes: list[int], list_votes: int, first: int, then: int
) -> None:
    each = nominees(PARTY_LIST, list_votes, votes)
    assert not each.total or each.with_total(first).with_total(then) == each.with_total(then)


def before(each: Nominees, seats: int, candidate: int) -> int:
    """How many come before, counted from the order itself."""
    order = placing(each, seats)
    ranked = [*order.elected, *order.substitutes]
    if each.form == OPEN:
        return sum(held >= each.votes[candidate - 1] for held in each.votes) - 1
    return [place.candidate for place in ranked].index(candidate)


def with_more(each: Nominees, candidate: int, more: int) -> Nominees:
    votes = list(each.votes)
    votes[candidate - 1] += more
    return each._replace(votes=tuple(votes))


@pytest.mark.parametrize(
    "made",
    [party, lambda: st.builds(nominees, st.just(OPEN), st.integers(0, 40), few)],
    ids=["party", "open"],
)
@given(st.data())
def test_what_a_candidate_lacks_is_what_vote_by_vote_is_enough(
    made: Callable[[], st.SearchStrategy[Nominees]], data: st.DataObject
) -> None:
    each, seats = data.draw(made()), data.draw(st.integers(1, 4))
    candidate = data.draw(st.integers(1, len(each.votes)))
    now = before(each, seats, candidate)
    found = lacking(each, seats, candidate)
    if now == 0:
        assert found is None
        return
    enough = next(
        more
        for more in range(1, 500)
        if before(with_more(each, candidate, more), seats, candidate) < now
    )
    assert found == enough


def test_a_vote_more_may_lead_further_back_where_it_raises_the_figure() -> None:
    # 40 votes and 3 seats: the figure is 11, and 12 with 4 more. With 3 more the third has 6 and
    # the 3 list votes that the first two leave of 20: as many as the fourth. With 4 more they
    # leave 1.
    each = nominees(PARTY_LIST, 20, [5, 0, 3, 9, 3])
    ahead = [before(with_more(each, 3, more), 3, 3) for more in range(6)]
    assert lacking(each, 3, 3) == next(more for more in range(6) if ahead[more] < ahead[0]) == 3
    assert ahead == [3, 3, 3, 2, 3, 2]


@given(party(), st.integers(1, 300))
def test_votes_in_proportion_are_shown_as_dhondt_rounds_them(each: Nominees, total: int) -> None:
    """As d'Hondt gives them: no votes for a quotient below any that is left out."""
    scaled = each.with_total(total)
    shown = scaled.shown
    assert sum(shown) <= total
    for (mine, got), (other, has) in product(zip(each.votes, shown, strict=True), repeat=2):
        assert (mine < other) <= (got <= has)
        assert (mine == other) <= (got == has)
        if got:
            assert Fraction(mine, got) > Fraction(other, has + 1) or mine == other or scaled == each
    if scaled.parts == 1:
        assert shown == scaled.votes
