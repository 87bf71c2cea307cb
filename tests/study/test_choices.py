"""What a list could have done: every single move, tried with the scenario's verbs."""

import random

import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, Span, load
from valgforbund.study import Worlds
from valgforbund.study.choices import best_choice, regret


def spans(s: Scenario, letter: str) -> tuple[int, int]:
    """Fewest and most seats by the slow count, over every drawing of lots."""
    seats = [dict(outcome)[letter] for outcome in slow_count.outcomes(s)]
    return min(seats), max(seats)


def moves(s: Scenario, letter: str) -> list[Scenario]:
    """Staying, leaving, moving to one other alliance, pairing with one list that is free."""
    home = s.alliance_of(letter)
    worlds = [s, s.leave(letter)]
    worlds += [s.join(letter, each) for each in s.alliances if each != home]
    alone = [each for each in s.letters if s.alliance_of(each) is None and each != letter]
    return worlds + [s.unite([letter, each]) for each in alone]


def test_the_best_choice_is_the_best_of_all_moves() -> None:
    chance = random.Random(5)
    regretted = 0
    rounds = fair(range(120))
    for _ in rounds:
        s = random_scenario(chance)
        for letter in s.letters:
            best = best_choice(Worlds(s), letter)
            assert best.seats.ends == max(spans(world, letter) for world in moves(s, letter))
            lost = regret(Worlds(s), letter, best)
            now = spans(s, letter)
            if best.seats.ends == now:
                assert best.how == "stays"
                assert lost == 0
            else:
                assert lost == best.seats - Span(*now)
                regretted += 1
    assert regretted > len(rounds) / 6


def test_the_choice_named_is_the_one_that_gives_those_seats() -> None:
    chance = random.Random(6)
    seen = set()
    for _ in range(150):
        s = random_scenario(chance)
        for letter in s.letters:
            how, who, seats = best_choice(Worlds(s), letter)
            world = {
                "stays": lambda s=s: s,
                "joins": lambda s=s, letter=letter, who=who: s.join(letter, who),
                "pairs": lambda s=s, letter=letter, who=who: s.unite([letter, who]),
            }[how]()
            assert spans(world, letter) == seats.ends
            seen.add(how)
    assert seen == {"stays", "joins", "pairs"}  # alone is never better than staying


def test_lejre_2021_ø_had_one_seat_alone_and_two_in_the_smaller_alliance_as_in_the_other() -> None:
    s = load("KV2021", "Lejre").with_seats(25).with_alliances([["A", "F"], ["C", "O", "V"]])
    assert spans(s.join("Ø", "A-F"), "Ø") == spans(s.join("Ø", "C-O-V"), "Ø") == (2, 2)
    assert best_choice(Worlds(s), "Ø") == ("joins", "A-F", 2)
