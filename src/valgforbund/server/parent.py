"""A server that ends with the program that started it."""

from __future__ import annotations

import os
import signal
import threading
import time

STOP_SECONDS = 15


def end_with_parent() -> None:
    """End this process in order when its standard input ends.

    Whoever starts a server holds the other end of that pipe. It closes also when that program is
    killed and can do nothing more.
    """
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    # Not sys.stdin: a thread that waits inside it keeps Python from ending.
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(STOP_SECONDS)
    os._exit(1)
