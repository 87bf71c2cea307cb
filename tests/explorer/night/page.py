"""Valgaften as a person meets it, without a browser: by the names that are on the page."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from explorer.part import Part, classes, plain
from valgforbund.explorer import Night
from valgforbund.explorer.night.country import Map
from valgforbund.explorer.workbench.passage import Passage
from valgforbund.wording import Words, words


class NightPage(Part):
    """The tool, open.

    Parameters
    ----------
    party : str
    time : str
        In UTC; of the evening of 2025.
    """

    def __init__(
        self, party: str = "Alternativet", time: str = "21:00", language: str = "da"
    ) -> None:
        self.tool = Night(party, language)
        self.state = self.tool.state
        super().__init__(self.tool, lambda: self.tool.words)
        self.go(time)

    @property
    def words(self) -> Words:
        return words(self.state.view.language)

    def go(self, time: str) -> None:
        """To a time of the evening, in UTC."""
        self.tool.time = pd.Timestamp(f"2025-11-18 {time}")

    @property
    def line(self) -> Any:
        (found,) = (each for each in self.widgets() if "vf-night-line" in classes(each))
        return found

    def drag(self, minutes: int) -> None:
        """Pull the line to so many minutes after 20:00 in Denmark."""
        self.line.value = minutes * 60

    @property
    def clock(self) -> str:
        return plain(self.part("vf-night-time").html)

    @property
    def map(self) -> Map:
        (found,) = (each for each in self.widgets() if isinstance(each, Map))
        return found

    def press_map(self, code: str) -> None:
        """What the page says when a municipality is pressed."""
        self.map._handle_custom_msg({"press": code}, [])

    @property
    def alert(self) -> str:
        return plain(self.part("vf-alert").html)

    def read(self, css: str) -> str:
        """What stands in the part with this class."""
        return plain(self.part(css).html)

    @property
    def events(self) -> list[str]:
        """What has happened, as it stands there, the newest first."""
        html = self.part("vf-night-events").html
        return [plain(each) for each in re.findall(r"<tr data-row=.*?</tr>", html, re.DOTALL)]

    def press_event(self, place: int) -> None:
        """Press what stands so far down."""
        (table,) = self.part("vf-night-events").tables
        keys = re.findall(r'<tr data-row="(.*?)"', table.value)
        table.press(keys[place])

    def way(self, key: str) -> Passage:
        """The one way to another tool that is called this."""
        name = self.words(key)
        (found,) = (w for w in self.widgets() if isinstance(w, Passage) and w.said["name"] == name)
        return found

    def below(self) -> Any:
        """The explorer that was opened below the council."""
        return self.part("vf-night-council").part("vf-tool-below").root.children[0]
