"""Which version this is, as the package was installed."""

from importlib.metadata import version

__version__ = version("valgforbund")
