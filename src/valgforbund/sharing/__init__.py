"""What is kept and sent: an envelope of kind, version and state, as JSON and as a short code."""

from valgforbund.sharing.code import read
from valgforbund.sharing.envelope import Kind

__all__ = ["Kind", "read"]
