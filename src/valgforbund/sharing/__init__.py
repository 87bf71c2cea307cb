"""What is kept and sent: an envelope of kind, version and state, as JSON and as a short code."""

from valgforbund.sharing.code import read_code
from valgforbund.sharing.envelope import Kind
from valgforbund.sharing.file import File, open_file, read_file

__all__ = ["File", "Kind", "open_file", "read_code", "read_file"]
