"""The tool for proportional elections inside a council (proportionella val)."""

from valgforbund.explorer.proportional.tool import Proportional

__all__ = ["Proportional"]
