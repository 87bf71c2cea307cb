"""The page without code: python -m valgforbund.server.app notebooks/explorer.ipynb."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from jupyter_server.auth.logout import LogoutHandler
from tornado.routing import Rule
from tornado.web import ErrorHandler
from traitlets import Integer
from traitlets.config import Config
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from valgforbund.palette import DARK, LIGHT
from valgforbund.server.allocator import give_back
from valgforbund.server.login import OldAddress
from valgforbund.server.missing import ForeignHost, OddPath, tolerant
from valgforbund.server.parent import end_with_parent
from valgforbund.server.policy import page_policy

SHARE = Path(__file__).parent / "share"

# Notebooks that are a tool and nothing else: some of these are kept ready, so that opening and
# reloading wait for no Python to start. Walk-throughs are opened seldom, and read before use.
TOOLS = ("explorer", "konstituering", "jamforelsetal")

LONGEST_DELAY = 10

SETTINGS = {
    "Voila": {
        "auto_token": True,  # JUPYTER_TOKEN, or one that is made up
        "ip": "127.0.0.1",
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
        await super().get(path)

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
                manager.fill_if_needed(notebook_name=self.notebook_path)


class App(Voila):
    """Voilà with the settings of this file and of the command line, and no others."""

    ready = Integer(1, help="How many pages of a tool are kept ready to open.").tag(config=True)

    def load_config_file(self, *_args: Any, **_kwargs: Any) -> None:
        """Take our settings in place of what files of the person say of other pages."""
        tools = {f"{tool}.ipynb": {"pool_size": self.ready} for tool in TOOLS}
        config = Config(SETTINGS)
        config.VoilaKernelManager.kernel_pools_config = {"default": {"pool_size": 0}, **tools}
        # Seconds until another is made: those who open together should have the machine first.
        config.VoilaKernelManager.fill_delay = min(max(self.ready, 1), LONGEST_DELAY)
        config.merge(self.cli_config)
        self.update_config(config)

    def init_settings(self) -> dict[str, Any]:
        """Voilà's settings, a policy, and a login that outlives a restart."""
        token = os.environ.get("JUPYTER_TOKEN", "")
        if token:
            self.cookie_secret = hashlib.sha256(f"cookie {token}".encode()).digest()
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.login_handler_class = OldAddress
        nonce = secrets.token_urlsafe(16)
        headers = {
            "Content-Security-Policy": page_policy(self.port, nonce),
            "Referrer-Policy": "same-origin",  # the address has the token
        }
        return settings | {"nonce": nonce, "headers": headers}

    def init_handlers(self) -> list[Any]:
        """Voilà's handlers, of which none breaks at an odd request."""
        handlers: list[Any] = [
            Rule(ForeignHost(), ErrorHandler, {"status_code": 403}),
            Rule(OddPath(), ErrorHandler, {"status_code": 404}),
        ]
        for pattern, handler, *options in super().init_handlers():
            if handler is LogoutHandler:
                handlers.append((pattern, ErrorHandler, {"status_code": 404}))
            elif handler is TornadoVoilaHandler:
                handlers.append((pattern, tolerant(Page), *options))
            else:
                handlers.append((pattern, tolerant(handler), *options))
        return handlers


def main(arguments: list[str] | None = None) -> None:
    """Serve one notebook until the starting program ends or ends this one."""
    end_with_parent()
    give_back()
    paths = [str(SHARE), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, paths))
    App.launch_instance(arguments)


if __name__ == "__main__":
    main()
