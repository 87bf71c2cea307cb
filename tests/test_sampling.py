"""A sample is fair and always the same, everything is everything, and a run says which it was."""

import os
from pathlib import Path

import pytest
from sampling import spread

SUITE = """
    from collections import Counter

    import pytest
    from hypothesis import given, strategies as st
    from sampling import examples

    tried = Counter()

    @pytest.mark.sample(5)
    @pytest.mark.parametrize("n", range(40))
    def test_cases(n): pass

    @pytest.mark.sample(5)
    @pytest.mark.parametrize("n", range(4))
    def test_few_cases(n): pass

    @pytest.mark.exhaustive
    def test_slow(): pass

    @pytest.mark.parametrize("door", ["app", pytest.param("lab", marks=pytest.mark.exhaustive)])
    def test_doors(door): pass

    @given(st.integers())
    def test_usual(n): tried["usual"] += 1

    @examples(200)
    @given(st.integers())
    def test_more(n): tried["more"] += 1

    def test_figures(measured): measured(f"tried {tried['usual']} and {tried['more']}")
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run that suite in a folder of its own; what a person reads."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    pytester.makeini("[pytest]\naddopts = -n0 --dist=loadfile\nmarkers = sample: x\n exhaustive: x")
    pytester.makepyfile(SUITE)
    plugins = ["-p", "sampling", "-p", "figures"]
    return lambda *options: pytester.runpytest_subprocess(*plugins, *options)


@pytest.mark.parametrize("processes", ["-n0", "-n2"])
def test_a_sample_says_what_it_left_out_and_shows_what_was_measured(run, processes: str) -> None:
    ran = run(processes)
    assert ran.parseoutcomes()["passed"] == 5 + 4 + 1 + 3
    ran.stdout.fnmatch_lines_random(
        [
            "tried 25 and 50",
            "2 tests, 35 cases of sampled tests, 75 of 100 examples of each property",
        ]
    )


@pytest.mark.parametrize("processes", ["-n0", "-n2"])
def test_everything_is_everything(run, processes: str) -> None:
    ran = run(processes, "--exhaustive")
    assert ran.parseoutcomes() == {"passed": 40 + 4 + 1 + 2 + 3}
    ran.stdout.fnmatch_lines_random(["tried 100 and 200"])
    ran.stdout.no_fnmatch_line("*only with*")


def test_what_is_named_runs_whole(run) -> None:
    ran = run("test_what_is_named_runs_whole.py::test_slow")
    assert ran.parseoutcomes() == {"passed": 1}


def test_what_is_looked_for_is_sampled_after_it_was_found(run) -> None:
    assert run("-k", "test_cases and 7").parseoutcomes()["passed"] == 4  # 7, 17, 27 and 37


@pytest.mark.parametrize(("many", "all_of"), [(1, 1), (1, 7), (5, 7), (5, 40), (12, 107)])
def test_so_many_different_cases_in_their_order(many: int, all_of: int) -> None:
    kept = spread("test_name", list(range(all_of)), many)
    assert len(kept) == many
    assert kept == sorted(set(kept)) == spread("test_name", list(range(all_of)), many)


def test_one_case_of_each_stretch() -> None:
    assert [n // 8 for n in spread("test_name", list(range(40)), 5)] == [0, 1, 2, 3, 4]


def test_each_test_has_its_own_chance() -> None:
    assert len({tuple(spread(f"test_{n}", list(range(107)), 12)) for n in range(20)}) == 20
