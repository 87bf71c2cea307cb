"""JupyterLab with the settings of this package; the command `lab` starts it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jupyterlab.labapp import LabApp

from valgforbund.server.allocator import give_back
from valgforbund.server.hosts import OWN_NAMES, origins
from valgforbund.server.parent import end_with_parent
from valgforbund.server.policy import lab_policy

HERE = Path(__file__).parent
EXTENSIONS = {"voila.server_extension": False, "valgforbund.server.hosts": True}


def settings(base_url: str = "/", names: Sequence[str] = ()) -> list[str]:
    """What JupyterLab is told when it starts.

    Parameters
    ----------
    base_url : str
        The path below which it is.
    names : sequence of str
        Other names that it answers to.
    """
    headers = {"Content-Security-Policy": lab_policy(), "Referrer-Policy": "same-origin"}
    told = [
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.log_level=WARN",
        # Voilà has a server of its own; here its addresses would only be more to attack.
        f"--ServerApp.jpserver_extensions={EXTENSIONS}",
        "--ServerApp.port_retries=0",  # the page would be elsewhere than the printed address
        f"--ServerApp.tornado_settings={ {'headers': headers} }",
        "--ServerApp.kernel_websocket_connection_class=valgforbund.server.channel.Channel",
        "--IdentityProvider.login_handler_class=valgforbund.server.login.OldAddress",
        # Where it is told to ask no host about news.
        f"--LabApp.app_settings_dir={HERE / 'lab_settings'}",
        # A page that lost its kernel can start it again.
        "--LabApp.expose_app_in_browser=True",
        f"--ServerApp.base_url={base_url}",
        f"--ServerApp.local_hostnames={[*OWN_NAMES, *names]}",
        *(f"--ServerApp.{name}={value}" for name, value in origins(names).items()),
    ]
    # JupyterLab refuses to run as root unless told; anyone else need not know.
    return [*told, "--allow-root"] if os.name == "posix" and os.geteuid() == 0 else told


def main(arguments: Sequence[str]) -> None:
    """Serve until the starting program ends or ends this one."""
    end_with_parent()
    give_back()
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--base-url", default="/")
    parser.add_argument("--host-name", action="append", default=[])
    ours, others = parser.parse_known_args(arguments)
    LabApp.launch_instance([*settings(ours.base_url, ours.host_name), *others])


if __name__ == "__main__":
    main(sys.argv[1:])
