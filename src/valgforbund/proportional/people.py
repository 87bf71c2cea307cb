"""Candidates as people type them: a line each, with sex and personal substitute if wanted.

``Maja Berg (k) – Nils Ek (m)`` is Maja Berg, a woman, with the substitute Nils Ek, a man.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from valgforbund.errors import ScenarioError
from valgforbund.proportional.slates import Candidate

SEXES = {"k": "woman", "w": "woman", "m": "man"}
PARTED = re.compile(r"\s+[–—-]\s+|\s*/\s*|\t")
SEXED = re.compile(r"(.*?)\s*\(([kwm])\)\s*", re.IGNORECASE | re.DOTALL)
SEVERAL = re.compile(rf"[,;]|\([kwm]\)|{PARTED.pattern}", re.IGNORECASE)


def read(text: str) -> tuple[Candidate, ...]:
    """The candidates of a text; empty lines are left out.

    Raises
    ------
    ScenarioError
        If a line names more people than one and a substitute.

    Examples
    --------
    >>> read("Maja Berg (k) – Nils Ek (m)")[0]
    Candidate(name='Maja Berg', substitute='Nils Ek', sex='woman', substitute_sex='man')
    """
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_candidate(line.strip(), n) for n, line in lines if line.strip())


def marked(name: str, sex: str, woman: str = "k") -> str:
    """A name with the mark of its sex, where that is stated."""
    mark = {"woman": woman, "man": "m"}.get(sex)
    return f"{name} ({mark})" if mark else name


def written(candidates: Iterable[Candidate], woman: str = "k") -> str:
    r"""The text that reads as these candidates; ``woman`` is the mark of the language.

    Examples
    --------
    >>> written([Candidate("Maja Berg", "Nils Ek", "woman", "man"), Candidate("Bo")])
    'Maja Berg (k) – Nils Ek (m)\nBo'
    """
    return "\n".join(
        marked(each.name, each.sex, woman)
        + (f" – {marked(each.substitute, each.substitute_sex, woman)}" if each.substitute else "")
        for each in candidates
    )


def _candidate(line: str, n: int) -> Candidate:
    member, *rest = PARTED.split(line, maxsplit=1)
    name, sex = _person(member)
    substitute, substitute_sex = _person(rest[0]) if rest else ("", "")
    if SEVERAL.search(name) or SEVERAL.search(substitute):
        raise ScenarioError("candidates_in_a_line", line=n, value=line)
    return Candidate(name, substitute, sex, substitute_sex)


def _person(text: str) -> tuple[str, str]:
    found = SEXED.fullmatch(text)
    return (found[1].strip(), SEXES[found[2].lower()]) if found else (text.strip(), "")
