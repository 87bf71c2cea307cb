"""The command: `valgforbund`, or `python -m valgforbund`; run.py hands over to it."""

from __future__ import annotations

import argparse
import os
import re
import signal
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from valgforbund.server import notebooks, parent, prepared
from valgforbund.server.keeping import state_folder
from valgforbund.server.sentences import disk_problem, stop
from valgforbund.server.serving import serve

HELD = "VALGFORBUND_HELD"  # set by a program that holds our standard input, and ends with us
SERVED = "VALGFORBUND_NOTEBOOKS"  # tells the tools which others are there
APP = ("voila", "jupyterlab", "anywidget", "platformdirs")  # of the extra
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\Z")
USAGE = """usage: valgforbund [command] [options]      (or: python -m valgforbund)

  app [NAME]        open the explorer, or another notebook, in the browser (the default); the
                    menu »Værktøjer« leads from one tool to another
  lab [NAME]        open a copy of it in JupyterLab, in the folder »egne« where you are
  prepare           compile the fast counts now instead of before the first page

notebooks: {names}

options of app and lab:
  --port NUMBER     the port to listen on (default: that of the last start, or any free one)
  --no-browser      print the address and open nothing
  --base-url PATH   the path below which a reverse proxy hands on to it, such as /valg/
  --host-name NAME  a name that it answers to, beside 127.0.0.1 and localhost; once for each
  --notebooks PATH  a folder of notebooks in place of those of the package
  --ready NUMBER    of app: how many pages of NAME are kept ready to open at once (default: 1)
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """What a person started: ends with an exit code, also after Ctrl-C."""
    # A closed terminal and a polite kill must end the server too; shells ignore SIGINT for jobs.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    if os.environ.pop(HELD, ""):
        parent.end_with_parent()
    try:
        _run([*(sys.argv[1:] if arguments is None else arguments)])
    except KeyboardInterrupt:
        stop("interrupted; start again to go on.")
    except OSError as error:
        stop(disk_problem(error))


def _run(arguments: list[str]) -> None:
    is_help = {"--help", "-h"} & {*arguments[:2]}
    if is_help:
        print(USAGE.format(names=", ".join(notebooks.names(notebooks.shipped()))), end="")
        return
    if not arguments or arguments[0].startswith("-"):
        arguments = ["app", *arguments]
    name, *rest = arguments
    if name == "prepare":
        _prepare(rest)
    elif name in ("app", "lab"):
        _open(name, rest)
    else:
        stop(f"there is no command '{name}'; choose among app, lab, prepare.")


def _prepare(arguments: list[str]) -> None:
    if arguments:
        stop("prepare takes no options.")
    from valgforbund.prepare import prepare  # noqa: PLC0415 -- it loads the compiler

    print(
        "Preparing the fast counts: they are compiled for this machine and kept on disk. This is "
        "done once, and takes half a minute or more.",
        flush=True,
    )
    prepare(_tell)
    if find_spec("platformdirs"):
        prepared.remember()


def _tell(done: int, total: int) -> None:
    """How far it is: in a terminal on one line, in a log on one each."""
    same = "\r" if sys.stdout.isatty() else ""
    end = "" if same and done < total else "\n"
    print(f"{same}  {done} of {total} done", end=end, flush=True)


def _open(command: str, arguments: list[str]) -> None:
    options = _options(command, arguments)
    if not all(map(find_spec, APP)):
        stop("the pages need the extra packages of 'app': pip install \"valgforbund[app]\".")
    folder: Path = options.notebooks
    name = _notebook(command, folder, options.notebook)
    state = state_folder()
    os.environ[SERVED] = " ".join(notebooks.names(folder))
    # matrices here are small: several threads of numpy wait for each other longer than they work
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    base, hosts = options.base_url, [f"--host-name={host}" for host in options.host_name]
    told = [f"--base-url={base}", *hosts]
    if command == "app":
        module = "valgforbund.server.app"
        told += [f"--first={name}", f"--notebooks={folder}", f"--ready={options.ready}"]
        page = base + name
    else:
        module = "valgforbund.server.lab"
        own = notebooks.own_copies(folder, Path.cwd())
        page = f"{base}lab/tree/{own.name}/{name}{notebooks.ENDING}"
    prepared.ensure_prepared(state)
    serve(command, module, told, page, state, port=options.port, opens=options.browser)


def _notebook(command: str, folder: Path, wanted: str) -> str:
    """The name of the notebook that a person asks for, with or without its ending."""
    name, there = wanted.removesuffix(notebooks.ENDING), notebooks.names(folder)
    if name not in there:
        among = ", ".join(there) or "none"
        stop(f"{command}: there is no notebook '{wanted}'; choose among {among}.")
    return name


def _options(command: str, arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog=f"valgforbund {command}", add_help=False, allow_abbrev=False)
    parser.add_argument("notebook", nargs="?", default=notebooks.FIRST)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--no-browser", dest="browser", action="store_false")
    parser.add_argument("--base-url", type=base_url, default="/")
    parser.add_argument("--host-name", type=host_name, action="append", default=[])
    parser.add_argument("--notebooks", type=Path, default=notebooks.shipped())
    if command == "app":
        parser.add_argument("--ready", type=int, choices=range(100), metavar="NUMBER", default=1)
    options = parser.parse_args(arguments)
    options.notebooks = options.notebooks.absolute()
    return options


class _Parser(argparse.ArgumentParser):
    """What is wrong is one sentence."""

    def error(self, message: str) -> NoReturn:
        stop(f"{self.prog.split()[-1]}: {message} (see --help).")


def base_url(text: str) -> str:
    """A path with a stroke at both ends.

    Examples
    --------
    >>> base_url("valg"), base_url("/")
    ('/valg/', '/')
    """
    path = "/".join(filter(None, text.split("/")))
    if not re.fullmatch(r"[A-Za-z0-9._~/-]*", path):
        raise argparse.ArgumentTypeError(f"'{text}' is no path such as /valg/")
    return f"/{path}/" if path else "/"


def host_name(text: str) -> str:
    """The name of a host, without protocol, port and path.

    Examples
    --------
    >>> host_name("Valg.example.dk")
    'valg.example.dk'
    """
    if not HOST.match(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no name such as valg.example.dk")
    return text.lower()
