"""The Python of a scenario makes it: in few lines where it is a change of what is known."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st

import valgforbund as vf
from valgforbund import Scenario, count, load

from .sharing.test_code import scenarios

NAESTVED = load("KV2025", "Næstved")


def made(text: str) -> Scenario:
    """What the lines make, where nothing else is known."""
    names: dict[str, Scenario] = {}
    exec(text, names)
    return names["s"]


@given(scenarios())
def test_it_makes_the_scenario(s: Scenario) -> None:
    assert made(s.as_python()) == s


@pytest.mark.parametrize("seed", range(30))
def test_so_it_does_with_lots_drawn_at_every_level(seed: int) -> None:
    s = count(random_scenario(random.Random(seed))).draw(seed).scenario
    assert made(s.as_python()) == s


VERBS: dict[str, Callable[[Scenario, str, str], Scenario]] = {
    "leave": lambda s, one, _: s.leave(one),
    "join": lambda s, one, _: s.join(one, s.alliances[0]) if s.alliances else s,
    "unite": lambda s, one, other: s.unite([one, other]),
    "dissolve": lambda s, _, __: s.dissolve(s.alliances[0]) if s.alliances else s,
    "without_list": lambda s, one, _: s.without_list(one),
    "with_list": lambda s, one, _: s.with_list(f"Ny{one}{len(s.letters)}", 7, "O'B\""),
    "with_votes": lambda s, one, other: s.with_votes({one: 500, other: 0}),
    "with_seats": lambda s, _, __: s.with_seats(s.seats + 2),
    "with_names": lambda s, one, _: s.with_names({one: "»Hej«\n"}),
    "with_notes": lambda s, one, _: s.with_notes([one]),
    "with_place": lambda s, one, _: s.with_place("Lejre" if one < "F" else one),
}


@given(st.lists(st.sampled_from(sorted(VERBS)), max_size=5), st.randoms(use_true_random=False))
def test_it_makes_whatever_became_of_an_election(verbs: list[str], chance: random.Random) -> None:
    s = NAESTVED
    for verb in verbs:
        s = VERBS[verb](s, *chance.sample(s.letters, 2))
    assert made(s.as_python()) == s


@pytest.mark.parametrize(
    ("s", "last"),
    [
        (NAESTVED, 's = vf.load("KV2025", "Næstved")'),
        (NAESTVED.leave("Å"), 's = s.leave("Å")'),
        (NAESTVED.join("A", "C-I-M-O-V-Æ"), 's = s.join("A", "C-I-M-O-V-Æ")'),
        (NAESTVED.unite("AV"), 's = s.unite(["A", "V"])'),
        (NAESTVED.without_alliances(), "s = s.without_alliances()"),
        (NAESTVED.with_votes({"O": 500}), 's = s.with_votes({"O": 500})'),
        (NAESTVED.with_notes(["x"]), 's = s.with_notes(["x"])'),
        (NAESTVED.with_list("X", 5), 's = s.with_list("X", 5)'),
        (load("EP2024"), 's = vf.load("EP2024", "Danmark")'),
        (Scenario({"A": 3, "B": 2}, 9), 's = vf.Scenario({"A": 3, "B": 2}, seats=9)'),
    ],
    ids=str,
)
def test_it_says_what_a_person_did(s: Scenario, last: str) -> None:
    lines = s.as_python().splitlines()
    assert lines[0] == "import valgforbund as vf"
    assert lines[-1] == last
    assert len(lines) <= 4


def test_whoever_only_has_the_name_of_an_election_gets_its_own_lists() -> None:
    s = Scenario({"X": 5, "Y": 3}, 5, place="Næstved", election="KV2025")
    assert "vf.load" not in s.as_python()
    assert made(s.as_python()) == s


def test_five_lines_from_the_page_lead_on(tmp_path: Path) -> None:
    """An analyst opens the file and goes on."""
    s = NAESTVED.leave("Å").with_votes({"O": 4000})
    assert len(s.as_python().splitlines()) == 5
    s.save(tmp_path / "s.json")
    assert vf.read(tmp_path / "s.json").as_python() == s.as_python()
