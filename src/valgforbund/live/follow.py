"""Beginning to follow a feed: where it is, who logs in, what is known beforehand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.live.address import address_of
from valgforbund.live.arrivals import Arrivals
from valgforbund.live.folder import Folder
from valgforbund.live.following import Following, Settings
from valgforbund.live.login import Login
from valgforbund.live.remote import Remote
from valgforbund.live.store import Store
from valgforbund.night.night import DRAWS, MOST_DRAWS, Night
from valgforbund.night.reading import coded
from valgforbund.scenario import Scenario
from valgforbund.simulation import stated


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
    if isinstance(source, str) and not source.strip():  # no path is not the folder one is in
        raise ScenarioError("follow_no_folder", folder=source)
    return Folder(Path(source))
