"""The swing seen so far, by party: from every area that is counted, in the whole country."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from valgforbund.night.constants import Constants
from valgforbund.night.council import Counted
from valgforbund.night.ground import USUAL, Ground, measure

LEAST = 0.002  # no list strays less than one with this share
ANYTHING = 1.0  # how far a measured share can be from another
NO_SLOPE = 1e8  # the precision of what is surely 0
PRIOR = 200.0  # votes that what was expected of a list counts for, when its size is judged


class Part(NamedTuple):
    """Lists of one council that stray by the same measure: those that stood last time, or new ones.

    Attributes
    ----------
    lists : array of int
        Their places in the council.
    base : array, areas × lists
        Their shares as expected before the night, measured.
    together : array, areas × areas
        How areas stray together: a covariance.
    inverse : array, counted × counted
        The inverse covariance of what is counted.
    features, strayed : array, counted × features and counted × lists
        The counted areas, and how they differ from the base.
    weighed, strayed_weighed : array
        The inverse times each of these.
    scale : array
        By what each list strays more or less than the constants say: a variance.
    """

    lists: np.ndarray
    base: np.ndarray
    together: np.ndarray
    inverse: np.ndarray
    features: np.ndarray
    strayed: np.ndarray
    weighed: np.ndarray
    strayed_weighed: np.ndarray
    scale: np.ndarray


class Swing(NamedTuple):
    """What parties' changes are in the country, by feature.

    Attributes
    ----------
    mean : array, groups × features
    covariance, precision : array, groups × features × features
        Each the inverse of the other.
    """

    mean: np.ndarray
    covariance: np.ndarray
    precision: np.ndarray


def parts(ground: Ground, counted: Counted, constants: Constants) -> tuple[Part, ...]:
    """What the counted areas of a council say."""
    known = np.flatnonzero(counted.known & (counted.votes.sum(axis=1) > 0))
    votes = counted.votes[known]
    shares = measure(votes / votes.sum(axis=1, keepdims=True))
    expected = ground.expected(constants)
    scale = _scale(ground, votes, expected, constants)
    likeness, voters = ground.likeness(constants), ground.voters(constants)
    features = ground.features[known]
    found = []
    for is_new in (False, True):
        lists = np.flatnonzero(ground.new == is_new)
        if not len(lists):
            continue
        together = likeness * (constants.new**2 if is_new else 1)
        inverse = np.linalg.inv(together[np.ix_(known, known)] + np.diag(voters[known]))
        base = measure(expected[:, lists])
        strayed = shares[:, lists] - base[known]
        both = inverse @ np.hstack([features, strayed])
        width = features.shape[1]
        weighed, strayed_weighed = both[:, :width], both[:, width:]
        found.append(
            Part(
                *(lists, base, together, inverse, features, strayed),
                *(weighed, strayed_weighed, scale[lists]),
            )
        )
    return tuple(found)


def _scale(
    ground: Ground, votes: np.ndarray, expected: np.ndarray, constants: Constants
) -> np.ndarray:
    """Large lists stray more: a variance, by the share that is counted and what was expected."""
    eligible = ground.council.eligible
    before = eligible / max(eligible.sum(), 1) @ expected
    counted = votes.sum(axis=0)
    share = (counted + PRIOR * before) / (counted.sum() + PRIOR)
    scale: np.ndarray = (np.maximum(share, LEAST) / USUAL) ** constants.size
    return scale


class Country:
    """What all councils say together; one council's part can be put in again and again.

    Parameters
    ----------
    councils : int
        How many there are.
    before : array, groups × features × features
        The precision of every group's swing; see `prior`.
    unseen : array, groups
        How much more precise its mean is as long as nothing of the group is counted.
    """

    def __init__(self, councils: int, before: np.ndarray, unseen: np.ndarray) -> None:
        groups, features, _ = before.shape
        self.before, self.unseen = before, unseen
        self.inner = np.zeros((2, councils, features * features))
        self.weights = np.zeros((2, councils, groups))
        self.right = np.zeros((councils, groups, features))

    def put(self, place: int, parts: tuple[Part, ...], groups: np.ndarray) -> None:
        """What one council says from now on."""
        self.inner[:, place] = self.weights[:, place] = 0
        self.right[place] = 0
        for kind, part in enumerate(parts):
            if not len(part.inverse):
                continue  # nothing is counted
            self.inner[kind, place] = (part.features.T @ part.weighed).ravel()
            own = groups[part.lists]
            np.add.at(self.weights[kind, place], own, 1 / part.scale)
            right = (part.features.T @ part.strayed_weighed) / part.scale
            np.add.at(self.right[place], own, right.T)

    def swing(self) -> Swing:
        """The swing of every group, by generalised least squares with slopes drawn to 0."""
        # kind by kind: for more at once BLAS starts threads, which wait for each other
        pairs = zip(self.weights, self.inner, strict=True)
        inner = np.sum([weights.T @ each for weights, each in pairs], axis=0)
        precision = self.before + inner.reshape(self.before.shape)
        silent = self.weights.sum(axis=(0, 1)) == 0
        precision[:, 0, 0] += silent * self.unseen
        right = self.right.sum(axis=0)
        covariance = np.linalg.inv(precision)
        return Swing((covariance @ right[:, :, None])[:, :, 0], covariance, precision)


def prior(constants: Constants, parties: int, features: int) -> tuple[np.ndarray, np.ndarray]:
    """The precision of every group's swing, and how much more its mean's is before it is counted.

    Groups are the parties that stood last time and all local lists that did, then the same for
    new lists. Local lists share a mean and nothing else. What a new list gets is not held to
    anything once it is seen somewhere.
    """
    groups = np.arange(2 * (parties + 1))
    local, new = groups % (parties + 1) == parties, groups > parties
    slopes = np.where(local, NO_SLOPE, constants.slope**-2)
    diagonal = np.repeat(slopes[:, None], features, axis=1)
    diagonal[:, 0] = np.where(new, ANYTHING**-2, constants.country**-2)
    before: np.ndarray = diagonal[:, :, None] * np.eye(features)
    return before, new * constants.entry_spread**-2
