"""The messages between page and kernel: when nothing waits for an answer, an action is over."""

import re

from playwright.sync_api import Page, WebSocket

NUMBER = re.compile(rb'"msg_id": ?"([^"]+)"')
IDLE = re.compile(rb'"execution_state": ?"idle"')


class Wire:
    """Listens to a page's kernels.

    Parameters
    ----------
    page : Page
        Not opened yet: what was said before is not heard.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._waiting: set[bytes] = set()
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def forget(self) -> None:
        """What was asked so far nobody answers: the kernel or the page that asked is gone."""
        self._waiting.clear()

    def _sent(self, frame: bytes | str) -> None:
        # The first number is the message's own, a later one its parent's.
        self._waiting.update(_numbers(frame)[:1])

    def _received(self, frame: bytes | str) -> None:
        if IDLE.search(_plain(frame)):
            self._waiting.difference_update(_numbers(frame))

    def wait(self, most: float) -> None:
        """Wait until the kernel has answered all that was asked, `most` seconds at the most."""
        for _ in range(int(most * 100)):
            if not self._waiting:
                return
            self._page.wait_for_timeout(10)
        raise TimeoutError(f"the kernel did not answer {len(self._waiting)} messages")


def _plain(frame: bytes | str) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame


def _numbers(frame: bytes | str) -> list[bytes]:
    return NUMBER.findall(_plain(frame))
