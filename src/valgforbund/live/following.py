"""An election while its feed grows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Any, NamedTuple, Self

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.live.arrivals import Arrivals
from valgforbund.live.inbox import Inbox
from valgforbund.live.login import REFUSED
from valgforbund.live.status import BROKEN, OK, Status
from valgforbund.live.store import Store
from valgforbund.night.night import Night, night
from valgforbund.night.past import last_time
from valgforbund.night.standing import Standing
from valgforbund.sources.feed import Feed

PAUSES = (1, 2, 5, 10, 30, 60)  # seconds until the next try, the longer the more tries failed
EVERY = 15.0  # seconds between two looks
LONGEST = 24 * 3600.0  # the same, at most
EARLY = ("follow_nothing", "read_election_unknown")  # what may still come


class Following:
    """A night that comes in; made by `follow`.

    Whoever holds it polls, as often as they like; nothing happens in between, and nothing is
    written to this machine's disk. It may be polled in one thread and asked in others.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from valgforbund import follow
    >>> with TemporaryDirectory() as folder, follow(folder) as f:
    ...     f.poll(), f.status.connection, f.status.files
    (0, 'ok', 0)
    """

    def __init__(self, store: Store, arrivals: Arrivals, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._inbox = Inbox()
        self._arrivals, self._version = arrivals, 0
        self._night: Night | None = None
        self._status = Status()
        self._failed = 0
        self._polling, self._state = threading.Lock(), threading.RLock()
        self._closed = threading.Event()

    def __repr__(self) -> str:
        return f"<Following: {self._store}, {self.status.files} files>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the feed; what has come stays."""
        self._closed.set()
        self._store.close()

    def poll(self) -> int:
        """Read what is new.

        Never an error: what is torn or broken stands in ``.status``, and what was there before
        stays.

        Returns
        -------
        int
            How many counts came or changed.
        """
        with self._polling:
            if self._closed.is_set() or not self._is_due():
                return 0
            before = self._now_come().counted
            try:
                self._read()
            except ScenarioError as reason:
                self._break(reason)
            else:
                self._failed = 0
                self._tell(connection=OK, reason=None, next_try=None, last_success=_now())
            come = self._now_come()
            aside = sorted((self._inbox.aside | come.doubtful).items(), key=_path)
            self._tell(put_aside=tuple((_shown(path), why) for path, why in aside))
            return sum(before.get(key) != form for key, form in come.counted.items())

    @property
    def status(self) -> Status:
        """How it goes."""
        return self._status

    @property
    def night(self) -> Night:
        """Everything that has come; cached until something new comes.

        Raises
        ------
        ScenarioError
            If nothing has come that a night could be made of, or what was given does not fit it.
        """
        with self._state:
            arrivals = self._now_come()
            if self._night is None:
                self._night = self._settings.night(arrivals)
            return self._night

    @property
    def feed(self) -> Feed:
        """The same as `valgforbund.read_feed` would give now: candidates, seats, remarks.

        Raises
        ------
        ScenarioError
            As `night`.
        """
        with self._state:
            return Feed(self._now_come().reading)

    def standing(self) -> Standing:
        """What is counted and what is likely, at the time of the newest count.

        Raises
        ------
        ScenarioError
            As `night`.
        """
        with self._state:
            found = self.night
            times = [int(each.when[-1]) for each in found.councils if len(each.when)]
            return found.at(pd.Timestamp(max(times), tz="UTC") if times else _now())

    def updates(self, every: float = EVERY) -> Iterator[Standing]:
        """How it stands, each time that something has come; until it is closed.

        Parameters
        ----------
        every : float
            Seconds between two looks, at most a day.

        Raises
        ------
        ScenarioError
            If the host's key or the login was refused, or what was given does not fit.
        """
        pause = checks.real(every)
        if not 0 < pause <= LONGEST:
            raise ScenarioError("follow_every", value=every, most=int(LONGEST))
        told: Night | None = None
        while not self._closed.is_set():
            self.poll()
            if self._status.reason is not None and self._status.reason.code in REFUSED:
                raise self._status.reason
            try:
                is_new = self.night is not told
            except ScenarioError as error:
                if error.code not in EARLY:
                    raise
            else:
                if is_new:
                    told = self.night
                    yield self.standing()
            self._closed.wait(pause)

    # ---- polling ----

    def _is_due(self) -> bool:
        status = self._status
        if status.reason is None:
            return True
        return status.next_try is not None and _now() >= status.next_try

    def _read(self) -> None:
        listing = self._store.listing()
        if not listing.files and self._status.files:
            raise ScenarioError("follow_empty", folder=self._store)
        with self._state:
            wanted = self._inbox.wanted(listing)

        def take(path: str, data: bytes | ScenarioError) -> None:
            with self._state:
                self._inbox.take(path, wanted[path], data)

        try:
            self._store.read(wanted, take)
        finally:
            self._tell(files=len(self._inbox.forms))

    def _break(self, reason: ScenarioError) -> None:
        pause = PAUSES[min(self._failed, len(PAUSES) - 1)]
        self._failed += 1
        again = None if reason.code in REFUSED else _now() + pd.Timedelta(seconds=pause)
        self._tell(connection=BROKEN, reason=reason, next_try=again)

    def _tell(self, **news: Any) -> None:
        self._status = self._status._replace(**news)

    def _now_come(self) -> Arrivals:
        """What has come until now."""
        with self._state:
            if self._inbox.version != self._version:
                self._version, self._night = self._inbox.version, None
                self._arrivals = self._arrivals.with_forms(self._inbox.forms)
            return self._arrivals


class Settings(NamedTuple):
    """What a night is made with beside what has come; as `valgforbund.night` takes it."""

    previous: pd.DataFrame | None
    errors: Night | None
    draws: int
    seed: int

    def night(self, arrivals: Arrivals) -> Night:
        """The night of what has come."""
        scenarios, counts = arrivals.scenarios, arrivals.frame
        before = self.previous
        if before is None:
            before = last_time(arrivals.which.name, scenarios)
        return night(scenarios, counts, before, self.errors, self.draws, self.seed)


def _path(item: tuple[str, ScenarioError]) -> str:
    return item[0]


def _shown(path: str) -> str:
    """A path that can be written: what is no character becomes a question mark."""
    return path.encode(errors="replace").decode()


def _now() -> pd.Timestamp:
    return pd.Timestamp.now(tz="UTC")
