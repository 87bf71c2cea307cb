"""`vf.plot`: what the frames say, in party colours, legible, titled and sourced, on any Axes."""

import xml.etree.ElementTree as ET
from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

import valgforbund as vf
from valgforbund.parties import contrast

NÆSTVED = vf.load("KV2025", "Næstved")
KØBENHAVN = vf.load("KV2025", "København")
CLASS = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, 8, [["C", "D"]])
TIE = vf.Scenario({"A": 10, "B": 10, "C": 7}, 4, [["A", "C"]])
LETTERS = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", "HELP1", "HELP2", "$\\frac$"]
MANY = vf.Scenario(
    {letter: 1000 + 137 * (k * 7 % 31) for k, letter in enumerate(LETTERS)}, 55, [LETTERS[:9]]
)
MOST = vf.Scenario({f"{k:02}": 10**9 - k * 10**7 for k in range(99)}, 999)
SHOWN = {
    "Næstved": vf.compare(NÆSTVED, "C-I-M-O-V-Æ"),
    "København": vf.compare(KØBENHAVN, "A-B-M", "none"),
    "one of them out": vf.compare(NÆSTVED, "A-B-F-Ø-Å", NÆSTVED.leave("Å")),
    "a lot": vf.compare(TIE, "A-C"),
    "a lot inside an alliance": vf.Scenario({"A": 10, "B": 9, "C": 10}, 1, [["A", "C"]]),
    "a lot for the last seat": vf.Scenario({"A": 10, "B": 10, "C": 10}, 4),
    "32 lists": vf.compare(MANY, MANY.alliances[0]),
    "99 lists": MOST,
    "no votes": vf.Scenario({"A": 0, "B": 0}, 5),
    "one list": vf.Scenario({"A": 7}, 5),
    "2013": vf.load("KV2013", "København"),
}
PLOTS = {
    "seats": vf.plot.seats,
    "votes": vf.plot.votes,
    "race": vf.plot.race,
    "steps": lambda k, *ax, **kw: vf.plot.steps(k, first_letter(k), *ax, **kw),
}


def first_letter(k) -> str:
    return (k.with_.scenario if isinstance(k, vf.Comparison) else k).letters[0]


def texts(axes: Axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def assert_legible(axes: Axes, least: float) -> None:
    """Texts are inside the Axes, do not touch each other, and are of at least so many points."""
    axes.figure.draw_without_rendering()
    frame = axes.get_window_extent()
    boxes = {text: text.get_window_extent() for text in axes.texts}
    for text, box in boxes.items():
        assert frame.x0 <= box.x0 + 1, text
        assert box.x1 <= frame.x1 + 1, text
        assert frame.y0 <= box.y0 + 1, text
        assert box.y1 <= frame.y1 + 1, text
        assert text.get_fontsize() >= least, text
    # the height of a line is more than that of its ink
    ink = {
        text: (box.x0 + 1, box.x1 - 1, box.y0 + 0.2 * box.height, box.y1 - 0.2 * box.height)
        for text, box in boxes.items()
    }
    for (one, a), (other, b) in combinations(ink.items(), 2):
        apart = a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
        assert apart, (one, other)


@pytest.mark.sample
@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("name", SHOWN)
def test_every_text_is_legible_on_85_millimetres(name, plot):
    axes = PLOTS[plot](SHOWN[name], width=85)
    assert axes.figure.get_size_inches()[0] == pytest.approx(85 / 25.4)
    small = 3.5 if name in {"99 lists", "32 lists"} else 4.9  # long numbers, long names
    assert_legible(axes, small)


@pytest.mark.sample
@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("name", SHOWN)
def test_every_text_is_legible_on_a_slide(name, plot):
    figure = Figure(figsize=(13.333, 7.5))
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
    assert PLOTS[plot](SHOWN[name], axes) is axes
    assert_legible(axes, 5 if name in {"99 lists", "32 lists"} else 11)
    if name not in {"99 lists", "32 lists"}:
        titles = [text.get_fontsize() for text in axes.texts if text.get_text()[:1].isupper()]
        assert max(titles) >= 17


def test_seats_are_those_of_the_ledger():
    k = SHOWN["Næstved"]
    axes = vf.plot.seats(k)
    shown = Counter(texts(axes))
    for letter, row in k.ledger.iterrows():
        assert shown[str(letter)] == 1
        change = int(row["change"])
        if change:
            assert shown[f"{change:+d}".replace("-", "−")] >= 1
    numbers = Counter(str(n) for each in ("with", "without") for n in k.ledger[f"seats_{each}"])
    assert {text: n for text, n in shown.items() if text.isdigit()} == dict(numbers)


def test_bars_are_in_the_parties_colours():
    for plot in ("seats", "votes", "race"):
        axes = PLOTS[plot](SHOWN["Næstved"])
        faces = {to_hex(patch.get_facecolor()) for patch in axes.patches}
        parties = NÆSTVED.parties
        wanted = {"seats": NÆSTVED.letters, "votes": ("M", "Æ"), "race": ("V", "Æ")}[plot]
        assert {parties[letter].colour for letter in wanted} <= faces


def test_a_lot_is_shown_as_a_lot():
    k = SHOWN["a lot for the last seat"]
    assert vf.count(k).open_seats == 1
    axes = vf.plot.seats(k)
    assert texts(axes).count("1–2") == 3
    assert any("Lodtrækning mellem A, B og C" in text for text in texts(axes))
    axes.figure.draw_without_rendering()
    hatched = [patch for patch in axes.patches if patch.get_hatch()]
    assert len(hatched) == 4  # three bars and the legend
    race = vf.plot.race(k)
    assert texts(race).count("lod") == 3
    drawn = vf.count(k).settle({vf.count(k).lots[0]: "B"})
    told = texts(vf.plot.seats(drawn))
    assert told.count("2") == 1
    assert any("Loddet er trukket: B vandt" in text for text in told)


def test_the_votes_of_the_lists_without_a_seat_add_up():
    k = SHOWN["København"]
    shown = texts(vf.plot.votes(k))
    for world in ("with", "without"):
        wasted = int(k.waste.loc["wasted", world])
        assert f"{wasted:,} spildt".replace(",", ".") in shown


def test_the_race_is_won_by_the_largest_quotients():
    s = NÆSTVED.without_alliances()
    votes = s.votes.to_dict()
    quotients = sorted(
        ((Fraction(v, d), letter) for letter, v in votes.items() for d in range(1, 40) if v),
        reverse=True,
    )
    last, first_out = quotients[s.seats - 1], quotients[s.seats]
    shown = texts(vf.plot.race(s, language="en"))
    for quotient, letter in (last, first_out):
        assert f"{float(quotient):,.2f}".rstrip("0").rstrip(".") in shown
        assert letter in shown


def test_steps_stand_where_the_margins_say():
    k = SHOWN["Næstved"]
    gain = vf.margins(NÆSTVED).loc["Å", "votes_to_gain"]
    held = NÆSTVED.votes["Å"]
    shown = texts(vf.plot.steps(k, "Alternativet"))
    assert f"{held + gain:,}".replace(",", ".") in shown
    assert f"nu {held}" in shown
    assert "uden" in shown
    assert "uden" not in texts(vf.plot.steps(NÆSTVED, "Å"))


def test_chances_are_those_of_the_frame():
    k = vf.Draws(pd.DataFrame({"A": [25, 25], "B": [31, 31], "C": [11, 15], "D": [16, 16]}))
    sim = vf.simulate(CLASS, "C-D", model=k, draws=2, seed=1)
    axes = vf.plot.chances(sim, width=85)
    assert_legible(axes, 4.9)
    shown = Counter(texts(axes))
    wanted = Counter(
        str(int(100 * chance + 0.5))
        for chance in sim.seats_with.to_numpy().ravel()
        if chance >= 0.005
    )
    for text, number in wanted.items():
        assert shown[text] >= number
    colours = {to_hex(patch.get_facecolor()) for patch in axes.patches}
    assert {party.colour for party in CLASS.parties.values()} <= colours


def test_titled_and_sourced():
    k = SHOWN["Næstved"]
    told = " ".join(texts(vf.plot.seats(k)))
    assert "valgforbundet C-I-M-O-V-Æ og uden" in told
    assert "Næstved, Kommunalvalg 2025" in told
    assert "valg.dk" in told
    assert "31 mandater" in told
    assert "d'Hondt" in told
    assert "valgforbund 0." in told
    out = " ".join(texts(vf.plot.seats(SHOWN["one of them out"])))
    assert "med Å og uden Å" in out
    other = vf.compare(NÆSTVED, "A-B-F-Ø-Å", NÆSTVED.without_alliances().with_seats(29))
    assert "i sammenligningen" in " ".join(texts(vf.plot.votes(other)))


@pytest.mark.parametrize(
    ("scenario", "says", "not_"),
    [
        (NÆSTVED.with_votes({"A": 1}), "Tallene er ændret i forhold til resultatet", "valg.dk"),
        (NÆSTVED.leave("Å"), "mandattal er ændret", "Tallene"),
        (CLASS, "egne tal", "valg.dk"),
        (vf.load("EP2024"), "SOURCES.md", "valg.dk"),
        (vf.load("KV2013", "Køge"), "ikke det officielle resultat", "valg.dk"),
    ],
)
def test_a_picture_does_not_say_official_of_what_was_changed(scenario, says, not_):
    told = " ".join(texts(vf.plot.seats(scenario)))
    assert says in told
    assert not_ not in told


def test_in_english(tmp_path: Path):
    axes = vf.plot.seats(SHOWN["a lot"], language="en")
    assert any(text.startswith("Seats with the alliance A-C") for text in texts(axes))
    for kind in ("svg", "pdf", "png"):
        axes.figure.savefig(tmp_path / f"seats.{kind}")
    svg = ET.parse(tmp_path / "seats.svg").getroot()
    found = ["".join(node.itertext()) for node in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert sorted(found) == sorted(texts(axes))


def test_drawing_again_replaces_what_was_there_and_changes_nothing_else():
    figure = Figure(figsize=(10, 4))
    left, right = figure.subplots(1, 2)
    right.plot([1, 2])
    before = repr(CLASS), vf.count(CLASS).seats.to_dict()
    for _ in range(2):
        vf.plot.seats(CLASS, left)
    assert texts(left) == texts(vf.plot.seats(CLASS, left))
    assert len(right.lines) == 1
    assert (repr(CLASS), vf.count(CLASS).seats.to_dict()) == before
    assert not hasattr(Figure(), "_repr_png_")
    png = vf.plot.seats(CLASS).figure._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert np.frombuffer(png, dtype=np.uint8).size > 1000


@pytest.mark.parametrize("plot", ["seats", "votes", "race"])
@pytest.mark.parametrize("size", [10**12, 10**30, 10**200])
def test_votes_of_any_size(plot, size):
    s = vf.Scenario({"A": 5 * size, "B": 3 * size + 1, "C": size}, 9, [["B", "C"]])
    assert PLOTS[plot](s)._repr_png_().startswith(b"\x89PNG")


@pytest.mark.parametrize("plot", ["seats", "votes", "race"])
def test_something_else_is_refused_in_words(plot):
    with pytest.raises(vf.ScenarioError, match="Expected a Comparison, Count or Scenario; got"):
        PLOTS[plot]("Næstved")


def test_other_refusals():
    with pytest.raises(vf.ScenarioError, match="There is no list"):
        vf.plot.steps(CLASS, "X")
    with pytest.raises(vf.ScenarioError, match="Expected a Simulation"):
        vf.plot.chances(CLASS)
    with pytest.raises(vf.ScenarioError, match="sv"):
        vf.plot.seats(CLASS, language="sv")


@pytest.mark.sample
@pytest.mark.parametrize("plot", PLOTS)
@pytest.mark.parametrize("name", SHOWN)
def test_every_text_stands_out_from_what_it_is_on(name, plot):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    axes = PLOTS[plot](SHOWN[name])
    axes.figure.draw_without_rendering()
    shapes = [(shape.get_window_extent(), to_hex(shape.get_facecolor())) for shape in axes.patches]
    for text in axes.texts:
        box = text.get_window_extent()
        middle = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        under = ["#ffffff", *(colour for extent, colour in shapes if extent.contains(*middle))]
        assert contrast(to_hex(text.get_color()), under[-1]) >= 4.5, (text, under[-1])
