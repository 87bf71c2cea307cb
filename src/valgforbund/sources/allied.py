"""Alliances from a column of a table: by a text that members share, or by the partners of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.parsing import ALLIANCE, Lists, Row
from valgforbund.sources.reading import Remark, remark

NO = (
    "nej|intet|ingen|ikke|ikke i|uden|uden for|udenfor|står uden for|no|none|not in|without|"
    "outside|inget|utan|nil"
)
NO_ALLIANCE = re.compile(
    rf"[-–—.0]?|(?:{NO})(?: et| an?)?(?: valgforbund| forbund| alliance| valförbund)?|"
    r"(?:står |stands )?(?:alene|alone|ensam)|n/?a|nan|#.*",
    re.IGNORECASE,
)
WITH = ("med ", "with ", "sammen med ", "together with ", "valgforbund med ")


class Allied(NamedTuple):
    """Members of each alliance, and what is to say of the column."""

    groups: list[list[str]]
    remarks: list[Remark]


def allied(rows: Mapping[str, Row], lists: Lists) -> Allied:
    """Alliances by the texts of a column.

    Parameters
    ----------
    rows : mapping of letter to Row
    lists : Lists
        The same lists, to be found by letter or name.

    Returns
    -------
    Allied
        Lists with the same text are allied. Where the texts name partners (``B og F`` for list A),
        those are, if nobody says otherwise of the same lists.
    """
    texts = {letter: row.other(ALLIANCE) for letter, row in rows.items()}
    told = {letter: each for letter, each in texts.items() if not NO_ALLIANCE.fullmatch(each)}
    named = {letter: _partners(letter, text, lists) for letter, text in told.items()}
    own = {letter: members for letter, members in named.items() if members}
    if own and _agree(own, texts):
        groups = [[*each] for each in dict.fromkeys(own.values())]
        told = {letter: text for letter, text in told.items() if letter not in own}
    else:
        groups = []
    same: dict[str, list[str]] = {}
    for letter, text in told.items():
        same.setdefault(text.casefold(), []).append(letter)
    alone = [each[0] for each in same.values() if len(each) == 1]
    unclear = [letter for letter in alone if letter in own]
    remarks = [
        remark("alliance_unclear", letter=each, text=texts[each], line=rows[each].line)
        for each in unclear
    ]
    remarks += [remark("alliance_of_one", letter=each) for each in alone if each not in unclear]
    return Allied(groups + [each for each in same.values() if len(each) > 1], remarks)


def _partners(letter: str, text: str, lists: Lists) -> tuple[str, ...]:
    """A list and those that its text names, in their order; empty where it names no others."""
    plain = text
    for each in sorted(WITH, key=len, reverse=True):
        if plain.casefold().startswith(each):
            plain = plain[len(each) :]
            break
    try:
        members = {letter, *parsing.letters(plain, lists)}
    except ScenarioError:
        return ()
    return tuple(each for each in lists.letters if each in members) if len(members) > 1 else ()


def _agree(named: Mapping[str, tuple[str, ...]], texts: Mapping[str, str]) -> bool:
    """Whether every partner that is named says the same, or nothing."""
    return all(
        named.get(partner, members) == members and (partner in named or not texts[partner])
        for members in named.values()
        for partner in members
    )
