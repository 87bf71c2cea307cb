"""The servers of run.py, with the packages that the tests run on and notebooks of their own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import psutil

ROOT = Path(__file__).parents[1]

# The packages are there already; logs and notebooks are those of the test's folder.
DRIVER = """
import sys
sys.path.insert(0, sys.argv[1])
import run
run.PYTHON, run.HERE, run.VENV = sys.executable, sys.argv[2], sys.argv[2]
run.ensure_installed = lambda: None
run.start(sys.argv[3:])
"""


STAND_IN = """
import ipywidgets
button = ipywidgets.Button(description="klik")
button.on_click(lambda _: setattr(button, "description", "klikket"))
button
"""


def stand_in(folder: Path) -> Path:
    """The folder with the explorer's notebook, but for a quick widget in place of the explorer."""
    notebook = nbformat.read(ROOT / "notebooks" / "explorer.ipynb", as_version=4)
    notebook.cells[1].source = STAND_IN
    folder.joinpath("notebooks").mkdir()
    nbformat.write(notebook, folder / "notebooks" / "explorer.ipynb")
    return folder


@dataclass(frozen=True)
class Server:
    """A running server: its address with the token, and the process of run.py."""

    address: str
    process: psutil.Popen

    @property
    def port(self) -> int:
        """The port of the address."""
        return urlsplit(self.address).port

    @property
    def page(self) -> str:
        """The path of the address."""
        return urlsplit(self.address).path

    @property
    def query(self) -> str:
        """What follows the question mark: the token."""
        return urlsplit(self.address).query

    def processes(self) -> list[psutil.Process]:
        """The server and its kernels."""
        return self.process.children(recursive=True)

    def kernels(self) -> int:
        """How many kernels run."""
        lines = []
        for process in self.processes():
            try:
                lines.append(process.cmdline())
            except (psutil.NoSuchProcess, psutil.ZombieProcess):
                continue  # it ended while we looked
        return sum("ipykernel_launcher" in line for line in lines)

    def end(self) -> tuple[int, str]:
        """End it as Ctrl-C does; the exit code and what stood on stderr."""
        self.process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@contextmanager
def started(
    command: str,
    folder: Path,
    notebook: str = "explorer",
    *,
    cull: tuple[int, int] | None = None,
) -> Iterator[Server]:
    """`run.py app` or `run.py lab` on a folder that has this notebook in notebooks/.

    `cull` is after how many idle seconds kernels end, and how often that is looked at.
    """
    settings = folder / "settings"
    settings.mkdir(exist_ok=True)
    if cull:
        culling = dict(zip(("cull_idle_timeout", "cull_interval"), cull, strict=True))
        settings.joinpath("voila.json").write_text(json.dumps({"MappingKernelManager": culling}))
    process = psutil.Popen(
        [sys.executable, "-c", DRIVER, str(ROOT), str(folder), command, notebook, "--no-browser"],
        # Nothing of the person's own Jupyter may take part, nor be written to.
        env={
            **os.environ,
            "JUPYTER_CONFIG_PATH": str(settings),
            "JUPYTER_CONFIG_DIR": str(folder / "person"),
            "JUPYTER_DATA_DIR": str(folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        address = next((line.strip() for line in process.stdout if "http://" in line), None)
        assert address, process.communicate(timeout=30)
        yield Server(address, process)
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)
