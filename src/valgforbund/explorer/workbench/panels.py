"""The named parts of a tool, each to be shown alone in a cell of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.tab_row import TabRow


class PanelUnknown(ScenarioError, KeyError):  # noqa: N818 -- as `ScenarioError`
    """There is no part of this name."""


class Panels(Mapping[str, widgets.Box]):
    """Parts by name; each is made when it is first asked for, and is live until it is closed.

    Parameters
    ----------
    parts : mapping of str to Widget
        What always shows.
    tabs : TabRow, optional
        Its panels are parts, too, whether their tab is open or not.
    around : sequence of Widget
        What each needs beside it: looks, and the place for messages.
    looks : sequence of str
        Classes of a part that stands alone.
    """

    def __init__(
        self,
        parts: Mapping[str, widgets.Widget],
        tabs: TabRow | None,
        around: Sequence[widgets.Widget],
        looks: Sequence[str],
    ) -> None:
        self._parts, self._tabs = parts, tabs
        self._names = [*parts, *(tabs.names if tabs is not None else ())]
        self._around, self._looks = around, looks
        self._made: dict[str, widgets.Box] = {}

    def __getitem__(self, name: str) -> widgets.Box:
        """The part of this name; the same widget each time, which can be shown in many cells."""
        if name not in self._names:
            raise PanelUnknown("panel_unknown", name=name, kinds=", ".join(self._names))
        made = self._made.get(name)
        if made is None or made.comm is None:  # never made, or closed
            made = self._made[name] = self._alone(name)
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<Panels: {', '.join(self._names)}>"

    def _alone(self, name: str) -> widgets.Box:
        box = widgets.Box()
        for each in (*self._looks, "vf-alone"):
            box.add_class(each)
        part: Any = self._parts.get(name)
        if part is None and self._tabs is not None:
            part = self._tabs.apart(name, box)
        box.children = (*self._around, part)
        return box
