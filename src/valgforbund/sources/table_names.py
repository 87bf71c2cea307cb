"""Letters and names of the lists of a table: those of parties that everybody knows."""

from __future__ import annotations

from valgforbund.parties import party, usual_letter
from valgforbund.sources.known import usual_names


def letter_of(name: str) -> str | None:
    """The usual letter of a party, also with its place behind its name."""
    who = party("", name)
    return usual_letter(name if who.is_local else who.name)


def usual(said: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """Names by letter, and the letters whose party was not said but is known."""
    known = usual_names()
    usual = [each for each, name in said.items() if not name and each in known]
    names = {each: _full(each, name) or known.get(each, "") for each, name in said.items()}
    return {each: name for each, name in names.items() if name}, usual


def _full(letter: str, name: str) -> str:
    """The name, and of an abbreviation that of the party."""
    is_short = bool(name) and party("", name).is_local and usual_letter(name) == letter
    return usual_names().get(letter) or party(letter, name).name if is_short else name
