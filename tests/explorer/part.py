"""A part of a tool as a person meets it, without a browser: by the names that are on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.workbench.markup import label as as_label
from valgforbund.explorer.workbench.tab_row import Panel
from valgforbund.explorer.workbench.table import Table
from valgforbund.wording import Words

HTML = (widgets.HTML, Table)  # what holds HTML
ROW = r'<tr data-row="(.*?)">.*?<button.*?>(.*?)</button>'


def plain(text: str) -> str:
    """What is read of a piece of HTML: no tags, ordinary blanks."""
    return Markup(text).striptags().replace("\xa0", " ")


def classes(widget: widgets.Widget) -> tuple[str, ...]:
    """The classes that the style sheet knows a widget by."""
    return tuple(getattr(widget, "_dom_classes", ()))


def is_hidden(widget: widgets.Widget) -> bool:
    return widget.has_trait("layout") and widget.layout.display == "none"


def _inside(widget: widgets.Widget, seen_only: bool) -> Iterator[widgets.Widget]:
    if not (seen_only and is_hidden(widget)):
        yield widget
        for child in getattr(widget, "children", ()):
            yield from _inside(child, seen_only)


class Part:
    """A widget with all that is in it.

    Parameters
    ----------
    root : Widget
    texts : callable
        Gives the words of the language that is shown now.
    """

    def __init__(self, root: widgets.Widget, texts: Callable[[], Words]) -> None:
        self.root, self._texts = root, texts

    # ---- finding things ----

    @property
    def words(self) -> Words:
        return self._texts()

    def widgets(self, seen_only: bool = False) -> Iterator[widgets.Widget]:
        """Everything in it, from top to bottom; or only what is not hidden."""
        return _inside(self.root, seen_only)

    def labels(self, seen_only: bool = False) -> dict[str, list[widgets.Widget]]:
        """Every input by its label, and buttons also by what they say in full."""
        found: dict[str, list[widgets.Widget]] = {}
        for widget in self.widgets(seen_only):
            names = {getattr(widget, "description", "")}
            if isinstance(widget, widgets.Button):
                names.add(widget.tooltip)
            for name in filter(None, names):
                found.setdefault(name, []).append(widget)
        return found

    def find(self, key: str, **values: object) -> Any:
        """The one field with this label, or the one button where no field has it."""
        found = self._named(key, values)
        buttons = [w for w in found if isinstance(w, widgets.Button)]
        return self._one([w for w in found if w not in buttons] or buttons, key)

    def button(self, key: str, **values: object) -> widgets.Button:
        """The one button that says this."""
        found = self._named(key, values)
        return self._one([w for w in found if isinstance(w, widgets.Button)], key)

    def _named(self, key: str, values: dict[str, object]) -> list[widgets.Widget]:
        return self.labels().get(as_label(self.words(key, **values)), [])

    def _one(self, found: list[Any], key: str) -> Any:
        assert len(found) == 1, (key, found)
        return found[0]

    def parts(self, css: str) -> list[Part]:
        """The parts with this class."""
        return [Part(w, self._texts) for w in self.widgets() if css in classes(w)]

    def part(self, css: str) -> Part:
        """The one part with this class."""
        (found,) = self.parts(css)
        return found

    @property
    def tab_row(self) -> widgets.Tab:
        """The tabs in it, those of the tool itself where a tab holds another tool."""
        return next(w for w in self.widgets() if isinstance(w, widgets.Tab))

    def open(self, panel: type[Panel]) -> Part:
        """Open the tab of a panel, if it is not open; what is in it."""
        row = self.tab_row
        row.selected_index = row.titles.index(self.words(panel.title))
        return Part(row.children[row.selected_index], self._texts)

    # ---- doing things ----

    def type(self, key: str, value: str, **values: object) -> None:
        self.find(key, **values).value = value

    def tick(self, key: str, value: bool, **values: object) -> None:
        self.find(key, **values).value = value

    def choose(self, key: str, label: str, **values: object) -> None:
        """Choose from a menu by what stands there."""
        menu = self.find(key, **values)
        labels = [option[0] for option in menu.options]
        assert labels.count(label) == 1, (label, labels)
        menu.value = menu.options[labels.index(label)][1]

    @property
    def tables(self) -> list[Table]:
        """The places with tables in it."""
        return [w for w in self.widgets() if isinstance(w, Table)]

    def pressable(self) -> dict[str, tuple[Table, str]]:
        """Every row that can be pressed, by what its first cell says."""
        return {
            plain(name).strip(): (place, Markup(key).unescape())
            for place in self.tables
            for key, name in re.findall(ROW, place.value, re.DOTALL)
        }

    def press_row(self, name: str) -> None:
        """Press the row whose first cell says this."""
        place, key = self.pressable()[name]
        place.press(key)

    def press(self, key: str, **values: object) -> None:
        button = self.button(key, **values)
        assert not button.disabled, key
        button.click()

    # ---- seeing things ----

    def sees(self, key: str, **values: object) -> bool:
        """Whether there is an input with this label, and it is not hidden."""
        return as_label(self.words(key, **values)) in self.labels(seen_only=True)

    def value(self, key: str, **values: object) -> Any:
        """What a field shows."""
        return self.find(key, **values).value

    def chosen(self, key: str, **values: object) -> str:
        """What a menu shows."""
        return str(self.find(key, **values).label)

    def choices(self, key: str, **values: object) -> list[str]:
        """What a menu offers."""
        return [label for label, _ in self.find(key, **values).options]

    @property
    def html(self) -> str:
        """All HTML in it, as the browser gets it."""
        return "".join(str(w.value) for w in self.widgets() if isinstance(w, HTML))

    @property
    def text(self) -> str:
        """All that can be read in it."""
        shown = (str(w.value) for w in self.widgets(seen_only=True) if isinstance(w, HTML))
        return plain("".join(html for html in shown if not html.startswith("<style")))

    @property
    def sentences(self) -> list[str]:
        """The paragraphs in it."""
        return _sentences(self.html)

    @property
    def answer(self) -> str:
        """The HTML that a screen reader reads out when it changes."""
        seen = (w for w in self.widgets(seen_only=True) if isinstance(w, HTML))
        return "".join(w.value for w in seen if 'role="status"' in w.value)

    @property
    def said(self) -> list[str]:
        """The sentences of the answer."""
        return _sentences(self.answer)

    @property
    def pictures(self) -> list[str]:
        """The pictures in it, each with its text alternative."""
        return re.findall(r'<svg class="vf-chart"[^>]*>', self.html)


def _sentences(html: str) -> list[str]:
    return [plain(each) for each in re.findall(r"<p\b.*?</p>", html, re.DOTALL)]
