"""What nobody needs is refused at once, with the limit; votes may be of any size."""

from collections.abc import Callable

import pytest

from valgforbund import (
    Scenario,
    ScenarioError,
    admissions,
    bounds,
    goal,
    partners,
    stability,
    structures,
)

S = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
SEARCHES: dict[str, Callable[[Scenario], object]] = {
    "bounds": bounds,
    "goal": lambda s: goal(s, "D", 7),
    "partners": lambda s: partners(s, "D"),
    "structures": structures,
}
searches = pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)


@searches
@pytest.mark.parametrize("seats", [2_001, 10**6, 10**18, 10**400])
def test_seats_have_a_limit(search: Callable[[Scenario], object], seats: int) -> None:
    with pytest.raises(ScenarioError, match="at most 2000 seats") as error:
        search(S.with_seats(seats))
    assert error.value.code == "seats_too_many_to_search"


@searches
def test_up_to_it_there_is_an_answer(search: Callable[[Scenario], object]) -> None:
    search(S.with_seats(2_000))


@pytest.mark.parametrize("factor", [10**42, 10**400])
def test_votes_of_any_size_give_the_same_seats(factor: int) -> None:
    large = S.with_votes({letter: votes * factor for letter, votes in S.votes.items()})
    assert bounds(large).equals(bounds(S))
    assert structures(large).standing.equals(structures(S).standing)
    assert structures(large).stable() == structures(S).stable()
    assert stability(large).equals(stability(S))
    assert admissions(large, "A-C").equals(admissions(S, "A-C"))
    known = ["coalition", "seats", "changes", "losers", "left_behind"]
    by_name = [partners(s, "D").set_index("coalition").sort_index() for s in (large, S)]
    assert by_name[0][known[1:]].equals(by_name[1][known[1:]])
    goals = [goal(s, "D", 7).sort_index() for s in (large, S)]
    assert goals[0]["kind"].index.equals(goals[1]["kind"].index)


def test_a_thousand_lists_have_too_many_coalitions() -> None:
    many = Scenario({f"L{i}": 5 for i in range(1000)}, 31)
    with pytest.raises(ScenarioError) as error:
        partners(many, "L0")
    assert error.value.code == "too_many_partners"
    with pytest.raises(ScenarioError) as error:
        structures(many)
    assert error.value.code == "structures_too_many"
    with pytest.raises(ScenarioError) as error:
        bounds(many)
    assert error.value.code == "too_many_for_bounds"
