"""Committees as they are named: sizes, seats by office and members taking part are checked.

Source: kommunestyrelsesloven § 17 (odd sizes, at most half of the council; special committees are
free), § 18 (the mayor chairs the finance committee), § 65 (chairs elected beforehand).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import pandas as pd

from valgforbund import checks
from valgforbund.council.committee import FINANCE, KINDS, OTHER, Committee
from valgforbund.council.committees import Committees
from valgforbund.council.council import Council
from valgforbund.errors import ScenarioError

NAMELESS = "committee_without_name"

CommitteesLike: TypeAlias = Mapping[str, int] | Iterable[Committee]


def appoint(
    council: Council | Mapping[str, int] | pd.Series,
    committees: CommitteesLike,
    finance: str | None = None,
    mayor: str | None = None,
    office: Mapping[str, Iterable[str]] | None = None,
    present: Mapping[str, int] | None = None,
) -> Committees:
    """Share the seats of committees among the groups of the council.

    Parameters
    ----------
    council : Council, or seats by letter
    committees : mapping of name to size, or iterable of Committee
        In a mapping all are standing committees but the one named in `finance`.
    finance : str, optional
        Which of them is the finance committee.
    mayor : str, optional
        The list that has the mayor, who chairs the finance committee.
    office : mapping of committee to letters, optional
        Lists with a member by office, such as a chair elected beforehand (§ 65).
    present : mapping of letter to int, optional
        Members taking part, for lists where some do not; substitutes count. Default: all.

    Raises
    ------
    ScenarioError
        If a committee is even or larger than half of the council, there are two finance
        committees, or a list is to hold more by office than it has members.

    Examples
    --------
    >>> c = appoint({"A": 14, "C": 5}, dict.fromkeys(("Børn", "Kultur"), 5) | {"ØU": 7}, "ØU", "C")
    >>> c.seats.to_dict("index")
    {'Børn': {'A': 4, 'C': 1}, 'Kultur': {'A': 4, 'C': 1}, 'ØU': {'A': 5, 'C': 2}}
    """
    body = council if isinstance(council, Council) else Council(council)
    if isinstance(committees, Mapping | pd.Series):
        every = [
            Committee(checks.letter(name, NAMELESS), size) for name, size in committees.items()
        ]
    else:
        every = list(committees) if isinstance(committees, Iterable) else [committees]
        if not all(isinstance(each, Committee) for each in every):
            raise ScenarioError("committees_not_named", value=committees)
    by_office = {
        name: tuple(checks.in_turn(letters))
        for name, letters in checks.by_name({} if office is None else office).items()
    }
    wanted = None if finance is None else checks.plain(finance)
    chair = None if mayor is None else body.known(mayor)
    read = []
    for each in every:
        kind = FINANCE if checks.plain(each.name) == wanted else each.kind
        extra = by_office.get(checks.plain(each.name), ())
        own = tuple(checks.in_turn(each.office))
        if kind == FINANCE and chair is not None and chair not in map(body.known, own):
            extra = (chair, *extra)
        read.append(_checked(body, each._replace(kind=kind, office=(*own, *extra))))
    names = [each.name for each in read]
    for name in names:
        if names.count(name) > 1:
            raise ScenarioError("committee_repeated", name=name)
    if len(chaired := [each.name for each in read if each.kind == FINANCE]) > 1:
        raise ScenarioError("finance_repeated", committees=", ".join(chaired))
    for name in (*by_office, *([] if wanted is None else [wanted])):
        if name not in names:
            raise ScenarioError("committee_unknown", value=name, committees=", ".join(names))
    return Committees(body, tuple(read), _taking_part(body, present))


def _checked(council: Council, committee: Committee) -> Committee:
    """The committee with checked size, kind and seats by office."""
    name = checks.letter(committee.name, NAMELESS)
    if committee.kind not in KINDS:
        raise ScenarioError("committee_kind", value=committee.kind, kinds=", ".join(KINDS))
    if committee.kind == OTHER:
        size = checks.whole(committee.size, 1, "body_size", committee=name, most=council.size)
        if size > council.size:
            raise ScenarioError("body_size", value=size, committee=name, most=council.size)
    else:
        half = council.size // 2
        size = checks.whole(committee.size, 1, "committee_size", committee=name, half=half)
        if size > half or size % 2 == 0:
            raise ScenarioError("committee_size", value=size, committee=name, half=half)
    office = tuple(council.known(letter) for letter in committee.office)
    for letter in office:
        if office.count(letter) > council.bench(letter) or len(office) > size:
            raise ScenarioError("office_too_many", letter=letter, committee=name)
    return Committee(name, size, committee.kind, office)


def _taking_part(council: Council, present: Mapping[str, int] | None) -> Council:
    if present is None:
        return council
    taking_part = council.with_seats(present)
    for letter, here, all_ in zip(
        council.letters, taking_part.benches, council.benches, strict=True
    ):
        if here > all_:
            raise ScenarioError("present_too_many", letter=letter, value=here, seats=all_)
    return taking_part
