"""What a model of a night must know beforehand, and learns from another night."""

from __future__ import annotations

from typing import NamedTuple

from valgforbund.night.entries import Entry


class Constants(NamedTuple):
    """How far votes stray, learnt from a night that is over; see `learning`.

    Shares are measured as arcsin(sqrt(share)), in which a change of 0.01 is about one percentage
    point for a list with a third of the votes, and less for smaller ones.

    Attributes
    ----------
    country : float
        How far a party's change in the country is from none.
    council : float
        How far a list's change in one council is from its change in the country.
    area : float
        How far its change in an area is from its change in the council.
    new : float
        How many times farther both are for lists that did not stand last time.
    voters : float
        Variance of one voter's choice: an area of n voters strays by voters / n more.
    likeness : float
        How unlike last time two areas must be to stray on their own; 1 is as unlike as two areas
        of a council usually are.
    distance : float
        How far from each other, in kilometres.
    slope : float
        How much changes may depend on what areas and councils voted last time.
    size : float
        How fast straying grows with a list's share: the exponent of its variance.
    tail : float
        Degrees of freedom: small where some lists stray much more than others.
    entry, entry_candidates, entry_voters : float
        The logarithm of the measured share that a new list can expect, and how it grows with the
        logarithms of its candidates and of the council's voters, in tens of thousands; see
        `entries`.
    candidates : float
        The logarithm of its candidates where they are not known.
    entry_spread : float
        How far what a new list gets is from that.
    turnout : float
        How far the logarithm of an area's turnout is from what it was last time.
    turnout_kept : float
        How much of an area's difference in turnout it keeps.
    width : float
        How many times wider intervals must be than all this says, to cover what they should.
    """

    country: float
    council: float
    area: float
    new: float
    voters: float
    likeness: float
    distance: float
    slope: float
    size: float
    tail: float
    entry: float
    entry_candidates: float
    entry_voters: float
    candidates: float
    entry_spread: float
    turnout: float
    turnout_kept: float
    width: float

    @property
    def entering(self) -> Entry:
        """What new lists can expect."""
        return Entry(*(getattr(self, name) for name in Entry._fields))
