"""How the page's notes and views are kept."""

from __future__ import annotations

from valgforbund.explorer.review.state import Notes, View
from valgforbund.explorer.workbench.kept import Kept, Shape
from valgforbund.sharing.envelope import Kind

SHAPE = Shape(Kind("review", 1, Kept[Notes, View]))
