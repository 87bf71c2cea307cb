"""The order of the seats, and where it is not fixed."""

import random
from collections import Counter
from fractions import Fraction

import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, count


def test_seats_in_order_with_the_quotients_of_the_outermost_level() -> None:
    c = count(Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]]))
    frame = c.awards
    assert frame["letter"].tolist() == ["B", "D", "A", "B", "C", "A", "B", "D"]
    assert frame["alliance"].fillna("").tolist() == ["", "C-D", "", "", "C-D", "", "", "C-D"]
    assert frame["quotient"].tolist() == [31, 27, 25, 15.5, 13.5, 12.5, 31 / 3, 9]
    assert frame["divisor"].tolist() == [1, 1, 1, 2, 2, 2, 3, 3]
    assert frame["votes"].tolist() == [31, 27, 25, 31, 27, 25, 31, 27]
    assert not frame["tied"].any()
    assert frame.index.tolist() == [1, 2, 3, 4, 5, 6, 7, 8]


def test_seats_that_wait_for_a_lot_stand_last_without_a_letter() -> None:
    frame = count(Scenario({"A": 10, "B": 10, "C": 1}, 3)).awards
    assert frame["letter"].isna().tolist() == [False, False, True]
    assert frame["alliance"].isna().tolist() == [True, True, True]
    assert frame["tied"].tolist() == [True, True, True]
    inner = count(Scenario({"A": 5, "B": 5, "C": 7}, 2, [["A", "B"]])).awards
    assert inner["letter"].isna().tolist() == [True, False]
    assert inner["alliance"].fillna("").tolist() == ["A-B", ""]
    assert inner["tied"].tolist() == [True, False]


def test_a_drawn_seat_has_its_letter() -> None:
    c = count(Scenario({"A": 10, "B": 10, "C": 1}, 3))
    frame = c.settle({c.lots[0]: "B"}).awards
    assert frame["letter"].tolist() == ["A", "B", "B"]
    assert frame["tied"].tolist() == [True, True, False]


def test_votes_beyond_64_bits_and_vacant_seats() -> None:
    frame = count(Scenario({"A": 10**30}, 9, candidates={"A": 2})).awards
    assert frame["votes"].tolist() == [10**30] * 2
    assert count(Scenario({"A": 0}, 9)).awards.empty


def equal_quotients(s: Scenario) -> list[bool]:
    """Whether a seat's quotient, on its way from the council to its list, has an equal."""

    def way(node: slow_count.Node, seats: int) -> list[bool]:
        if not node.members:
            return [False] * seats
        level = slow_count.share(node, seats)
        number = Counter(quotient for quotient, _ in level.order)
        inside = {each: way(each, level.seats(each)) for each in node.members}
        found = [inside[each].pop(0) or number[quotient] > 1 for quotient, each in level.order]
        return found + [True] * level.stake

    return way(slow_count.tree(s), s.seats)


def test_tied_is_said_of_all_seats_with_an_equal_and_the_rest_stand_fixed() -> None:
    chance = random.Random(4)
    for _ in fair(range(500)):
        s = random_scenario(chance)
        frame = count(s).awards
        letters = slow_count.letters_in_order(slow_count.tree(s), s.seats)
        quotients = slow_count.quotients_in_order(s)
        pairs = zip(frame["votes"], frame["divisor"], strict=True)
        assert [Fraction(int(votes), int(divisor)) for votes, divisor in pairs] == quotients
        fixed = ~frame["tied"].to_numpy()
        assert [x for x, sure in zip(frame["letter"], fixed, strict=True) if sure] == [
            x for x, sure in zip(letters, fixed, strict=True) if sure
        ]
        assert Counter(frame["tied"]) == Counter(equal_quotients(s))
