"""Fewest and most seats: the same as over all alliance structures."""

import random
from collections.abc import Iterator

import pytest
from elections import random_scenario

from valgforbund import Scenario, count, load
from valgforbund.strategy.bounds import bounds, every_bound


def structures(letters: list[str]) -> Iterator[list[list[str]]]:
    """Every way to put lists into groups."""
    if not letters:
        yield []
        return
    first, *rest = letters
    for groups in structures(rest):
        yield [[first], *groups]
        for i, group in enumerate(groups):
            yield [*groups[:i], [first, *group], *groups[i + 1 :]]


def brute(s: Scenario) -> dict[str, tuple[int, int, bool, bool]]:
    """Fewest, most, and whether it takes a lot, from a count of every structure."""
    seen: dict[str, list[tuple[int, int]]] = {letter: [] for letter in s.letters}
    for groups in structures(list(s.letters)):
        counted = count(s.with_alliances([group for group in groups if len(group) > 1]))
        for letter, span in counted.spans.items():
            seen[letter].append(span.ends)
    found = {}
    for letter, spans in seen.items():
        fewest, most = min(low for low, _ in spans), max(high for _, high in spans)
        surely_few, surely_many = min(high for _, high in spans), max(low for low, _ in spans)
        found[letter] = (fewest, most, surely_few != fewest, surely_many != most)
    return found


def assert_equals_brute_force(s: Scenario) -> None:
    found = {
        each.letter: (each.fewest, each.most, each.fewest_by_lot, each.most_by_lot)
        for each in every_bound(s)
    }
    assert found == brute(s)


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(60))
def test_random_elections_with_ties_and_limits(seed: int) -> None:
    chance = random.Random(seed)
    s = random_scenario(chance)
    if len(s.letters) < 7:
        assert_equals_brute_force(s)


@pytest.mark.sample
@pytest.mark.parametrize("seed", range(25))
def test_random_elections_without_ties(seed: int) -> None:
    chance = random.Random(seed)
    letters = "ABCDEF"[: chance.randint(2, 6)]
    votes = {letter: chance.randint(0, 2000) for letter in letters}
    limits = {letter: chance.randint(1, 6) for letter in letters if chance.random() < 0.4}
    assert_equals_brute_force(Scenario(votes, chance.randint(1, 25), candidates=limits))


@pytest.mark.parametrize("place", ["Samsø", "Fanø"])
def test_real_councils(place: str) -> None:
    assert_equals_brute_force(load("KV2025", place))


def test_the_examples_attain_the_bounds() -> None:
    s = load("KV2025", "Næstved")
    for each in every_bound(s):
        others = [letter for letter in s.letters if letter not in each.worst]
        worst = s.with_alliances([g for g in (each.worst, others) if len(g) > 1])
        best = s.with_alliances([each.best] if len(each.best) > 1 else [])
        assert count(worst).spans[each.letter].low == each.fewest
        assert count(best).spans[each.letter].high == each.most
        assert each.letter in each.worst
        assert each.letter in each.best


def test_the_alliances_that_there_are_do_not_matter() -> None:
    s = load("KV2025", "Lolland")
    assert bounds(s).equals(bounds(s.without_alliances()))


def test_one_list_alone() -> None:
    assert bounds(Scenario({"A": 5}, 3)).loc["A", ["fewest", "most"]].to_list() == [3, 3]


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    bounds(load("KV2025", "Samsø"), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
