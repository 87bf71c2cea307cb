"""What can be wrong with what a person gives us, each as a sentence a strategist understands."""

from __future__ import annotations

import math
from functools import partial

ECHO = 40  # characters of a person's input that a message repeats
LIST = 400  # characters of a list of all that is allowed
ALLOWED = (
    "letters",
    "known",
    "names",
    "groups",
    "committees",
    "posts",
    "kinds",
    "remedy",
    "fingerprint",
    "folder",
    "path",
)  # such lists, a line, where a file is


class ScenarioError(ValueError):
    """Something given to us cannot be used; nothing has been changed.

    Parameters
    ----------
    code : str
        The sentence in every language goes by it: ``error.<code>`` in the catalogues.
    **values
        What the sentence names: the offending value, its place, what is allowed.

    Examples
    --------
    >>> print(ScenarioError("votes_not_whole", letter="V", value="12.7"))
    Votes for list V must be a whole number, 0 or more; got '12.7'.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = {
            key: shorten(value, LIST if key in ALLOWED else ECHO) for key, value in values.items()
        }
        super().__init__(code)

    def __str__(self) -> str:
        """The sentence, in English."""
        from valgforbund.wording import words  # noqa: PLC0415 -- sentences stand with all others

        return words("en").plain(self)

    def __reduce__(self) -> tuple[partial[ScenarioError], tuple[()]]:
        """Made again from code and values, so that it can cross processes."""
        return partial(ScenarioError, self.code, **self.values), ()


def shorten(value: object, most: int = ECHO) -> object:
    """Cut an echoed text so that a message stays a message; numbers stay numbers.

    Examples
    --------
    >>> shorten("x" * 50) == "x" * 39 + "…"
    True
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 10**15 else _few_digits(value)
    try:
        text = " ".join(str(value).split())
    except ValueError:  # Python writes no whole number of more than some thousand digits
        text = type(value).__name__
    text = text.encode(errors="replace").decode()  # halves of characters become question marks
    return text if len(text) <= most else text[: most - 1] + "…"


def _few_digits(number: int) -> str:
    """The first digits of a large number, and how many there are.

    Examples
    --------
    >>> _few_digits(-(10**5000))
    '-100000… (5001 digits)'
    """
    digits = int(math.log10(abs(number))) + 1
    first = abs(number) // 10 ** (digits - 6)
    if first < 10**5:  # the logarithm was rounded up to the next power of ten
        digits, first = digits - 1, abs(number) // 10 ** (digits - 7)
    return f"{'-' * (number < 0)}{first}… ({digits} digits)"
