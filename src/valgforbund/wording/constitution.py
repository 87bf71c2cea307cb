"""What is assumed about a council that constitutes itself, and how we read the law."""

from __future__ import annotations

from markupsafe import Markup, escape

from valgforbund import parsing
from valgforbund.council.proposal import Proposal
from valgforbund.wording.catalogue import Words
from valgforbund.wording.council import counted_part

READINGS = ("levelling", "inside", "lots", "binding", "special")


def notes(words: Words, opened: Proposal) -> list[Markup]:
    """Where the seats are from, and what is assumed."""
    key = f"election.{opened.election}"
    election = words(key) if key in words else opened.election
    source = opened.source if opened.place else f"{opened.source}_own"
    title = ", ".join(filter(None, (opened.place, election)))
    found = [words.html(f"constitution.source_{source}", title=title)]
    for note in opened.notes:
        key = f"constitution.note_{note}"
        if told := parsing.noted([note]):
            found.append(counted_part(words, told))
            continue
        # what has no text is in the words of whoever made the scenario
        found.append(words.html(key) if key in words else escape(note))
    return [Markup("{} ").format(each) for each in found]


def committee_names(words: Words) -> tuple[str, ...]:
    """What committees are usually called, the finance committee first."""
    return tuple(words("constitution.committees").split("|"))


def readings(words: Words) -> list[Markup]:
    """Where the law leaves it open, or leaves it to the groups."""
    return [words.html(f"constitution.reading_{each}") for each in READINGS]
