"""The page's colours as pictures use them, and how a party's colour is made pale."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, Self

from valgforbund import palette
from valgforbund.palette import DARK, LIGHT, WHITE
from valgforbund.parties import contrast

SEEN: Final = 3.0  # the contrast of a line with its paper


class Shade(str):
    """A colour as it is on white paper, which knows what it is on a dark page.

    Attributes
    ----------
    dark : str
        As ``#rrggbb``.
    """

    __slots__ = ("dark",)
    dark: str

    def __new__(cls, light: str, dark: str) -> Self:
        """Of the two colours, as ``#rrggbb``."""
        made = super().__new__(cls, light)
        made.dark = dark
        return made


def in_the_dark(colour: str) -> str:
    """The colour on a dark page; a party's own is the same everywhere.

    Examples
    --------
    >>> in_the_dark(INK), in_the_dark("#c8102e")
    ('#eceff4', '#c8102e')
    """
    return colour.dark if isinstance(colour, Shade) else colour


def role(name: str) -> Shade:
    """A colour of the page's palette, such as ``"ink"``."""
    return Shade(LIGHT[name], DARK[name])


PAPER: Final = role("paper")
INK: Final = role("ink")
PROSE: Final = role("prose")
QUIET: Final = role("quiet")
FAINT: Final = role("faint")
RULE: Final = role("axis")
GRID: Final = role("grid")
EMPTY: Final = role("locked")
SWATCH: Final = role("swatch")
ACCENT: Final = role("accent")
GAIN: Final = role("up")
LOSS: Final = role("down")


def both(made: Callable[..., str], *colours: str) -> Shade:
    """What a function makes of colours on white paper and on a dark page.

    Examples
    --------
    >>> both(max, "#101010", PAPER).dark
    '#1c2128'
    """
    return Shade(made(*map(str, colours)), made(*map(in_the_dark, colours)))


def mixed(colour: str, other: str, share: float) -> Shade:
    """`colour` with `share` (0-1) of `other` in it.

    >>> mixed("#000000", "#ffffff", 0.5), mixed("#000000", PAPER, 0.5).dark
    ('#808080', '#0e1014')
    """
    return _mixed(str(colour), in_the_dark(colour), str(other), in_the_dark(other), share)


@lru_cache(maxsize=1024)
def _mixed(light: str, dark: str, other: str, other_dark: str, share: float) -> Shade:
    return Shade(palette.mixed(light, other, share), palette.mixed(dark, other_dark, share))


def tint(colour: str) -> Shade:
    """The pale form of a party's colour: still its hue, but light in grey print as well.

    >>> tint("#000000")
    '#bababa'
    """
    return mixed(colour, PAPER, 0.73)


def outline(colour: str) -> Shade:
    """The colour of a thin line round a bar: away from the paper where the colour is near it.

    Source: WCAG 2.2, 1.4.11: what a picture is made of is seen by a contrast of 3 to 1.

    >>> outline("#1f4e9e"), outline("#ffffff"), outline("#1f4e9e").dark
    ('#1f4e9e', '#8c8c8c', '#4c71b1')
    """
    return _outline(str(colour), in_the_dark(colour))


@lru_cache(maxsize=1024)
def _outline(light: str, dark: str) -> Shade:
    return Shade(_seen(light, PAPER, "#000000"), _seen(dark, PAPER.dark, WHITE))


def _seen(colour: str, paper: str, other: str) -> str:
    """As much of another colour in it as it needs on this paper."""
    steps = (palette.mixed(colour, other, step / 20) for step in range(20))
    return next(each for each in steps if contrast(each, paper) >= SEEN)
