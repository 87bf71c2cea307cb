"""Konstituering: the council constitutes itself, as a tool beside the explorer."""

from valgforbund.explorer.constitution.constitution import Constitution

__all__ = ["Constitution"]
