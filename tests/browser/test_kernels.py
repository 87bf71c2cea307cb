"""Voilà leaves a kernel behind at every page load; culling ends them, but not the one in use."""

import time

import pytest
from playwright.sync_api import expect
from servers import stand_in, started

pytestmark = [pytest.mark.browser, pytest.mark.exhaustive]

# Longer than a slow machine needs from the start of a kernel to the page that connects to it.
IDLE_SECONDS, INTERVAL_SECONDS = 20, 1


def test_five_page_loads_leave_one_kernel(page, tmp_path):
    with started("app", stand_in(tmp_path), cull=(IDLE_SECONDS, INTERVAL_SECONDS)) as server:
        button = page.get_by_role("button", name="klik")
        most = 0
        for _ in range(5):
            page.goto(server.address, timeout=60_000)
            expect(button).to_be_visible(timeout=60_000)
            most = max(most, server.kernels())
        opened = time.monotonic()
        while server.kernels() > 1 and time.monotonic() < opened + 3 * IDLE_SECONDS:
            time.sleep(0.5)
        assert most > 1
        assert server.kernels() == 1

        # The page that is open keeps its kernel however long it idles.
        time.sleep(max(0, opened + IDLE_SECONDS + 3 * INTERVAL_SECONDS - time.monotonic()))
        button.click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)
