"""A bundle on the wrong list: every pair against moving the ballots one by one."""

import random

import pytest
from elections import random_scenario
from hypothesis import example, given
from hypothesis import strategies as st

import valgforbund as vf
from valgforbund.margins.bundle import alike, every_bundle
from valgforbund.sources.source import load_all


def one_by_one(s: vf.Scenario, ballots: int) -> dict[tuple[str, str], int]:
    """The fewest votes from one list to another with which anybody's seats are others."""
    now = vf.count(s).spans
    found = {}
    for giver in s.letters:
        for taker in s.letters:
            held = int(s.votes[giver])
            for votes in range(1, min(ballots, held) + 1) if giver != taker else ():
                moved = s.with_votes({giver: held - votes, taker: int(s.votes[taker]) + votes})
                if vf.count(moved).spans != now:
                    found[giver, taker] = votes
                    break
    return found


@pytest.mark.parametrize("seed", range(40))
def test_no_fewer_votes_move_a_seat_and_these_do(seed: int) -> None:
    s = random_scenario(random.Random(seed))
    found = vf.bundle(s, 12)
    assert {
        (giver, taker): votes
        for giver, taker, votes in zip(
            found["from_list"], found["to_list"], found["votes"], strict=True
        )
    } == one_by_one(s, 12)


@pytest.mark.parametrize(
    ("votes", "seats", "alliance", "ballots", "pair", "least"),
    [
        # The alliance has two seats or three: a lot between it and C. Of two B's second is sure,
        # until A has a vote more: then the two draw for it, and with three both have what they had.
        ({"A": 3, "B": 2, "C": 2, "D": 1}, 3, "ABD", 1, ("D", "A"), 1),
        ({"A": 24, "B": 12, "C": 7, "D": 5}, 5, "DBC", 6, ("B", "C"), 2),
    ],
)
def test_a_third_list_may_be_the_only_one_that_a_bundle_moves(
    votes: dict[str, int],
    seats: int,
    alliance: str,
    ballots: int,
    pair: tuple[str, str],
    least: int,
) -> None:
    s = vf.Scenario(votes, seats, alliances=[[*alliance]])
    found = {(each.giver, each.taker): each.votes for each in every_bundle(s, ballots)}
    assert found[pair] == least
    assert found == one_by_one(s, ballots)


@st.composite
def in_two_lots(draw: st.DrawFn) -> vf.Scenario:
    """Few votes in simple proportions, so that lots stand at several levels."""
    unit = draw(st.integers(1, 5))
    near = st.builds(lambda n, more: max(n * unit + more, 0), st.integers(0, 4), st.integers(-1, 1))
    a, b, c, d, e = letters = "ABCDE"
    groups = [[a, b, c], [a, [b, c, d]], [[a, b], c, d], [[a, b], [c, d], e], [a, [b, [c, d]]]]
    limits = st.dictionaries(st.sampled_from(letters), st.integers(1, 3), max_size=2)
    return vf.Scenario(
        {letter: draw(near) for letter in letters},
        draw(st.integers(1, 7)),
        alliances=draw(st.sampled_from([[group] for group in groups] + [[[a, b], [c, d, e]]])),
        candidates=draw(limits),
    )


@given(in_two_lots(), st.integers(1, 9))
def test_also_where_lots_stand_at_several_levels(s: vf.Scenario, ballots: int) -> None:
    found = {(each.giver, each.taker): each.votes for each in every_bundle(s, ballots)}
    assert found == one_by_one(s, ballots)


@given(seed=st.integers(0, 10**6))
def test_what_is_told_in_one_is_every_pair_once(seed: int) -> None:
    found = every_bundle(random_scenario(random.Random(seed)), 12)
    told = [
        (giver, taker, each.votes, tuple(each.changes.items()))
        for each in alike(found)
        for giver in each.givers
        for taker in each.takers
    ]
    pairs = [(each.giver, each.taker, each.votes, tuple(each.changes.items())) for each in found]
    assert len(told) == len(set(told)) == len(pairs)
    assert set(told) == set(pairs)


@example(seed=216, ballots=1, draw=True)  # who lost a lot gives a vote: all is as it was drawn
@given(seed=st.integers(0, 10**6), ballots=st.integers(1, 9), draw=st.booleans())
def test_also_in_councils_whose_lots_were_drawn(seed: int, ballots: int, draw: bool) -> None:
    s = random_scenario(random.Random(seed))
    if draw and vf.count(s).lots:
        lot = vf.count(s).lots[0]
        s = vf.count(s).settle({lot: lot.tied[: lot.seats]}).scenario
    found, slow = vf.bundle(s, ballots), one_by_one(s, ballots)
    pairs = zip(found["from_list"], found["to_list"], found["votes"], strict=True)
    quick = {(giver, taker): votes for giver, taker, votes in pairs}
    if s.drawn:  # any votes forget a lot, and then others than the two have other seats, too
        assert quick.keys() <= slow.keys()
        assert all(slow[pair] <= votes for pair, votes in quick.items())
    else:
        assert quick == slow


def test_the_country_is_every_council_by_itself() -> None:
    found = vf.bundle("KV2025", 50)
    places = [s.place for s in load_all("KV2025")]
    assert list(dict.fromkeys(found["place"])) == [p for p in places if p in set(found["place"])]
    columns = ["from_list", "to_list", "votes", "changes", "lot"]
    for place in ("Stevns", "Læsø", "Hvidovre", "Næstved", "København"):
        own = vf.bundle(vf.load("KV2025", place), 50)
        there = found[found["place"] == place]
        assert there[columns].to_numpy().tolist() == own[columns].to_numpy().tolist()
        assert set(there["code"]) == set(own["code"])


def test_several_scenarios_stand_under_each_other() -> None:
    s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    both = vf.bundle([s, vf.load("KV2025", "Stevns")], 3)
    assert both["place"].isna().sum() == len(vf.bundle(s, 3))
    assert both["code"].dropna().unique().tolist() == ["336"]


def test_the_official_results_that_hang_on_a_bundle_of_fifty() -> None:
    found = vf.bundle(vf.load("KV2025", "Stevns"), 50)
    assert one_by_one(vf.load("KV2025", "Stevns"), 50) == {
        (row["from_list"], row["to_list"]): row["votes"] for _, row in found.iterrows()
    }
    assert not found.empty


def test_it_is_told_who_gains_who_loses_and_where_a_lot_decides() -> None:
    s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    row = vf.bundle(s, 3).iloc[-1]
    # A's third quotient is 26 / 3 and the alliance's third (11 + 15) / 3: a lot
    assert vf.bundle(s, 1)[["from_list", "to_list", "lot"]].to_numpy().tolist() == [
        ["C", "A", True],
        ["D", "A", True],
    ]
    # with 14 and 13 votes the alliance's three seats are two of C's and one of D's
    assert (row["from_list"], row["to_list"], row["votes"]) == ("D", "C", 3)
    assert (row["changes"], row["lot"]) == ("C+1 D-1", False)


def test_a_lot_that_ends_is_one_as_well() -> None:
    s = vf.Scenario({"A": 10, "B": 10, "C": 1}, seats=1)
    row = vf.bundle(s, 1).query("from_list == 'A' and to_list == 'C'").iloc[0]
    assert (row["changes"], row["lot"]) == ("A-1…0 B0…+1", True)


@given(seed=st.integers(0, 10**6))
def test_there_is_a_lot_where_one_of_those_who_change_is_in_one_now_or_then(seed: int) -> None:
    s = random_scenario(random.Random(seed))
    now = vf.count(s).spans
    for each in every_bundle(s, 6):
        then = vf.count(s.shift(each.taker, each.votes, each.giver)).spans
        assert list(each.changes) == [x for x in s.letters if now[x].ends != then[x].ends]
        assert each.lot == any(now[x].is_open or then[x].is_open for x in each.changes)


@pytest.mark.parametrize("ballots", [-1, 2.5, "mange"])
def test_a_number_that_is_none_is_told(ballots: object) -> None:
    with pytest.raises(vf.ScenarioError) as error:
        vf.bundle(vf.load("KV2025", "Læsø"), ballots)  # type: ignore[arg-type]
    assert error.value.code == "number_not_whole"
    assert vf.bundle(vf.load("KV2025", "Læsø"), 0).empty
