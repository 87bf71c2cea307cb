"""Pictures of counts on matplotlib Axes, in party colours: `valgforbund.plot`.

Each function draws on the Axes it is given, whatever its figure was made with, or on a figure of
its own, and gives the Axes back. A figure of its own needs no pyplot: it shows itself in a
notebook, and `savefig` writes it as PNG, SVG or PDF, in which all text is text.

The texts keep their size for the picture's width, so that they are legible when it is printed 85
millimetres wide, and large on a slide. Every picture has a title, where its votes are from, and
what counted them.

Examples
--------
>>> import valgforbund as vf
>>> ax = vf.plot.seats(vf.load("KV2025", "Læsø"), width=85)
>>> ax.figure.savefig("seats.svg")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from valgforbund.calibration.calibration import Calibration
    from valgforbund.comparison import Comparison
    from valgforbund.counting import Count
    from valgforbund.scenario import Scenario
    from valgforbund.simulation.chances import Simulation

__all__ = ["chances", "race", "reliability", "seats", "steps", "votes"]

# matplotlib is large: each function loads it when it is called, and not `import valgforbund`


def seats(
    k: Comparison | Count | Scenario,
    ax: Axes | None = None,
    *,
    width: float = 160,
    language: str = "da",
) -> Axes:
    """Seats by list: a bar a list, or the two worlds of a comparison side by side.

    Parameters
    ----------
    k : Comparison, Count or Scenario
        Seats that wait for a lot are hatched, and written as the least and the most.
    ax : matplotlib.axes.Axes, optional
        Where to draw; what was there goes. Else a figure is made.
    width : float
        Of the figure that is made, in millimetres; its height is what the picture needs.
    language : str
        ``"da"`` or ``"en"``.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    ScenarioError
        If `k` is something else, or there is no such language.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> ax = vf.plot.seats(vf.compare(s, "C-D"))
    >>> [text.get_text() for text in ax.texts if text.get_text() in ("+1", "−1")]
    ['−1', '+1']
    """
    from valgforbund.pictures import seats as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), k).on(ax, width)
    return axes


def votes(
    k: Comparison | Count | Scenario,
    ax: Axes | None = None,
    *,
    width: float = 160,
    language: str = "da",
) -> Axes:
    """Where the votes ended: those on lists without a seat, carried and wasted.

    Parameters, result and errors are those of `seats`.

    Examples
    --------
    >>> import valgforbund as vf
    >>> ax = vf.plot.votes(vf.Scenario({"A": 90, "B": 6, "C": 4}, 3, [["A", "B"]]))
    >>> [text.get_text() for text in ax.texts if "spildt" in text.get_text()]
    ['4 spildt']
    """
    from valgforbund.pictures import votes as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), k).on(ax, width)
    return axes


def race(
    k: Comparison | Count | Scenario,
    ax: Axes | None = None,
    *,
    width: float = 160,
    language: str = "da",
) -> Axes:
    """The race for the last seats: the quotients around the cut, and what the first losers lack.

    Of a comparison it is the world with the alliance. Parameters, result and errors are those of
    `seats`.

    Examples
    --------
    >>> import valgforbund as vf
    >>> ax = vf.plot.race(vf.Scenario({"A": 90, "B": 60, "C": 40}, seats=3))
    >>> [text.get_text() for text in ax.texts if text.get_text().startswith("mangler")]
    ['mangler 6', 'mangler 91', 'mangler 31']
    """
    from valgforbund.pictures import race as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), k).on(ax, width)
    return axes


def steps(
    k: Comparison | Count | Scenario,
    letter: str,
    ax: Axes | None = None,
    *,
    source: str = "new",
    width: float = 160,
    language: str = "da",
) -> Axes:
    """A list's seats against its votes, in both worlds of a comparison.

    Parameters
    ----------
    letter : str
        The list; its party's name works, too.
    source : str
        Where votes come from and go to: ``"new"`` voters, ``"others"`` in proportion, or a list.

    The other parameters, the result and the errors are those of `seats`.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> ax = vf.plot.steps(s, "C")
    >>> "17" in [text.get_text() for text in ax.texts]  # 6 more give it a second seat
    True
    """
    from valgforbund.pictures import steps as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), k, letter, source).on(ax, width)
    return axes


def chances(
    sim: Simulation, ax: Axes | None = None, *, width: float = 160, language: str = "da"
) -> Axes:
    """How likely each number of seats is, by list, of a simulation.

    Parameters
    ----------
    sim : Simulation
        From `valgforbund.simulate`.

    The other parameters, the result and the errors are those of `seats`.

    Examples
    --------
    >>> import valgforbund as vf
    >>> s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> ax = vf.plot.chances(vf.simulate(s, "C-D", model=vf.Swing(points=0), draws=10))
    >>> [text.get_text() for text in ax.texts].count("100")
    4
    """
    from valgforbund.pictures import chances as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), sim).on(ax, width)
    return axes


def reliability(
    calibration: Calibration,
    ax: Axes | None = None,
    *,
    width: float = 160,
    language: str = "da",
) -> Axes:
    """Whether chances came as often as they said: dots on a diagonal, if they did.

    Parameters
    ----------
    calibration : Calibration
        From `Night.calibration`.

    The other parameters, the result and the errors are those of `seats`.

    Examples
    --------
    >>> import valgforbund as vf
    >>> found = vf.night("KV2025", draws=20).calibration([0.5])
    >>> ax = vf.plot.reliability(found)
    >>> "alle" in [text.get_text() for text in ax.texts]
    True
    """
    from valgforbund.pictures import reliability as room  # noqa: PLC0415 -- see above
    from valgforbund.wording import words  # noqa: PLC0415

    axes: Axes = room.picture(words(language), calibration).on(ax, width)
    return axes
