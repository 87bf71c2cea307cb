"""The few colours that are not a party's own, and how a party's colour is made pale."""

from functools import lru_cache
from typing import Final

from matplotlib.colors import to_hex, to_rgb

PAPER: Final = "#ffffff"
INK: Final = "#202124"
QUIET: Final = "#5f6670"  # 5.9:1 on white: readable, yet clearly second
FAINT: Final = "#7b818a"  # zeros
RULE: Final = "#c4c8ce"
DARK_SWATCH: Final = "#4b5563"
GAIN: Final = "#126b32"
LOSS: Final = "#b3261e"


@lru_cache(maxsize=1024)
def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0-1) of `other` in it, as ``#rrggbb``.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(to_rgb(colour), to_rgb(other), strict=True)
    red, green, blue = (own * (1 - share) + more * share for own, more in pairs)
    return to_hex((red, green, blue))


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
    red, green, blue = to_rgb(colour)
    brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    return mixed(colour, "#000000", 0.4) if brightness > 0.75 else to_hex(colour)
