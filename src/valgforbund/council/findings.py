"""What an agreement lacks, or has too much of.

Source: kommunestyrelsesloven § 6 (one mayor), § 17 (sizes; special committees may have members from
outside), § 18 (the mayor chairs the finance committee), § 22 (every standing committee has a
chair), § 25 (d'Hondt over groups, unless all agree).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from valgforbund.council.agreement import (
    CHAIR,
    DEPUTY,
    MAYOR,
    OUTSIDE,
    PLACES,
    VICE,
    Agreement,
    Post,
)
from valgforbund.council.committee import FINANCE, OTHER, STANDING, Committee
from valgforbund.council.regrouping import standing_by_group


class Finding(NamedTuple):
    """One thing to look at.

    Attributes
    ----------
    code : str
        What it is; see `findings`.
    body : str
        The committee, where it is about one.
    who : str
        The list or person, where it is about one.
    number : int
        How many.
    """

    code: str
    body: str = ""
    who: str = ""
    number: int = 1


def findings(agreement: Agreement) -> tuple[Finding, ...]:
    """Everything that an agreement lacks or has too much of.

    Returns
    -------
    tuple of Finding
        Codes: ``no_majority`` (number: seats that the parties lack); ``mayor_missing``,
        ``mayor_twice``; ``finance_chair`` (who: a list that is to chair the finance committee and
        is not the mayor's); ``chair_missing``, ``chair_twice``, ``vice_twice`` (body);
        ``not_filled``, ``overfilled`` (body, number); ``no_seat`` (who has no seat in the council
        but a post that needs one, body); ``too_many`` (who has more places there than members);
        ``consent`` (who: a group outside the agreement that has fewer places in this body than
        d'Hondt gives it, also after the levelling, number: how many fewer; it must consent);
        ``size_unknown`` (body: a committee whose size is not stated); ``person_twice`` (who,
        body); ``holder_missing`` and ``person_missing`` (number of posts without a list, and of
        posts with a list but without a name).

    Examples
    --------
    >>> from valgforbund.council import agree
    >>> a = agree({"A": 9, "C": 5}, {"Børn": 3}, ["C"]).give("mayor", "Borgmester", "C", "Hansen")
    >>> [tuple(each) for each in findings(a)]
    [('no_majority', '', '', 3), ('chair_missing', 'Børn', '', 1), ('not_filled', 'Børn', '', 3)]
    """
    return (
        *_majority(agreement),
        *_mayor(agreement),
        *(each for one in agreement.committees.committees for each in _committee(agreement, one)),
        *_bodies(agreement),
        *_seats(agreement),
        *_people(agreement),
    )


def _majority(agreement: Agreement) -> Iterator[Finding]:
    council = agreement.council
    lacking = council.majority - sum(map(council.bench, agreement.parties))
    if agreement.parties and lacking > 0:
        yield Finding("no_majority", number=lacking)


def _mayor(agreement: Agreement) -> Iterator[Finding]:
    mayors = [post for post in agreement.posts if post.kind == MAYOR]
    if not any(post.holder for post in mayors):
        yield Finding("mayor_missing")
    if len(mayors) > 1:
        yield Finding("mayor_twice", number=len(mayors))


def _committee(agreement: Agreement, committee: Committee) -> Iterator[Finding]:
    """One chair, as many places as it has, nobody with too many, and d'Hondt or consent."""
    name = committee.name
    posts = agreement.places(committee)
    yield from _chairs(agreement, committee, [post for post in posts if post.kind == CHAIR])
    if (many := sum(post.kind == VICE for post in posts)) > 1:
        yield Finding("vice_twice", name, number=many)
    held = Counter(post.holder for post in posts if post.holder)
    missing = agreement.committees.places(committee) - sum(held.values())
    if missing > 0:
        yield Finding("not_filled", name, number=missing)
    if missing < 0:
        yield Finding("overfilled", name, number=-missing)
    for letter, places in held.items():
        if committee.kind != OTHER and places > agreement.council.bench(letter) > 0:
            yield Finding("too_many", name, letter, places)
    if not missing:
        yield from _consent(agreement, committee, held)


def _chairs(agreement: Agreement, committee: Committee, chairs: list[Post]) -> Iterator[Finding]:
    """The mayor chairs the finance committee; a standing committee has a chair."""
    mayors = {post.holder for post in agreement.posts if post.kind == MAYOR}
    if committee.kind == FINANCE:
        for post in chairs:
            if post.holder and mayors and post.holder not in mayors:
                yield Finding("finance_chair", committee.name, post.holder)
    elif committee.kind != OTHER and not any(post.holder for post in chairs):
        yield Finding("chair_missing", committee.name)
    if len(chairs) > 1:
        yield Finding("chair_twice", committee.name, number=len(chairs))


def _consent(agreement: Agreement, committee: Committee, held: Counter[str]) -> Iterator[Finding]:
    """Who has fewer places than d'Hondt gives; those who agreed have given theirs up."""
    council, state = agreement.council, agreement.shared
    levelled, standing = standing_by_group(state), _standing(agreement)
    for group in council.groups:
        if group.name not in state.names or {*group.letters} <= {*agreement.parties}:
            continue
        got = sum(held[letter] for letter in group.letters)
        lacking = state.spans(committee)[group.name].low - got
        in_all = sum(standing[letter] for letter in group.letters)
        if committee.kind == STANDING and in_all >= levelled[group.name].low:
            continue
        if lacking > 0:
            yield Finding("consent", committee.name, group.name, lacking)


def _standing(agreement: Agreement) -> Counter[str]:
    """Places in all standing committees by list."""
    every = agreement.committees.standing
    return Counter(post.holder for each in every for post in agreement.places(each) if post.holder)


def _bodies(agreement: Agreement) -> Iterator[Finding]:
    known = {each.name for each in agreement.committees.committees}
    bodies = dict.fromkeys(post.body for post in agreement.posts if post.kind in PLACES)
    yield from (Finding("size_unknown", body) for body in bodies if body not in known)


def _seats(agreement: Agreement) -> Iterator[Finding]:
    """Only special committees, boards and delegations have members from outside the council."""
    outside = {each.name for each in agreement.committees.committees if each.kind == OTHER}
    for post in dict.fromkeys(agreement.posts):
        needs = post.kind != OUTSIDE and post.body not in outside
        if needs and post.holder and not agreement.council.bench(post.holder):
            yield Finding("no_seat", post.body, post.holder)


def _people(agreement: Agreement) -> Iterator[Finding]:
    named = Counter(
        (post.body, post.person)
        for post in agreement.posts
        if post.person and post.kind in (*PLACES, DEPUTY)
    )
    for (body, person), many in named.items():
        if many > 1:
            yield Finding("person_twice", body, person, many)
    if without := sum(post.holder is None for post in agreement.posts):
        yield Finding("holder_missing", number=without)
    if nameless := sum(bool(post.holder) and not post.person for post in agreement.posts):
        yield Finding("person_missing", number=nameless)
