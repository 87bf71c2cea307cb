"""Elections and places as a person looks them up."""

from __future__ import annotations

from functools import cache

from valgforbund.errors import ScenarioError
from valgforbund.sources import bundled


def place_typed(election: str, typed: str) -> str:
    """The place whose name begins so.

    What begins no name comes back as it is: it may be another spelling or a code; else the error
    of loading it names near ones.
    """
    begins = [each for each in places(election) if each.casefold().startswith(typed.casefold())]
    exact = [each for each in begins if len(each) == len(typed)]
    if len(begins) > 1 and not exact:
        near = ", ".join(begins[:4])
        raise ScenarioError("place_unknown_near", value=typed, election=election, near=near)
    return (exact or begins or [typed])[0]


@cache
def elections() -> tuple[str, ...]:
    """The bundled elections, newest first."""
    return tuple(bundled.elections()["election"].unique())


@cache
def places(election: str) -> tuple[str, ...]:
    """The places of an election, in the order of the alphabet."""
    frame = bundled.elections()
    return tuple(frame.loc[frame["election"] == election, "place"])


def municipal() -> tuple[str, ...]:
    """Municipal elections; regions and parliaments constitute themselves by other acts."""
    return tuple(each for each in elections() if each.startswith("KV"))


def same_place(election: str, place: str) -> str:
    """The same place in another election where it is there; else its first place."""
    there = places(election)
    return place if place in there else there[0]


def known_seats(election: str, place: str) -> dict[str, int]:
    """Official seats by letter; none where they are not known."""
    known = bundled.elections().set_index(["election", "place"])["official_seats_known"]
    if not known.get((election, place), default=False):
        return {}
    return {str(letter): int(n) for letter, n in bundled.official_seats(election, place).items()}
