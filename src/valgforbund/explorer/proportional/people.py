"""Candidates as people type them: a line each, with sex and personal substitute if wanted.

``Maja Berg (k) – Nils Ek (m)`` is Maja Berg, a woman, with the substitute Nils Ek, a man.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from valgforbund.proportional import Candidate

SEXES = {"k": "woman", "w": "woman", "m": "man"}
MARKS = {"woman": " (k)", "man": " (m)", "": ""}
PARTED = re.compile(r"\s+[–—-]\s+|\s*/\s*|\t")
SEXED = re.compile(r"(.*?)\s*\(([kwm])\)\s*", re.IGNORECASE | re.DOTALL)


def read(text: str) -> tuple[Candidate, ...]:
    """The candidates of a text; empty lines are left out.

    Examples
    --------
    >>> read("Maja Berg (k) – Nils Ek (m)")[0]
    Candidate(name='Maja Berg', substitute='Nils Ek', sex='woman', substitute_sex='man')
    """
    return tuple(_candidate(line) for line in text.splitlines() if line.strip())


def written(candidates: Iterable[Candidate]) -> str:
    r"""The text that reads as these candidates.

    Examples
    --------
    >>> written([Candidate("Maja Berg", "Nils Ek", "woman", "man"), Candidate("Bo")])
    'Maja Berg (k) – Nils Ek (m)\nBo'
    """
    return "\n".join(
        each.name
        + MARKS[each.sex]
        + (f" – {each.substitute}{MARKS[each.substitute_sex]}" if each.substitute else "")
        for each in candidates
    )


def _candidate(line: str) -> Candidate:
    member, *rest = PARTED.split(line.strip(), maxsplit=1)
    name, sex = _person(member)
    substitute, substitute_sex = _person(rest[0]) if rest else ("", "")
    return Candidate(name, substitute, sex, substitute_sex)


def _person(text: str) -> tuple[str, str]:
    found = SEXED.fullmatch(text)
    return (found[1].strip(), SEXES[found[2].lower()]) if found else (text.strip(), "")
