"""Chances in words: times out of ten, what the alliance saves, and what was assumed."""

import pytest

from valgforbund import Poll, Scenario, Swing, simulate
from valgforbund.baselines import Baseline
from valgforbund.wording import simulation, words

DA, EN = words("da"), words("en")
S = Scenario(
    {"A": 2500, "B": 3100, "C": 1100, "D": 1600}, seats=9, alliances=[["C", "D"], ["A", "B"]]
)


@pytest.mark.parametrize(
    ("chance", "text"),
    [
        (0, "i ingen af trækningerne"),
        (0.0002, "i næsten ingen tilfælde"),
        (0.002, "i 2 ud af 1.000 tilfælde"),
        (0.03, "i 3 ud af 100 tilfælde"),
        (0.0949, "i 9 ud af 100 tilfælde"),
        (0.1, "i 1 ud af 10 tilfælde"),
        (0.68, "i 7 ud af 10 tilfælde"),
        (0.9, "i 9 ud af 10 tilfælde"),
        (0.91, "i 91 ud af 100 tilfælde"),
        (0.996, "i 996 ud af 1.000 tilfælde"),
        (0.9999, "i næsten alle tilfælde"),
        (1, "i alle trækninger"),
    ],
)
def test_a_chance_is_told_as_times_and_never_rounded_to_all_or_none(
    chance: float, text: str
) -> None:
    assert simulation.times(DA, chance) == text


def test_no_chance_between_none_and_all_is_rounded_to_either() -> None:
    for chance in range(1, 10_000):
        text = simulation.times(EN, chance / 10_000)
        assert "in 0 of" not in text
        assert not any(f"in {n} of {n} " in text for n in ("10", "100", "1,000"))


def test_what_an_alliance_saves_names_what_it_is_compared_with() -> None:
    sim = simulate(S, "C-D", model=Swing(0), draws=50)
    line = simulation.alliance_line(DA, sim, Baseline("dissolved")).striptags()
    often = sim.chances.loc["saves", "probability"]
    mean = f"{sim.members.loc['C-D', 'saved']:.1f}".replace(".", ",")
    assert line == (
        f"C-D redder mindst ét mandat {simulation.times(DA, often)}, sammenlignet med en "
        f"fordeling uden netop dette valgforbund. I gennemsnit {mean} mandater."
    )


def test_against_none_it_also_says_how_often_seats_are_lost() -> None:
    sim = simulate(S, "C-D", model=Swing(6), draws=3000, baseline="none")
    assert sim.chances.loc["costs", "probability"] > 0
    line = simulation.alliance_line(EN, sim, Baseline("none")).striptags()
    assert "costs at least one in" in line
    assert "no alliances" in line


def test_a_member_inside_or_outside_has_a_sentence_of_its_own() -> None:
    out = simulate(S, "C-D", model=Swing(6), draws=500, baseline=S.leave("C"))
    line = simulation.alliance_line(DA, out, Baseline("out", "C")).striptags()
    assert line.startswith("At C er med i C-D, giver C flere mandater i ")
    apart = S.leave("C").leave("A").unite(["A", "D"])
    joined = apart.join("C", "A-D")
    sim = simulate(joined, ("A", "C", "D"), model=Swing(6), draws=500, baseline=apart)
    line = simulation.alliance_line(DA, sim, Baseline("in", "C")).striptags()
    assert line.startswith("Hvis C kom med i A-D, fik C flere mandater i ")


def test_majorities_and_our_list_in_both_worlds_or_in_one() -> None:
    sim = simulate(S, "C-D", model=Swing(0), draws=10)
    worlds = ("med valgforbundet", "uden")
    line = simulation.majority_line(DA, sim, "A-B", worlds).striptags()
    assert line == (
        "A-B får flertal (mindst 5 af 9 mandater) i alle trækninger, "
        "både med valgforbundet og uden."
    )
    ours = simulation.ours_line(EN, sim, "D", 9, ("with", "without")).striptags()
    assert ours == "D does not get 9 seats or more in a single draw, neither with nor without."
    alone = simulate(S, model=Swing(0), draws=10)
    line = simulation.majority_line(DA, alone, "C-D", worlds).striptags()
    assert line == "C-D får ikke flertal (mindst 5 af 9 mandater) i en eneste trækning."
    assert (
        simulation.ours_line(DA, alone, "B", 1, worlds)
        == "B får mindst ét mandat i alle trækninger."
    )
    assert "valgforbund endnu" in simulation.alliance_line(DA, alone, Baseline("none"))


def test_lots() -> None:
    tie = Scenario({"A": 10, "B": 10}, seats=3)
    always = simulate(tie, model=Swing(0), draws=10)
    assert simulation.lot_line(DA, always) == "Lodtrækning afgør noget i alle trækninger."
    never = simulate(S, model=Swing(0), draws=10)
    assert simulation.lot_line(EN, never) == "None of the draws needed a lot."


def test_the_assumptions_are_those_of_the_model() -> None:
    def told(model: Poll | Swing, s: Scenario = S) -> str:
        lines = simulation.assumptions(DA, simulate(s, model=model, draws=10_000))
        return " ".join(line.striptags() for line in lines)

    poll = told(Poll(sample=1200, design_effect=1.5, undecided=20))
    assert "1.200 adspurgte" in poll
    assert "640 tilfældigt udvalgte" in poll
    assert "De 20 %, der ikke ved det" in poll
    assert "højst 1 procentpoint" in poll
    assert "ved det" not in told(Poll())
    swing = told(Swing(4.5, blocs=["AB"]))
    assert "svinger 4,5 procentpoint" in swing
    assert "halvdelen af deres udsving" in swing
    assert "halvdelen" not in told(Swing())
    newcomer = S.with_list("Å")
    assert "Å har ingen stemmer" in told(Swing(), newcomer)
    guessed = told(Swing(guesses={"Å": (2, 1)}), newcomer)
    assert "Å havde ingen stemmer før" in guessed
    assert "Å har ingen stemmer" not in guessed


def test_two_chances_beside_each_other_are_out_of_as_many() -> None:
    assert simulation.times(DA, 0.12, 0.07) == "i 12 ud af 100 tilfælde"
    assert simulation.times(DA, 0.07, 0.12) == "i 7 ud af 100 tilfælde"
    assert simulation.times(DA, 0.4, 0.0) == "i 4 ud af 10 tilfælde"


def test_what_small_numbers_and_large_swings_do_is_said() -> None:
    s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8)
    few = " ".join(simulation.assumptions(EN, simulate(s, draws=100, seed=1)))
    assert "only 83 votes in all" in few
    assert "at least one swings" not in few
    many = s.with_votes({"A": 25000, "B": 31000})
    model = Swing(6, ["ABCD"], correlation=0.9)
    said = " ".join(simulation.assumptions(EN, simulate(many, draws=100, seed=1, model=model)))
    assert "votes in all" not in said
    assert "at least one swings by" in said
