"""What waits for lots (lodtrækning), and how they are settled and drawn."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from typing import Self, TypeAlias

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.lots import Lot
from valgforbund.order import by_letters

Drawn: TypeAlias = tuple[tuple[Lot, tuple[str, ...]], ...]


class Waiting:
    """A frozen state with lots that were drawn and lots that are due.

    Attributes
    ----------
    drawn : tuple of (Lot, winners)
        Lots that were drawn.
    """

    drawn: Drawn

    @property
    def lots(self) -> tuple[Lot, ...]:
        """Lots due now."""
        raise NotImplementedError

    def with_drawn(self, drawn: Drawn) -> Self:
        """The same with these lots drawn; `settle` checks them and calls this."""
        raise NotImplementedError

    def settle(self, winners: Mapping[Lot, str | Iterable[str]]) -> Self:
        """The same after these lots; it may show new ones.

        Parameters
        ----------
        winners : mapping of Lot to a name or names
            As many winners as the lot has seats.

        Raises
        ------
        ScenarioError
            If these are no winners by lot, a lot is not due, or its winners are not among the
            tied.
        """
        if not isinstance(winners, Mapping):
            raise ScenarioError("settle_not_mapping", value=winners)
        settled, waiting = self, dict(winners)
        while waiting:
            due = [lot for lot in settled.lots if lot in waiting]
            if not due:
                lots = "; ".join(map(between, settled.lots)) or "none"
                raise ScenarioError("lot_not_due", lot=between(next(iter(waiting))), lots=lots)
            won = due[0].winners(waiting.pop(due[0]))
            settled = settled.with_drawn((*settled.drawn, (due[0], won)))
        return settled

    def draw(self, seed: int) -> Self:
        """The same after chance has drawn every lot, the same for the same seed."""
        chance = random.Random(checks.whole(seed, 0, "seed_not_whole"))
        settled = self
        while settled.lots:
            lot = min(settled.lots, key=lambda lot: by_letters(lot.alliance))
            tied = sorted(lot.tied, key=by_letters)
            settled = settled.settle({lot: chance.sample(tied, lot.seats)})
        return settled


def between(lot: object) -> str:
    """A lot as an error message shows it."""
    return ", ".join(lot.tied) if isinstance(lot, Lot) else str(lot)
