"""A page that is left ends its kernel; one that vanished is culled; the one in use stays.

One more kernel waits, ready for the next page.
"""

import shutil
import time

import pytest
from playwright.sync_api import expect
from servers import stand_in, started

from .complaints import listen

pytestmark = pytest.mark.browser

# Longer than a slow machine needs from the start of a kernel to the page that connects to it.
IDLE_SECONDS, INTERVAL_SECONDS = 20, 1
CULLING = [
    f"--MappingKernelManager.cull_idle_timeout={IDLE_SECONDS}",
    f"--MappingKernelManager.cull_interval={INTERVAL_SECONDS}",
]
GOODBYE_SECONDS = 20
READY = 1


def test_what_was_asked_for_is_ready_before_it_is_opened_and_nothing_else_is(page, tmp_path):
    folder = stand_in(tmp_path)
    shutil.copy(folder / "notebooks" / "explorer.ipynb", folder / "notebooks" / "lesson.ipynb")
    with started("app", folder, "lesson") as server:
        assert wait_for(READY, server, GOODBYE_SECONDS) == READY
        time.sleep(3)
        assert server.kernels() == READY
        page.goto(server.address.replace("/lesson", "/explorer"), timeout=60_000)
        expect(page.get_by_role("button", name="klik")).to_be_visible(timeout=60_000)
        time.sleep(3)
        assert server.kernels() == 1 + READY  # the page's own, and the one that waits


def test_as_many_are_ready_as_were_asked_for(page, tmp_path):
    folder = stand_in(tmp_path)
    with started("app", folder, options=["--ready", "2"]) as server:
        assert wait_for(2, server, GOODBYE_SECONDS) == 2
    with started("app", folder, options=["--ready", "0"]) as server:
        open_page(page, server)
        assert server.kernels() == 1


def open_page(page, server):
    page.goto(server.address, timeout=60_000)
    button = page.get_by_role("button", name="klik")
    expect(button).to_be_visible(timeout=60_000)
    return button


def wait_for(kernels, server, seconds):
    """The number of kernels, as soon as it is the wanted one or the time is over."""
    last = time.monotonic() + seconds
    while server.kernels() != kernels and time.monotonic() < last:
        time.sleep(0.2)
    return server.kernels()


def fall_to(kernels, server, seconds):
    """Whether there are soon no more than so many; one that is left behind stays for minutes."""
    last = time.monotonic() + seconds
    while server.kernels() > kernels and time.monotonic() < last:
        time.sleep(0.2)
    return server.kernels() <= kernels


def test_a_ready_kernel_that_was_killed_opens_no_page(page, tmp_path):
    with started("app", stand_in(tmp_path)) as server:
        assert wait_for(READY, server, GOODBYE_SECONDS) == READY
        time.sleep(3)  # it is ready, not only there
        for process in server.processes():
            if "ipykernel_launcher" in process.cmdline():
                process.kill()
        assert wait_for(0, server, GOODBYE_SECONDS) == 0
        open_page(page, server).click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)
        assert wait_for(1 + READY, server, GOODBYE_SECONDS) == 1 + READY


def test_a_ready_kernel_that_hangs_is_left_for_another_one(page, tmp_path):
    with started("app", stand_in(tmp_path)) as server:
        assert wait_for(READY, server, GOODBYE_SECONDS) == READY
        time.sleep(3)
        (hung,) = server.kernel_processes()
        hung.suspend()
        open_page(page, server).click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)


def test_five_reloads_leave_one_kernel_each_time(page, tmp_path):
    """The next ready one may be late on a busy machine: there is never one too many."""
    with started("app", stand_in(tmp_path)) as server:
        complaints = listen(page, server)
        for _ in range(5):
            button = open_page(page, server)
            assert fall_to(1 + READY, server, GOODBYE_SECONDS)
            assert server.kernels() >= 1
        button.click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)
        assert complaints == []
        page.goto("about:blank")
        assert fall_to(READY, server, GOODBYE_SECONDS)


def test_kernel_of_a_page_that_said_no_goodbye_is_culled_and_the_open_one_is_not(
    page, chromium, tmp_path
):
    with started("app", stand_in(tmp_path), settings=CULLING) as server:
        button = open_page(page, server)
        opened = time.monotonic()
        other = chromium.new_context()
        open_page(other.new_page(), server)
        assert wait_for(2 + READY, server, GOODBYE_SECONDS) == 2 + READY
        other.close()  # as a browser that crashed
        assert wait_for(1 + READY, server, 3 * IDLE_SECONDS) == 1 + READY

        # The page that is open keeps its kernel however long it idles.
        time.sleep(max(0, opened + IDLE_SECONDS + 3 * INTERVAL_SECONDS - time.monotonic()))
        button.click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)
