"""The quotients around the cut."""

import random
from fractions import Fraction

import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, count
from valgforbund.margins import every_margin
from valgforbund.pictures.race import LOSERS, WINNERS, around_the_cut, next_inside
from valgforbund.sources.bundled import load


def test_around_the_cut_stand_the_last_winners_and_the_first_losers() -> None:
    """Against all quotients of the council, sorted, of the slow count."""
    chance = random.Random(4)
    for _ in fair(range(200)):
        s = random_scenario(chance)
        c = count(s)
        level = slow_count.share(slow_count.tree(s), s.seats)
        runners = around_the_cut(c, every_margin(s))
        quotients = [Fraction(each.votes, each.divisor) for each in runners]
        won = [each for each in runners if each.kind == "won"]
        sure = [quotient for quotient, _ in level.order]
        assert quotients[: len(won)] == sure[-WINNERS:]
        assert [each.number for each in won] == [*range(1, len(sure) + 1)][-WINNERS:]
        assert {each.unit for each in runners if each.kind == "lot"} == {
            each.name for each in level.tied
        }
        out = quotients[len(won) + len(level.tied) :]
        assert out == sorted(out, reverse=True)[:LOSERS]
        if won and out:
            assert out[0] <= quotients[len(won) - 1]


def test_the_list_named_is_the_one_that_has_the_seat() -> None:
    s = load("KV2025", "Lolland")
    c = count(s)
    for each in around_the_cut(c, every_margin(s)):
        if each.number:
            assert each.letter == c.awards.loc[each.number, "letter"]


def test_the_list_named_would_have_the_next_seat() -> None:
    s = Scenario({"A": 60, "B": 30, "C": 25, "D": 10}, 4, [["A", ["B", "C"]]])
    c = count(s)
    (allied, _) = c.root.children
    assert [next_inside(c, allied, seats) for seats in range(4)] == ["A", "B", "A", "C"]
    tied = count(Scenario({"A": 9, "B": 9, "C": 5}, 2, [["A", "B"]]))
    assert [next_inside(tied, tied.root.children[0], seats) for seats in (0, 1)] == [None, None]


def test_what_is_lacking_is_what_the_unit_as_a_whole_lacks() -> None:
    s = load("KV2021", "Lejre").with_alliances([["A", "F"], ["V", "C", "O"]])
    lacking = {each.unit: each.lacks for each in around_the_cut(count(s), every_margin(s))}
    assert lacking["Ø"] == 4
    assert lacking["A-F"] == 256
