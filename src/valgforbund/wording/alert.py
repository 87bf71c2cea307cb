"""What went wrong, in a sentence for the person."""

from __future__ import annotations

from valgforbund.errors import ScenarioError
from valgforbund.wording.catalogue import Words


def alert(words: Words, error: Exception, *, kept: bool = False) -> str:
    """The sentence of an error: what the person can mend, or what nobody foresaw.

    Parameters
    ----------
    words : Words
    error : Exception
    kept : bool
        Whether what the person did holds, and only work that it began was not finished.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> alert(words("en"), ScenarioError("letter_empty", value=""))
    'A list needs a letter or short name; the field is empty.'
    """
    if isinstance(error, ScenarioError):
        return words.error(error)
    key = "alert.unfinished" if kept else "alert.unexpected"
    return words(key, kind=type(error).__name__, message=str(error)[:200])
