"""What the host's widgets leave out for the keyboard and for a screen reader.

A fold is reached by the Tab key, a slider has its name, a button whose text is short is called
what it says in full, what scrolls can be scrolled by keyboard, and a tool says its language. In
a column of numbers (`fields.Cell`) Enter and the arrows lead from field to field, what stands in
one is selected when it is entered, and a column that is pasted keeps its lines.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets


class Access(anywidget.AnyWidget):
    """Stands, unseen, in the tool whose widgets it mends on the page.

    Attributes
    ----------
    language : str
        That the tool speaks.
    """

    # as text: a file is watched, and whoever watches never lets a widget go
    _esm = Path(__file__).with_suffix(".js").read_text("utf-8")
    language = traitlets.Unicode("da").tag(sync=True)

    def __init__(self) -> None:
        super().__init__(_dom_classes=("vf-access",))
