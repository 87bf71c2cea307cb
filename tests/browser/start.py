"""The explorer's first screen, and how a person passes it who only looks."""

from playwright.sync_api import Page


def look(page: Page, timeout: float | None = None) -> None:
    """Wait until the explorer is there, and answer that we only look, where it asks who we are."""
    page.locator(".vf-explorer:not(.vf-asleep)").first.wait_for(timeout=timeout)
    if page.locator(".vf-asking").count():
        page.get_by_role("button", name="Bare se", exact=True).click()
    page.locator(".vf-says .vf-first").first.wait_for(timeout=timeout)
