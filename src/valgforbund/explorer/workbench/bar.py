"""The bar of a tool: its name, where we are, the way back, examples, language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import ipywidgets as widgets

from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.menu import choose
from valgforbund.explorer.workbench.state import State
from valgforbund.wording import LANGUAGES


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
        self._reset, self._undo, self._redo = (widgets.Button() for _ in range(3))
        self._examples = widgets.Dropdown(options=[("", "")])
        self._language = widgets.Dropdown(options=[("", languages[0])])
        boxes = [
            [*where],
            [self._reset, self._undo, self._redo],
            [*[self._examples] * bool(examples), self._language],
        ]
        brand = [self._brand] * bool(title)
        self.widget = widgets.Box([*brand, *(widgets.Box(each) for each in boxes if each)])
        self.widget.add_class("vf-bar")
        self._reset.on_click(guard(lambda _: state.reset()))
        self._undo.on_click(guard(lambda _: state.undo()))
        self._redo.on_click(guard(lambda _: state.redo()))
        self._examples.observe(guard(lambda change: self._open_example(change["new"])), "value")
        self._language.observe(guard(lambda change: state.look(language=change["new"])), "value")

    def _open_example(self, key: str) -> None:
        """What stands first in the menu is its name."""
        if key:
            self._open_chosen(key)

    def show(self, results: Any) -> None:
        """Show which ways lead back, in the language of the results."""
        texts, state = results.words, self._state
        if self._title:
            self._brand.value = element("h1", texts(self._title), class_="vf-brand")
        for button, key, closed in (
            (self._reset, "bar.reset", state.current == state.original),
            (self._undo, "bar.undo", not state.can_undo),
            (self._redo, "bar.redo", not state.can_redo),
        ):
            button.tooltip = button.description = texts(key)
            button.disabled = closed
        examples = [(texts("bar.examples"), ""), *((texts(key), key) for key in self._keys)]
        choose(self._examples, examples, "")
        self._examples.description = texts("bar.examples")
        languages = [(texts(f"app.{each}"), each) for each in self._languages]
        choose(self._language, languages, state.view.language)
        self._language.description = texts("app.language")
