"""The address of a feed on another machine; a password is never part of it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from valgforbund.errors import ScenarioError

SFTP, PORT = "sftp", 22


class Address(NamedTuple):
    """Where a feed lies, and who logs in.

    Attributes
    ----------
    user, host : str
    port : int
    path : str
        Of the folder; ``"."`` is where the server puts who logs in.
    """

    user: str
    host: str
    port: int
    path: str

    def __str__(self) -> str:
        at = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORT else f":{self.port}"
        return f"{SFTP}://{self.user}@{at}{port}{'' if self.path == '.' else self.path}"


def address_of(source: str) -> Address | None:
    """The address that is meant; None where it is none, so a folder.

    Raises
    ------
    ScenarioError
        If it is no address of SFTP, or has a password in it; neither is repeated.

    Examples
    --------
    >>> address_of("sftp://me@feed.example:2222/kv2029")
    Address(user='me', host='feed.example', port=2222, path='/kv2029')
    >>> print(address_of("sftp://me@feed.example")), address_of("C:/kv2029")
    sftp://me@feed.example
    (None, None)
    """
    scheme, there, _ = source.partition("://")
    if not there:
        return None
    if scheme.lower() != SFTP:
        raise ScenarioError("follow_scheme", value=scheme)
    try:
        parts = urlsplit(source, allow_fragments=False)
        user, password, host = parts.username, parts.password, parts.hostname
        port = PORT if parts.port is None else parts.port
    except ValueError:
        raise ScenarioError("follow_address") from None
    if password is not None:
        raise ScenarioError("follow_password")
    if not (user and host and port):
        raise ScenarioError("follow_address")
    path = unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    if "\0" in path:
        raise ScenarioError("follow_address")
    return Address(unquote(user), host, port, path if path.strip("/") else ".")
