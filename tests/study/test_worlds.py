"""The worlds of one council are those that the scenario's verbs and the comparison know."""

import random

from elections import random_scenario
from sampling import fair

from valgforbund import compare, count
from valgforbund.study import Worlds
from valgforbund.study.worlds import difference


def test_the_difference_is_the_one_of_the_comparison() -> None:
    chance = random.Random(11)
    compared = 0
    rounds = fair(range(300))
    for _ in rounds:
        s = random_scenario(chance)
        worlds = Worlds(s)
        for each in s.alliances:
            for baseline, other in (("dissolved", worlds.without(each)), ("none", worlds.none)):
                assert difference(worlds.now, other) == compare(s, each, baseline).changes
                compared += 1
    assert compared > len(rounds) / 2


def test_a_world_is_counted_once_and_a_world_is_never_another_than_itself() -> None:
    tied = random_scenario(random.Random(1)).with_alliances([])
    worlds = Worlds(tied)
    assert worlds.none is worlds.none
    assert difference(worlds.now, worlds.none) == {}


def test_lots_that_were_drawn_hold_for_the_world_as_it_is_only() -> None:
    s = next(
        counted.scenario
        for seed in range(1000)
        if (counted := count(random_scenario(random.Random(seed)))).lots
        and counted.scenario.alliances
    )
    drawn = count(s).draw(3).scenario
    worlds = Worlds(drawn)
    assert not worlds.now.lots
    assert worlds.none.scenario.drawn == ()
