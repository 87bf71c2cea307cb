"""Slow work: at once without an event loop; with one in a thread, to be stopped and started."""

import asyncio
import time

import pytest

from valgforbund import Scenario, ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.count.view import View
from valgforbund.explorer.workbench import job as jobs
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.job import Job, Stopped

SMALL = Scenario({"A": 60, "B": 40}, 9)


@pytest.fixture
def told():
    return []


@pytest.fixture
def job(told, monkeypatch):
    monkeypatch.setattr(jobs, "PAUSE", 0.01)
    monkeypatch.setattr(jobs, "TELL", 0.0)
    return Job(Guard(lambda error, _: told.append(error), lambda _: None))


@pytest.fixture(scope="module")
def results():
    return Results(SMALL, SMALL, View(), None)


def parts(job):
    return job.widget.children


def shown(job):
    return job.widget.layout.display != "none"


def slow(steps, log):
    def work(progress):
        for i in range(steps):
            time.sleep(0.005)
            log.append(i)
            progress(i + 1, steps)
        return steps

    return work


def test_at_once_without_an_event_loop(job, results, told):
    found = []
    job.start(results, "key", lambda _: 7, found.append)
    assert (found, told, shown(job)) == ([7], [], False)


def test_result_is_kept_for_its_key(job, results):
    log, found = [], []
    for key in ("a", "a", "b", "a"):
        job.start(results, key, slow(1, log), found.append)
    assert found == [1, 1, 1, 1]
    assert len(log) == 3


def test_bar_moves_and_result_arrives(job, results):
    found, seen = [], []
    parts(job)[0].observe(lambda change: seen.append(change["new"]), "value")

    async def run():
        job.start(results, "key", slow(10, []), found.append)
        assert shown(job)
        assert found == []
        while shown(job):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    assert found == [10]
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_a_newer_start_cancels_the_older(job, results):
    older, newer, found = [], [], []

    async def run():
        job.start(results, "old", slow(1000, older), found.append)
        await asyncio.sleep(0.1)
        job.start(results, "new", slow(3, newer), found.append)
        while shown(job):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    assert found == [3]
    assert 0 < len(older) < 1000


def test_a_drag_starts_work_once(job, results):
    log, found = [], []

    async def run():
        for key in range(20):
            job.start(results, key, slow(1, log), found.append)
        while shown(job):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    assert (found, log) == ([1], [0])


def test_stop_and_again(job, results):
    log, found = [], []
    button = parts(job)[1]

    async def run():
        job.start(results, "key", slow(100, log), found.append)
        assert button.description == results.words("job.stop")
        await asyncio.sleep(0.1)
        button.click()
        assert button.description == results.words("job.again")
        stopped_at = len(log) + 1
        await asyncio.sleep(0.1)
        assert len(log) <= stopped_at
        job.start(results, "key", slow(100, log), found.append)  # a recount that changes nothing
        await asyncio.sleep(0.1)
        assert (len(log) <= stopped_at, found) == (True, [])
        button.click()
        while shown(job):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    assert found == [100]


@pytest.mark.parametrize("error", [ScenarioError("last_list"), ZeroDivisionError("x")], ids=str)
def test_what_goes_wrong_is_told(job, results, told, error):
    def work(_):
        raise error

    async def run():
        job.start(results, "key", work, lambda _: None)
        while shown(job):
            await asyncio.sleep(0.01)

    asyncio.run(run())
    job.start(results, "other", work, lambda _: None)
    assert told == [error, error]


def test_what_goes_wrong_while_it_is_shown_is_told(job, results, told):
    job.start(results, "key", lambda _: 0, lambda result: 1 / result)
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_stopped_work_tells_nothing(job, results, told):
    def work(_):
        raise Stopped

    job.start(results, "key", work, told.append)
    assert told == []


def test_what_is_quick_is_done_at_once_with_a_loop_too(job, results):
    found = []

    async def start():
        job.start(results, "key", lambda _: 7, found.append, is_quick=True)
        assert (found, shown(job)) == ([7], False)

    asyncio.run(start())
