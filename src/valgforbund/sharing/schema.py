"""The JSON Schema of a scenario file, as it lies in the package: for editors and other programs."""

from __future__ import annotations

from importlib.resources import files

from valgforbund.sharing.file import SCENARIOS
from valgforbund.sharing.text import laid_out

SCHEMA = files("valgforbund").joinpath("data", "scenario.schema.json")


def text_of_schema() -> str:
    """What must stand there: it is made from the types that are read and written.

    Examples
    --------
    >>> SCHEMA.read_text("utf-8") == text_of_schema()
    True
    """
    return laid_out(SCENARIOS.schema) + "\n"
