"""The explorer's first screen, and how a person passes it who only looks."""

from contextlib import suppress

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout


def look(page: Page, timeout: float | None = None) -> None:
    """Wait until the explorer is there, and answer that we only look, where it asks who we are."""
    page.locator(".vf-explorer:not(.vf-asleep)").first.wait_for(timeout=timeout)
    said = page.locator(".vf-says .vf-first").first
    only_look = page.get_by_role("button", name="Bare se", exact=True)
    said.or_(only_look).locator("visible=true").first.wait_for(timeout=timeout)
    if only_look.is_visible():
        with suppress(PlaywrightTimeout):  # what a link holds may open while we press
            only_look.click(timeout=5000)
    said.wait_for(timeout=timeout)
