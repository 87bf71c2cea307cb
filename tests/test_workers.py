"""The same work for each of many items: in threads, and on a real cluster that loses a worker."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial

import pandas as pd
import pytest
from elections import country

from valgforbund import Scenario, ScenarioError, count, load, simulate, study
from valgforbund.sources.bundled import load_all
from valgforbund.study import examine
from valgforbund.workers import each


@pytest.mark.parametrize("workers", [None, 1, 3])
def test_results_stand_in_the_order_of_the_items(workers: int | None) -> None:
    assert each(abs, range(-50, 0), workers=workers) == list(range(50, 0, -1))
    assert each(abs, [], workers=workers) == []


def test_one_worker_works_here_and_more_work_in_threads() -> None:
    def who(_: int) -> int:
        return threading.get_ident()

    assert set(each(who, range(5), workers=1)) == {threading.get_ident()}
    assert threading.get_ident() not in each(who, range(5), workers=2)


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_counts_to_the_end(workers: int) -> None:
    calls: list[tuple[int, int]] = []
    each(abs, range(7), workers=workers, progress=lambda *call: calls.append(call))
    assert calls == [(done, 7) for done in range(1, 8)]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_progress_raises_stops_the_work(workers: int) -> None:
    begun: list[int] = []

    def work(item: int) -> None:
        begun.append(item)
        time.sleep(0.01)

    def stop(done: int, _: int) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        each(work, range(1000), workers=workers, progress=stop)
    assert len(begun) < 1000


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_the_work_comes_out(workers: int) -> None:
    with pytest.raises(ScenarioError):
        each(count, [Scenario({"A": 1}, 1), "no scenario"], workers=workers)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2"])
def test_a_number_of_workers_is_whole_and_positive(workers: object) -> None:
    with pytest.raises(ScenarioError, match="workers"):
        each(abs, [1], workers=workers)


# ---- a cluster of two processes ----


@pytest.fixture(scope="module")
def client() -> Iterator[object]:
    import distributed

    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True}
    # Without an address it takes port 8787, which another process beside may hold.
    options |= {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    with (
        distributed.LocalCluster(**options) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_a_cluster_finds_the_same_in_the_same_order(client: object) -> None:
    calls: list[tuple[int, int]] = []
    found = each(
        partial(pow, 3),
        range(25),
        client=client,
        together=10,
        progress=lambda *call: calls.append(call),
    )
    assert found == [3**n for n in range(25)]
    assert [done for done, _ in calls][-1] == 25
    assert len(calls) == 3  # one call a task


def test_an_error_on_a_cluster_comes_out_as_it_is(client: object) -> None:
    with pytest.raises(ScenarioError) as error:
        each(count, ["no scenario"], client=client)
    assert error.value.code == "not_a_scenario"


def test_what_progress_raises_stops_a_cluster(client: object) -> None:
    def stop(*_: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        each(examine, load_all("KV2025")[:20], client=client, together=5, progress=stop)


def test_a_simulation_finds_the_same_on_a_cluster_as_in_threads(client: object) -> None:
    s = load("KV2025", "Læsø")
    name = s.alliances[0].name
    here, there = (
        simulate(s, name, draws=50_000, seed=7, client=each_client)  # type: ignore[arg-type]
        for each_client in (None, client)
    )
    pd.testing.assert_frame_equal(here.seats_with, there.seats_with)
    pd.testing.assert_frame_equal(here.saved, there.saved)


@pytest.mark.exhaustive
def test_a_worker_killed_in_the_middle_changes_nothing(client: object) -> None:
    victims = sorted(client.run(os.getpid).values())  # type: ignore[attr-defined]
    assert len(victims) == 2
    some, calls = 40, []

    def kill(done: int, _: int) -> None:
        if not calls:
            os.kill(victims[0], signal.SIGKILL)
        calls.append(done)

    found = study(load_all("KV2025")[:some], client=client, progress=kill)  # type: ignore[arg-type]
    assert found.results == country().results[:some]
    assert calls[0] < some == calls[-1]
    assert victims[0] not in client.run(os.getpid).values()  # type: ignore[attr-defined]
