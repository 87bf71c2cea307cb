"""The pages without code, one server for all tools; the command `app` starts it."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from jupyter_server.auth.logout import LogoutHandler
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.routing import Rule
from tornado.web import ErrorHandler
from traitlets import Integer, List, Unicode
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.contentshandler import VoilaContentsHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.treehandler import TornadoVoilaTreeHandler

from valgforbund.palette import DARK, LIGHT
from valgforbund.server import notebooks
from valgforbund.server.allocator import give_back
from valgforbund.server.hosts import OWN_NAMES, ForeignHost, Stranger, origins
from valgforbund.server.login import OldAddress
from valgforbund.server.missing import OddPath, tolerant
from valgforbund.server.parent import end_with_parent
from valgforbund.server.policy import page_policy

SHARE = Path(__file__).parent / "share"

LONGEST_DELAY = 10

SETTINGS = {
    "Voila": {
        "auto_token": True,  # JUPYTER_TOKEN, or one that is made up
        "ip": "127.0.0.1",
        "kernel_websocket_connection_class": "valgforbund.server.channel.Channel",
        "log_level": "WARN",
        "open_browser": False,
        "port_retries": 0,  # the page would be elsewhere than the address that is printed
        "tornado_settings": {"allow_remote_access": False},
    },
    "VoilaConfiguration": {
        "template": "valgforbund",
        # A page has one look: an address that asks for another one is no error of the server.
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "preheat_kernel": True,
        "resources": {"light": dict(LIGHT), "dark": dict(DARK)},  # colours, for the template
    },
    # A kernel that was started again has nothing of its page: better gone than empty.
    "KernelManager": {"autorestart": False},
    # What a page leaves behind that could not say goodbye.
    "MappingKernelManager": {"cull_idle_timeout": 300, "cull_interval": 60},
    "TagRemovePreprocessor": {"enabled": True, "remove_cell_tags": ["only-in-lab"]},
    "HTMLExporter": {"language_code": "da"},
}


class Page(TornadoVoilaHandler):
    """The page of a notebook, with the number that lets its scripts run."""

    async def get(self, path: str | None = None) -> None:
        """Write the page as it comes, and give it what it needs to end its kernel.

        Voilà's page ends its kernel when it is left, but only if it has the cookie that it must
        send along; reading `xsrf_token` sets it.
        """
        _ = self.xsrf_token
        await super().get(f"{path}{notebooks.ENDING}")

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """The parts of the page, of a kernel that lives."""
        await self._let_go_of_the_dead()
        nonce = self.settings["nonce"]
        async for html in super().get_generator(path):
            yield html.replace("<script", f'<script nonce="{nonce}"')

    async def _let_go_of_the_dead(self) -> None:
        """A kernel that was killed while it waited for its page is none to open it with."""
        manager = self.kernel_manager
        for kernel_id in list(manager.list_kernel_ids()):
            if not await manager.get_kernel(kernel_id).is_alive():
                await manager.shutdown_kernel(kernel_id, now=True)
                manager.fill_if_needed(notebook_name=self.settings["first"])


class Start(JupyterHandler):
    """The address without a tool leads to the one that was asked for first."""

    def get(self) -> None:
        """Send on, with the token."""
        first = url_path_join(self.base_url, self.settings["first"])
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(first.removesuffix(notebooks.ENDING) + query)


class App(Voila):
    """Voilà with the settings of this file and of the command line, and no others.

    One server has all notebooks of a folder, each at its own name. Of the one that a person asked
    for, pages are kept ready, so that opening and reloading it wait for no Python to start; others
    are opened seldom, or are walk-throughs, which are read before use.
    """

    first = Unicode(notebooks.FIRST, help="The notebook that is opened first.").tag(config=True)
    ready = Integer(1, help="How many pages of it are kept ready to open.").tag(config=True)
    notebooks = Unicode(help="The folder of the notebooks.").tag(config=True)
    host_names = List(Unicode(), help="Names that it answers to.").tag(config=True)
    aliases = {  # noqa: RUF012 -- as in traitlets
        **Voila.aliases,
        "first": "App.first",
        "ready": "App.ready",
        "notebooks": "App.notebooks",
        "base-url": "Voila.base_url",
        "host-name": "App.host_names",
    }

    def load_config_file(self, *_args: Any, **_kwargs: Any) -> None:
        """Take our settings in place of what files of the person say of other pages."""
        self.root_dir = self.notebooks or str(notebooks.shipped())
        config = Config(SETTINGS)
        pools = {"default": {"pool_size": 0}, self._first_file: {"pool_size": self.ready}}
        config.VoilaKernelManager.kernel_pools_config = pools
        # Seconds until another is made: those who open together should have the machine first.
        config.VoilaKernelManager.fill_delay = min(max(self.ready, 1), LONGEST_DELAY)
        config.merge(self.cli_config)
        self.update_config(config)

    @property
    def _first_file(self) -> str:
        return f"{self.first}{notebooks.ENDING}"

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, a policy, and a login that outlives a restart."""
        token = os.environ.get("JUPYTER_TOKEN", "")
        if token:
            self.cookie_secret = hashlib.sha256(f"cookie {token}".encode()).digest()
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.login_handler_class = OldAddress
        nonce = secrets.token_urlsafe(16)
        headers = {
            "Content-Security-Policy": page_policy(self.port, nonce, self.host_names),
            "Referrer-Policy": "same-origin",  # the address has the token
        }
        ours = {"nonce": nonce, "first": self._first_file, "headers": headers}
        names = {"local_hostnames": [*OWN_NAMES, *self.host_names]}
        return settings | ours | names | origins(self.host_names)

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, of which none breaks at an odd request, and a page for each name."""
        handlers: list[Any] = [
            Rule(ForeignHost(self.host_names), Stranger),
            Rule(OddPath(), ErrorHandler, {"status_code": 404}),
        ]
        for pattern, handler, *options in super().init_handlers():
            if handler in (TornadoVoilaTreeHandler, VoilaContentsHandler):
                continue  # nobody looks through our folders
            if handler is LogoutHandler:
                handlers.append((pattern, ErrorHandler, {"status_code": 404}))
            elif handler is TornadoVoilaHandler:
                names = "|".join(map(re.escape, notebooks.names(Path(self.root_dir))))
                page = re.escape(self.server_url.rstrip("/")) + f"/({names})"
                handlers.append((page, tolerant(Page), *options))
            else:
                handlers.append((pattern, tolerant(handler), *options))
        return [*handlers, (re.escape(self.server_url), Start)]


def main(arguments: list[str] | None = None) -> None:
    """Serve until the starting program ends or ends this one."""
    end_with_parent()
    give_back()
    paths = [str(SHARE), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, paths))
    App.launch_instance(arguments)


if __name__ == "__main__":
    main()
