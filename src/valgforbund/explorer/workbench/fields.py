"""Fields: the name, the looks and what is done with what is entered, said where one is made.

A field tells its callback through the guard what a person entered, and shows again what the tool
holds, whatever came of it. `show` names it in the language of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import label
from valgforbund.explorer.workbench.menu import choose
from valgforbund.wording import Words

NONE = frozenset({"", "–", "-"})  # what stands in a field for no number


class _Typed(widgets.DOMWidget):
    """What is typed: told when the person is done with it.

    Parameters
    ----------
    guard : Guard
    key : str
        Key of its name.
    act : callable
        Gets what was entered, when the person is done with it.
    *classes : str
        Its looks.
    hint : str
        Key of what stands in it while it is empty.
    **looks
        Layout and style that it shares with others.
    """

    def __init__(
        self,
        guard: Guard,
        key: str,
        act: Callable[[Any], None],
        *classes: str,
        hint: str = "",
        **looks: Any,
    ) -> None:
        super().__init__(continuous_update=False, _dom_classes=classes, **looks)
        self._key, self._hint, self._guard, self._act, self._held = key, hint, guard, act, ""
        self.observe(guard(self._entered), "value")

    def _entered(self, change: Any) -> None:
        try:
            self._act(self.read(change["new"]))
        finally:
            self._put_back()  # what was shown anew meanwhile, or as before

    def read(self, text: str) -> Any:
        """What a text means here."""
        return text

    def show(self, words: Words, value: str, key: str = "", **names: object) -> None:
        """Show what is held; ``names`` are the values of its name's text."""
        self.description, self._held = label(words(key or self._key, **names)), value
        if self._hint:
            self.placeholder = words(self._hint)
        self._put_back()

    def _put_back(self) -> None:
        with self._guard.quiet():
            self.value = self._held


class Text(_Typed, widgets.Text):
    """A line of text.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> told = []
    >>> field = Text(Guard(lambda *_: None, lambda _: None), "bar.place", told.append)
    >>> field.show(words("da"), "Næstved")
    >>> field.value = "Odense"
    >>> told, field.value, field.description
    (['Odense'], 'Næstved', 'Sted')
    """


class Lines(_Typed, widgets.Textarea):
    """Several lines of text."""


class Whole(Text):
    """A whole number, typed; what is none, or is out of bounds, is refused with the bounds.

    Parameters
    ----------
    least, most : int
    is_optional : bool
        Whether nothing, or a dash, means no number: the callback gets None.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> guard = Guard(lambda error, _: print(error), lambda _: None)
    >>> field = Whole(guard, "bar.seats", print, least=1, most=999)
    >>> field.show(words("en"), "25")
    >>> field.value = "8.1"
    Seats: a whole number from 1 to 999; got '8.1'.
    >>> field.value
    '25'
    """

    def __init__(
        self,
        guard: Guard,
        key: str,
        act: Callable[[Any], None],
        *classes: str,
        least: int = 0,
        most: int = parsing.MOST_VOTES,
        is_optional: bool = False,
        **looks: Any,
    ) -> None:
        super().__init__(guard, key, act, *classes, **looks)
        self._least, self._most, self._is_optional = least, most, is_optional
        self._marks = parsing.DANISH

    def read(self, text: str) -> Any:
        """The number, or None where there may be none."""
        return None if self._is_optional and text.strip() in NONE else self.one(text)

    def one(self, text: str) -> int:
        """The number that is typed."""
        try:
            found = parsing.whole_number(text, self._marks, self._most)
        except ScenarioError:
            found = self._least - 1
        if found < self._least:
            raise ScenarioError(
                "field_not_whole",
                field=self.description,
                least=self._least,
                most=self._most,
                value=text,
            )
        return found

    def show(self, words: Words, value: str, key: str = "", **names: object) -> None:
        """Show what is held, and take the marks of the language from now on."""
        self._marks = words.marks
        super().show(words, value, key, **names)


class Cell(Whole):
    """A whole number in a column: the callback gets it, and those below it where a column came.

    A browser puts blanks between the lines of a column that is pasted into a field.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> guard = Guard(lambda error, _: print(error), lambda _: None)
    >>> cell = Cell(guard, "bar.seats", print)
    >>> cell.show(words("da"), "0")
    >>> cell.value = "8.123 4.040 303"
    (8123, 4040, 303)
    None
    """

    def read(self, text: str) -> tuple[int, ...]:
        """The number, or the numbers of a column."""
        parts = re.split(r"[ \t]+(?![%])", text.strip())
        try:
            return (self.one(text),)
        except ScenarioError:
            if len(parts) == 1:
                raise
        try:
            return tuple(self.one(each) for each in parts)
        except ScenarioError:
            return (self.one(text),)  # refused, with all that was entered


class Menu(widgets.Dropdown):
    """A list of choices.

    Parameters
    ----------
    guard : Guard
    key : str
        Key of its name.
    act : callable
        Gets the choice.
    *classes : str
    **looks
    """

    def __init__(
        self, guard: Guard, key: str, act: Callable[[Any], None], *classes: str, **looks: Any
    ) -> None:
        super().__init__(_dom_classes=classes, **looks)
        self._key, self._guard = key, guard
        self.observe(guard(lambda change: act(change["new"])), "value")

    def show(
        self, words: Words, options: Sequence[tuple[str, Any]], value: Any, **names: object
    ) -> Any:
        """Show the choices and the one that holds, which is given back; see `choose`."""
        self.description = label(words(self._key, **names))
        with self._guard.quiet():
            return choose(self, options, value)


class Tick(widgets.Checkbox):
    """A yes or no.

    Parameters
    ----------
    guard : Guard
    key : str
        Key of its name.
    act : callable
        Gets whether it is ticked.
    *classes : str
    """

    def __init__(self, guard: Guard, key: str, act: Callable[[bool], None], *classes: str) -> None:
        super().__init__(indent=False, _dom_classes=classes)
        self._key, self._guard = key, guard
        self.observe(guard(lambda change: act(change["new"])), "value")

    def show(self, words: Words, value: bool, **names: object) -> None:
        """Show what holds."""
        self.description = label(words(self._key, **names))
        with self._guard.quiet():
            self.value = value


class Button(widgets.Button):
    """Something to press.

    Parameters
    ----------
    guard : Guard
    key : str
        Key of what stands on it.
    act : callable
    *classes : str
    tip : str
        Key of what it says in full.
    """

    def __init__(
        self, guard: Guard, key: str, act: Callable[[], None], *classes: str, tip: str = ""
    ) -> None:
        super().__init__(_dom_classes=classes)
        self._key, self._tip = key, tip
        self.on_click(guard(lambda _: act()))

    def show(self, words: Words, key: str = "", *, seen: bool = True, **names: object) -> None:
        """Name it; one that is not ``seen`` has nothing to do now."""
        self.description = label(words(key or self._key, **names))
        if self._tip:
            self.tooltip = label(words(self._tip, **names))
        self.layout.display = "" if seen else "none"


def row(*inside: widgets.Widget, kind: str = "vf-form") -> widgets.Box:
    """Fields beside each other."""
    return widgets.Box(inside, _dom_classes=(kind,))
