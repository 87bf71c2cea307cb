"""Names in a small place, cut so that they are still told apart."""

from collections import Counter
from collections.abc import Sequence

from valgforbund.charts.ruler import Ruler


def signs(ruler: Ruler, names: Sequence[str], size: float, room: float, bold: bool) -> list[str]:
    """What of each name fits into so many pixels: its beginning, or its end where that differs.

    Examples
    --------
    >>> signs(Ruler(), ["HELP1", "HELP2", "HELP1", "A"], 12, 30, True)
    ['…P1', '…P2', '…P1', 'A']
    """
    begun = {name: ruler.cut(name, size, room, bold=bold) for name in names}
    times = Counter(begun.values())
    return [
        begun[name] if times[begun[name]] == 1 else _end(ruler, name, size, room, bold)
        for name in names
    ]


def _end(ruler: Ruler, name: str, size: float, room: float, bold: bool) -> str:
    """As much of the end as fits."""
    for text in (name, *(f"…{name[place:]}" for place in range(1, len(name)))):
        if ruler.width(text, size, bold=bold) <= room:
            return text
    return name[-1:]
