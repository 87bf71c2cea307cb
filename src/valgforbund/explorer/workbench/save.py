"""A picture that can be taken home: a button in its corner makes the files, links save them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.wording import Words

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
Files = Callable[[], Mapping[str, bytes]]


class Save:
    """The corner of one picture.

    Attributes
    ----------
    widget : Box
    """

    def __init__(self, guard: Guard) -> None:
        self._button = fields.Button(guard, "save.picture", self._offer, tip="save.picture")
        self._links = widgets.HTML()
        self._words: Words | None = None
        self._name = ""
        self._files: Files = dict
        self.widget = widgets.Box([self._links, self._button])
        self.widget.add_class("vf-save")

    def show(self, words: Words, name: str, files: Files) -> None:
        """What can be saved now, by its kind; it is made when it is asked for."""
        self._words, self._name, self._files = words, name, files
        self._button.show(words, what=cut(name, 60))
        self._links.value = ""  # they were of the picture before

    def _offer(self) -> None:
        if self._words is None:
            return
        links = [
            element(
                "a",
                self._words("save.as", kind=kind.upper()),
                href=_data(TYPES[kind], content),
                download=f"{self._name}.{kind}",
                class_="vf-link",
            )
            for kind, content in self._files().items()
        ]
        self._links.value = Markup(" ").join(links)


def _data(kind: str, content: bytes) -> str:
    """A file inside a link."""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
