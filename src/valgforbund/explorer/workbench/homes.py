"""Where a list can stand: alone, in a group that is there, or in a new one with another list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from valgforbund.explorer.workbench.markup import cut
from valgforbund.wording import Words

ALONE, JOIN, NEW = "alone", "join", "new"  # what a choice does
HUES = 6  # tints that tell alliances and groups apart

Home = tuple[str, str]  # what the choice does, and with whom


def homes(
    words: Words,
    new: str,
    letter: str,
    letters: Sequence[str],
    groups: Iterable[tuple[str, str, Sequence[str]]],
) -> list[tuple[str, Home]]:
    """The choices of a list's menu.

    Parameters
    ----------
    words : Words
    new : str
        Key of the text of a new group with a list.
    letter : str
        Whose menu it is.
    letters : sequence of str
        All lists.
    groups : iterable of (shown, name, letters)
        The groups that are there.
    """
    there = [*groups]
    taken = {each for _, _, inside in there for each in inside}
    free = [other for other in letters if other != letter and other not in taken]
    return [
        (words("lists.alone"), (ALONE, "")),
        *((cut(shown), (JOIN, name)) for shown, name, _ in there),
        *((words(new, letter=cut(other)), (NEW, other)) for other in free),
    ]
