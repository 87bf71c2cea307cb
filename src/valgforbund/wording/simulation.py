"""What a simulation found, as sentences: chances as times out of ten, and what was assumed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.numbers import format_decimal
from markupsafe import Markup

from valgforbund.baselines import Baseline
from valgforbund.simulation.arranged import arranged
from valgforbund.simulation.chances import WITH, WITHOUT, Simulation
from valgforbund.simulation.draws import Draws
from valgforbund.simulation.poll import Poll
from valgforbund.simulation.swing import USUAL, Swing
from valgforbund.study import are_known
from valgforbund.wording.catalogue import Words

CLEAR = 0.095  # from here to as much below 1, tenths say enough
SMALL = 0.0095  # from here on hundredths do
TINY = 0.0005
OFF = 0.15  # a swing that differs from what was stated by more than this part is said
FEW = 1000  # votes in all: fewer are tied more often than those of a real election


def times(words: Words, chance: float, beside: float = 0.5) -> str:
    """How often something happens, out of as many as another chance that stands beside it.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> [times(words("en"), chance) for chance in (0.68, 0.03, 0.9998)]
    ['in 7 of 10 cases', 'in 3 of 100 cases', 'in nearly all cases']
    """
    if chance in (0, 1):
        return words("simulation.always" if chance else "simulation.never")
    rare = min(chance, 1 - chance)
    if rare <= TINY:
        return words("simulation.nearly_always" if chance > rare else "simulation.nearly_never")
    rare = min(rare, beside if beside > TINY else rare, 1 - beside if beside < 1 - TINY else rare)
    of = 10 if rare >= CLEAR else 100 if rare >= SMALL else 1000
    return words("simulation.times", times=words.number(round(chance * of)), of=words.number(of))


def mean(words: Words, seats: float, digits: int = 1) -> str:
    """A mean number of seats, always with its decimals.

    Examples
    --------
    >>> from valgforbund.wording import words
    >>> mean(words("da"), 2)
    '2,0'
    """
    return str(format_decimal(seats, format=f"0.{'0' * digits}", locale=words.locale))


def alliance_line(words: Words, sim: Simulation, baseline: Baseline) -> Markup:
    """How likely the alliance saves a seat; or what one member inside changes for itself."""
    alliance = sim.alliance
    if alliance is None:
        known = are_known(sim.scenario)
        return words.html("simulation.no_alliance" if known else "simulation.unknown_alliances")
    chances = sim.chances["probability"].to_dict()
    if baseline.letter:
        own = sim.lists[["gains", "loses"]].loc[baseline.letter].to_dict()
        joins = baseline.kind == "in"
        others = [letter for letter in alliance.letters if letter != baseline.letter]
        return words.html(
            "simulation.joining" if joins else "simulation.member",
            letter=baseline.letter,
            alliance="-".join(others) if joins else alliance.name,
            gains=_strong(times(words, own["gains"])),
            loses=times(words, own["loses"]),
            more=times(words, chances["saves"]),
        )
    key = "simulation.costs" if chances["costs"] > 0 else "simulation.saves"
    return words.html(
        key,
        alliance=alliance.name,
        saves=_strong(times(words, chances["saves"])),
        costs=times(words, chances["costs"]),
        versus=words(f"versus.{baseline.kind}"),
        mean=mean(words, sim.members["saved"].to_dict()[alliance.name]),
    )


def majority_line(words: Words, sim: Simulation, bloc: str, worlds: tuple[str, str]) -> Markup:
    """How likely a bloc has more than half of the seats."""
    row, seats = sim.majorities.loc[bloc].to_dict(), sim.scenario.seats
    known: dict[str, object] = {"bloc": bloc, "needed": seats // 2 + 1, "seats": seats}
    return _in_both(words, "majority", row, None if sim.alliance is None else worlds, known)


def ours_line(
    words: Words, sim: Simulation, letter: str, seats: int, worlds: tuple[str, str]
) -> Markup:
    """How likely the person's own list has at least so many seats."""
    row = sim.at_least(seats).loc[letter].to_dict()
    known: dict[str, object] = {"letter": letter, "seats": words.seats(seats)}
    return _in_both(words, "ours", row, None if sim.alliance is None else worlds, known)


def _in_both(
    words: Words,
    what: str,
    row: Mapping[Any, float],
    worlds: tuple[str, str] | None,
    known: dict[str, object],
) -> Markup:
    """How often in both worlds; in one where there is no other, or both are the same."""
    never = "_never" * (not row[WITH])
    shown = _strong if what == "majority" else str
    if worlds is None:
        with_ = shown(times(words, row[WITH]))
        return words.html(f"simulation.{what}{never}", with_=with_, **known)
    with_, without = times(words, row[WITH], row[WITHOUT]), times(words, row[WITHOUT], row[WITH])
    known |= {"with_": shown(with_), "first": worlds[0], "other": worlds[1]}
    if with_ == without:
        return words.html(f"simulation.{what}{never}_same", **known)
    short = {words("simulation.never"): "not_once", words("simulation.nearly_never"): "hardly"}
    if without in short:
        without = words(f"simulation.{short[without]}")
    return words.html(f"simulation.{what}{never}_both", without=without, **known)


def lot_line(words: Words, sim: Simulation) -> Markup:
    """How often a lot decides something."""
    chance = sim.chances["probability"].iloc[-1]
    if not chance:
        return words.html("simulation.no_lot")
    return words.html("simulation.lot", times=times(words, chance))


def assumptions(words: Words, sim: Simulation) -> list[Markup]:
    """What the model takes for granted, and how sure its numbers are."""
    lines = []
    if isinstance(sim.model, Poll):
        model = sim.model
        people = model.sample * (1 - model.undecided / 100) / model.design_effect
        lines.append(
            words.html(
                "simulation.poll",
                sample=words.number(model.sample),
                people=words.number(round(people)),
            )
        )
        if model.undecided:
            lines.append(words.html("simulation.undecided", share=words.decimal(model.undecided)))
    elif isinstance(sim.model, Swing):
        model_points = words.decimal(sim.model.points)
        usual = words.decimal(USUAL)
        lines.append(words.html("simulation.swing", points=model_points, usual=usual))
        lines.append(words.html("simulation.small_lists"))
        ordered = arranged(sim.scenario, sim.scenario.by_votes)
        reached = [float(part) for part in sim.model.sampler(ordered).reached]
        farthest = max(reached, key=lambda part: abs(part - 1))
        if abs(farthest - 1) > OFF:
            share = words.share(farthest)
            lines.append(words.html("simulation.not_reached", share=share))
        if sim.model.blocs:
            lines.append(words.html("simulation.together"))
    guessed = dict(sim.model.guesses) if isinstance(sim.model, Poll | Swing) else {}
    if guessed:
        lines.append(words.html("simulation.guessed", letters=words.join(guessed)))
    silent = [
        letter
        for letter, votes in zip(sim.scenario.letters, sim.scenario.ballots, strict=True)
        if not votes and letter not in guessed
    ]
    if silent:
        lines.append(words.html("simulation.silent", letters=words.join(silent)))
    total = sum(sim.scenario.ballots)
    if 0 < total < FEW and not isinstance(sim.model, Draws):
        lines.append(words.html("simulation.few_votes", n=words.number(total)))
    error = words.decimal(round(100 / sim.draws**0.5, 2))
    draws = words.number(sim.draws)
    return [*lines, words.html("simulation.draws_note", draws=draws, error=error)]


def _strong(text: str) -> Markup:
    return Markup("<strong>{}</strong>").format(text)
