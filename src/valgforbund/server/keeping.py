"""What a command keeps of its starts, readable by the owner alone: the address and the logs."""

from __future__ import annotations

import json
import os
import re
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

STATE = "VALGFORBUND_STATE"  # where run.py keeps its own
ADDRESSES, LOGS = "addresses.json", "logs"
KEPT_LOGS = 10  # of each command
TOKEN = re.compile(r"[A-Za-z0-9_-]{32,}\Z")


def state_folder() -> Path:
    """The folder of this person's own, made where it is not there yet."""
    told = os.environ.get(STATE)
    if told:
        folder = Path(told)
    else:
        import platformdirs  # noqa: PLC0415 -- of the extra `app`, which may not be there

        folder = platformdirs.user_state_path("valgforbund", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def owners_file(path: Path) -> BinaryIO:
    """A new file that only its owner can read, open for bytes."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb", 0)


@dataclass
class Addresses:
    """The token and the ports of the last starts.

    Attributes
    ----------
    token : str
    ports : dict
        Of each command.
    """

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    ports: dict[str, int] = field(default_factory=dict)

    @classmethod
    def kept(cls, folder: Path) -> Addresses:
        """Those that were kept; what cannot be read or is torn is nothing."""
        try:
            kept = json.loads(folder.joinpath(ADDRESSES).read_text("utf-8"))
            ports = {name: port for name, port in kept["ports"].items() if 0 < port < 2**16}
            # Each tool once had an address of its own; what the explorer's page kept there counts.
            order = sorted(ports, key=lambda name: "explorer" in name)
            ports = {name.partition(" ")[0]: ports[name] for name in order} | {
                name: port for name, port in ports.items() if " " not in name
            }
            if TOKEN.match(kept["token"]):
                return cls(kept["token"], ports)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            pass
        return cls()

    def keep(self, folder: Path) -> None:
        """Write them, whole or not at all."""
        new = folder / f"{ADDRESSES}.{os.getpid()}"
        new.unlink(missing_ok=True)  # of a start that was killed
        with owners_file(new) as file:
            file.write(json.dumps(vars(self)).encode())
        new.replace(folder / ADDRESSES)


def new_log(folder: Path, name: str) -> Path:
    """A log for this start, and of those before only the last few."""
    logs = folder / LOGS
    logs.mkdir(exist_ok=True)
    for old in sorted(logs.glob(f"{name}-*"))[: -KEPT_LOGS + 1]:
        old.unlink()
    start = time.strftime("%Y%m%d-%H%M%S")
    return logs / f"{name}-{start}-{os.getpid()}.log"
