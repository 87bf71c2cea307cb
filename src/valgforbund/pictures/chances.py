"""How likely each number of seats is."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Final

import pandas as pd

from valgforbund.baselines import DISSOLVED, NONE
from valgforbund.charts import ChanceRow, ChancesChart, ChancesLabels, Drawing, beside
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.parties import Party
from valgforbund.pictures.picture import Picture
from valgforbund.pictures.source import caption
from valgforbund.simulation.chances import Simulation
from valgforbund.wording import Words

WIDTH: Final = 440
DRAWN: Final = 0.005  # chances below are shown as nothing


def picture(words: Words, sim: Simulation) -> Picture:
    """A strip a list."""
    if not isinstance(sim, Simulation):
        raise ScenarioError("not_a_simulation", value=sim)
    counted = count(sim.scenario)
    drawn = rows(sim, counted, sim.scenario.parties)
    legend = "simulation.legend_one"
    worlds = {}
    if sim.alliance is not None:
        legend, other = "simulation.legend", _other(sim)
        worlds = {"with_": words("world.with"), "without": words(f"world.{other}")}
    labels = [ChancesLabels(words(legend, **worlds)), ChancesLabels("")]
    title = words("picture.chances", draws=words.number(sim.draws))

    def columns(width: int) -> list[list[ChanceRow]]:
        """The lists in one column, or in more where the picture is wide."""
        high = ceil(len(drawn) / max(1, width // WIDTH))
        return [drawn[start : start + high] for start in range(0, len(drawn), high)]

    def height(width: int) -> int:
        return ChancesChart.needed(len(columns(width)[0]))

    def draw(width: int, _: int) -> Drawing:
        found = columns(width)
        chart = ChancesChart(width // len(found))
        return beside([chart.drawing(part, labels[place > 0]) for place, part in enumerate(found)])

    return Picture(caption(words, title, counted), WIDTH, height, draw)


def rows(sim: Simulation, counted: Count, parties: Mapping[str, Party]) -> list[ChanceRow]:
    """A row a list, up to the largest number of seats that is shown."""
    more = sim.seats_with
    less = more.iloc[:, :0] if sim.alliance is None else sim.seats_without
    most = most_drawn(counted, more, less)
    worlds = [frame.loc[:, :most].to_numpy().tolist() for frame in (more, less)]
    return [
        ChanceRow(
            letter,
            parties[letter].colour,
            parties[letter].ink,
            tuple(with_),
            tuple(without),
            *counted.spans[letter].ends,
        )
        for letter, with_, without in zip(sim.scenario.letters, *worlds, strict=True)
    ]


def most_drawn(counted: Count, more: pd.DataFrame, less: pd.DataFrame) -> int:
    """The largest number of seats that the picture shows."""
    found = [span.high for span in counted.spans.values()]
    for frame in (more, less):  # the columns are numbers of seats, from 0
        found += [seats for seats, chance in enumerate(frame.max()) if chance >= DRAWN]
    return max(found)


def _other(sim: Simulation) -> str:
    """Which world is the one without."""
    scenario = sim.scenario
    if sim.alliance is not None and sim.baseline == scenario.dissolve(sim.alliance):
        return DISSOLVED
    return NONE if sim.baseline == scenario.without_alliances() else "other"
