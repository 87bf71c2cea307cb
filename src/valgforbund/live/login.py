"""Logging in over SFTP: the host's key first, then the person's."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.live.address import PORT, Address

if TYPE_CHECKING:
    import asyncssh

PATIENCE = 20.0  # seconds for the connection, and for logging in
ALIVE = 15.0  # seconds of silence after which the server is asked whether it is there
BY_PASSWORD = ("password", "keyboard-interactive")
USUAL = "~/.ssh/known_hosts"
REFUSED = {"follow_key_unknown", "follow_key_changed", "follow_key_refused", "follow_login"}


class Session(NamedTuple):
    """A connection and the files behind it."""

    connection: asyncssh.SSHClientConnection
    sftp: asyncssh.SFTPClient


@dataclass
class Shown:
    """The fingerprint of the key that a host has shown, if it is not known."""

    fingerprint: str = ""


class Login:
    """Who logs in, and which hosts are known.

    Settings of the person's `ssh` are not read: nothing is started, and nobody else connected to.

    Parameters
    ----------
    address : Address
    known_hosts : str or path, optional
        The file with the keys of hosts that the person knows; ``~/.ssh/known_hosts``.
    password : str, optional
        Of the person; with a key it is the key's.
    key : str or path, optional
        The file with the person's private key. Without key and password those of the agent and
        in ``~/.ssh`` are tried.

    Raises
    ------
    ScenarioError
        If asyncssh is not there, or a file cannot be used.
    """

    def __init__(
        self,
        address: Address,
        known_hosts: str | os.PathLike[str] | None = None,
        password: str | None = None,
        key: str | os.PathLike[str] | None = None,
    ) -> None:
        try:
            import asyncssh  # noqa: PLC0415 -- an extra that only this needs
        except ImportError:
            raise ScenarioError("extra_missing", package="asyncssh", extra="live") from None

        self._address = address
        self._known = _known(known_hosts)
        self._options: dict[str, Any] = {"preferred_auth": ["publickey"]}
        if key is not None:
            try:
                private = asyncssh.read_private_key(os.fspath(key), password)
            except (OSError, ValueError):
                raise ScenarioError("follow_key_file", file=Path(key).name) from None
            self._options |= {"client_keys": [private], "agent_path": None}
        elif password is not None:
            self._options = {
                "password": password,
                "preferred_auth": BY_PASSWORD,
                "client_keys": None,
                "agent_path": None,
            }

    def __repr__(self) -> str:
        return f"<Login: {self._address}>"

    async def opened(self) -> Session:
        """A new connection.

        Raises
        ------
        ScenarioError
            If there is none: nobody answers, the host's key is another than is known, or the
            login was refused.
        """
        import asyncssh  # noqa: PLC0415 -- as above

        host = self._address.host
        shown = Shown()
        try:
            try:
                return await self._connected(shown)
            except asyncssh.KeyExchangeFailed:
                if not self._trusted():
                    raise
                # the host no longer has a key of the kind that is known: see which it has
                return await self._connected(shown, server_host_key_algs="default")
        except asyncssh.HostKeyNotVerifiable:
            raise self._stranger(shown) from None
        except asyncssh.PermissionDenied:
            raise ScenarioError("follow_login", user=self._address.user, host=host) from None
        except TimeoutError:
            raise ScenarioError("follow_silent", host=host, seconds=int(PATIENCE)) from None
        except (asyncssh.Error, OSError, ValueError) as error:
            raise ScenarioError("follow_unreachable", host=host, why=why_of(error)) from None

    async def _connected(self, shown: Shown, **more: Any) -> Session:
        import asyncssh  # noqa: PLC0415 -- as above

        class Client(asyncssh.SSHClient):
            def validate_host_public_key(
                self, host: str, addr: str, port: int, key: asyncssh.SSHKey
            ) -> bool:
                del host, addr, port
                shown.fingerprint = key.get_fingerprint()
                return False  # a key that is not among those that are known

        connection, _ = await asyncssh.create_connection(
            Client,
            self._address.host,
            self._address.port,
            username=self._address.user,
            known_hosts=self._known,
            config=None,
            connect_timeout=PATIENCE,
            login_timeout=PATIENCE,
            keepalive_interval=ALIVE,
            **self._options,
            **more,
        )
        try:
            start = connection.start_sftp_client(path_errors="surrogateescape")
            return Session(connection, await asyncio.wait_for(start, PATIENCE))
        except BaseException:
            connection.abort()
            raise

    def _trusted(self) -> bool:
        """Whether a key of this host is known."""
        import asyncssh  # noqa: PLC0415 -- as above

        port = None if self._address.port == PORT else self._address.port
        return any(asyncssh.match_known_hosts(self._known, self._address.host, "", port))

    def _stranger(self, shown: Shown) -> ScenarioError:
        host = self._address.host
        if not shown.fingerprint:
            return ScenarioError("follow_key_refused", host=host)
        code = "follow_key_changed" if self._trusted() else "follow_key_unknown"
        return ScenarioError(code, host=host, fingerprint=shown.fingerprint)


def why_of(error: Exception) -> str:
    """What a library says of an error, in its own words."""
    return (
        getattr(error, "reason", None)
        or getattr(error, "strerror", None)
        or str(error)
        or type(error).__name__
    )


def _known(given: str | os.PathLike[str] | None) -> asyncssh.SSHKnownHosts:
    """The keys of known hosts; none where the person has no such file."""
    import asyncssh  # noqa: PLC0415 -- as above

    path = Path(USUAL if given is None else given).expanduser()
    if given is None and not path.is_file():
        return asyncssh.import_known_hosts("")
    try:
        return asyncssh.import_known_hosts(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise ScenarioError("follow_known_hosts", file=path.name) from None
