"""What the explorer's tests share."""

import asyncio
from collections.abc import Iterator

import ipywidgets as widgets
import pytest


@pytest.fixture(autouse=True)
def no_event_loop() -> Iterator[None]:
    """As in plain Python: slow work is done at once.

    The browser's tests, when they ran before, leave a loop behind that this thread seems to run.
    """
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(running)


@pytest.fixture(autouse=True, scope="module")
def closed_widgets() -> Iterator[None]:
    """Widgets live on until they are closed, and a file of tests makes thousands of them."""
    yield
    widgets.Widget.close_all()
