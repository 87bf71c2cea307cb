"""Every structure: the same as the plain count of each; restrictions; what is refused."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations

import pytest
from elections import random_scenario
from every_structure import counts, often, partitions
from sampling import fair

from valgforbund import Scenario, ScenarioError, Span, count, load, structures
from valgforbund.kernels import search
from valgforbund.sources.bundled import elections
from valgforbund.strategy.structure import movers
from valgforbund.strategy.structures import number_of_structures

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
KNOWN = elections()
SMALL = [(row.election, row.code) for row in KNOWN.itertuples() if row.lists <= 8 and row.lists > 1]
NINE = next((row.election, row.code) for row in KNOWN.itertuples() if row.lists == 9)


@pytest.fixture(params=[10**9, 0], ids=["plain", "compiled"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few structures are counted by plain Python; so are all here, or none."""
    monkeypatch.setattr(search, "FEW", request.param)


both_ways = pytest.mark.usefixtures("_both_ways")


def flat(chance: random.Random, most: int) -> Scenario:
    """A random scenario without groups inside alliances, of at most so many lists."""
    s = random_scenario(chance)
    s = s.with_alliances([alliance.letters for alliance in s.alliances])
    for letter in s.letters[most:]:
        s = s.without_list(letter)
    return s


def assert_counted(s: Scenario) -> None:
    """All distributions are those of the plain count."""
    every = structures(s)
    blocs = [(letter,) for letter in s.letters]
    if len(s.letters) > 2:
        blocs += [s.letters[:2], s.letters[1:]]
    for bloc, spans in often(s, blocs).items():
        assert every.often(bloc) == spans, (s, bloc)
    assert every.number == number_of_structures(len(s.letters))


@both_ways
@pytest.mark.parametrize("seed", range(4))
def test_random_scenarios_with_ties_and_limits(seed: int) -> None:
    chance = random.Random(seed)
    for _ in fair(range(12)):
        assert_counted(flat(chance, 5))


@pytest.mark.sample
@pytest.mark.parametrize(("election", "code"), SMALL)
def test_every_real_council_of_up_to_8_lists(election: str, code: str) -> None:
    assert_counted(load(election, code))


def test_a_real_council_of_9_lists() -> None:
    s = load(*NINE)
    assert len(s.letters) == 9
    every = structures(s)
    for bloc, spans in often(s, [(letter,) for letter in s.letters]).items():
        assert every.often(bloc) == spans


def test_limits_of_candidates_that_bite() -> None:
    """Lolland 2025, where one did; six of its lists."""
    s = load("KV2025", "Lolland")
    for letter in sorted(s.letters, key=lambda each: s.votes[each])[:6]:
        s = s.without_list(letter)
    low = s.with_candidates({s.letters[0]: 2, s.letters[1]: 1})
    assert_counted(low)


@both_ways
def test_more_seats_than_candidates() -> None:
    few = {"A": 1, "B": 2, "C": 1, "D": 1}
    assert_counted(Scenario({"A": 9, "B": 5, "C": 5, "D": 0}, 9, candidates=few))


@pytest.mark.parametrize("factor", [1, 10**9, 10**30])
def test_votes_of_any_size(factor: int) -> None:
    s = load("KV2025", "Samsø")
    for letter in s.letters[7:]:
        s = s.without_list(letter)
    large = s.with_votes({x: int(n) * factor + i for i, (x, n) in enumerate(s.votes.items())})
    assert_counted(large)


def test_votes_beyond_64_bits_of_many_lists_are_refused() -> None:
    s = Scenario({letter: 10**20 + i for i, letter in enumerate("ABCDEFGHIJK")}, 31)
    with pytest.raises(ScenarioError) as error:
        structures(s)
    assert error.value.code == "structures_large_votes"


@both_ways
def test_one_list_and_no_votes() -> None:
    alone = structures(Scenario({"A": 5}, 3))
    assert (alone.number, alone.often("A")) == (1, {Span(3, 3): 1})
    nothing = structures(Scenario({"A": 0, "B": 0, "C": 0}, 3))
    assert nothing.often("B") == {Span(0, 0): 5}
    assert nothing.stable().number == 5


# ---- best and worst ----


@both_ways
@pytest.mark.parametrize("seed", range(3))
def test_best_and_worst_are_the_nearest_of_all(seed: int) -> None:
    chance = random.Random(seed)
    for _ in fair(range(6)):
        s = flat(chance, 5)
        every = structures(s)
        for size in (1, 2):
            bloc = tuple(s.letters[:size])
            found = [(c.seats_of(bloc), len(movers(s, blocks(g)))) for g, c in counts(s)]
            edges = [Span(*edge(span.ends for span, _ in found)) for edge in (max, min)]
            for edge, kept, frame in zip(
                edges, every.nearest(bloc), (every.best(bloc), every.worst(bloc)), strict=True
            ):
                wanted = sorted(moves for span, moves in found if span == edge)[:5]
                assert [len(each.movers) for each in kept] == wanted == frame["moves"].to_list()
                for each in kept:
                    assert count(s.with_alliances(each.alliances)).seats_of(bloc) == edge
                assert frame["seats_low"].to_list() == [edge.low] * len(kept)


def blocks(groups: list[list[str]]) -> list[tuple[str, ...]]:
    return [tuple(group) for group in groups]


def test_movers_are_the_fewest_that_will_do() -> None:
    """Moving lists one by one from the present structure reaches it in so many steps, not fewer."""
    s = S.with_alliances([["A", "B", "C"]])
    steps = {frozenset(map(frozenset, [("A", "B", "C"), ("D",)])): 0}
    for _ in range(4):
        for structure, number in list(steps.items()):
            for letter in s.letters:
                rest = [group - {letter} for group in structure]
                for goal in [*rest, frozenset()]:
                    moved = [group for group in rest if group and group != goal]
                    after = frozenset([*moved, goal | {letter}])
                    steps[after] = min(steps.get(after, 99), number + 1)
    assert len(steps) == 15
    for groups in partitions(s.letters):
        wanted = steps[frozenset(map(frozenset, groups))]
        assert len(movers(s, blocks(groups))) == wanted


def test_a_row_says_what_it_takes_and_what_it_changes() -> None:
    s = load("KV2025", "Næstved")
    every = structures(s, bloc=["B", "Ø", "Å"])
    letter = every.standing.query("to_best > 0").index[0]
    row = every.best(letter).loc[1]
    wanted = s.with_alliances([name.split("-") for name in row["alliances"].split(", ")])
    assert count(wanted).seats[letter] == row["seats"] == every.standing.loc[letter, "best"]
    assert f"{letter}+{row['seats'] - count(s).seats[letter]}" in row["changes"].split(" ")
    moved = set(row["movers"].split(", "))
    assert len(moved) == row["moves"] == every.best(letter)["moves"].min()
    rest = [letter for letter in s.letters if letter not in moved]
    for one, other in combinations(rest, 2):  # who does not move stays with who does not
        together = s.alliance_of(one) is not None and s.alliance_of(one) == s.alliance_of(other)
        after = wanted.alliance_of(one)
        assert together == (after is not None and other in after.letters)
    assert every.best().equals(every.best(["B", "Ø", "Å"]))


# ---- the present structure among all ----


def test_standing_of_the_present_structure() -> None:
    s = load("KV2025", "Samsø")
    every = structures(s, bloc=s.letters[:2])
    now = count(s).seats
    standing = every.standing
    assert standing["now"].to_dict() == now.to_dict()
    for letter in s.letters:
        seats = [counted.seats[letter] for _, counted in counts(s) if not counted.lots]
        if len(seats) == every.number:
            assert standing.loc[letter, "best"] == max(seats)
            assert standing.loc[letter, "worst"] == min(seats)
            assert standing.loc[letter, "to_best"] == max(seats) - now[letter]
            fewer = sum(each < now[letter] for each in seats) / len(seats)
            assert standing.loc[letter, "fewer"] == pytest.approx(fewer)
    assert (standing[["fewer", "same", "more"]].sum(axis=1) - 1).abs().max() < 1e-12
    assert every.bloc_standing["now"].to_list() == [now[list(s.letters[:2])].sum()]
    nobody = structures(s).bloc_standing
    assert nobody.empty
    assert [*nobody] == [*every.bloc_standing]


def test_structures_with_lots_are_counted_apart() -> None:
    s = Scenario({"A": 10, "B": 6, "C": 4}, 1)
    frame = structures(s).distribution
    # B and C together tie with A; then the lot between A and B-C decides on A
    assert frame.loc["A"].to_dict("index") == {
        0: {"structures": 0, "share": 0.0, "by_lot": 1, "share_by_lot": 0.2},
        1: {"structures": 4, "share": 0.8, "by_lot": 1, "share_by_lot": 0.2},
    }
    tied = structures(s.with_alliances([["B", "C"]])).standing.loc["A"]
    assert (tied["now_low"], tied["now_high"], tied["fewer"], tied["more"]) == (0, 1, 0, 0)


def test_lots_that_were_drawn_are_not_used() -> None:
    s = Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]])
    drawn = count(s).draw(1).scenario
    assert structures(drawn).standing.equals(structures(s).standing)


# ---- restrictions ----


@both_ways
@pytest.mark.parametrize("seed", range(3))
def test_allowed_and_forbidden_pairs(seed: int) -> None:
    chance = random.Random(seed)
    s = flat(chance, 5)
    pairs = list(combinations(s.letters, 2))
    forbidden = [pair for pair in pairs if chance.random() < 0.3]
    allowed = [pair for pair in pairs if chance.random() < 0.6]
    for apart, every in (
        (forbidden, structures(s, forbidden=forbidden)),
        ([p for p in pairs if p not in allowed], structures(s, allowed=allowed)),
        (
            [p for p in pairs if p not in allowed or p in forbidden],
            structures(s, allowed=allowed, forbidden=forbidden),
        ),
    ):
        spans: dict[Span, int] = {}
        for _, counted in counts(s, apart):
            span = counted.spans[s.letters[0]]
            spans[span] = spans.get(span, 0) + 1
        assert every.often(s.letters[0]) == spans
        assert every.number == sum(spans.values())


def test_groups_of_three_are_pairs() -> None:
    three = structures(S, forbidden=[("A", "B", "C")])
    pairs = structures(S, forbidden=[("A", "B"), ("B", "C"), ("A", "C")])
    assert three.distribution.equals(pairs.distribution)
    assert structures(S, allowed=[S.letters]).number == 15
    assert structures(S, allowed=[]).number == 1


def test_more_than_13_lists_need_restrictions() -> None:
    s = load("KV2025", "Aarhus")
    with pytest.raises(ScenarioError) as error:
        structures(s)
    assert error.value.code == "structures_too_many"
    assert error.value.values["lists"] == 19
    with pytest.raises(ScenarioError) as error:
        structures(s, forbidden=[("A", "V")])
    assert error.value.code == "structures_still_too_many"
    every = structures(s, allowed=[("A", "F", "Ø", "Å", "B"), ("V", "C", "I")])
    assert every.number == number_of_structures(5) * number_of_structures(3)
    assert every.standing.loc["A", "now"] == count(s).seats["A"]


def test_groups_inside_alliances_are_refused() -> None:
    nested = Scenario({"A": 5, "B": 4, "C": 3}, 5, [["A", ["B", "C"]]])
    with pytest.raises(ScenarioError, match=r"A-\(B-C\)"):
        structures(nested)


# ---- how it runs ----


def test_bells_numbers_count_the_partitions() -> None:
    for lists in range(1, 8):
        assert number_of_structures(lists) == sum(1 for _ in partitions(tuple("ABCDEFG"[:lists])))


def test_progress_tells_what_is_counted_and_can_stop_it() -> None:
    s = load("KV2025", "Samsø")
    told: list[tuple[int, int]] = []
    every = structures(s, bloc="A", progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (2 * every.number, 2 * every.number)

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        structures(s, progress=stop)


def test_two_threads_count_at_once() -> None:
    places = ["Samsø", "Dragør"]
    alone = [structures(load("KV2025", place)).distribution for place in places]
    with ThreadPoolExecutor(2) as pool:
        both = pool.map(lambda place: structures(load("KV2025", place)).distribution, places)
    assert all(one.equals(other) for one, other in zip(alone, both, strict=True))


def test_the_scenario_stays_as_it_was() -> None:
    before = S.lists
    structures(S, forbidden=[("A", "B")], bloc=["C", "D"]).stable(consent=True)
    assert S.lists.equals(before)


def test_few_lists_load_no_numba() -> None:
    code = (
        "import sys, valgforbund as vf; s = vf.Scenario(dict(zip('ABCDE', range(9, 4, -1))), 9);"
        "e = vf.structures(s, forbidden=[('A', 'B')]); e.standing, e.best('A'), e.stable();"
        "print('numba' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
