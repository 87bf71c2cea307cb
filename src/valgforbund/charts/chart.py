"""What all charts have: a size and a ruler."""

from valgforbund.charts.ruler import Ruler


class Chart:
    """Of `width` × `height` CSS pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._ruler = Ruler()
