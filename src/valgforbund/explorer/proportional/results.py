"""What the tool's panels show: a meeting and the texts of a language."""

from __future__ import annotations

from typing import NamedTuple

from valgforbund.proportional.meeting import Meeting
from valgforbund.wording import Words


class Results(NamedTuple):
    """A meeting as it is shown."""

    meeting: Meeting
    words: Words
