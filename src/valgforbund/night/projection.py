"""The votes of a council when all is counted: draws of what is likely."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from valgforbund.night.constants import Constants
from valgforbund.night.council import Counted
from valgforbund.night.ground import Ground, measure
from valgforbund.night.swing import Part, Swing

LEAST, MOST = 0.01, 1.4  # measured shares: from 1 in 10,000 to 97 per cent
LIKELY = 1e-5  # the share that even a hopeless list is given
TINY = 1e-12  # a variance that is none
ALONE = 0.9  # a list with more than this is not taken to stray on its own


class Forecast(NamedTuple):
    """What is not counted, taken together.

    Attributes
    ----------
    share, spread : array
        Of each list: its expected share, and its standard deviation in the measure of shares.
    freedom : array
        Degrees of freedom of Student's t.
    groups : array of int
        Which swing of the country each list has.
    country : array, lists × features
        How much of that spread is the country's swing, by what the swing is drawn of: of one
        list their squares are at most 1 together. What is left is the list's own.
    votes, votes_spread : float
        How many votes are expected, and the standard deviation of their logarithm.
    """

    share: np.ndarray
    spread: np.ndarray
    freedom: np.ndarray
    groups: np.ndarray
    country: np.ndarray
    votes: float
    votes_spread: float


def forecast(
    ground: Ground,
    counted: Counted,
    parts: tuple[Part, ...],
    swing: Swing,
    constants: Constants,
    rate: float,
) -> Forecast | None:
    """What the areas that are not counted will say; None where all are.

    Parameters
    ----------
    rate : float
        Votes by voters in the country so far; used where the council has not counted any.

    Notes
    -----
    1. What an area's measured shares will be: the base (last time), the country's swing with its
       slopes, and what the council's counted areas strayed, by how alike they are (a Gaussian
       process: kriging). Each list's own variance is drawn towards what it strayed here (an
       inverse gamma prior), which makes it Student's t.
    2. Areas are added by their expected votes: voters times the turnout so far, with a part of
       last time's differences.
    3. What of all this is the country's swing is kept apart: it is drawn once for all councils.
    """
    known = counted.known & (counted.votes.sum(axis=1) > 0)
    open_ = np.flatnonzero(~counted.known)
    if not len(open_):
        return None
    votes, votes_spread = _votes(ground, counted, open_, constants, rate)
    weights = votes / max(votes.sum(), 1e-9)
    number = len(ground.new)
    share, spread, freedom = np.zeros(number), np.zeros(number), np.zeros(number)
    country = np.zeros((number, ground.features.shape[1]))
    chosen, own = np.flatnonzero(known), ground.features[open_]
    alone = np.diag(ground.voters(constants)[open_])
    for part in parts:
        groups = ground.groups[part.lists]
        mean, slopes = swing.mean[groups], swing.covariance[groups]
        together = part.together[np.ix_(open_, chosen)]
        drawn = together @ part.inverse
        covariance = part.together[np.ix_(open_, open_)] + alone - drawn @ together.T
        left = own - drawn @ part.features
        expected = part.base[open_] + left @ mean.T + drawn @ part.strayed
        expected = np.clip(expected, LEAST, MOST)
        off = part.strayed - part.features @ mean.T
        off_weighed = part.strayed_weighed - part.weighed @ mean.T
        squares = (off * off_weighed).sum(axis=0) / part.scale
        degrees = constants.tail + len(chosen)
        variance = part.scale * (constants.tail + squares) / degrees
        along_slopes = ((left @ slopes) * left).sum(axis=2).T
        each = variance * covariance.diagonal()[:, None] + along_slopes
        # the mean of a sine squared; and how the sum moves with each area
        share[part.lists] = weights @ (np.sin(expected) ** 2 + np.cos(2 * expected) * each)
        moves = weights[:, None] * np.sin(2 * expected)
        along = ((left.T @ moves).T[:, None] @ np.linalg.cholesky(slopes))[:, 0]
        total = variance * ((covariance @ moves) * moves).sum(axis=0)
        total = np.sqrt(np.maximum(total + (along**2).sum(axis=1), TINY))
        spread[part.lists], country[part.lists] = total, along / total[:, None]
        freedom[part.lists] = degrees
    share = np.maximum(share, LIKELY)
    share /= share.sum()
    slope = np.sin(2 * np.minimum(measure(share), MOST))
    # shares that add up stray less than each list on its own: as Poisson and multinomial
    spread = constants.width * spread / slope / np.sqrt(1 - np.minimum(share, ALONE))
    return Forecast(
        *(share, spread, freedom, ground.groups, country, float(votes.sum()), votes_spread)
    )


def _votes(
    ground: Ground, counted: Counted, open_: np.ndarray, constants: Constants, rate: float
) -> tuple[np.ndarray, float]:
    """Votes to expect in open areas, and the deviation of their sum's logarithm."""
    weights = ground.council.eligible * np.exp(constants.turnout_kept * ground.turnout)
    known = counted.known
    if counted.votes.sum():
        rate = counted.votes.sum() / max(weights[known].sum(), 1e-9)
    votes = weights * rate
    many = sum(_concentration(votes[each]) for each in (open_, np.flatnonzero(known)))
    return votes[open_], constants.turnout * float(np.sqrt(many))


def _concentration(votes: np.ndarray) -> float:
    total = votes.sum()
    return float((votes**2).sum() / total**2) if total else 1.0


class Chance(NamedTuple):
    """Random numbers of a council, the same at every time: so only what is counted moves it.

    Attributes
    ----------
    normal, mixing, corrections : array, lists × draws
    votes : array, draws
    country : array, groups × features × draws
        The same for all councils: what the swing is in a draw, it is everywhere.
    """

    normal: np.ndarray
    mixing: np.ndarray
    votes: np.ndarray
    corrections: np.ndarray
    country: np.ndarray


@lru_cache(maxsize=512)
def chance(seed: int, place: int, lists: int, draws: int, groups: int, features: int) -> Chance:
    """Random numbers for the council in this place."""
    random = np.random.default_rng((seed, place))
    normal, mixing = (random.standard_normal((lists, draws)) for _ in range(2))
    votes, corrections = random.standard_normal(draws), random.random((lists, draws))
    return Chance(normal, mixing, votes, corrections, _country(seed, draws, groups, features))


@lru_cache(maxsize=8)
def _country(seed: int, draws: int, groups: int, features: int) -> np.ndarray:
    """Random numbers for the swing of every group."""
    return np.random.default_rng((seed, 1, 0)).standard_normal((groups, features, draws))


def draw(
    counted: Counted, forecast: Forecast | None, luck: Chance, corrections: np.ndarray
) -> np.ndarray:
    """Votes when all is counted; lists × draws, whole numbers.

    Parameters
    ----------
    corrections : array
        What lists were corrected by from preliminary to final counts elsewhere, by the root of
        their votes; the preliminary counts here are corrected by as much.
    """
    final = counted.votes[counted.final].sum(axis=0)
    preliminary = counted.total - final
    votes = preliminary[:, None] + np.zeros_like(luck.normal)
    if len(corrections) and preliminary.any():
        chosen = corrections[(luck.corrections * len(corrections)).astype(int)]
        votes = np.maximum(votes + np.sqrt(preliminary + 1)[:, None] * chosen, 0)
    votes += final[:, None]
    if forecast is not None:
        votes += _open(forecast, luck)
    rounded: np.ndarray = np.round(votes)
    return rounded


def _open(forecast: Forecast, luck: Chance) -> np.ndarray:
    """Votes of what is not counted."""
    # Student's t: a normal over the root of a chi square, by Wilson and Hilferty's cube
    part = 2 / (9 * forecast.freedom[:, None])
    square = np.maximum(1 - part + luck.mixing * np.sqrt(part), 0.1) ** 3
    # list by list: together the random numbers of each would be copied
    pairs = zip(forecast.country, forecast.groups, strict=True)
    alike = np.array([drawn_of @ luck.country[group] for drawn_of, group in pairs])
    own = np.sqrt(np.maximum(1 - (forecast.country**2).sum(axis=1), 0))[:, None] * luck.normal
    strayed = measure(forecast.share)[:, None] + (
        forecast.spread[:, None] * (alike + own) / np.sqrt(square)
    )
    shares = np.sin(np.clip(strayed, 0, np.pi / 2)) ** 2
    shares /= np.maximum(shares.sum(axis=0), 1e-9)
    votes: np.ndarray = forecast.votes * np.exp(forecast.votes_spread * luck.votes) * shares
    return votes
