"""The names that a server answers to: its own, and those that it was told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import RequestHandler

from valgforbund.server.login import page

OWN_NAMES = ("127.0.0.1", "localhost")
LONGEST = 60  # of a name that is shown


class ForeignHost(Matcher):
    """A host name that is none of ours: a page elsewhere that was sent to us.

    Parameters
    ----------
    names : iterable of str
        Ours, beside this machine's own.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = {*OWN_NAMES, *names}

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """An empty dict for such a host, as tornado wants it."""
        return None if request.host_name.lower() in self._names else {}


class Stranger(RequestHandler):
    """Who comes by another name reads why nothing is shown, and what whoever started it can do."""

    def check_xsrf_cookie(self) -> None:
        """Nothing is done for a stranger, so that nothing has to be guarded."""

    def prepare(self) -> None:
        """Answer whatever was asked."""
        name = html.escape(self.request.host_name[:LONGEST])
        self.set_status(403)
        self.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        self.finish(
            page(
                "Navnet gælder ikke",
                f"Siden blev hentet under navnet »{name}«, og programmet svarer ikke på det. "
                "Brug den adresse, der står i det vindue, hvor programmet blev startet. Skal "
                f"navnet gælde, startes det med <code>--host-name {name}</code>.",
            )
        )


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    """Have JupyterLab answer strangers as our pages do: its own page of errors says nothing."""
    router = serverapp.web_app.default_router
    stranger = Rule(ForeignHost(serverapp.local_hostnames), Stranger)
    router.rules.insert(0, router.process_rule(stranger))  # before all others


def origins(names: Iterable[str]) -> dict[str, str]:
    """The setting by which pages under these names may open connections.

    Examples
    --------
    >>> import re
    >>> pattern = origins(["valg.example.dk"])["allow_origin_pat"]
    >>> [bool(re.match(pattern, each)) for each in
    ...  ("https://valg.example.dk", "https://valg.example.dk.evil.dk", "https://valgxexample.dk")]
    [True, False, False]
    """
    allowed = "|".join(map(re.escape, names))
    return {"allow_origin_pat": rf"https?://({allowed})(:\d+)?\Z"} if allowed else {}
