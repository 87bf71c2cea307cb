"""The kernel's beat: from a thread, only for a page that lives, and never for one that is gone."""

import time

import pytest
from jupyter_client.manager import start_new_kernel

from valgforbund.explorer.workbench.pulse import BEAT, FIRST_BEATS, SILENT_BEATS, Pulse, pulse
from valgforbund.wording import words

LATE = 30  # seconds that a busy machine may take

MAKE = """
from valgforbund.explorer.workbench.pulse import pulse
one = pulse()
one.model_id
"""
WORK = """
import time
end = time.monotonic() + {seconds}
while time.monotonic() < end:
    pass
"""


class Kernel:
    """A kernel with a pulse, and what a page does with it."""

    def __init__(self, client):
        self.client = client
        self.session = client.session

    def run(self, code):
        """Have it run this, and do not wait."""
        self.client.execute(code)

    def send(self, comm, data):
        content = {"comm_id": comm, "data": {"method": "custom", "content": data}}
        self.client.shell_channel.send(self.session.msg("comm_msg", content))

    def open(self):
        """Make a pulse; its name."""
        self.run(MAKE)
        while True:
            message = self.client.get_iopub_msg(timeout=LATE)
            if message["msg_type"] == "execute_result":
                return message["content"]["data"]["text/plain"].strip("'")

    def said(self, seconds):
        """What the pulse says meanwhile."""
        end, found = time.monotonic() + seconds, []
        while (left := end - time.monotonic()) > 0:
            try:
                message = self.client.get_iopub_msg(timeout=left)
            except Exception:  # noqa: BLE001 -- its own kind of Empty: nothing more is said
                break
            if message["msg_type"] == "comm_msg":
                found.append(message["content"]["data"].get("content", {}))
        return [each for each in found if each]

    def fall_silent(self):
        """Wait until nothing is said for some beats."""
        end = time.monotonic() + LATE + SILENT_BEATS * BEAT
        while self.said(4 * BEAT):
            assert time.monotonic() < end


@pytest.fixture
def kernel():
    manager, client = start_new_kernel(kernel_name="python3")
    yield Kernel(client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def beats(said):
    return [each["beat"] for each in said if "beat" in each]


def test_without_a_page_it_falls_silent_and_with_one_it_beats(kernel):
    comm = kernel.open()
    assert beats(kernel.said((FIRST_BEATS + 1) * BEAT))  # a page may be on its way
    kernel.fall_silent()
    kernel.send(comm, {"sign": True})
    heard = beats(kernel.said(5 * BEAT))
    assert heard == list(range(heard[0], heard[0] + len(heard)))
    kernel.fall_silent()


@pytest.mark.exhaustive
def test_a_long_calculation_is_no_lost_connection(kernel):
    """The page's signs wait meanwhile: they do not count as missing."""
    comm = kernel.open()
    kernel.send(comm, {"sign": True})
    seconds = 2 * SILENT_BEATS * BEAT
    kernel.run(WORK.format(seconds=seconds))
    kernel.said(seconds - 4 * BEAT)
    assert beats(kernel.said(3 * BEAT))


def test_the_answer_comes_after_all_that_was_said_before(kernel):
    comm = kernel.open()
    kernel.run(
        "import ipywidgets; shown = ipywidgets.Text('12'); one.watch(ipywidgets.Box([shown]))"
    )
    kernel.send(comm, {"ask": 7, "all": True})
    states, answer = [], None
    while answer is None:
        message = kernel.client.get_iopub_msg(timeout=LATE)
        if message["msg_type"] == "comm_msg":
            data = message["content"]["data"]
            states.append(data.get("state", {}).get("value"))
            answer = data.get("content", {}).get("answer")
    assert answer == 7
    assert "12" in states


def test_one_for_all_tools_of_a_kernel():
    assert pulse() is pulse()
    assert isinstance(pulse(), Pulse)


@pytest.mark.parametrize("language", ["da", "en", "sv"])
def test_it_speaks_the_language_of_the_tool(language):
    one = Pulse()
    one.speak(words(language, ("da", "en", "sv")))
    assert one.texts["lost"] == words(language, ("da", "en", "sv"))("pulse.lost")
