"""What waited in vain is run once more, if it drives the browser; what is wrong is not."""

import os
from pathlib import Path

import pytest

SUITE = """
    import pytest

    times = {}

    def once(name):
        times[name] = times.get(name, 0) + 1
        return times[name] == 1

    @pytest.mark.browser
    def test_slow():
        if once("slow"):
            raise TimeoutError("the kernel did not answer 4 messages")

    @pytest.mark.browser
    def test_painted_late():
        assert not once("late"), "Locator expected to have text '2'"

    @pytest.mark.browser
    def test_always_too_slow():
        raise TimeoutError("the kernel did not answer 4 messages")

    @pytest.mark.browser
    def test_wrong():
        assert not once("wrong"), "3 seats, and not 2"

    def test_without_a_browser():
        if once("without"):
            raise TimeoutError("too late")
"""


@pytest.mark.parametrize("processes", ["-n0", "-n2"])
def test_only_who_waited_in_vain_is_run_again(
    processes: str, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeini("[pytest]\nmarkers =\n    browser: drives the page\n")
    pytester.makepyfile(SUITE)
    plugins = ("-p", "xdist", "-p", "pytest_rerunfailures", "-p", "patience")
    ran = pytester.runpytest_subprocess(*plugins, processes, "-raR")
    assert ran.parseoutcomes() == {"passed": 2, "failed": 3, "rerun": 3}
    ran.stdout.fnmatch_lines(["RERUN *test_slow*", "RERUN *test_painted_late*"])
