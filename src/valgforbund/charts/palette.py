"""The page's light colours as pictures use them, and how a party's colour is made pale."""

from functools import lru_cache
from typing import Final

from valgforbund import palette
from valgforbund.palette import LIGHT

PAPER: Final = LIGHT["paper"]
INK: Final = LIGHT["ink"]
QUIET: Final = LIGHT["quiet"]
FAINT: Final = LIGHT["faint"]
RULE: Final = LIGHT["axis"]
GRID: Final = LIGHT["grid"]
EMPTY: Final = LIGHT["locked"]
DARK_SWATCH: Final = LIGHT["swatch"]
GAIN: Final = LIGHT["up"]
LOSS: Final = LIGHT["down"]

mixed = lru_cache(maxsize=1024)(palette.mixed)


def tint(colour: str) -> str:
    """The pale form of a party's colour: still its hue, but light in grey print as well.

    >>> tint("#000000")
    '#bababa'
    """
    return mixed(colour, PAPER, 0.73)


def outline(colour: str) -> str:
    """The colour of a thin line round a bar: darker where the colour itself is nearly white.

    >>> outline("#1f4e9e"), outline("#ffffff")
    ('#1f4e9e', '#999999')
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    return mixed(colour, "#000000", 0.4) if brightness > 0.75 else colour
