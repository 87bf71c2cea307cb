"""The tool for proportional elections inside a council (proportionella val)."""

from valgforbund.explorer.proportional.tool import ProportionalElections

__all__ = ["ProportionalElections"]
