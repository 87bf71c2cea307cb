"""The public names, as the contract has them."""

import inspect
import tomllib
from pathlib import Path

import pytest

import valgforbund as vf

ROOT = Path(__file__).parents[1]

CONTRACT = {
    "Alliance",
    "Comparison",
    "Count",
    "Lot",
    "Scenario",
    "ScenarioError",
    "Span",
    "compare",
    "count",
    "elections",
    "load",
    "official_seats",
    "protocol",
    "read",
    "read_feed",
    "savings",
    "waste",
    "waste_by_list",
}


def test_the_names_of_the_contract_are_public() -> None:
    assert set(vf.__all__) >= CONTRACT
    assert len(vf.__all__) == len(set(vf.__all__))


def test_the_version_is_the_packages_own() -> None:
    project = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]
    assert vf.__version__ == project["version"]


@pytest.mark.parametrize("name", sorted({*vf.__all__} - {"__version__"}))
def test_every_public_name_says_what_it_is_with_an_example(name: str) -> None:
    thing = getattr(vf, name)
    assert inspect.getdoc(thing)
    assert ">>>" in (inspect.getdoc(thing) or "") or name == "Comparison"


def test_what_the_contract_promises_of_a_scenario_and_a_count() -> None:
    s = vf.Scenario(
        votes={"A": 25, "B": 31, "C": 11, "D": 16},
        seats=8,
        alliances=[["C", "D"]],
        candidates={"C": 9},
        names={"A": "Alfa"},
        place="Klasse 8",
    )
    assert list(s.lists.columns) == ["party", "name", "votes", "share", "candidates", "alliance"]
    assert s.votes.to_dict() == {"A": 25, "B": 31, "C": 11, "D": 16}
    assert s.alliances == (vf.Alliance("C-D", ("C", "D")),)
    c = vf.count(s)
    assert list(c.outcomes.columns) == ["A", "B", "C", "D", "probability"]
    assert list(c.awards.columns) == [
        "letter",
        "party",
        "alliance",
        "quotient",
        "votes",
        "divisor",
        "tied",
    ]  # fmt: skip -- as the contract writes them
    assert c.awards.index.name == "number"
    ended = ["party", "votes", "class", "moved_a_seat", "gave_to"]
    assert list(vf.waste_by_list(c).columns) == ended
    k = vf.compare(s, "C-D", baseline="none")
    assert {"seats_with", "seats_without", "change"} <= set(k.ledger.columns)
    assert {"with", "without", "change"} <= set(k.waste.columns)
    assert s.shift("D", 5, source="others").votes.sum() == s.votes.sum()
