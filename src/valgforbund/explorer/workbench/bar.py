"""The bar of a tool: its name, where we are, the way back, examples, language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.state import State
from valgforbund.wording import LANGUAGES
from valgforbund.wording.catalogue import own_name


class Bar:
    """The line at the top.

    Parameters
    ----------
    state : State
    guard : Guard
    title : str
        Key of the tool's name; ``""`` where the page has it.
    where : sequence of Widget
        What tells and changes what is open.
    examples : collection of str
        Keys of what can be opened with one press.
    open_example : callable
        Opens the example of a key.
    languages : tuple of str
    """

    def __init__(
        self,
        state: State[Any],
        guard: Guard,
        title: str,
        where: Sequence[widgets.Widget] = (),
        examples: Collection[str] = (),
        open_example: Callable[[str], None] = lambda _: None,
        languages: tuple[str, ...] = LANGUAGES,
    ) -> None:
        self._state, self._title = state, title
        self._keys, self._languages = examples, languages
        self._open_chosen = open_example
        self._brand = widgets.HTML()
        self._reset, self._undo, self._redo = (
            fields.Button(guard, key, act, "vf-sign", sign, tip=key)
            for key, act, sign in (
                ("bar.reset", state.reset, "vf-reset"),
                ("bar.undo", state.undo, "vf-undo"),
                ("bar.redo", state.redo, "vf-redo"),
            )
        )
        self._examples = fields.Menu(guard, "bar.examples", self._open_example)
        self._language = fields.Menu(
            guard, "app.language", lambda language: state.look(language=language)
        )
        boxes = [
            [*where],
            [self._reset, self._undo, self._redo],
            [*[self._examples] * bool(examples), self._language],
        ]
        brand = [self._brand] * bool(title)
        made = [widgets.Box(each) for each in boxes if each]
        self.widget = widgets.Box([*brand, *made], _dom_classes=("vf-bar",))
        if title:
            self.widget.add_class("vf-unfolding")
        if any("vf-place" in each._dom_classes for each in where):
            self.widget.add_class("vf-placed")
            made[0].add_class("vf-where")

    def hold(self, files: widgets.Widget, tools: widgets.Widget) -> None:
        """Have the menus of files and of tools, too: before those of examples and language."""
        *before, last = self.widget.children
        last.children = (tools, *last.children)
        self.widget.children = (*before, files, last)

    def _open_example(self, key: str) -> None:
        """What stands first in the menu is its name."""
        if key:
            self._open_chosen(key)

    def show(self, results: Any) -> None:
        """Show which ways lead back, in the language of the results."""
        texts, state = results.words, self._state
        if self._title:
            skip = element("button", texts("bar.skip"), type="button", class_="vf-skip")
            looks = {"type": "button", "class_": "vf-unfold", "aria_expanded": "false"}
            unfold = element("button", texts("bar.unfold"), **looks)
            named = element("h1", texts(self._title), class_="vf-brand")
            self._brand.value = skip + named + unfold
        for button, closed in (
            (self._reset, not state.is_changed),
            (self._undo, not state.can_undo),
            (self._redo, not state.can_redo),
        ):
            button.show(texts)
            button.disabled = closed
        examples = [(texts("bar.examples"), ""), *((texts(key), key) for key in self._keys)]
        self._examples.show(texts, examples, "")
        languages = [(own_name(each), each) for each in self._languages]
        self._language.show(texts, languages, state.view.language)
