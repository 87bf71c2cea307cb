"""Candidates as people type them: a line each, with sex and personal substitute if wanted.

``Maja Berg (kvinna) – Nils Ek (man)`` is Maja Berg, a woman, with the substitute Nils Ek, a man.
A bracket that says no sex is a party and belongs to the name: ``Kim Exempel (M)``. So is ``(m)``,
unless ``(k)`` or ``(w)`` stands in the same text, which no party is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.proportional.balance import LETTERS, WORDS
from valgforbund.proportional.slates import Candidate, Slate, checked

SWEDISH = {"woman": "kvinna", "man": "man"}
BY_LETTER = re.compile(r"\(\s*[kw]\s*\)")
PARTED = re.compile(r"\s+[–—-]\s+|\s*/\s*|\t")
BRACKET = re.compile(r"\(\s*(\w+)\s*\)")
LAST = re.compile(rf"(.*?)\s*{BRACKET.pattern}\s*", re.DOTALL)
SEVERAL = re.compile(rf"[,;]|\(\w{{1,3}}\)\s*[^\s(]|{PARTED.pattern}")  # the second after a party


def read(text: str) -> tuple[Candidate, ...]:
    r"""The candidates of a text; empty lines are left out.

    Raises
    ------
    ScenarioError
        If a line names more people than one and a substitute.

    Examples
    --------
    >>> read("Maja Berg (kvinna) – Nils Ek (man)")[0]
    Candidate(name='Maja Berg', substitute='Nils Ek', sex='woman', substitute_sex='man')
    >>> [(each.name, each.sex) for each in read("Kim Exempel (M)\nAli (M) (man)")]
    [('Kim Exempel (M)', ''), ('Ali (M)', 'man')]
    """
    sexes = WORDS | LETTERS if BY_LETTER.search(text) else WORDS
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_candidate(line.strip(), n, sexes) for n, line in lines if line.strip())


def slate(name: str, votes: int, candidates: str | Iterable[str | Candidate]) -> Slate:
    r"""A list from names.

    Parameters
    ----------
    name : str
    votes : int
        Closed ballots for it, 0 or more.
    candidates : iterable of str and Candidate, or str
        In order. A text of several lines, or with a sex or a substitute, has one candidate a line;
        in any other the names are separated by blanks.

    Raises
    ------
    ScenarioError
        If votes are no whole number, nobody is named, or a text has commas.

    Examples
    --------
    >>> slate("1", 7, "A B").candidates[1].name
    'B'
    >>> slate("1", 7, "Maja Berg\nNils Ek (man)").candidates[1]
    Candidate(name='Nils Ek', substitute='', sex='man', substitute_sex='')
    """
    return checked(Slate(name, votes, tuple(_people(name, candidates))))


def _people(name: str, candidates: object) -> Iterable[Candidate]:
    if isinstance(candidates, str):
        text = candidates.strip()
        by_line = len(text.splitlines()) > 1 or SEVERAL.search(text) or BRACKET.search(text)
        return read(text) if by_line else map(Candidate, text.split())
    if isinstance(candidates, Candidate) or not isinstance(candidates, Iterable):
        raise ScenarioError("candidates_not_names", slate=name, value=candidates)
    each = checks.in_turn(candidates)
    return (one if isinstance(one, Candidate) else Candidate(one) for one in each)


def marked(name: str, sex: str, marks: Mapping[str, str] = SWEDISH) -> str:
    """A name with its sex, where that is stated, in the words of a language."""
    return f"{name} ({marks[sex]})" if sex else name


def written(candidates: Iterable[Candidate], marks: Mapping[str, str] = SWEDISH) -> str:
    r"""The text that reads as these candidates.

    Examples
    --------
    >>> written([Candidate("Maja Berg", "Nils Ek", "woman", "man"), Candidate("Bo")])
    'Maja Berg (kvinna) – Nils Ek (man)\nBo'
    """
    return "\n".join(
        marked(each.name, each.sex, marks)
        + (f" – {marked(each.substitute, each.substitute_sex, marks)}" if each.substitute else "")
        for each in candidates
    )


def _candidate(line: str, n: int, sexes: Mapping[str, str]) -> Candidate:
    member, *rest = PARTED.split(line, maxsplit=1)
    name, sex = _person(member, sexes)
    substitute, substitute_sex = _person(rest[0], sexes) if rest else ("", "")
    for each in (name, substitute):
        if SEVERAL.search(each) or any(_sex(one, sexes) for one in BRACKET.findall(each)):
            raise ScenarioError("candidates_in_a_line", line=n, value=line)
    return Candidate(name, substitute, sex, substitute_sex)


def _person(text: str, sexes: Mapping[str, str]) -> tuple[str, str]:
    found = LAST.fullmatch(text)
    sex = _sex(found[2], sexes) if found else ""
    return (found[1] if found and sex else text).strip(), sex


def _sex(word: str, sexes: Mapping[str, str]) -> str:
    """The sex that a word says; letters are small, because a party's is large."""
    return sexes.get(word if len(word) == 1 else word.casefold(), "")
