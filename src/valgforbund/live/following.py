"""An election while its feed grows."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.live.address import address_of
from valgforbund.live.arrivals import Arrivals
from valgforbund.live.folder import Folder
from valgforbund.live.inbox import Inbox
from valgforbund.live.login import REFUSED, Login
from valgforbund.live.remote import Remote
from valgforbund.live.store import Store
from valgforbund.night.night import DRAWS, MOST_DRAWS, Night, night
from valgforbund.night.past import last_time
from valgforbund.night.reading import coded
from valgforbund.night.standing import Standing
from valgforbund.scenario import Scenario
from valgforbund.simulation import stated
from valgforbund.sources.feed import Feed

UNTRIED, OK, BROKEN = "untried", "ok", "broken"
PAUSES = (1, 2, 5, 10, 30, 60)  # seconds until the next try, the longer the more tries failed
EVERY = 15.0  # seconds between two looks
EARLY = ("follow_nothing", "read_election_unknown")  # what may still come


class Status(NamedTuple):
    """How it goes.

    Attributes
    ----------
    last_success : Timestamp or None
        When the feed was last seen whole, in UTC.
    files : int
        How many of its files are read.
    put_aside : tuple of (str, ScenarioError)
        Files that cannot be used, and why: torn ones, ones too large.
    connection : str
        ``"untried"``, ``"ok"`` or ``"broken"``.
    reason : ScenarioError or None
        Why it is broken.
    next_try : Timestamp or None
        Before this a broken connection is not tried again; None where it is no use: the host's key
        or the login was refused.
    """

    last_success: pd.Timestamp | None = None
    files: int = 0
    put_aside: tuple[tuple[str, ScenarioError], ...] = ()
    connection: str = UNTRIED
    reason: ScenarioError | None = None
    next_try: pd.Timestamp | None = None


class Following:
    """A night that comes in; made by `follow`.

    Whoever holds it polls, as often as they like; nothing happens in between, and nothing is
    written to this machine's disk. It may be polled in one thread and asked in others.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
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
            after = self._now_come().counted
            return sum(before.get(key) != form for key, form in after.items())

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
            Seconds between two looks.

        Raises
        ------
        ScenarioError
            If the host's key or the login was refused, or what was given does not fit.
        """
        if not (isinstance(every, int | float) and every > 0):
            raise ScenarioError("follow_every", value=every)
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
            self._closed.wait(every)

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
            aside = (
                (_shown(path), why) for path, why in sorted(self._inbox.aside.items(), key=_path)
            )
            self._tell(files=len(self._inbox.forms), put_aside=tuple(aside))

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


def follow(
    source: str | os.PathLike[str],
    scenarios: Mapping[str, Scenario] | Iterable[Scenario] | None = None,
    previous: pd.DataFrame | None = None,
    errors: Night | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    *,
    election: str | None = None,
    known_hosts: str | os.PathLike[str] | None = None,
    password: str | None = None,
    key: str | os.PathLike[str] | None = None,
) -> Following:
    """Follow the official feed of valg.dk while it grows.

    Parameters
    ----------
    source : str or path
        A folder that something else fills, or ``"sftp://user@host/folder"`` (a port goes after
        the host: ``host:2222``), which needs the extra ``live``. Of each file the newest stamp
        counts, a final count before a preliminary one; tests and other elections are left out.
    scenarios : mapping or iterable of Scenario, optional
        The councils to follow, by code or with their places; without it those of the feed, with
        the lists, alliances and seats that it has.
    previous : DataFrame, optional
        The election before, as `valgforbund.night` takes it; without it the last municipal
        election of which votes by polling area are bundled.
    errors : Night, optional
        The night that the projection learns from; KV2025 without it.
    draws, seed : int
        Of the chances.
    election : str, optional
        Such as ``"RV2029"`` where the feed has more than one; else the municipal one.
    known_hosts : str or path, optional
        The file with the keys of the hosts that you trust; without it ``~/.ssh/known_hosts``. A
        host whose key is not there is refused before anybody is logged in.
    password : str, optional
        Of the user; with a key, the key's. It is kept in memory alone and never shown.
    key : str or path, optional
        The file with a private key; without key and password those of the agent and in ``~/.ssh``
        are tried.

    Returns
    -------
    Following

    Raises
    ------
    ScenarioError
        If an argument cannot be used, the folder is not there, or the extra is missing.

    Notes
    -----
    Nothing is sent but what SFTP needs, nothing is kept on the disk: after a restart everything is
    read anew, and the night is the same.

    Examples
    --------
    >>> follow("https://valg.dk")
    Traceback (most recent call last):
    valgforbund.errors.ScenarioError: A feed is followed in a folder or by SFTP, not by 'https'.
    """
    many = stated.count(draws, MOST_DRAWS, "draws")
    start = checks.whole(seed, 0, "seed_not_whole")
    if errors is not None and not isinstance(errors, Night):
        raise ScenarioError("night_errors", value=errors)
    given = None if scenarios is None else coded(scenarios)
    store = _store(source, known_hosts, password, key)
    settings = Settings(previous, errors, many, start)
    return Following(store, Arrivals({}, election and str(election), given), settings)


def _store(
    source: object,
    known_hosts: str | os.PathLike[str] | None,
    password: str | None,
    key: str | os.PathLike[str] | None,
) -> Store:
    """Where the feed grows."""
    if not isinstance(source, str | os.PathLike) or not isinstance(os.fspath(source), str):
        raise ScenarioError("follow_source", value=type(source).__name__)
    address = address_of(source) if isinstance(source, str) else None
    if address is not None:
        return Remote(address, Login(address, known_hosts, password, key))
    for name, value in (("known_hosts", known_hosts), ("password", password), ("key", key)):
        if value is not None:
            raise ScenarioError("follow_for_sftp", argument=f"{name}=")
    return Folder(Path(source))


def _path(item: tuple[str, ScenarioError]) -> str:
    return item[0]


def _shown(path: str) -> str:
    """A path that can be written: what is no character becomes a question mark."""
    return path.encode(errors="replace").decode()


def _now() -> pd.Timestamp:
    return pd.Timestamp.now(tz="UTC")
