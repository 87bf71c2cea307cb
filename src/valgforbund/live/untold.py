"""Areas that a feed has not named yet, where it does not name those that are not counted."""

from __future__ import annotations

from collections.abc import Mapping

from valgforbund.night.matching import matched
from valgforbund.sources import areas


def untold(code: str, named: Mapping[str, str]) -> list[str]:
    """The areas of the newest bundled night that are not there, neither by id nor by name.

    Parameters
    ----------
    code : str
        Of the council; one that is not bundled has none.
    named : mapping of id to name
        The areas that are there.

    Returns
    -------
    list of str
        Their ids.

    Examples
    --------
    >>> untold("825", {}), untold("825", {"702460": "Læsø"}), untold("825", {"1": "Læsø Hallen"})
    (['702460'], [], [])
    """
    left = [a for a, area in areas.known().items() if area.code == code and a not in named]
    new = [name for area, name in named.items() if area not in areas.known()]
    namesakes = matched(new, [areas.known()[area].name for area in left])
    return [area for n, area in enumerate(left) if n not in namesakes]
