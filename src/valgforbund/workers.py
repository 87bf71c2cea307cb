"""The same work for each of many items: in threads on this machine, or on a Dask cluster.

Results stand in the order of the items and are the same whoever did the work, and in whatever
order it was done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent import futures
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.progress import Progress

if TYPE_CHECKING:
    from distributed import Client

MOST_WORKERS = 1_000  # threads; many more than any machine has cores

Item = TypeVar("Item")
Result = TypeVar("Result")
Arriving: TypeAlias = Generator[tuple[int, list[Result]]]


def each(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    client: Client | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    together: int = 1,
) -> list[Result]:
    """Do some work for every item.

    Parameters
    ----------
    work : callable
        Gets an item. Its result may depend on nothing else: chance comes from a seed in the item.
    items : iterable
    client : distributed.Client, optional
        The Dask cluster that works; without it, threads do. Work, items and results travel, so
        they must be picklable. Work of a worker that is lost is done again by another.
    workers : int, optional
        Threads; as many as there are cores where it is not given. One works without a thread.
        They pay only where the work lets go of Python's lock, as compiled kernels do. At most
        1,000.
    progress : callable, optional
        Called here as ``progress(done, total)`` whenever some items are done. What it raises
        stops the work.
    together : int
        Items in one task of a cluster. A task should take 0.2 seconds or more, or sending it
        takes longer than doing it.

    Returns
    -------
    list
        A result for each item, in their order.

    Raises
    ------
    ScenarioError
        If the client is none or closed, or a number of workers is not from 1 to 1,000.

    Examples
    --------
    >>> each(abs, [-3, 4, -5], workers=2)
    [3, 4, 5]
    """
    things = list(items)
    if client is None:
        arriving = _in_threads(work, things, _threads(workers))
    else:
        arriving = _on_cluster(work, things, client, together)
    found: dict[int, list[Result]] = {}
    done = 0
    with closing(arriving):
        for place, results in arriving:
            found[place] = results
            done += len(results)
            if progress is not None:
                progress(done, len(things))
    return [result for place in sorted(found) for result in found[place]]


def _threads(workers: int | None) -> int:
    """How many threads work."""
    if workers is None:
        return os.cpu_count() or 1
    number = checks.whole(workers, 1, "workers_not_whole", limit=MOST_WORKERS)
    if number > MOST_WORKERS:
        raise ScenarioError("workers_not_whole", value=number, limit=MOST_WORKERS)
    return number


def _in_threads(
    work: Callable[[Item], Result], items: Sequence[Item], threads: int
) -> Arriving[Result]:
    """Place and result of every item, as they come."""
    if threads == 1:
        yield from ((place, [work(item)]) for place, item in enumerate(items))
        return
    pool = futures.ThreadPoolExecutor(threads)
    try:
        places = {pool.submit(work, item): place for place, item in enumerate(items)}
        for future in futures.as_completed(places):
            yield places[future], [future.result()]
    finally:
        pool.shutdown(cancel_futures=True)


def _on_cluster(
    work: Callable[[Item], Result], items: Sequence[Item], client: Client, together: int
) -> Arriving[Result]:
    """Place of the first item and results of every task, as they come."""
    try:
        import distributed  # noqa: PLC0415 -- takes seconds, and most people have no cluster
    except ImportError:
        raise ScenarioError("client_unknown", value=client) from None
    if not isinstance(client, distributed.Client):
        raise ScenarioError("client_unknown", value=client)
    if client.status == "closed":
        raise ScenarioError("client_closed")
    starts = range(0, len(items), together)
    parts = [items[start : start + together] for start in starts]
    cluster: Any = client  # Any: distributed types only a part of itself
    arriving: Any = distributed.as_completed
    tasks = cluster.map(partial(_all, work), parts, pure=False)
    places = dict(zip(tasks, starts, strict=True))
    try:
        for task in arriving(tasks):
            yield places[task], task.result()  # done again where its worker was lost meanwhile
    except BaseException:  # also where nobody waits any more
        cluster.cancel(tasks)
        raise


def _all(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]
