"""One exercise: a question, the answer that the engine gives, and how an attempt is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from valgforbund import parsing


@dataclass(frozen=True)
class Exercise:
    """What is asked, and what is right.

    Attributes
    ----------
    question, reason : str
        What is asked, and why the answer is what it is.
    answer : str
        A whole number to be typed, or one of the choices.
    choices : tuple of str
        What can be chosen; empty where a number is typed.
    traps : mapping of str to str
        Wrong answers with what is wrong with them.

    Examples
    --------
    >>> one = Exercise("What is 1 + 1?", "One and one is two.", "2", traps={"11": "Add them."})
    >>> one.read(" 2 "), one.is_right("2"), one.traps["11"]
    ('2', True, 'Add them.')
    """

    question: str
    reason: str
    answer: str
    choices: tuple[str, ...] = ()
    traps: Mapping[str, str] = field(default_factory=dict)

    def read(self, attempt: str) -> str:
        """What was meant, as answers are written.

        Raises
        ------
        ScenarioError
            If a number is asked for, and this is none.
        """
        return attempt if self.choices else str(parsing.whole_number(attempt))

    def is_right(self, attempt: str) -> bool:
        """Whether what was read is the answer."""
        return attempt == self.answer
