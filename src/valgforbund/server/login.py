"""What a person reads whose address is that of an earlier start, or of nobody."""

from __future__ import annotations

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.login import LoginFormHandler

PAGE = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Valgforbund</title>
<style>body { font: 18px/1.5 sans-serif; max-width: 34em; margin: 15vh auto; }</style>
</head>
<body>
<h1>{title}</h1>
<p>{text}</p>
</body>
</html>
"""


def page(title: str, text: str) -> str:
    """A page with one message; its HTML is safe."""
    return PAGE.replace("{title}", title).replace("{text}", text)


OLD = page(
    "Adressen gælder ikke",
    """Den er fra en tidligere start eller ikke skrevet helt af. Den, der gælder nu, står i det
vindue, hvor programmet blev startet: kopiér hele linjen, også det, der kommer efter
spørgsmålstegnet.""",
)


class OldAddress(LoginFormHandler):
    """In place of a form that asks for a password that nobody has."""

    @allow_unauthenticated
    def get(self) -> None:
        """Send on who has logged in, and tell all others where the address stands."""
        if self.current_user:
            super().get()
            return
        self.set_status(403)
        self.finish(OLD)

    @allow_unauthenticated
    def post(self) -> None:
        """As above: there is nothing to post."""
        self.get()
