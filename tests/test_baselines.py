"""What "without" means: which choices make sense, and what they compare."""

from valgforbund import Scenario, compare, count, load
from valgforbund.baselines import Baseline, choices

S = Scenario({"A": 250, "B": 310, "C": 110, "D": 160}, seats=8, alliances=[["C", "D"]])


def test_every_choice_makes_sense_and_no_other_does() -> None:
    (alliance,) = S.alliances
    kinds = [Baseline(kind, letter) for kind in ("out", "in") for letter in S.letters]
    every = [Baseline("dissolved"), Baseline("none"), *kinds]
    assert choices(S, alliance) == [each for each in every if each.holds(alliance, S)]
    assert [each.letter for each in choices(S, alliance)] == ["", "", "C", "D", "A", "B"]


def test_with_is_always_the_world_with_the_member_inside() -> None:
    for chosen, with_, without in (
        (Baseline("dissolved"), S, S.dissolve("C-D")),
        (Baseline("none"), S, S.without_alliances()),
        (Baseline("out", "D"), S, S.leave("D")),
        (Baseline("in", "A"), S.join("A", "C-D"), S),
    ):
        k = compare(S, "C-D", chosen)
        assert (k.with_.scenario, k.without.scenario) == (with_, without)
        assert set(k.alliance.letters) == {"C", "D"} | ({"A"} if chosen.kind == "in" else set())


def test_alliances_cancel_where_one_moves_seats_and_all_together_do_not() -> None:
    europe = load("EP2024")  # A-F-Å saves one seat, and loses it to the others' alliances
    assert compare(europe, "A-F-Å").changes
    assert compare(europe, "A-F-Å", "none").cancels
    assert not compare(S, "C-D", "none").cancels  # it moves a seat
    idle = Scenario({"A": 900, "B": 10, "C": 10}, 3, [["B", "C"]])
    assert not compare(idle, "B-C", "none").cancels  # it moves none, and is alone


def test_a_list_at_its_limit_is_counted_as_if_it_were_longer() -> None:
    s = Scenario({"A": 500, "B": 300, "C": 100}, 9, candidates={"A": 2, "C": 4})
    assert count(s).longer.keys() == {"A"}  # C has candidates left
    assert count(s).longer["A"].scenario == s.with_candidates({"A": None})
