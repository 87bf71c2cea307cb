"""The port of a start: the one that was asked for, that of the last start, or any free one."""

from __future__ import annotations

import os
import socket


def free_port(wanted: int) -> int | None:
    """The wanted port if nobody has it, else None; with 0 any free one."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # Else a port is refused for a minute after its last server has ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except (OSError, OverflowError):
            return None
        port: int = probe.getsockname()[1]
        return port


def choose_port(name: str, wanted: int, ports: dict[str, int]) -> tuple[int | None, str]:
    """The port of a start, kept for the next one, and what is to be said of it.

    Another port is another memory of the browser: what a page keeps there is found again only
    at the address at which it was kept. So a port that is taken is not forgotten.

    Parameters
    ----------
    name : str
        Of the command.
    wanted : int
        The port that was asked for; 0 for none.
    ports : dict
        Of the last starts, by command; this one is put in.

    Returns
    -------
    int or None
        None where the one that was asked for cannot be used.
    str
    """
    last = ports.get(name, 0)
    port = free_port(wanted or last)
    if port is None and not wanted:
        return free_port(0), (
            f"Port {last} of the last start is taken; is it open already? What the page kept in "
            "the browser there is not seen at the new address."
        )
    if port is not None:
        ports[name] = port
    return port, ""
