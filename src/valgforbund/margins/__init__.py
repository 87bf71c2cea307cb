"""Close calls: how many votes a list or an alliance is from its next seat, and from losing one."""

from valgforbund.margins.change import next_change
from valgforbund.margins.closest import Call, Margin, closest, every_margin, margin, margins
from valgforbund.margins.steps import Step, every_step, steps
from valgforbund.margins.way import Way

__all__ = [
    "Call",
    "Margin",
    "Step",
    "Way",
    "closest",
    "every_margin",
    "every_step",
    "margin",
    "margins",
    "next_change",
    "steps",
]
