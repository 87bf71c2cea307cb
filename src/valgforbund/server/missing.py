"""What is not there is answered as not there."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote_to_bytes

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher
from tornado.web import HTTPError, RequestHandler, StaticFileHandler


class OddPath(Matcher):
    """A path that no file can have: not text, or with signs that cannot be seen."""

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """An empty dict for such a path, as tornado wants it."""
        try:
            return None if unquote_to_bytes(request.path).decode().isprintable() else {}
        except UnicodeDecodeError:
            return {}


class FilesOrNotThere(StaticFileHandler):
    """A mixin: where handlers of files stumble over a path, there is no such file."""

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send the file, or say that there is none."""
        try:
            await super().get(path, include_body)
        except (AssertionError, OSError, ValueError) as error:
            raise HTTPError(404) from error

    async def head(self, path: str) -> None:
        """Send the headers of the file, or say that there is none."""
        await self.get(path, include_body=False)


class PlainErrors(RequestHandler):
    """A mixin: an error is a line, because Jupyter's page of errors breaks inside Voilà."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Write the number and its name."""
        RequestHandler.write_error(self, status_code, **kwargs)


def tolerant(handler: type[Any]) -> type[Any]:
    """The same handler with those answers, where it has worse ones."""
    mixins: list[type[Any]] = []
    if issubclass(handler, StaticFileHandler):
        mixins.append(FilesOrNotThere)
    if issubclass(handler, JupyterHandler) and not issubclass(handler, APIHandler):
        mixins.append(PlainErrors)
    return type(handler.__name__, (*mixins, handler), {}) if mixins else handler
