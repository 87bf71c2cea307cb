"""A picture on a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.charts import Drawing, page

NARROW: Final = 340  # CSS pixels that a telephone has for it


class Image(widgets.HTML):
    """A drawing, in a box that may have its shape.

    Parameters
    ----------
    kind : str
        Class of the box in the style sheet.
    """

    def __init__(self, kind: str = "") -> None:
        super().__init__(_dom_classes=("vf-picture", *filter(None, [kind])))

    def draw(self, make: Callable[[int], Drawing], alt: str, wide: int) -> Drawing:
        """Show it; a telephone shows it as narrow as itself.

        Parameters
        ----------
        make : callable
            Gives the drawing for a width in CSS pixels.
        alt : str
            What it says to those who do not see it.
        wide : int
            How wide it is elsewhere.

        Returns
        -------
        Drawing
            The wide one.
        """
        drawing = make(wide)
        self.value = page(make(NARROW), alt, "vf-narrow") + page(drawing, alt)
        return drawing

    def clear(self) -> None:
        """Show none."""
        self.value = Markup()
