"""A committee (udvalg), board or delegation, a seat that changes hands, and members added.

Source: kommunestyrelsesloven §§ 17-18 and 27.
"""

from __future__ import annotations

from typing import NamedTuple

FINANCE, STANDING, OTHER = "finance", "standing", "other"
KINDS = (FINANCE, STANDING, OTHER)


class Committee(NamedTuple):
    """A committee (udvalg), board or delegation.

    Attributes
    ----------
    name : str
    size : int
        Members; odd and at most half of the council for the first two kinds.
    kind : str
        ``"finance"`` (økonomiudvalg), ``"standing"`` (stående udvalg), or ``"other"``: special
        committees (§ 17, stk. 4), boards and delegations.
    office : tuple of str
        Letters of lists with a member there by office, one seat each (mayor, chair).

    Examples
    --------
    >>> Committee("Økonomiudvalget", 7, "finance", ("A",)).office
    ('A',)
    """

    name: str
    size: int
    kind: str = STANDING
    office: tuple[str, ...] = ()


class Transfer(NamedTuple):
    """A seat of a committee that goes from one group to another.

    Examples
    --------
    >>> Transfer("Kulturudvalget", "A-F", "C").taker
    'C'
    """

    committee: str
    giver: str
    taker: str


class Extra(NamedTuple):
    """Members that a group adds to a committee where the levelling cost it its majority.

    Examples
    --------
    >>> Extra("Kulturudvalget", "A-F", 2).members
    2
    """

    committee: str
    group: str
    members: int
