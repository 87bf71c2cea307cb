"""With and without: saved seats, the ledger and the votes, also where lots leave them open."""

import random
from itertools import product

import pandas as pd
import pytest
import slow_count
from elections import random_scenario
from sampling import fair

from valgforbund import Scenario, compare, count, savings, waste
from valgforbund.comparison import Comparison, expected_gains
from valgforbund.ranges import Span

CLASS = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
OPEN = Scenario({"A": 4, "B": 5, "C": 9, "D": 1}, 1, [["A", "B"]])  # with: a lot; without: C


def test_every_baseline_has_its_name_and_its_world() -> None:
    worlds = {
        "dissolved": CLASS.dissolve("C-D"),
        "none": CLASS.without_alliances(),
    }
    for baseline, world in worlds.items():
        k = compare(CLASS, "C-D", baseline)
        assert (k.baseline, k.with_.scenario, k.without.scenario) == (baseline, CLASS, world)
    other = compare(CLASS, ("D", "C"), CLASS.leave("D"))
    assert (other.baseline, other.alliance.name) == ("scenario", "C-D")


def test_the_ledger_shows_both_worlds_and_the_change() -> None:
    ledger = compare(CLASS, "C-D").ledger
    assert ledger["seats_with"].to_dict() == {"A": 2, "B": 3, "C": 1, "D": 2}
    assert ledger["seats_without"].to_dict() == {"A": 3, "B": 3, "C": 1, "D": 1}
    assert ledger["change"].to_dict() == {"A": -1, "B": 0, "C": 0, "D": 1}
    assert ledger["change_low"].equals(ledger["change"])
    assert ledger["change_high"].equals(ledger["change"])


def test_where_a_lot_decides_numbers_are_missing_and_saved_is_a_range() -> None:
    k = compare(OPEN, "A-B")
    assert k.saved == Span(0, 1)
    assert k.saved.is_open
    assert k.ledger["seats_with"].isna().tolist() == [False, True, True, False]
    assert k.ledger["seats_without"].tolist() == [0, 0, 1, 0]
    assert k.ledger["change_low"].to_dict() == {"A": 0, "B": 0, "C": -1, "D": 0}
    assert k.ledger["change_high"].to_dict() == {"A": 0, "B": 1, "C": 0, "D": 0}
    frame = savings(OPEN)
    assert frame["saved_dissolved"].isna().all()
    assert frame["changes_dissolved"].tolist() == ["B0…+1 C-1…0"]


def results(s: Scenario) -> list[dict[str, int]]:
    return [dict(outcome) for outcome in slow_count.outcomes(s)]


def spread(values: list[int]) -> Span:
    return Span(min(values), max(values))


@pytest.mark.parametrize("baseline", ["dissolved", "none"])
def test_ranges_over_all_pairs_of_outcomes(baseline: str) -> None:
    chance = random.Random(baseline)
    compared, enough = 0, len(fair(range(250)))
    while compared < enough:
        s = random_scenario(chance)
        if not s.alliances:
            continue
        k = compare(s, s.alliances[0], baseline)
        if max(len(k.with_.outcomes), len(k.without.outcomes)) > 30:
            continue
        compared += 1
        pairs = list(product(results(s), results(k.without.scenario)))
        gains = [sum(more[x] - less[x] for x in k.alliance.letters) for more, less in pairs]
        assert k.saved == spread(gains)
        ledger = k.ledger
        for letter in s.letters:
            change = spread([more[letter] - less[letter] for more, less in pairs])
            assert tuple(ledger.loc[letter, ["change_low", "change_high"]]) == change.ends
            assert pd.isna(ledger.loc[letter, "change"]) == change.is_open


def test_votes_with_and_without_are_those_of_the_two_counts() -> None:
    k = compare(CLASS.with_seats(3), "C-D")
    with_, without = waste(k.with_), waste(k.without)
    assert k.waste["with"].equals(with_["votes"].rename("with"))
    assert k.waste["without"].equals(without["votes"].rename("without"))
    assert k.waste["share_with"].equals(with_["share"].rename("share_with"))
    assert k.waste["change"].tolist() == (with_["votes"] - without["votes"]).tolist()


def test_a_baseline_with_other_lists() -> None:
    smaller = CLASS.without_list("D")
    k = compare(CLASS, "C-D", smaller)
    assert k.ledger.loc["D", ["seats_with", "seats_without", "change"]].tolist() == [2, 0, 2]
    assert int(k.saved) == 3 - count(smaller).seats["C"]
    k = compare(smaller.unite("AC"), "A-C", CLASS)  # D is only there
    assert k.ledger.index.tolist() == ["A", "B", "C", "D"]
    assert k.ledger.loc["D", ["seats_with", "seats_without", "change"]].tolist() == [0, 2, -2]
    assert k.ledger["change"].sum() == 0


def test_drawn_lots_belong_to_the_world_with_and_are_forgotten_without() -> None:
    c = count(OPEN)
    lot = c.lots[0]
    assert int(compare(c.settle({lot: "A-B"}).scenario, "A-B").saved) == 1
    assert int(compare(c.settle({lot: "C"}).scenario, "A-B").saved) == 0


def test_savings_have_a_row_for_each_alliance_and_both_baselines() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16, "E": 5}, 8, [["C", "D"], ["A", "E"]])
    frame = savings(s)
    assert frame.index.tolist() == ["A-E", "C-D"]
    for alliance in s.alliances:
        for baseline in ("dissolved", "none"):
            k: Comparison = compare(s, alliance, baseline)
            assert frame.loc[alliance.name, f"saved_{baseline}"] == int(k.saved)
            moved = k.ledger.query("change != 0")["change"]
            text = " ".join(f"{letter}{change:+d}" for letter, change in moved.items())
            assert frame.loc[alliance.name, f"changes_{baseline}"] == text
    assert savings(s.without_alliances()).empty
    assert savings(s.without_alliances()).columns.tolist() == frame.columns.tolist()


# ---- the closed form ----


def test_the_expected_gain_by_hand() -> None:
    # C and D have 27 of 83 votes: (2 - 1)(1 - 27/83) / 2 = 28/83, of which C's part is 11/27
    assert savings(CLASS)["expected_gain"].tolist() == pytest.approx([28 / 83])
    gains = expected_gains(CLASS, "C-D")
    assert gains.to_dict() == pytest.approx({"C": 28 / 83 * 11 / 27, "D": 28 / 83 * 16 / 27})


def test_members_without_votes_and_inner_groups() -> None:
    s = Scenario({"A": 50, "B": 0, "C": 20, "D": 10, "E": 20}, 9, [["A", "B", ["C", "D"]]])
    # two members with votes, A and C-D, of 80 of 100 votes
    assert expected_gains(s, "A-B-C-D").sum() == pytest.approx(0.1)
    assert expected_gains(s, "A-B-C-D")["B"] == 0
    assert expected_gains(s, "C-D").sum() == pytest.approx(0.35)
    assert not expected_gains(s.with_votes(dict.fromkeys("ABCDE", 0)), "C-D").any()
    assert expected_gains(s.with_votes({"A": 0, "C": 0, "D": 0}), "C-D").tolist() == [0, 0]
    many = s.with_votes({"A": 50 * 10**400, "C": 10**400})
    assert expected_gains(many, "A-B-C-D").sum() < 1e-300


def test_large_councils_gain_what_is_expected_on_average() -> None:
    chance = random.Random(8)
    real, expected = [], []
    for _ in fair(range(1500)):
        votes = {letter: chance.randint(10**6, 10**8) for letter in "ABCDEFG"}
        s = Scenario(votes, chance.randint(900, 1100), [["A", "B", "C", "D"], ["E", "F"]])
        real.append(int(compare(s, "A-B-C-D").saved))
        expected.append(expected_gains(s, "A-B-C-D").sum())
    assert sum(real) / sum(expected) == pytest.approx(1, abs=0.06)
