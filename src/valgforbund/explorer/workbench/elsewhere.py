"""The menu of tools: from one to another on the same server, and what is shown goes along.

The page (elsewhere.js) carries it over as a short code, in its own store: never in the address,
which is written down in histories and logs.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from valgforbund.explorer.workbench import doors
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.memory import Memory
from valgforbund.wording import Words

SERVED = "VALGFORBUND_NOTEBOOKS"  # what our servers say that they have
HERE = Path(__file__)
HANDED = HERE.with_name("handed.js").read_text("utf-8")  # what scripts that carry begin with


class ToolMenu(anywidget.AnyWidget):
    """The menu; its script opens it, goes, and carries.

    Attributes
    ----------
    here : str
        The kind of tool that it stands in.
    menu : str
        What it is called.
    tools : list of dict
        Kind, notebook, name and hint of each, and what is said where something goes along.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = HANDED + HERE.with_suffix(".js").read_text("utf-8")
    _css = HERE.with_suffix(".css").read_text("utf-8")
    here = traitlets.Unicode().tag(sync=True)
    menu = traitlets.Unicode().tag(sync=True)
    tools: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)


class Elsewhere:
    """Leads from one tool to the others.

    Parameters
    ----------
    kind : str
        Of the tool that it stands in.
    guard : Guard
        Tells what of that which was carried here cannot be read or shown.
    memory : Memory
        What is kept comes back first; then what was carried here is a step from there.
    carried : callable
        Gives the code of what goes along; ``""`` for nothing.
    take : callable
        Shows what was carried here.

    Attributes
    ----------
    widget : ToolMenu
    """

    def __init__(
        self,
        kind: str,
        guard: Guard,
        memory: Memory,
        carried: Callable[[], str],
        take: Callable[[str], None],
    ) -> None:
        self._guard, self._memory = guard, memory
        self._carried, self._take = carried, take
        self.widget = ToolMenu(here=kind, _dom_classes=("vf-elsewhere",))
        self.widget.on_msg(lambda _, message, __: self._hear(message))

    def has(self, kind: str) -> bool:
        """Whether a tool of this kind is served, and no other kind than this one."""
        return bool(notebook_of(kind)) and kind != self.widget.here

    def go(self, kind: str) -> None:
        """Have the page go to a tool that is served; nothing goes along."""
        self.widget.send({"go": kind})

    def show(self, words: Words) -> None:
        """Name the tools that are served, in this language."""
        served = _served()
        gives = bool(self._carried())
        self.widget.menu = words("elsewhere.menu")
        self.widget.tools = [
            {
                "kind": kind,
                "notebook": notebook,
                "name": words(f"elsewhere.{kind}"),
                "hint": words(f"elsewhere.{kind}_hint"),
                "along": words("elsewhere.along") if gives and doors.takes(kind) else "",
            }
            for kind, notebook in doors.notebooks().items()
            if notebook in served
        ]

    def _hear(self, message: dict[str, Any]) -> None:
        if "carry" in message:
            self._memory.write()  # the page may be about to go
            self.widget.send({"carried": self._carried(), "number": message["carry"]})
        elif "take" in message:
            self._memory.when_awake(lambda: self._put(message["take"]))

    def _put(self, code: str) -> None:
        self._guard(lambda _: self._take(code))(None)


def notebook_of(kind: str) -> str:
    """The notebook of a kind of tool, where it is served; else ``""``."""
    found = doors.notebooks().get(kind, "")
    return found if found in _served() else ""


def _served() -> list[str]:
    return os.environ.get(SERVED, "").split()
