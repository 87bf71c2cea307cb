"""The servers of the command, on notebooks of a test's own."""

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import psutil

from valgforbund.server import keeping, prepared

ROOT = Path(__file__).parents[1]

# The command, with settings of the server that people do not have.
DRIVER = """
import json, sys
from valgforbund.server import command
serve, more = command.serve, json.loads(sys.argv[1])
command.serve = lambda name, module, told, *rest, **options: serve(
    name, module, [*told, *more], *rest, **options
)
command.main(sys.argv[2:])
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
    """A running server: its address with the token, and the process of the command."""

    address: str
    process: psutil.Popen
    folder: Path
    said: str  # before the address

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

    def kernel_processes(self) -> list[psutil.Process]:
        """The kernels."""
        kernels = []
        for process in self.processes():
            with suppress(psutil.NoSuchProcess, psutil.ZombieProcess):  # it ended meanwhile
                if "ipykernel_launcher" in process.cmdline():
                    kernels.append(process)
        return kernels

    def kernels(self) -> int:
        """How many kernels run."""
        return len(self.kernel_processes())

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
    options: Sequence[str] = (),
    settings: Sequence[str] = (),
    browser: str = "",
) -> Iterator[Server]:
    """`valgforbund app` or `lab` in a folder that has this notebook in notebooks/.

    `options` are the command's; `settings` are further ones of the server, which people do not
    have: `--MappingKernelManager.cull_idle_timeout=1`. `browser` is a command line to open pages
    with.
    """
    driver = [sys.executable, "-P", "-c", DRIVER, json.dumps(settings)]
    options = [f"--notebooks={folder / 'notebooks'}", *options]
    if not browser:
        options = [*options, "--no-browser"]
    prepared.remember(folder)  # the tests compile what they need
    process = psutil.Popen(
        [*driver, command, notebook, *options],
        cwd=folder,
        # Nothing of the person's own Jupyter may take part, nor be written to.
        env={
            **os.environ,
            keeping.STATE: str(folder),
            "BROWSER": browser,
            "DISPLAY": ":0",  # never used without a browser
            "JUPYTER_CONFIG_PATH": str(folder / "settings"),
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
        said = list(itertools.takewhile(lambda line: "is open at" not in line, process.stdout))
        address = next((line.strip() for line in process.stdout if "http://" in line), None)
        assert address, process.communicate(timeout=30)
        yield Server(address, process, folder, "".join(said))
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=30)
