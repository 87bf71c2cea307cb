"""How much room a text needs, in CSS pixels, whatever it is drawn on."""

import re

from valgforbund.charts import lettering


class Ruler:
    """Measures texts and makes them fit."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide the text will be."""
        return lettering.width(text, size, bold)

    def fitting(self, text: str, size: float, room: float, *, bold: bool = False) -> float:
        """The font size, at most `size` and in half pixels, at which the text fits in `room`."""
        wanted = self.width(text, size, bold=bold)
        return size if wanted <= room else max(1.0, int(2 * size * room / wanted) / 2)

    def cut(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        """The text, or as much of its beginning as fits in `room`, with an ellipsis."""
        text = lettering.printable(text)
        for end in range(len(text), 0, -1):
            kept = text if end == len(text) else text[:end].rstrip() + "…"
            if self.width(kept, size, bold=bold) <= room:
                return kept
        return "…" if text else ""

    def lines(
        self, text: str, size: float, room: float, most: int, *, bold: bool = False
    ) -> list[str]:
        """The text in lines that fit in `room`; what is more than `most` of them is cut.

        A line ends at a blank, or behind a hyphen in a word that is longer than a line.

        Examples
        --------
        >>> Ruler().lines("A og B og C", 12, 38, 3)
        ['A og', 'B og', 'C']
        """
        words = [
            part
            for word in re.split(r"(?<= )", lettering.printable(text))
            for part in (
                re.split(r"(?<=-)", word) if self.width(word, size, bold=bold) > room else [word]
            )
        ]
        lines: list[str] = []
        while words:
            taken = len(words)
            while taken > 1 and self.width("".join(words[:taken]).rstrip(), size, bold=bold) > room:
                taken -= 1
            if len(lines) == most - 1:
                taken = len(words)
            lines.append(self.cut("".join(words[:taken]).rstrip(), size, room, bold=bold))
            words = words[taken:]
        return lines
