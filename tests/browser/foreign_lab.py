"""A JupyterLab that somebody started without us: none of our settings, but our package in it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from servers import Server

START_SECONDS = 90
TOKEN = "a-word-of-their-own"


@contextmanager
def foreign_lab(folder: Path) -> Iterator[Server]:
    """`jupyter lab` in a folder that has the explorer's notebook in notebooks/."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = [f"--port={port}", "--no-browser", "--allow-root", f"--IdentityProvider.token={TOKEN}"]
    process = psutil.Popen(
        [sys.executable, "-m", "jupyterlab", *told],
        cwd=folder,
        # Nothing of the person's own Jupyter may take part, nor be written to.
        env={
            **os.environ,
            "JUPYTER_CONFIG_DIR": str(folder / "person"),
            "JUPYTER_DATA_DIR": str(folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        base = f"http://127.0.0.1:{port}"
        _wait_for(f"{base}/api/status?token={TOKEN}")
        address = f"{base}/lab/tree/notebooks/explorer.ipynb?token={TOKEN}"
        yield Server(address, process, folder, "")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            urlopen(address).close()
        except URLError:
            assert time.monotonic() < end, address
            time.sleep(0.2)
        else:
            return
