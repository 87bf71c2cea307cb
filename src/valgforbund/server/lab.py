"""JupyterLab with the settings of this package: python -m valgforbund.server.lab."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jupyterlab.labapp import LabApp

from valgforbund.server.allocator import give_back
from valgforbund.server.parent import end_with_parent
from valgforbund.server.policy import lab_policy

HERE = Path(__file__).parent


def settings() -> list[str]:
    """What JupyterLab is told when it starts."""
    headers = {"Content-Security-Policy": lab_policy(), "Referrer-Policy": "same-origin"}
    told = [
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.log_level=WARN",
        # Voilà has a server of its own; here its addresses would only be more to attack.
        "--ServerApp.jpserver_extensions={'voila.server_extension': False}",
        "--ServerApp.port_retries=0",  # the page would be elsewhere than the printed address
        f"--ServerApp.tornado_settings={ {'headers': headers} }",
        "--IdentityProvider.login_handler_class=valgforbund.server.login.OldAddress",
        # Where it is told to ask no host about news.
        f"--LabApp.app_settings_dir={HERE / 'lab_settings'}",
        # A page that lost its kernel can start it again.
        "--LabApp.expose_app_in_browser=True",
    ]
    # JupyterLab refuses to run as root unless told; anyone else need not know.
    return [*told, "--allow-root"] if os.name == "posix" and os.geteuid() == 0 else told


def main(arguments: list[str]) -> None:
    """Serve until the starting program ends or ends this one."""
    end_with_parent()
    give_back()
    LabApp.launch_instance([*settings(), *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
