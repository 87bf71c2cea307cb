"""The fast counts are compiled before the first page opens, so that nobody waits in it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from valgforbund.server.keeping import state_folder
from valgforbund.server.notebooks import PACKAGE

STAMP = "prepared.txt"


def fingerprint() -> str:
    """Changes whenever what was compiled may not be found any more."""
    packages = (f"{name} {version(name)}" for name in ("valgforbund", "numba", "llvmlite"))
    return "\n".join((*packages, f"Python {platform.python_version()}", str(PACKAGE)))


def is_prepared(folder: Path) -> bool:
    """Whether what is installed here was prepared."""
    try:
        return folder.joinpath(STAMP).read_text("utf-8") == fingerprint()
    except OSError:
        return False


def remember(folder: Path | None = None) -> None:
    """What is installed here is prepared."""
    (folder or state_folder()).joinpath(STAMP).write_text(fingerprint(), "utf-8")


def ensure_prepared(folder: Path) -> None:
    """Prepare what is installed here, once; where that fails, first uses are slow."""
    if is_prepared(folder):
        return
    # a process of its own: what it loads is not needed here
    command = [sys.executable, "-P", "-m", "valgforbund", "prepare"]
    # Ctrl-C is for us alone, who end it and say so once.
    apart = os.name == "posix"
    done = subprocess.run(command, check=False, start_new_session=apart)  # noqa: S603 -- ours
    if done.returncode:
        print("The fast counts could not be prepared: first uses are slow.", flush=True)
