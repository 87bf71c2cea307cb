"""What a search through coalitions holds at a time: counts of numbers, not of a machine's bytes."""

import tracemalloc

import pytest

from valgforbund import Scenario
from valgforbund.strategy.goals import routes
from valgforbund.strategy.ranking import rank

LISTS = 17
S = Scenario({f"L{k:02}": 1000 + 137 * (k * 7 % 31) for k in range(LISTS)}, 25)
COALITIONS = 2 ** (LISTS - 1)


@pytest.mark.parametrize(
    "search", [lambda: rank(S, "L03"), lambda: routes(S, "L03", 2)], ids=["partners", "goal"]
)
def test_a_search_holds_few_bytes_for_a_list_of_a_coalition(search) -> None:
    """Who is in, and twice seats in 8 bits, are 3; counted at once it was 40 in all."""
    search()  # what is loaded and compiled once is not counted
    tracemalloc.start()
    search()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * LISTS * COALITIONS


def test_the_ranking_that_is_kept_is_small() -> None:
    ranking = rank(S, "L03")
    held = (ranking.inside, ranking.low, ranking.high, ranking.missing, ranking.hurt)
    assert sum(each.nbytes for each in held) <= (3 * LISTS + 16) * COALITIONS
