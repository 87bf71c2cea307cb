"""The frozen scenario: equal by value, never changed by a verb, its frames are copies."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pandas as pd
import pytest

from valgforbund import Scenario, compare, count, savings, waste, waste_by_list

VOTES = {"A": 25, "B": 31, "C": 11, "D": 16}
S = Scenario(
    VOTES, 8, [["C", "D"]], {"C": 9}, {"A": "Alfa"}, "Klasse 8", "", ["size_assumed", "other"]
)
TIED = Scenario({"A": 10, "B": 13, "C": 3}, 3, [["A", "C"]])
DRAWN = count(TIED).draw(1).scenario

VERBS: dict[str, Callable[[Scenario], object]] = {
    "with_votes": lambda s: s.with_votes({"A": 1}),
    "with_seats": lambda s: s.with_seats(9),
    "with_candidates": lambda s: s.with_candidates({"A": 1, "C": None}),
    "with_names": lambda s: s.with_names({"A": "Anna"}),
    "with_notes": lambda s: s.with_notes(["counted_in_part:1/2"]),
    "with_place": lambda s: s.with_place("Andetsteds"),
    "with_alliances": lambda s: s.with_alliances([["A", "B"]]),
    "without_alliances": lambda s: s.without_alliances(),
    "unite": lambda s: s.unite(["A", "B"]),
    "dissolve": lambda s: s.dissolve(s.alliances[0]),
    "leave": lambda s: s.leave("C"),
    "join": lambda s: s.join("B", s.alliances[0]),
    "with_list": lambda s: s.with_list("E", 5, "Eva", 3),
    "without_list": lambda s: s.without_list("C"),
    "shift": lambda s: s.shift("C", 2, "A"),
    "count": lambda s: (count(s).seats, count(s).outcomes, count(s).awards, count(s).draw(1)),
    "waste": lambda s: (waste(count(s)), waste_by_list(count(s))),
    "compare": lambda s: (compare(s, s.alliances[0]).ledger, compare(s, s.alliances[0]).waste),
    "savings": savings,
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("scenario", [S, TIED, DRAWN], ids=["sure", "tied", "drawn"])
def test_a_verb_does_not_change_its_input(verb: str, scenario: Scenario) -> None:
    before = copy.deepcopy(scenario)
    VERBS[verb](scenario)
    assert scenario == before
    assert hash(scenario) == hash(before)
    assert repr(scenario) == repr(before)


def test_what_is_given_is_not_kept() -> None:
    votes, groups = dict(VOTES), [["C", "D"]]
    s = Scenario(votes, 8, groups)
    votes["A"] = 0
    groups[0].append("A")
    assert (s.ballots[0], s.alliances[0].letters) == (25, ("C", "D"))


def test_nothing_can_be_set() -> None:
    with pytest.raises(FrozenInstanceError):
        S.seats = 9  # type: ignore[misc]  # that is the point
    with pytest.raises(FrozenInstanceError):
        S.alliances[0].name = "X"  # type: ignore[misc]  # as above


def test_scenarios_are_equal_by_value() -> None:
    twin = Scenario(
        pd.Series(VOTES), 8, [("D", "C")], {"C": 9}, {"A": "Alfa"}, "Klasse 8", "", S.notes
    )
    assert twin == S
    assert hash(twin) == hash(S)
    assert len({S, twin, S.with_seats(8)}) == 2  # with_seats: the size is not assumed any more
    assert S.with_votes({"A": 24}) != S
    assert Scenario(dict(reversed(VOTES.items())), 8, [["C", "D"]]) != S  # order is shown
    assert S.leave("C").unite("CD") == S
    assert pickle.loads(pickle.dumps(S)) == S


@pytest.mark.parametrize(
    "frame",
    [
        lambda: S.votes,
        lambda: S.lists,
        lambda: count(S).seats,
        lambda: waste(count(S)),
        lambda: compare(S, "C-D").ledger,
    ],
)
def test_frames_are_copies(frame: Callable[[], pd.Series | pd.DataFrame]) -> None:
    before = frame()
    changed = frame()
    changed.index.name = "changed"
    changed.iloc[0] = changed.iloc[1]
    pd.testing.assert_frame_equal(pd.DataFrame(frame()), pd.DataFrame(before))


def test_a_count_gives_new_frames_each_time() -> None:
    c = count(S)
    seats = c.seats
    seats.iloc[0] = 99
    seats.index.name = "x"
    assert c.seats.to_dict() == {"A": 2, "B": 3, "C": 1, "D": 2}
    assert c.seats.index.name == "letter"


def test_the_frame_of_lists() -> None:
    frame = S.lists
    assert frame.loc["A"].isna().tolist() == [True, False, False, False, True, True]
    assert frame.loc["A", ["name", "votes", "share"]].tolist() == ["Alfa", 25, 25 / 83]
    assert frame["candidates"].dtype == "Int64"
    assert frame.loc["C", ["name", "candidates", "alliance"]].tolist() == ["C", 9, "C-D"]
    assert S.votes.dtype == "int64"


def test_votes_and_candidates_beyond_64_bits() -> None:
    many = 10**30
    s = Scenario({"A": many + 1, "B": many}, 9, candidates={"A": many})
    assert s.votes.to_dict() == {"A": many + 1, "B": many}
    assert s.lists["candidates"].tolist() == [many, pd.NA]
    assert count(s).seats.to_dict() == {"A": 5, "B": 4}


def test_a_list_comes_and_goes() -> None:
    more = S.with_list("E", 40, "Eva", 3)
    assert more.letters[-1] == "E"
    assert (more.ballots[-1], more.names[-1], more.limits[-1]) == (40, "Eva", 3)
    assert more.without_list("E") == S
    assert S.without_list("C").alliances == ()


def test_another_size_is_no_longer_assumed() -> None:
    assert S.with_seats(9).notes == ("other",)
    assert S.with_votes({"A": 1}).notes == S.notes


def test_drawn_lots_are_forgotten_when_what_is_counted_changes() -> None:
    assert len(DRAWN.drawn) == 1
    assert DRAWN.with_names({"A": "Anna"}).drawn == DRAWN.drawn
    assert DRAWN.with_notes(["other"]).drawn == DRAWN.drawn
    assert DRAWN.with_place("Lejre").drawn == DRAWN.drawn
    for verb in ("with_votes", "with_seats", "with_candidates", "leave", "with_list", "shift"):
        assert VERBS[verb](DRAWN).drawn == (), verb  # type: ignore[attr-defined]  # a Scenario


def test_it_shows_itself_in_one_line() -> None:
    assert repr(S) == "<Klasse 8: 8 seats; A 25, B 31, C 11, D 16; C-D>"
    assert repr(S.leave("C").with_names({})).endswith("no alliances>")
