"""Where the votes ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from valgforbund.charts import GAIN, LOSS, Drawing, Piece, VotesChart, VotesLabels, VotesRow
from valgforbund.counting import Count
from valgforbund.parties import Party
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.pictures.worlds import Shown, comparison, counts
from valgforbund.ranges import Span
from valgforbund.waste import CARRIED, OPEN, SEATED, WASTED, class_by_letter, spans_by_measure
from valgforbund.wording import Words
from valgforbund.wording.markup import signs
from valgforbund.wording.worlds import labels, titled

WIDTH: Final = 480
_ROW: Final = 78
GOOD, BAD = GAIN, LOSS


def picture(words: Words, shown: Shown, named: tuple[str, str] | None = None) -> Picture:
    """A row a world, by what it is called: the votes on lists without a seat, and their end."""
    counted, other = counts(shown)
    worlds = {"": counted}
    compared = comparison(shown)
    if compared:
        worlds = dict(
            zip(named or labels(words, compared), (compared.with_, compared.without), strict=True)
        )
    rows = [row(words, name, each, each.scenario.parties) for name, each in worlds.items()]
    is_open = any(each.lots for each in (counted, other) if each)
    texts = VotesLabels(
        words("chart.carried"),
        words("chart.wasted"),
        words("chart.open") if is_open else "",
        words("chart.empty"),
    )

    def draw(width: int, height: int) -> Drawing:
        return VotesChart(width, height).drawing(rows, texts)

    title = titled(words, "votes", compared)
    high = 22 + len(rows) * _ROW
    return Picture(caption(words, title, counted), WIDTH, lambda _: high, draw)


def row(words: Words, label: str, counted: Count, parties: Mapping[str, Party]) -> VotesRow:
    """One world: the votes that won no seat, those that nobody could use last."""
    scenario = counted.scenario
    classes = class_by_letter(counted)
    called = signs(scenario.letters, 12)
    pieces = [
        Piece(
            f"{called[letter]} {words.number(votes)}",
            called[letter],
            votes,
            parties[letter].colour,
            parties[letter].ink,
            kind,  # type: ignore[arg-type]  # SEATED is left out
        )
        for letter, votes in zip(scenario.letters, scenario.ballots, strict=True)
        if (kind := classes[letter]) != SEATED and votes
    ]
    order = (CARRIED, OPEN, WASTED)
    pieces.sort(key=lambda piece: (order.index(piece.kind), -piece.votes))
    spans = spans_by_measure(counted)
    wasted, seated = spans[WASTED], spans[SEATED]
    total = max(sum(scenario.ballots), 1)
    if wasted.is_open:
        low, high = words.number(wasted.low), words.number(wasted.high)
        end = words("chart.wasted_end_range", low=low, high=high)
    else:
        end = words("chart.wasted_end", votes=words.number(wasted.low))
    note = words("chart.seated_share", share=_share(words, seated, total))
    return VotesRow(label, note, tuple(pieces), end, BAD if wasted.high else GOOD)


def _share(words: Words, span: Span, total: int) -> str:
    low, high = words.share(span.low / total), words.share(span.high / total)
    return f"{low}–{high}" if span.is_open else low
