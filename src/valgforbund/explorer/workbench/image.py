"""A picture on a page."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.charts import Drawing, page


class Image(widgets.HTML):
    """A drawing, in a box that may have its shape.

    Parameters
    ----------
    kind : str
        Class of the box in the style sheet.
    """

    def __init__(self, kind: str = "") -> None:
        super().__init__(_dom_classes=("vf-picture", *filter(None, [kind])))

    def draw(self, drawing: Drawing, alt: str) -> None:
        """Show it, and what it says to those who do not see it."""
        self.value = page(drawing, alt)

    def clear(self) -> None:
        """Show none."""
        self.value = Markup()
