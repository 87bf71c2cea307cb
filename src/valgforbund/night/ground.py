"""A council before its night: what every area voted last time, and how alike areas are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from valgforbund.night.constants import Constants
from valgforbund.night.council import Council
from valgforbund.night.entries import measured, traits
from valgforbund.parties import Party

SMOOTHED = 20.0  # votes as the whole council cast them that every area is given on top of its own
USUAL = 0.1  # the share of a list that strays as the constants say; others by the size
MOST_NEW = 0.3  # all new lists together are not expected to take more
TINY = 1e-12  # a share that is none
KM = 111.2  # of a degree of latitude
LOCAL = ""  # stands for all lists that are no party


@dataclass(frozen=True, eq=False)
class Ground:
    """What is known of a council before anything is counted, whatever the constants.

    Attributes
    ----------
    council : Council
    parties : int
        How many parties the country has; what is local comes after them.
    groups : array of int
        For each list the row of its party among all parties, twice: first those that stood last
        time, then those that are new.
    shares : array, areas × lists
        Last time's shares of the lists that stood then and stand now; they add up to 1.
    features : array, areas × number
        What changes may depend on: 1; the area's difference from the council in last time's
        votes by party, and in size; the council's difference from the country.
    unlike, apart : array, areas × areas
        How unlike two areas voted last time (1: as unlike as two areas of a council usually are),
        and how many kilometres they are apart.
    turnout : array
        The logarithm of votes last time by voters now, from the council's mean.
    """

    council: Council
    parties: int
    groups: np.ndarray
    shares: np.ndarray
    features: np.ndarray
    unlike: np.ndarray
    apart: np.ndarray
    turnout: np.ndarray

    @cached_property
    def traits(self) -> np.ndarray:
        """What new lists are expected by; see `entries.traits`."""
        return traits(self.council)

    @cached_property
    def new(self) -> np.ndarray:
        """Lists that did not stand last time."""
        is_new: np.ndarray = ~self.council.stood
        return is_new

    def expected(self, constants: Constants) -> np.ndarray:
        """Shares as last time, but for what new lists can expect; areas × lists."""
        wanted = self.new * np.sin(measured(self.traits, constants.entering)) ** 2
        taken = min(wanted.sum(), MOST_NEW)
        entering = wanted * taken / max(wanted.sum(), TINY)
        shares: np.ndarray = self.shares * (1 - taken) + entering
        return shares

    def likeness(self, constants: Constants) -> np.ndarray:
        """How areas stray together: a covariance, for lists that stood last time."""
        far = self.unlike / constants.likeness + self.apart / constants.distance
        together: np.ndarray = constants.council**2 + constants.area**2 * np.exp(-far)
        return together

    def voters(self, constants: Constants) -> np.ndarray:
        """How each area strays because it is small: variances."""
        alone: np.ndarray = constants.voters / np.maximum(self.council.eligible, 1)
        return alone


def measure(shares: np.ndarray) -> np.ndarray:
    """Shares in the measure in which small and large lists stray nearly alike.

    Examples
    --------
    >>> measure(np.array([0.0, 0.5, 1.0])).round(3).tolist()
    [0.0, 0.785, 1.571]
    """
    measured: np.ndarray = np.arcsin(np.sqrt(np.clip(shares, 0, 1)))
    return measured


def parties(councils: Sequence[Council]) -> tuple[str, ...]:
    """Keys of what moves together in the country: parties, and lists of more than half of it."""
    everywhere = Counter(
        party.key for c in councils for party in {p.key: p for p in _parties(c)}.values()
    )
    national = {p.key for c in councils for p in _parties(c) if not p.is_local}
    return tuple(
        sorted(key for key, n in everywhere.items() if key in national or 2 * n > len(councils) > 2)
    )


def grounds(councils: Sequence[Council]) -> tuple[Ground, ...]:
    """What is known of every council before its night."""
    keys = (*parties(councils), LOCAL)
    shares = [_shares(c) for c in councils]
    profiles = [_profile(c, each, keys) for c, each in zip(councils, shares, strict=True)]
    weights = [c.eligible / max(c.eligible.sum(), 1) for c in councils]
    means = [w @ profile for w, profile in zip(weights, profiles, strict=True)]
    country = np.mean(means, axis=0)
    own = zip(councils, shares, profiles, weights, means, strict=True)
    everywhere = [_unlike(each) for each in shares]
    usual = _usual(everywhere)
    return tuple(
        Ground(
            council=c,
            parties=len(keys) - 1,
            groups=_groups(c, keys),
            shares=_standing(share),
            features=_features(c, profile, w, mean, country),
            unlike=_known(c, unlike / usual),
            apart=_apart(c.spots, len(c.areas)),
            turnout=_turnout(c, w),
        )
        for (c, share, profile, w, mean), unlike in zip(own, everywhere, strict=True)
    )


def _parties(council: Council) -> list[Party]:
    return list(council.scenario.parties.values())


def _groups(council: Council, keys: tuple[str, ...]) -> np.ndarray:
    """For each list the place of its party; new lists come after all that stood last time."""
    places = {key: i for i, key in enumerate(keys)}
    own = [places.get(party.key, places[LOCAL]) for party in _parties(council)]
    group: np.ndarray = np.array(own) + len(keys) * ~council.stood
    return group


def _shares(council: Council) -> np.ndarray:
    """Shares last time in each area, a little of the council's in them."""
    whole = council.last.sum(axis=0)
    if not whole.sum():
        return np.zeros_like(council.last)
    votes = council.last + SMOOTHED * whole / whole.sum()
    shares: np.ndarray = votes / votes.sum(axis=1, keepdims=True)
    return shares


def _standing(shares: np.ndarray) -> np.ndarray:
    """The shares of the lists that still stand, among them."""
    kept = shares[:, :-1]
    standing: np.ndarray = kept / np.maximum(kept.sum(axis=1, keepdims=True), 1e-9)
    return standing


def _profile(council: Council, shares: np.ndarray, keys: tuple[str, ...]) -> np.ndarray:
    """Last time's shares by party, measured; areas × parties."""
    places = {key: i for i, key in enumerate(keys[:-1])}
    profile = np.zeros((len(council.areas), len(places)))
    for i, party in enumerate(_parties(council)):
        if party.key in places:
            profile[:, places[party.key]] = measure(shares[:, i])
    return profile


def _features(
    council: Council, profile: np.ndarray, weights: np.ndarray, mean: np.ndarray, all_: np.ndarray
) -> np.ndarray:
    size = np.log(np.maximum(council.eligible, 1)) / 10  # a tenth, so that one slope fits all
    inside = np.column_stack([profile - mean, size - weights @ size])
    beside = np.tile(mean - all_, (len(profile), 1))
    return np.hstack([np.ones((len(profile), 1)), inside, beside])


def _unlike(shares: np.ndarray) -> np.ndarray:
    """How unlike areas voted last time: the distance of their measured shares."""
    measured = measure(_standing(shares))
    differences = measured[:, None, :] - measured[None]
    unlike: np.ndarray = np.sqrt((differences**2).sum(axis=2))
    return unlike


def _usual(unlike: Sequence[np.ndarray]) -> float:
    """How unlike two areas of one council usually are."""
    pairs = np.concatenate([each[np.triu_indices(len(each), 1)] for each in unlike])
    pairs = pairs[pairs > 0]
    return float(np.median(pairs)) if len(pairs) else 1.0


def _known(council: Council, unlike: np.ndarray) -> np.ndarray:
    """Areas without a past of their own are as unlike the others as areas usually are."""
    unknown = ~council.matched
    either = (unknown[:, None] | unknown[None]) & ~np.eye(len(unlike), dtype=bool)
    return np.where(either, np.maximum(unlike, 1.0), unlike)


def _apart(spots: np.ndarray | None, areas: int) -> np.ndarray:
    """Kilometres between areas; none where places are not known."""
    if spots is None:
        return np.zeros((areas, areas))
    east = np.cos(np.radians(spots[:, 1].mean()))
    flat = spots * [east, 1] * KM
    apart: np.ndarray = np.sqrt(((flat[:, None, :] - flat[None]) ** 2).sum(axis=2))
    return apart


def _turnout(council: Council, weights: np.ndarray) -> np.ndarray:
    """Votes last time by voters now, logarithm, from the council's mean; 0 where unknown."""
    votes = council.last.sum(axis=1)
    known = council.matched & (votes > 0) & (council.eligible > 0)
    if not known.any():
        return np.zeros(len(votes))
    ratio = np.log(np.maximum(votes, 1) / np.maximum(council.eligible, 1))
    mean = (weights * ratio)[known].sum() / max(weights[known].sum(), 1e-9)
    return np.where(known, np.clip(ratio - mean, -0.3, 0.3), 0.0)  # farther off: it was cut up
