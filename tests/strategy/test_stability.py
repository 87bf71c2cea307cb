"""Stable structures: the kernel against every move of every structure counted one by one."""

import random

import pytest
from elections import random_scenario
from every_structure import partitions
from sampling import fair

from valgforbund import Scenario, count, load, stability, structures
from valgforbund.kernels import search
from valgforbund.strategy.structure import movers


def flat(chance: random.Random) -> Scenario:
    s = random_scenario(chance)
    s = s.with_alliances([alliance.letters for alliance in s.alliances])
    for letter in s.letters[4:]:
        s = s.without_list(letter)
    return s


def brute(s: Scenario, consent: bool) -> list[int]:
    """The moves to each stable structure."""
    found = []
    for groups in partitions(s.letters):
        moves = stability(s.with_alliances(groups))
        gains = moves["gains"] & (moves["objects"] == "") if consent else moves["gains"]
        if not gains.any():
            found.append(len(movers(s, [tuple(group) for group in groups])))
    return sorted(found)


@pytest.mark.parametrize("few", [0, 10**9], ids=["compiled", "plain"])
@pytest.mark.parametrize("consent", [False, True])
def test_random_scenarios(few: int, consent: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FEW", few)
    chance = random.Random(few + consent)
    for _ in fair(range(25)):
        s = flat(chance)
        stable, wanted = structures(s).stable(consent=consent), brute(s, consent)
        assert stable.number == len(wanted), s
        assert [len(each.movers) for each in stable.nearest] == wanted[:5]
        assert stable.present == (0 in wanted)


@pytest.mark.parametrize("consent", [False, True])
def test_a_real_council(consent: bool) -> None:
    s = load("KV2025", "Samsø")
    for letter in s.letters[6:]:
        s = s.without_list(letter)
    assert structures(s).stable(consent=consent).number == len(brute(s, consent))


def test_the_moves_of_one_structure() -> None:
    """The move that gains is the one that a person sees: alone C loses D's help."""
    s = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, 25, [["A", "C"]])
    moves = stability(s)
    assert len(moves) == 2 * 2 + 2 * 2 + 2  # two leave, join B or D; two join A-C or each other
    row = moves[(moves.index == "D") & (moves["to"] == "A-C")].iloc[0]
    assert (row["before"], row["after"], row["gains"], row["objects"]) == (5, 6, True, "A")
    after = count(s.join("D", "A-C")).seats
    assert (after["D"], after["A"]) == (6, 5)


def test_a_gain_that_a_lot_decides_is_none() -> None:
    s = Scenario({"A": 10, "B": 6, "C": 4}, 1)
    moves = stability(s)
    row = moves[(moves.index == "B") & (moves["to"] == "C")].iloc[0]
    assert (row["before"], row["after_low"], row["after_high"]) == (0, 0, 1)
    assert not row["gains"]


def test_only_allowed_moves_count() -> None:
    s = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, 25, [["A", "C"]])
    assert structures(s, allowed=[]).stable().number == 1


def test_the_scenario_stays_as_it_was() -> None:
    s = Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]])
    before = s.lists
    stability(s)
    assert s.lists.equals(before)
