"""What a page of our servers may load and run: its own files, and nothing of another host."""

from __future__ import annotations

from collections.abc import Iterable


def page_policy(port: int, nonce: str, names: Iterable[str] = ()) -> str:
    """The content security policy of the page without code.

    Scripts must carry the number used once of this server, or be a file of it: markup that found
    its way into a name runs nothing, and what it would send goes nowhere.

    Parameters
    ----------
    port : int
        Where the server listens.
    nonce : str
        The number used once that our own inline scripts carry.
    names : iterable of str
        Other names of the server, behind a proxy.
    """
    sockets = [f"ws://127.0.0.1:{port}", f"ws://localhost:{port}"]
    # a proxy may listen anywhere, and speak another protocol than we do
    sockets += [f"{kind}://{name}:*" for name in names for kind in ("ws", "wss")]
    return _join(
        {
            "default-src": "'none'",
            # anywidget makes the modules of a package from blobs.
            "script-src": f"'self' blob: 'nonce-{nonce}'",
            # Widgets set their sizes in style attributes.
            "style-src": "'self' 'unsafe-inline'",
            # Pictures of a widget are blobs, icons of JupyterLab data.
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            # Some browsers do not count the websocket of the same host as 'self'.
            "connect-src": " ".join(["'self'", *sockets]),
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        }
    )


def lab_policy() -> str:
    """The content security policy of JupyterLab, where a person's own outputs run scripts."""
    return _join(
        {
            "default-src": "'self'",
            "script-src": "'self' blob: 'unsafe-inline' 'unsafe-eval'",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob: https:",
            "font-src": "'self' data:",
            "connect-src": "'self' ws: data: blob:",
            "worker-src": "'self' blob:",
            "frame-src": "'self' data: blob:",
            "object-src": "'none'",
            "base-uri": "'self'",
            "frame-ancestors": "'self'",
        }
    )


def _join(policy: dict[str, str]) -> str:
    return "; ".join(f"{what} {where}" for what, where in policy.items())
