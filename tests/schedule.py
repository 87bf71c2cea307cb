"""Who runs what where several processes do: a file at a time, or a test where that is too much.

Files stay together because tests share servers and notebooks share kernels; in the order in which
they were found, because the first ones take longest.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

# Their tests share nothing, and together they would keep one process busy after all others ended.
TEST_BY_TEST = ("tests/test_order.py",)


class Schedule(LoadScopeScheduling):
    """Hands out what belongs together."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return nodeid if file in TEST_BY_TEST else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Schedule:
    return Schedule(config, log)
