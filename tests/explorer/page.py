"""The explorer as a person meets it, without a browser: by the names that are on the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund import Scenario
from valgforbund.explorer import Explorer
from valgforbund.wording import Words, words


def plain(text: str) -> str:
    """What is read of a piece of HTML: no tags, ordinary blanks."""
    return Markup(text).striptags().replace("\xa0", " ")


class Page:
    """One explorer and what a person can do with it.

    Parameters
    ----------
    scenario : Scenario, optional
        What to open.
    language : str
    """

    def __init__(self, scenario: Scenario | None = None, language: str = "da") -> None:
        self.explorer = Explorer(scenario, language)
        self.state = self.explorer.state

    # ---- finding things ----

    @property
    def words(self) -> Words:
        return words(self.state.view.language)

    @property
    def scenario(self) -> Scenario:
        return self.explorer.scenario

    def widgets(self) -> Iterator[widgets.Widget]:
        """Everything on the page, from top to bottom."""
        waiting: list[widgets.Widget] = [self.explorer]
        while waiting:
            widget = waiting.pop(0)
            yield widget
            waiting = [*getattr(widget, "children", ()), *waiting]

    def find(self, key: str, **values: object) -> Any:
        """The one input whose label is this text."""
        label = self.words(key, **values)
        found = [w for w in self.widgets() if getattr(w, "description", None) == label]
        assert len(found) == 1, (label, found)
        return found[0]

    def html_with(self, css: str) -> str:
        """The HTML of the part with this class."""
        for widget in self.widgets():
            if css in getattr(widget, "_dom_classes", ()):
                return str(widget.value)
        raise AssertionError(css)

    # ---- doing things ----

    def type(self, key: str, value: str, **values: object) -> None:
        self.find(key, **values).value = value

    def choose(self, key: str, label: str, **values: object) -> None:
        """Choose from a menu by what stands there."""
        menu = self.find(key, **values)
        labels = [option[0] for option in menu.options]
        assert labels.count(label) == 1, (label, labels)
        menu.value = menu.options[labels.index(label)][1]

    def press(self, key: str) -> None:
        button = self.find(key)
        assert not button.disabled, key
        button.click()

    def votes(self, letter: str, text: str) -> None:
        self.type("lists.votes_of", text, letter=letter)

    def ally(self, letter: str, label: str) -> None:
        self.choose("lists.alliance_of", label, letter=letter)

    def alone(self, letter: str) -> None:
        self.ally(letter, self.words("lists.alone"))

    def slide(self, votes: int) -> None:
        self.slider.value = votes

    # ---- seeing things ----

    @property
    def slider(self) -> widgets.IntSlider:
        (found,) = (w for w in self.widgets() if isinstance(w, widgets.IntSlider))
        return found

    @property
    def alert(self) -> str:
        return plain(self.html_with("vf-alert"))

    @property
    def banner(self) -> str:
        return plain(self.html_with("vf-banner"))

    @property
    def sentences(self) -> list[str]:
        return [plain(each) for each in re.findall(r"<p.*?</p>", self.html_with("vf-headline"))]

    @property
    def first(self) -> str:
        return self.sentences[0]

    @property
    def focus(self) -> frozenset[str]:
        return frozenset(self.find("view.focus").value)

    @property
    def rows(self) -> dict[str, list[widgets.Widget]]:
        """The widgets of each row, by letter."""
        (body,) = (w for w in self.widgets() if "vf-rows" in getattr(w, "_dom_classes", ()))
        return {
            html.unescape(re.search(r'title="([^"]*)"', row.children[0].value)[1]).split(" ")[0]: [
                *row.children
            ]
            for row in body.children
        }

    def row(self, letter: str) -> list[str]:
        """What a row shows in its columns of seats: now, (official,) other, change."""
        cell = self.rows[letter][6].value
        return [plain(each) for each in re.findall(r"<(?:b|span).*?</(?:b|span)>", cell)]

    def before(self, letter: str) -> str:
        return plain(self.rows[letter][7].value)

    def seats(self) -> dict[str, str]:
        return {letter: self.row(letter)[0] for letter in self.rows}

    @property
    def html(self) -> str:
        """All HTML on the page, as the browser gets it."""
        return "".join(str(w.value) for w in self.widgets() if isinstance(w, widgets.HTML))

    def texts(self) -> list[str]:
        """Every text on the page: labels, choices, hints, HTML, titles of folds."""
        found = []
        for widget in self.widgets():
            if isinstance(widget, widgets.HTML):
                found.append(str(widget.value))
            found += [getattr(widget, name, "") or "" for name in ("description", "placeholder")]
            found += [str(option[0]) for option in getattr(widget, "options", ()) if option]
            found += list(getattr(widget, "titles", ()))
        return found

    def assert_in_step(self) -> None:
        """Every input shows what the scenario holds, and nothing is stuck."""
        s, view, texts = self.scenario, self.state.view, self.words
        assert len(self.rows) == len(s.letters)
        for letter, votes, limit, name in zip(s.letters, s.ballots, s.limits, s.names, strict=True):
            if view.per_cent_of:
                shown = self.find("lists.per_cent_of", letter=letter).value
                assert shown == texts.per_cent(votes / view.per_cent_of)
            else:
                assert self.find("lists.votes_of", letter=letter).value == texts.number(votes)
            candidates = self.find("lists.candidates_of", letter=letter).value
            assert candidates == ("–" if limit is None else str(limit))
            assert self.find("lists.name_of", letter=letter).value == name
            home = s.alliance_of(letter)
            chosen = self.find("lists.alliance_of", letter=letter).value
            assert chosen == (("join", home.name) if home else ("alone", ""))
        assert self.find("bar.seats").value == str(s.seats)
        assert self.find("bar.place").value == ""
        assert self.find("bar.undo").disabled is not self.state.can_undo
        assert self.find("bar.redo").disabled is not self.state.can_redo
        assert self.find("bar.reset").disabled == (s == self.state.original)
        assert self.find("bar.examples").value == ""
        chosen = self.find("slider.list").value
        held = s.ballots[s.letters.index(chosen)]
        assert self.find("slider.votes").value == texts.number(held)
        assert self.slider.value == held
        assert self.slider.min <= held <= self.slider.max
        focus = self.find("view.focus").value
        assert focus in ([each.letters for each in s.alliances] or [()])
        assert self.find("view.ours").value in {"", *s.letters}
        assert not self.explorer.guard.active
        assert not self.explorer.guard._quiet
