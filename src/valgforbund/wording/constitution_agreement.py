"""The agreement in words: posts, and what it lacks or has too much of."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from valgforbund.council import Finding, Post
from valgforbund.wording.catalogue import Words


def kind(words: Words, code: str) -> str:
    """What a post is."""
    return words(f"agreement.kind_{code}")


def place(words: Words, code: str, body: str) -> str:
    """A post as a table names it; what says nothing more is left out."""
    title = kind(words, code)
    return (
        body
        if body.casefold() == title.casefold()
        else words("agreement.place", kind=title, body=body)
    )


def post(words: Words, each: Post) -> str:
    """A post with who has it."""
    holder = each.holder or words("agreement.open")
    who = f"{holder} ({each.person})" if each.person else holder
    return words("agreement.held_by", place=place(words, each.kind, each.body), who=who)


def lacks(words: Words, found: Iterable[Finding]) -> list[Markup]:
    """A sentence for every finding."""
    return [
        words.html(f"finding.{each.code}", n=each.number, body=each.body, who=each.who)
        for each in found
    ]
