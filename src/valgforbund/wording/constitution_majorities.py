"""Majorities in sentences: who can decide, who is needed, what alliances changed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from valgforbund.council import Majorities, Turnover
from valgforbund.council.majorities import ALONE, NEVER, VETO
from valgforbund.wording.catalogue import Words


def lines(words: Words, m: Majorities) -> list[Markup]:
    """The majority, and who has it alone, is always or is never needed."""
    seats = dict(zip(m.names, m.seats, strict=True))
    found = [words.html("majorities.needed", needed=m.quota, seats=m.council.size)]
    by_role: dict[str, list[str]] = {}
    for name, role in m.roles.items():
        if seats[name]:
            by_role.setdefault(role, []).append(name)
    for role in (ALONE, VETO, NEVER):
        if names := by_role.get(role):
            key = "many" if len(names) > 1 else "one"
            found.append(words.html(f"majorities.{role}.{key}", groups=words.join(names)))
    return found


def needed(words: Words, letter: str, within: Sequence[bool]) -> str:
    """In how many smallest majorities a list is.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> needed(words("da"), "Æ", [True, False, True])
    'Æ er nødvendig i 2 af 3 mindste flertal.'
    """
    many, all_ = sum(within), len(within)
    if many == all_ == 1:
        return words("question.always", letter=letter)
    if not many:
        return words("question.never", letter=letter)
    return words(
        "question.needed", letter=letter, needed=words.number(many), all=words.number(all_)
    )


def role(words: Words, code: str, seats: int) -> str:
    """What a group is, in a word or two."""
    if not seats:
        return words("majorities.role.seatless")
    return words(f"majorities.role.{code or 'needed'}")


def coalition(groups: tuple[str, ...]) -> str:
    """A coalition as it is written."""
    return " + ".join(groups)


def turnover(words: Words, t: Turnover, with_: str, without: str) -> list[Markup]:
    """Which majorities there are only in one of the two worlds, which are named."""
    found = []
    for coalitions, here in ((t.gained, with_), (t.lost, without)):
        if coalitions:
            shown = [coalition(each.groups) for each in coalitions[:MOST]]
            rest = len(coalitions) - len(shown)
            text = "; ".join(shown) + (words("majorities.and_more", n=rest) if rest else "")
            found.append(words.html("majorities.only", world=here, coalitions=text))
    same = words.html("majorities.same", one=with_, other=without)
    return found or [same]


MOST = 6  # coalitions in a sentence
