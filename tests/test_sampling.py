"""A sample is fair and always the same, everything is everything, and a run says which it was."""

import os
from pathlib import Path

import pytest
from sampling import sample

SUITE = """
    from collections import Counter

    import pytest
    from hypothesis import given, strategies as st
    from sampling import examples, fair

    tried = Counter()

    @pytest.mark.sample
    @pytest.mark.parametrize("n", range(40))
    def test_cases(n): pass

    @pytest.mark.sample
    @pytest.mark.parametrize("n", range(3))
    def test_few_cases(n): pass

    @pytest.mark.exhaustive
    def test_slow(): pass

    @pytest.mark.browser
    def test_tabs(): pass

    @pytest.mark.browser
    @pytest.mark.story
    @pytest.mark.parametrize("door", ["app", pytest.param("lab", marks=pytest.mark.exhaustive)])
    def test_doors(door): pass

    @given(st.integers())
    def test_usual(n): tried["usual"] += 1

    @examples(200)
    @given(st.integers())
    def test_more(n): tried["more"] += 1

    def test_rounds(): tried["rounds"] += sum(1 for _ in fair(range(300)))

    def test_figures(measured): measured("tried " + ", ".join(map(str, tried.values())))
"""
ROUNDS = "import sampling; def test_more_rounds(): assert len(sampling.fair(range(8))) in (2, 8)"


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run that suite in a folder of its own; what a person reads."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # it starts twice as fast
    pytester.makeini(
        "[pytest]\naddopts = -n0 --dist=loadfile\nmarkers ="
        + "".join(f"\n {each}: x" for each in ("sample", "exhaustive", "browser", "story"))
    )
    pytester.makepyfile(SUITE, test_other=ROUNDS.replace("; ", "\n"))
    plugins = ["-p", "xdist", "-p", "sampling", "-p", "figures"]
    return lambda *options: pytester.runpytest_subprocess(*plugins, *options)


ALONE, TWO = "-n0", "-n2"
SLOW = pytest.mark.exhaustive


@pytest.mark.parametrize("processes", [pytest.param(ALONE, marks=SLOW), TWO])
def test_a_sample_says_what_it_left_out_and_shows_what_was_measured(run, processes: str) -> None:
    ran = run(processes)
    assert ran.parseoutcomes()["passed"] == 10 + 1 + 1 + 5
    ran.stdout.fnmatch_lines_random(
        [
            "tried 25, 50, 75",
            "3 tests, 32 cases of sampled tests, 231 rounds inside tests, 75 of 100 examples *",
        ]
    )


@pytest.mark.parametrize("processes", [ALONE, pytest.param(TWO, marks=SLOW)])
def test_everything_is_everything(run, processes: str) -> None:
    ran = run(processes, "--exhaustive")
    assert ran.parseoutcomes() == {"passed": 40 + 3 + 2 + 2 + 5}
    ran.stdout.fnmatch_lines_random(["tried 100, 200, 300"])
    ran.stdout.no_fnmatch_line("*only with*")


def test_what_is_named_runs_whole(run) -> None:
    ran = run("test_what_is_named_runs_whole.py::test_slow")
    assert ran.parseoutcomes() == {"passed": 1}


@pytest.mark.exhaustive
def test_what_is_looked_for_is_sampled_after_it_was_found(run) -> None:
    assert run("-k", "test_cases and 7").parseoutcomes()["passed"] == 1  # 7, 17, 27 or 37


@pytest.mark.parametrize("many", [1, 3, 4, 5, 107])
def test_one_of_every_four(many: int) -> None:
    kept = sample("test_name", range(many))
    assert [n // 4 for n in kept] == list(range((many + 3) // 4))
    assert kept == sample("test_name", range(many))


def test_each_test_has_its_own_chance() -> None:
    assert len({tuple(sample(f"test_{n}", range(107))) for n in range(20)}) == 20
