"""Whole numbers as people type them into a field, or an error that names the field."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError

MOST = parsing.MOST_SEATS  # members, posts, and votes, of which a member has one


def number(field: widgets.Text, text: str, marks: str, least: int) -> int:
    """The number that was typed, if it is allowed there."""
    try:
        found = parsing.whole_number(text, marks, MOST)
    except ScenarioError:
        found = -1
    if found < least:
        raise ScenarioError(
            "field_not_whole", field=field.description, least=least, most=MOST, value=text
        )
    return found
