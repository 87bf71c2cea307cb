"""Running a server for a person: at a known address, with a log, until it or they end it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from valgforbund.server.browser import open_browser, opening_page
from valgforbund.server.keeping import Addresses, new_log, owners_file
from valgforbund.server.ports import choose_port
from valgforbund.server.sentences import stop

START_SECONDS = 90
STOP_SECONDS = 15
TOKEN = re.compile(rb"(?i)(token(?:=|%3d))[^&\s\"'<>%]+")


def serve(
    name: str,
    module: str,
    options: Sequence[str],
    page: str,
    state: Path,
    *,
    port: int,
    opens: bool,
) -> None:
    """Run a server until it ends or the person presses Ctrl-C.

    Parameters
    ----------
    name : str
        Of the command: each has an address of its own.
    module : str
        What runs.
    options : sequence of str
        Of the module, but for the port.
    page : str
        Path of the page that is opened.
    state : Path
        Where address and log are kept.
    port : int
        That was asked for; 0 for none.
    opens : bool
        Whether the browser is opened.
    """
    kept = Addresses.kept(state)
    chosen, says = choose_port(name, port, kept.ports)
    if chosen is None:
        stop(f"port {port} cannot be used; choose another one, or leave --port out.")
    if says:
        print(says, flush=True)
    kept.keep(state)
    log_path = new_log(state, name)
    server = subprocess.Popen(  # noqa: S603 -- our own module
        [sys.executable, "-P", "-m", module, f"--port={chosen}", *options],
        # In the environment, because other users of the machine can read command lines.
        env={**os.environ, "JUPYTER_TOKEN": kept.token},
        # It ends when this pipe does: also when we are killed and cannot end it.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # Ctrl-C is for us alone: we end the server in order.
        start_new_session=os.name == "posix",
    )
    said = (server.stdout or (), owners_file(log_path), kept.token)
    log = threading.Thread(target=keep_log, args=said, daemon=True)
    log.start()
    opening = None
    try:
        _wait_until_open(server, chosen, log_path)
        address = f"http://127.0.0.1:{chosen}{page}?token={kept.token}"
        print(f"valgforbund is open at\n\n    {address}\n\nCtrl-C ends it.", flush=True)
        if opens:
            opening = opening_page(state, address)
            open_browser(opening)
        server.wait()
        stop(f"the server has ended; why stands in {log_path}.")
    except KeyboardInterrupt:
        print("\nEnded.", flush=True)
    finally:
        _end(server)
        log.join(1)
        if opening:
            opening.unlink(missing_ok=True)


def keep_log(said: Iterable[bytes], log: BinaryIO, token: str) -> None:
    """Write what a server says, but no token: neither ours nor one that it refused."""
    with log:
        for line in said:
            # When the disk is full, read on: else the server waits for ever.
            with suppress(OSError):
                log.write(TOKEN.sub(rb"\1...", line.replace(token.encode("ascii"), b"...")))


def _wait_until_open(server: subprocess.Popen[bytes], port: int, log_path: Path) -> None:
    """Return when something answers on the port; stop if the server ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    stop(f"the server did not start; why stands in {log_path}.")


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server, and with it its kernels; kill it only if it does not listen."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
