"""What tests measure is shown at the end of the run, whatever the options.

It travels with the report of its test, so that it also comes back from other processes.
"""

from collections.abc import Callable

import pytest

KIND = "measured"


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A line for the end of the run."""
    return lambda line: record_property(KIND, line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "teardown"  # the last one has all
        for kind, value in report.user_properties
        if kind == KIND
    ]
    if lines:
        terminalreporter.section("measured")
        terminalreporter.write_line("\n".join(lines))
