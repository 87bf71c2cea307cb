"""Processes beside each other get whole files; a file that would take too long is divided."""

import os
import re
from pathlib import Path

import pytest
from schedule import TEST_BY_TEST

WHERE = """
    import os
    import time

    import pytest

    @pytest.mark.parametrize("n", range({tests}))
    def test_where(n, measured):
        time.sleep(0.05)
        measured("{file} in " + os.environ["PYTEST_XDIST_WORKER"])
"""


def test_a_file_stays_together_unless_it_would_take_too_long(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile(test_first=WHERE.format(file="first", tests=4))
    pytester.mkdir("tests")
    pytester.makepyfile(**{TEST_BY_TEST[0]: WHERE.format(file="long", tests=20)})
    plugins = ("-p", "xdist", "-p", "figures", "-p", "schedule")
    ran = pytester.runpytest_subprocess(*plugins, "-n2")
    assert ran.parseoutcomes() == {"passed": 24}
    places = re.findall(r"^(first|long) in (gw\d)$", ran.stdout.str(), re.MULTILINE)
    assert len({process for file, process in places if file == "first"}) == 1
    assert {process for file, process in places if file == "long"} == {"gw0", "gw1"}


def test_what_is_divided_is_there() -> None:
    assert all((Path(__file__).parents[1] / file).exists() for file in TEST_BY_TEST)
