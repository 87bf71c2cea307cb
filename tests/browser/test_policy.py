"""What the policy of the page is for: markup that slipped into it runs nothing and calls nobody."""

import pytest
from playwright.sync_api import expect
from servers import stand_in, started

from .complaints import listen

pytestmark = pytest.mark.browser

SLIPPED_IN = [
    """document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = 1'>")""",
    """document.body.insertAdjacentHTML("beforeend", "<a href='javascript:window.ran = 1'>x</a>");
    document.body.lastChild.click()""",
    """const script = document.createElement("script");
    script.textContent = "window.ran = 1"; document.body.append(script)""",
    """const script = document.createElement("script");
    script.src = "data:text/javascript,window.ran = 1"; document.body.append(script)""",
    """const frame = document.createElement("iframe");
    frame.srcdoc = "<script>parent.ran = 1</script>"; document.body.append(frame)""",
]


def test_markup_that_slipped_in_runs_nothing(page, tmp_path):
    with started("app", stand_in(tmp_path)) as server:
        complaints = listen(page, server)
        page.goto(server.address, timeout=60_000)
        button = page.get_by_role("button", name="klik")
        expect(button).to_be_visible(timeout=60_000)
        assert complaints == []  # the page itself needs nothing that the policy forbids
        for script in SLIPPED_IN:
            page.evaluate(f"() => {{ {script} }}")
        called = page.evaluate(
            """() => fetch("http://127.0.0.1:9/").then(() => "", error => error.message)"""
        )
        page.wait_for_timeout(500)
        assert page.evaluate("window.ran") is None
        assert called
        refused = [each for each in complaints if "Content Security Policy" in each]
        assert len(refused) >= len(SLIPPED_IN) + 1, complaints
        button.click()
        expect(page.get_by_role("button", name="klikket")).to_be_visible(timeout=10_000)
