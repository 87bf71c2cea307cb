"""Every kernel as plain Python and compiled: the same answers, also for votes near 64 bits.

An overflow would be a warning, and warnings are errors here, numpy's and numba's.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations, product
from pathlib import Path

import numpy as np
import pytest
from elections import random_scenario
from every_structure import partitions
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, count, load, stability, structures
from valgforbund.dhondt import apportion
from valgforbund.kernels import batch, histograms, rows, search
from valgforbund.kernels import coalitions as sweeps
from valgforbund.kernels.cells import Cells, cells_of
from valgforbund.kernels.compiler import compiled
from valgforbund.kernels.levels import (
    LIMITS,
    SEATED,
    SHARE,
    TIED,
    VOTES,
    numbers,
    share,
    work_sheet,
)
from valgforbund.kernels.tables import sets_of, structures_of
from valgforbund.kernels.walk import WALK, number
from valgforbund.strategy.coalitions import Groups, coalitions
from valgforbund.strategy.ranking import competitors

SEEDS = st.integers(0, 2**32)
ALL, NONE = 10**9, -1  # up to how much work plain Python does it
Pairs = list[tuple[str, ...]]


@pytest.fixture(autouse=True)
def _numpy_is_strict() -> Iterator[None]:
    with np.errstate(all="raise"):
        yield


def hard(chance: random.Random, lists: int = 5) -> Scenario:
    """A scenario without inner groups: ties, limits, few lists, often one seat or large votes."""
    s = random_scenario(chance)
    s = s.with_alliances([alliance.letters for alliance in s.alliances])
    for letter in s.letters[lists:]:
        s = s.without_list(letter)
    if chance.random() < 0.3:
        s = s.with_seats(1)
    room = sum(s.ballots) * (s.seats + len(s.letters) + 2) or 1
    factor = chance.choice([1, 1, 700, (search.LARGEST - 1) // room])
    uneven = chance.random() < 0.5  # else all ties stay
    less = {letter: chance.randint(0, 2) if uneven else 0 for letter in s.letters}
    return s.with_votes(
        {letter: max(votes * factor - less[letter], 0) for letter, votes in s.votes.items()}
    )


def test_no_kernel_has_narrow_whole_numbers() -> None:
    for path in Path(search.__file__).parent.glob("*.py"):
        assert not re.findall(r"\bu?int(?:8|16|32)\b", path.read_text("utf-8")), path.name


# ---- every structure ----


def found(s: Scenario, forbidden: Pairs) -> tuple[object, ...]:
    """All that the search comes to."""
    every = structures(s, forbidden=forbidden, bloc=s.letters[:2])
    kinds = [*s.letters, s.letters[:2]]
    return (
        every.number,
        [every.often(kind) for kind in kinds],
        [every.nearest(kind) for kind in kinds],
        every.stable(),
        every.stable(consent=True),
    )


@given(SEEDS)
def test_every_structure(seed: int) -> None:
    chance = random.Random(seed)
    s = hard(chance)
    assert search.Search.fits(s.ballots, s.seats)
    pairs = list(combinations(s.letters, 2))
    forbidden = [pair for pair in pairs if chance.random() < 0.3] if chance.random() < 0.4 else []
    both = []
    for few in (ALL, NONE):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(search, "FEW", few)
            both.append(found(s, forbidden))
    assert both[0] == both[1]


both_ways = pytest.mark.parametrize("few", [ALL, NONE], ids=["plain", "compiled"])


def stable_of(s: Scenario, allowed: Groups | None = None) -> tuple[int, int]:
    """How many structures are stable, freely and with consent: one by one, move by move."""
    freely = asking = 0
    for groups in structures_allowed(s, allowed):
        moves = stability(s.with_alliances(groups))
        gains = [
            objects
            for letter, to, gains, objects in moves[["to", "gains", "objects"]].itertuples()
            if gains and may_join(letter, to, allowed)
        ]
        freely += not gains
        asking += "" not in gains
    return freely, asking


def structures_allowed(s: Scenario, allowed: Groups | None) -> Iterator[list[list[str]]]:
    """All structures; only lists of one group together, where groups are given."""
    if allowed is None:
        yield from partitions(s.letters)
        return
    alone = [(letter,) for letter in s.letters if not any(letter in each for each in allowed)]
    for parts in product(*(partitions(tuple(group)) for group in [*allowed, *alone])):
        yield [group for part in parts for group in part]


def may_join(letter: str, to: str, allowed: Groups | None) -> bool:
    members = {letter, *to.split("-")} - {""}
    return allowed is None or len(members) == 1 or any(members <= set(each) for each in allowed)


def assert_stable(s: Scenario, wanted: tuple[int, int], allowed: Groups | None = None) -> None:
    every = structures(s, allowed=allowed)
    assert (every.stable().number, every.stable(consent=True).number) == wanted, s


@both_ways
def test_stable_structures(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FEW", few)
    chance = random.Random(3)
    for _ in range(25):
        s = hard(chance, lists=4)
        assert_stable(s, stable_of(s))


@both_ways
def test_two_lists_of_which_neither_gains(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """One alliance of all lists equals none: both structures are stable."""
    monkeypatch.setattr(search, "FEW", few)
    assert_stable(Scenario({"A": 2170, "B": 2773}, 25), (2, 2))


@both_ways
def test_one_seat_and_a_lot_at_the_top(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has a seat for certain; B gains by joining C, whatever the lot between A and D."""
    monkeypatch.setattr(search, "FEW", few)
    s = Scenario({"A": 40, "B": 30, "C": 20, "D": 40}, 1)
    assert_stable(s, stable_of(s))
    stable = structures(s).stable()
    assert (stable.number, stable.present) == (9, False)


def test_a_council_whose_products_are_beyond_16_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    s = load("KV2025", "Vallensbæk")
    wanted = stable_of(s)
    assert wanted == (52, 243)
    for few in (ALL, NONE):
        monkeypatch.setattr(search, "FEW", few)
        assert_stable(s, wanted)


def test_a_country_whose_alliances_may_break_up(monkeypatch: pytest.MonkeyPatch) -> None:
    s = load("EP2024", "Danmark")
    allowed = [alliance.letters for alliance in s.alliances]
    wanted = stable_of(s, allowed)
    assert wanted[0] == 26
    for few in (ALL, NONE):
        monkeypatch.setattr(search, "FEW", few)
        assert_stable(s, wanted, allowed)


# ---- what the search is made of ----


@given(SEEDS)
def test_levels(seed: int) -> None:
    chance = random.Random(seed)
    units, seats = chance.randint(1, 7), chance.choice([0, 1, 1, 4, 14])
    votes = [chance.randint(0, chance.choice([3, 9, 99])) for _ in range(units)]
    room = sum(votes) * (seats + units + 2) or 1
    votes = [each * chance.choice([1, (search.LARGEST - 1) // room]) for each in votes]
    limits = [chance.choice([1, 2, 5, 99]) for _ in range(units)]
    level = apportion(votes, seats, limits)
    for plain in (True, False):
        work = work_sheet(units, plain)
        work[VOTES, :units], work[LIMITS, :units] = votes, limits
        stake = (share if plain else compiled(*SHARE))(work, units, seats)
        assert work[SEATED, :units].tolist() == level.seats
        assert tuple(np.flatnonzero(work[TIED, :units])) == level.tied
        assert stake == level.stake


@given(SEEDS)
def test_cells_and_the_number_of_structures(seed: int) -> None:
    chance = random.Random(seed)
    s = hard(chance)
    lists = len(s.letters)
    apart = np.triu(np.random.default_rng(seed).random((lists, lists)) < 0.2, 1)
    sets = sets_of(apart | apart.T)
    assert sets is not None
    occurs = np.random.default_rng(seed).random((len(sets.grow), s.seats + 2)) < 0.5
    votes, limits, _ = competitors(s)
    cells = []
    for plain in (True, False):
        given_ = (numbers(each, plain) for each in (votes, limits))
        cells.append(cells_of(sets, *given_, occurs, plain))
    for field in fields(Cells):
        one, other = (getattr(each, field.name) for each in cells)
        assert one.tolist() == other.tolist()
    joins, sheet = np.ascontiguousarray(sets.grow[:, 0]), work_sheet(lists, plain=False)
    assert structures_of(sets, 10**6) == compiled(*WALK, number)(sets.grow, joins, sheet, 10**6)


# ---- coalitions ----


@given(SEEDS)
def test_coalitions(seed: int) -> None:
    chance = random.Random(seed)
    s = hard(chance, lists=7)
    own = chance.randrange(len(s.letters))
    inside, both = coalitions(s, s.letters[own]), []
    for few in (ALL, NONE):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sweeps, "FEW", few)
            swept = sweeps.sweep(inside, *competitors(s), s.seats, own=own)
            both.append([each.tolist() for each in swept])
    assert both[0] == both[1]


# ---- draws ----


@given(SEEDS)
def test_draws(seed: int) -> None:
    """Blocks of draws, draws one by one, both compiled and plain, and the plain count."""
    chance = random.Random(seed)
    s = random_scenario(chance)
    if chance.random() < 0.3:
        s = s.with_seats(1)
    tree = batch.tree(s.council, s.limits, s.seats)
    lists, draws = len(s.letters), 5
    most = chance.choice([2, 4, 10, 1000, batch.MOST // (lists * (s.seats + lists)) // 2])
    votes = np.floor(np.random.default_rng(seed).random((lists, draws)) * most)
    wanted = [
        count(s.with_votes(dict(zip(s.letters, map(int, row), strict=True)))) for row in votes.T
    ]
    sure, lots = [each.certain for each in wanted], [bool(each.lots) for each in wanted]
    found = batch.count(tree, votes)
    assert [tuple(row) for row in found.seats.T.tolist()] == sure
    assert found.lots.tolist() == lots
    for in_rows in (rows.count, compiled(rows.first, rows.share, rows.count)):
        seats, due = np.zeros((lists, draws), np.int64), np.zeros(draws, np.bool_)
        in_rows(votes, np.arange(draws), *tree, np.zeros((1, 1)), False, seats, due)
        assert [tuple(row) for row in seats.T.tolist()] == sure
        assert due.tolist() == lots
    blocks = []
    for in_blocks in (batch.IN_BLOCKS[-1], compiled(*batch.IN_BLOCKS, error_model="numpy")):
        seats, doubtful = np.zeros((lists, draws), np.int64), np.zeros(draws, np.bool_)
        with np.errstate(divide="ignore", invalid="ignore"):  # no seat has no last quotient
            largest = in_blocks(votes, *tree, batch.nearness(lists), seats, doubtful)
        blocks.append((largest, seats.tolist(), doubtful.tolist()))
    assert blocks[0] == blocks[1]


def test_a_sum_of_very_many_lists_is_not_taken_for_exact() -> None:
    """98 allied lists have more votes than B by a millionth; 24 bits add them up to fewer."""
    each = 2**35 + 2**17 + 2**10 + 1
    letters = [f"L{i}" for i in range(98)]
    s = Scenario(dict.fromkeys(letters, each) | {"B": 1}, 1, [letters])
    votes = np.full((99, 1), float(each))
    votes[98] = np.floor(98 * each * (1 - 2.0**-23))
    found = batch.count(batch.tree(s.council, s.limits, s.seats), votes)
    assert found.seats[98].tolist() == [0]


@given(SEEDS)
def test_histograms(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lists, draws = chance.integers(1, 5), chance.integers(1, 40)
    more, less = chance.integers(0, 10, (2, lists, draws))
    groups = [[i] for i in range(lists)] + [list(range(lists)), []]
    starts = np.cumsum([0, *map(len, groups)])
    members = np.array([i for group in groups for i in group])
    both = []
    for add in (histograms.PARTS[-1], compiled(*histograms.PARTS)):
        found = tuple(np.zeros((len(groups), size), int) for size in (51, 51, 101))
        add(more, less, starts, members, *found)
        both.append([each.tolist() for each in found])
    assert both[0] == both[1]
    for row, group in enumerate(groups):
        change = more[group].sum(axis=0) - less[group].sum(axis=0)
        assert both[0][2][row] == np.bincount(change + 50, minlength=101).tolist()
