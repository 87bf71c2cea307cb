"""The explorer as a person meets it, without a browser: by the names that are on the page."""

from __future__ import annotations

import re
from typing import Any

import ipywidgets as widgets

from explorer.part import HTML, Part, plain
from valgforbund import Scenario
from valgforbund.explorer import Explorer
from valgforbund.explorer.election.questions import QUESTIONS
from valgforbund.explorer.workbench.markup import label as as_label
from valgforbund.explorer.workbench.tab_row import Panel
from valgforbund.wording import words


class Tool(Part):
    """What all tools have in common: a message of what went wrong, and what is assumed."""

    @property
    def alert(self) -> str:
        """What went wrong."""
        html = self.parts("vf-alert")[0].html
        return "" if 'role="status"' in html else plain(html)

    @property
    def told(self) -> str:
        """What an action that went well had to say."""
        html = self.parts("vf-alert")[0].html
        return plain(html) if 'role="status"' in html else ""

    @property
    def banner(self) -> str:
        return plain(self.parts("vf-banner")[0].html)


class Page(Tool):
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
        super().__init__(self.explorer, lambda: words(self.state.view.language))

    @property
    def scenario(self) -> Scenario:
        return self.explorer.scenario

    # ---- doing things ----

    def votes(self, letter: str, text: str) -> None:
        self.type("lists.votes_of", text, letter=letter)

    def ally(self, letter: str, label: str) -> None:
        self.choose("lists.alliance_of", label, letter=letter)

    def alone(self, letter: str) -> None:
        self.ally(letter, self.words("lists.alone"))

    def slide(self, votes: int) -> None:
        self.slider.value = votes

    def open(self, panel: type[Panel]) -> Part:
        """Open the question of a panel and its tab, if they are not open; what is in it."""
        place = next(n for n, question in enumerate(QUESTIONS) if panel in question.panels)
        self.tab_row.selected_index = place
        question = Part(self.tab_row.children[place], self._texts)
        row = question.tab_row
        row.selected_index = QUESTIONS[place].panels.index(panel)
        return Part(row.children[row.selected_index], self._texts)

    # ---- seeing things ----

    @property
    def slider(self) -> widgets.IntSlider:
        (found,) = (w for w in self.widgets() if isinstance(w, widgets.IntSlider))
        return found

    def html_with(self, css: str) -> str:
        """The HTML of the part with this class."""
        return self.part(css).html

    @property
    def sentences(self) -> list[str]:
        """The answer."""
        return [each for part in self.parts("vf-headline") for each in part.sentences]

    @property
    def account(self) -> list[str]:
        """The sentences beside the pictures."""
        self.tab_row.selected_index = 0
        return self.part("vf-sentences").sentences

    @property
    def answers(self) -> list[str]:
        """What stands on the four questions."""
        return [title.partition("\n")[2] for title in self.tab_row.titles]

    @property
    def first(self) -> str:
        return self.sentences[0]

    @property
    def focus(self) -> frozenset[str]:
        return frozenset(self.find("view.focus").value)

    @property
    def rows(self) -> dict[str, list[widgets.Widget]]:
        """The widgets of each row, by letter."""
        rows = [[*row.children] for row in self.part("vf-rows").root.children]
        return dict(zip(self.scenario.letters, rows, strict=True))

    def row(self, letter: str) -> list[str]:
        """What a row shows in its columns of seats: now, (official,) other, change."""
        cell = self.rows[letter][6].value
        return [plain(each) for each in re.findall(r"<(?:b|span).*?</(?:b|span)>", cell)]

    def before(self, letter: str) -> str:
        return plain(self.rows[letter][7].value)

    def converted(self, letter: str) -> str:
        """The votes that a share is, in its field."""
        found = re.search(r'<span class="vf-converted".*?</span>', self.rows[letter][3].value)
        return plain(found[0]) if found else ""

    def seats(self) -> dict[str, str]:
        return {letter: self.row(letter)[0] for letter in self.rows}

    def texts(self) -> list[str]:
        """Every text on the page: labels, choices, hints, HTML, titles of folds."""
        found = []
        for widget in self.widgets():
            if isinstance(widget, HTML):
                found.append(str(widget.value))
            found += [getattr(widget, name, "") or "" for name in ("description", "placeholder")]
            if isinstance(widget, widgets.Dropdown):
                found += [label for label, _ in widget.options]
            found += list(getattr(widget, "titles", ()))
        return found

    def assert_in_step(self) -> None:
        """Every input shows what the scenario holds, and nothing is stuck."""
        s, view, texts = self.scenario, self.state.view, self.words
        labels = self.labels()

        def shown(key: str, **values: object) -> Any:
            (widget,) = labels[as_label(texts(key, **values))]
            return widget

        assert len(self.rows) == len(s.letters)
        for letter, votes, limit, name in zip(s.letters, s.ballots, s.limits, s.names, strict=True):
            if view.per_cent_of:
                share = shown("lists.per_cent_of", letter=letter).value
                assert share == texts.per_cent(votes / view.per_cent_of)
            else:
                assert shown("lists.votes_of", letter=letter).value == texts.number(votes)
            candidates = shown("lists.candidates_of", letter=letter).value
            assert candidates == ("–" if limit is None else str(limit))
            assert shown("lists.name_of", letter=letter).value == name
            home = s.alliance_of(letter)
            chosen = shown("lists.alliance_of", letter=letter).value
            assert chosen == (("join", home.name) if home else ("alone", ""))
        assert shown("bar.seats").value == str(s.seats)
        assert shown("bar.place").value == ""
        assert shown("bar.undo").disabled is not self.state.can_undo
        assert shown("bar.redo").disabled is not self.state.can_redo
        assert shown("bar.reset").disabled is not self.state.is_changed
        assert shown("bar.examples").value == ""
        chosen = shown("slider.list").value
        held = s.ballots[s.letters.index(chosen)]
        assert shown("slider.votes").value == texts.number(held)
        assert self.slider.value == held
        assert self.slider.min <= held <= self.slider.max
        focus = shown("view.focus").value
        assert focus in ([each.letters for each in s.alliances] or [()])
        assert shown("view.ours").value in {"", *s.letters}
        assert not self.explorer.guard.active
