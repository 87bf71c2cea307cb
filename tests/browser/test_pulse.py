"""The page is never wrong in silence: its numbers are a fresh count, or it says that they are not.

Each test ends in one of the two, whatever was cut: the kernel, the server, the line, the page.
"""

import itertools
import time

import pytest
from playwright.sync_api import expect
from servers import started

from .explorer_page import LAB
from .lifeline import lifeline
from .questions import open_tab

pytestmark = pytest.mark.browser

both = pytest.mark.parametrize("door", ["app", LAB])
# Longer than a slow machine needs from the start of a kernel to the page that connects to it.
CULLING = [
    "--MappingKernelManager.cull_idle_timeout=20",
    "--MappingKernelManager.cull_interval=1",
]
CULLED_SECONDS = 90


@pytest.fixture
def page_of(chromium, door, tmp_path):
    """The explorer behind a door."""
    with lifeline(chromium, door, tmp_path) as one:
        yield one


@both
def test_a_killed_kernel(page_of):
    page_of.explorer.type_votes("O", "5.000")
    assert page_of.is_fresh()["O"] == 5000
    (kernel,) = page_of.server.kernel_processes()
    kernel.kill()
    page_of.is_veiled()
    page_of.go_on()
    assert page_of.is_fresh()["O"] == 5000
    page_of.explorer.votes("A").fill("9.999")
    page_of.explorer.votes("A").press("Enter")
    assert page_of.is_fresh()["A"] == 9999


@pytest.mark.parametrize("door", ["foreign"])
def test_in_a_jupyterlab_of_others_the_menu_goes_on(page_of):
    """It gives a page no way to start its kernel again; so the veil names the menu that does."""
    page_of.explorer.type_votes("O", "5.000")
    assert page_of.is_fresh()["O"] == 5000
    (kernel,) = page_of.server.kernel_processes()
    kernel.kill()
    page_of.is_veiled()
    menu, chosen = "Kernel", "Restart Kernel and Run All Cells"
    expect(page_of.veil).to_contain_text(f"Vælg »{chosen}« i menuen »{menu}« for at fortsætte.")
    expect(page_of.veil.get_by_role("button")).to_have_count(0)
    # JupyterLab starts an empty kernel by itself, and says so: a person who sees that goes on
    end = time.monotonic() + CULLED_SECONDS
    while all(each.pid == kernel.pid for each in page_of.server.kernel_processes()):
        assert time.monotonic() < end
        time.sleep(0.2)
    page_of.page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=CULLED_SECONDS * 1000)
    page_of.is_veiled()  # it knows nothing of the tool
    page_of.choose(menu, f"{chosen}…")
    page_of.is_back()
    assert page_of.is_fresh()["O"] == 5000


@both
def test_the_veil_is_a_dialog_that_the_keyboard_reaches(page_of):
    """The focus comes back to where it was."""
    page_of.explorer.votes("O").click()
    page_of.line.hold()
    page_of.is_veiled()
    expect(page_of.veil).to_contain_text("Forbindelsen er væk. Det, du har skrevet, er gemt her.")
    expect(page_of.button).to_be_focused()
    page_of.line.mend()
    page_of.is_back()
    expect(page_of.explorer.votes("O")).to_be_focused()


@pytest.mark.parametrize("door", ["app"])
def test_a_kernel_that_is_culled_while_the_page_is_away(chromium, door, tmp_path):
    with lifeline(chromium, door, tmp_path, CULLING) as page_of:
        page_of.explorer.type_votes("O", "5.000")
        page_of.line.tear()
        page_of.is_veiled()
        end = time.monotonic() + CULLED_SECONDS
        while page_of.server.kernels() and time.monotonic() < end:
            time.sleep(0.2)
        assert page_of.server.kernels() == 0
        page_of.line.mend()
        page_of.page.wait_for_timeout(3000)
        page_of.is_veiled()
        page_of.go_on()
        assert page_of.is_fresh()["O"] == 5000


@both
def test_a_server_that_ended_and_is_started_again(page_of):
    page_of.explorer.type_votes("O", "5.000")
    server = page_of.server
    server.end()
    page_of.is_veiled()
    page_of.press()
    expect(page_of.page.locator(".vf-veiled")).to_contain_text("Start det igen")
    with started(page_of.door, server.folder) as again:
        assert again.address == server.address
        page_of.is_back()
        assert page_of.is_fresh()["O"] == 5000


@pytest.mark.parametrize(
    ("door", "how", "seconds"),
    [
        *itertools.product(["app"], ["hold", "tear"], [3, 30]),
        # the line is the same: here it is what JupyterLab itself does about it
        *(pytest.param("lab", *cut, marks=LAB.marks) for cut in (("hold", 3), ("tear", 30))),
    ],
)
def test_a_line_that_is_cut(page_of, how, seconds):
    """What is typed before the page has noticed is counted, or the field shows what is held."""
    page_of.explorer.type_votes("O", "5.000")
    getattr(page_of.line, how)()
    page_of.explorer.votes("A").fill("9.999")
    page_of.explorer.votes("A").press("Enter")
    page_of.is_veiled()
    time.sleep(seconds)
    page_of.line.mend()
    page_of.waits_or_goes_on()
    assert page_of.is_fresh()["A"] == 9999
    page_of.explorer.votes("B").fill("8.888")
    page_of.explorer.votes("B").press("Enter")
    assert page_of.is_fresh()["B"] == 8888


@both
def test_a_laptop_that_sleeps(page_of):
    page_of.explorer.type_votes("O", "5.000")
    asleep = [*page_of.server.processes()]
    for each in asleep:
        each.suspend()
    page_of.explorer.votes("A").fill("9.999")
    page_of.explorer.votes("A").press("Enter")
    page_of.is_veiled()
    for each in asleep:
        each.resume()
    page_of.is_back()
    assert page_of.is_fresh()["A"] == 9999


@both
def test_a_page_that_sleeps(page_of):
    """The kernel falls silent meanwhile, and beats again when the page wakes."""
    page_of.explorer.type_votes("O", "5.000")
    session = page_of.context.new_cdp_session(page_of.page)
    session.send("Page.setWebLifecycleState", {"state": "frozen"})
    time.sleep(15)
    session.send("Page.setWebLifecycleState", {"state": "active"})
    page_of.is_back()
    assert page_of.is_fresh()["O"] == 5000


@both
def test_a_long_calculation_is_no_lost_connection(page_of):
    """A beat may be late on a busy machine, but the next one comes while the kernel works."""
    page_of.page.get_by_role("button", name="regn længe").click()
    page_of.explorer.votes("O").fill("5.000")
    page_of.explorer.votes("O").press("Enter")
    for _ in range(3):
        page_of.page.wait_for_timeout(4000)
        expect(page_of.page.locator(".vf-veiled")).to_have_count(0, timeout=4000)
    assert page_of.is_fresh()["O"] == 5000


@pytest.mark.parametrize("door", ["app"])
def test_a_reload_during_a_job(page_of):
    page_of.explorer.type_votes("O", "5.000")
    open_tab(page_of.page, "Usikkerhed")
    page_of.page.locator(".vf-job:visible").first.wait_for()
    page_of.page.reload()
    page_of.is_back()
    assert page_of.is_fresh()["O"] == 5000


def test_the_kernel_of_a_browser_that_crashed_is_culled_though_it_beat(chromium, tmp_path):
    with lifeline(chromium, "app", tmp_path, CULLING) as page_of:
        assert page_of.server.kernels() == 1
        page_of.context.close()
        end = time.monotonic() + CULLED_SECONDS
        while page_of.server.kernels() and time.monotonic() < end:
            time.sleep(0.2)
        assert page_of.server.kernels() == 0
