"""Whole numbers, as people type and paste them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.workbench.fields.texts import Text
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import Words

LINE_END = "\u2028"  # access.js puts it between the lines of a column
NONE = frozenset({"", "–", "-"})  # what stands in a field for no number


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

    Its lines are told apart by ``LINE_END``, else by the blanks that a browser puts between them.

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

    def __init__(
        self, guard: Guard, key: str, act: Callable[[Any], None], *classes: str, **looks: Any
    ) -> None:
        super().__init__(guard, key, act, "vf-cell", *classes, **looks)

    def read(self, text: str) -> tuple[int, ...]:
        """The number, or the numbers of a column.

        Raises
        ------
        ScenarioError
            Of a column with the first line that holds no number.
        """
        if LINE_END in text:
            return tuple(self._line(*each) for each in enumerate(text.split(LINE_END), 1))
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

    def _line(self, number: int, text: str) -> int:
        try:
            return self.one(text)
        except ScenarioError:
            raise ScenarioError("cell_line", line=number, value=text.strip()) from None
