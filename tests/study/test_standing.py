"""Where a list stood: held against comparisons, one by one."""

import random

from elections import random_scenario
from sampling import fair

from valgforbund import compare, load
from valgforbund.comparison import NO_SEATS
from valgforbund.margins import margin
from valgforbund.study import Worlds, standing


def test_what_a_list_owes_is_what_comparisons_say() -> None:
    chance = random.Random(21)
    for _ in fair(range(120)):
        s = random_scenario(chance)
        worlds = Worlds(s)
        for letter in s.letters:
            found = standing(worlds, letter)
            home = s.alliance_of(letter)
            assert found.votes == s.votes[letter]
            assert found.margin == margin(s, letter)
            if home is None:
                assert (found.alliance, found.dissolved, found.alone) == ("", None, None)
                assert found.partners == ()
                assert found.given is found.gave is None
                continue
            assert found.alliance == home.name
            for baseline, seats in (
                ("dissolved", found.dissolved),
                ("none", found.none),
                (s.leave(letter), found.alone),
            ):
                changes = compare(s, home, baseline).changes
                assert seats == changes.get(letter, NO_SEATS)
            left = compare(s, home, s.leave(letter)).changes
            partners = {each for each in home.letters if each != letter}
            assert set(found.partners) == partners
            assert found.given == {k: v for k, v in left.items() if k in partners}
            moved = [left[each] for each in partners & left.keys()]
            assert found.gave.low - found.took.high == sum(span.low for span in moved)
            assert found.gave.high - found.took.low == sum(span.high for span in moved)


def test_københavn_m_gave_a_its_seat_with_5271_votes() -> None:
    m = standing(Worlds(load("KV2025", "København")), "M")
    assert (m.votes, m.seats, m.given) == (5271, 0, {"A": 1})


def test_næstved_å_moved_no_seat_with_382_votes() -> None:
    å = standing(Worlds(load("KV2025", "Næstved")), "Å")
    assert (å.votes, å.seats, å.given, å.gave) == (382, 0, {}, 0)


def test_lejre_2021_with_ø_costs_c_a_seat_and_gives_ø_one() -> None:
    allied = (
        load("KV2021", "Lejre").with_seats(25).with_alliances([["A", "F", "Ø"], ["C", "O", "V"]])
    )
    ø = standing(Worlds(allied), "Ø")
    assert (ø.seats, ø.alone) == (2, 1)
