"""What always holds of alliances in elections without ties, and of every count."""

import math

from elections import LETTERS
from hypothesis import assume, given
from hypothesis import strategies as st
from sampling import examples

from valgforbund import Scenario, compare, count

EXAMPLES = examples(150)


@st.composite
def elections(draw: st.DrawFn, limits: bool = False) -> Scenario:
    """Three to seven lists, at least one alliance, no lot due."""
    letters = LETTERS[: draw(st.integers(3, 7))]
    votes = {letter: draw(st.integers(1, 9999)) for letter in letters}
    homes = {letter: draw(st.integers(0, 2)) for letter in letters}
    groups = [[x for x in letters if homes[x] == home] for home in (1, 2)]
    assume(any(len(group) > 1 for group in groups))
    some = {x: draw(st.integers(1, 9)) for x in letters if limits and draw(st.booleans())}
    s = Scenario(votes, draw(st.integers(1, 31)), groups, candidates=some)
    assume(not count(s).lots)
    return s


def seats(s: Scenario) -> dict[str, int]:
    c = count(s)
    assume(not c.lots)
    return c.seats.to_dict()


@EXAMPLES
@given(elections())
def test_dissolving_one_alliance_costs_its_members_and_nobody_else(s: Scenario) -> None:
    for alliance in s.alliances:
        with_, without = seats(s), seats(s.dissolve(alliance))
        gain = {letter: with_[letter] - without[letter] for letter in s.letters}
        joint = sum(gain[letter] for letter in alliance.letters)
        assert 0 <= joint <= len(alliance.letters) - 1
        assert int(compare(s, alliance).saved) == joint
        for letter in s.letters:
            assert gain[letter] >= 0 if letter in alliance.letters else gain[letter] <= 0


@EXAMPLES
@given(elections(), st.data())
def test_who_joins_never_loses_by_joining(s: Scenario, data: st.DataObject) -> None:
    alliance = data.draw(st.sampled_from(s.alliances))
    outside = [letter for letter in s.letters if letter not in alliance.letters]
    assume(outside)
    letter = data.draw(st.sampled_from(outside))
    alone = s.leave(letter)
    assert seats(alone.join(letter, alliance))[letter] >= seats(alone)[letter]


@EXAMPLES
@given(elections(limits=True))
def test_one_alliance_of_all_is_none_at_all(s: Scenario) -> None:
    together = s.with_alliances([s.letters])
    assert seats(together) == seats(s.without_alliances())


@EXAMPLES
@given(elections())
def test_one_more_seat_costs_no_list_one(s: Scenario) -> None:
    more = seats(s.with_seats(s.seats + 1))
    assert all(more[letter] >= number for letter, number in seats(s).items())


@EXAMPLES
@given(elections(limits=True), st.data())
def test_more_votes_cost_the_list_no_seat(s: Scenario, data: st.DataObject) -> None:
    letter = data.draw(st.sampled_from(s.letters))
    amount = data.draw(st.integers(1, 2000))
    before, c = count(s), count(s.shift(letter, amount))
    assert c.low[letter] >= before.low[letter]
    assert c.high[letter] >= before.high[letter]
    pool = sum(s.ballots) - s.votes[letter]
    taken = count(s.shift(letter, min(amount, pool), source="others"))
    assert taken.low[letter] >= before.low[letter]


@EXAMPLES
@given(elections(limits=True), st.randoms(use_true_random=False))
def test_names_and_order_of_the_lists_do_not_matter(s: Scenario, chance: object) -> None:
    new = dict(zip(s.letters, ("Z", "Y", "X", "W", "V", "U", "T"), strict=False))
    order = list(s.letters)
    chance.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    votes, limits = s.votes, dict(zip(s.letters, s.limits, strict=True))
    twin = Scenario(
        {new[letter]: int(votes[letter]) for letter in order},
        s.seats,
        [[new[letter] for letter in alliance.letters] for alliance in s.alliances],
        {new[letter]: limits[letter] for letter in order},
    )
    assert {new[letter]: number for letter, number in seats(s).items()} == seats(twin)


@EXAMPLES
@given(elections(limits=True), st.integers(2, 10**25))
def test_all_votes_times_a_constant_change_nothing(s: Scenario, factor: int) -> None:
    times = s.with_votes({x: v * factor for x, v in zip(s.letters, s.ballots, strict=True)})
    assert count(times).seats.equals(count(s).seats)


@EXAMPLES
@given(elections(limits=True), st.integers(1, 3))
def test_every_seat_is_given_waits_or_is_vacant(s: Scenario, small: int) -> None:
    tied = s.with_votes(dict.fromkeys(s.letters, small))
    c = count(tied)
    assert c.seats.sum() + c.open_seats + c.vacant == s.seats
    assert math.isclose(c.expected.sum() + c.vacant, s.seats)
    assert (c.low <= c.expected + 1e-9).all()
    assert (c.expected <= c.high + 1e-9).all()
    held = [s.seats if limit is None else limit for limit in s.limits]
    assert (c.high <= held).all()
