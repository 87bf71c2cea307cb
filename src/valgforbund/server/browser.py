"""Opening the browser: by a file that sends it on, because everybody can read command lines."""

from __future__ import annotations

import html
import os
import sys
import webbrowser
from pathlib import Path

from valgforbund.server.keeping import owners_file


def opening_page(folder: Path, address: str) -> Path:
    """A page that sends the browser on to an address with a token."""
    path = folder / f"open-{os.getpid()}.html"
    path.unlink(missing_ok=True)  # of a start that was killed
    goal = html.escape(address)
    with owners_file(path) as file:
        file.write(
            (
                '<!doctype html><html lang="da"><meta charset="utf-8"><title>Valgforbund</title>'
                f'<meta http-equiv="refresh" content="0;url={goal}">'
                f'<p><a href="{goal}">&Aring;bn valgforbund</a></p></html>'
            ).encode("ascii")
        )
    return path


def open_browser(page: Path) -> None:
    """Open a page in the person's browser."""
    # Without a screen Linux would open a text browser in this terminal.
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_screen or not sys.platform.startswith("linux"):
        webbrowser.open(page.as_uri())
