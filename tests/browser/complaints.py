"""What a page complains of: its console, its exceptions and its requests to our server."""

import re

from playwright.sync_api import ConsoleMessage, Page, Request, Response
from servers import Server


def listen(page: Page, server: Server) -> list[str]:
    """A list that grows whenever the page or our server complains."""
    complaints: list[str] = []
    note = complaints.append
    own = re.compile(rf"(http|ws)://127\.0\.0\.1:{server.port}/")

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            note(f"console: {message.text} ({message.location.get('url', '')})")

    def answer(response: Response) -> None:
        if response.status >= 400 and own.match(response.url):
            note(f"answer {response.status}: {response.url}")

    def fail(request: Request) -> None:
        # With the page that is left goes who would hear the answer; the kernel ends all the same.
        goodbye = "/voila/api/shutdown/" in request.url
        if own.match(request.url) and not goodbye:
            note(f"no answer: {request.url} ({request.failure})")

    page.on("console", hear)
    page.on("pageerror", lambda error: note(f"exception: {error}"))
    page.on("response", answer)
    page.on("requestfailed", fail)
    page.on("dialog", lambda dialog: (note(f"dialog: {dialog.message}"), dialog.dismiss()))
    return complaints
