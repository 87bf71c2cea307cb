"""One council: what each alliance did, majorities of seats only, lists that were overtaken."""

import random
from itertools import permutations

import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, Span, compare, count
from valgforbund.margins import margin
from valgforbund.study import examine


def outcomes(s: Scenario) -> list[dict[str, int]]:
    return [dict(outcome) for outcome in slow_count.outcomes(s)]


def test_what_an_alliance_did_is_what_comparisons_say() -> None:
    chance = random.Random(31)
    for _ in fair(range(120)):
        s = random_scenario(chance)
        found = examine(s)
        assert [effect.alliance for effect in found.alliances] == list(s.alliances)
        for effect in found.alliances:
            for baseline in ("dissolved", "none"):
                compared = compare(s, effect.alliance, baseline)
                assert effect.saved[baseline] == compared.saved
                assert effect.changes[baseline] == compared.changes
            measures = compare(s, effect.alliance).measures
            assert (effect.waste["with"], effect.waste["dissolved"]) == measures
            assert effect.seats == count(s).seats_of(effect.alliance.letters)
            assert effect.margin == margin(s, effect.alliance.name)
        assert (found.lots, found.vacant) == (len(count(s).lots), count(s).vacant)


def test_majorities_of_seats_only_over_every_drawing_of_lots() -> None:
    chance = random.Random(32)
    seen = 0
    rounds = fair(range(250))
    for _ in rounds:
        s = random_scenario(chance)
        units = {alliance.name: set(alliance.letters) for alliance in s.alliances}
        allied = set().union(*units.values())
        units |= {letter: {letter} for letter in s.letters if letter not in allied}
        wanted = {}
        for name, letters in units.items():
            votes = sum(s.votes[letter] for letter in letters)
            seats = [sum(result[letter] for letter in letters) for result in outcomes(s)]
            if votes * 2 <= s.votes.sum() and max(seats) * 2 > s.seats:
                wanted[name] = Span(min(seats), max(seats))
        found = {each.unit: each.seats for each in examine(s).majorities}
        assert found == wanted
        seen += len(found)
    assert seen > len(rounds) / 25


def test_overtaken_lists_over_every_drawing_of_lots() -> None:
    chance = random.Random(33)
    seen = 0
    rounds = fair(range(150))
    for _ in rounds:
        s = random_scenario(chance)
        sure, possible = set(), set()
        for pair in permutations(s.letters, 2):
            letter, other = pair
            if s.votes[letter] > s.votes[other]:
                behind = [result[other] > result[letter] for result in outcomes(s)]
                sure |= {pair} if all(behind) else set()
                possible |= {pair} if any(behind) else set()
        found = examine(s).inversions
        pairs = {(each.letter, each.other) for each in found}
        assert {(i.letter, i.other) for i in found if i.seats_behind.low > 0} <= sure
        # the lots of two lists are taken for independent: bounds, which may be wider
        assert possible <= pairs
        if not count(s).lots:
            assert pairs == possible == sure
        seen += len(pairs)
    assert seen > len(rounds) / 8


def test_moved_seats_are_the_gains_against_no_alliances() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    found = examine(s)
    assert found.changes == {"A": -1, "D": 1}
    assert found.moved == 1
    assert examine(s.without_alliances()).moved == 0
