"""A browser test that waited in vain is run once more, and the last lines of the run name it.

The page, its kernel, and other tests share the machine: how long an answer takes says how much else
there was to do. What is wrong with the page is wrong again.
"""

import pytest

WAITED = (r"TimeoutError", r"Timeout \d+ms exceeded", r"Locator expected")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=list(WAITED)))
