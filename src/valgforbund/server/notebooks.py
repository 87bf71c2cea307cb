"""The notebooks of the tools and walk-throughs: in the installed package, or beside its sources."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1]
FIRST = "explorer"
OWN = "egne"  # the folder of a person's copies
COPIED = "valgforbund"  # in the metadata of a copy: what its cells were when it was copied
ENDING = ".ipynb"


def shipped() -> Path:
    """The folder of our own: the wheel has it inside, a checkout beside the sources."""
    inside = PACKAGE / "notebooks"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "notebooks"


def names(folder: Path) -> list[str]:
    """What can be opened there, the explorer first."""
    found = sorted(path.stem for path in folder.glob(f"*{ENDING}"))
    return sorted(found, key=lambda name: name != FIRST)


def own_copies(folder: Path, here: Path) -> Path:
    """Copies of all notebooks in a folder of the person's own, for JupyterLab, which saves.

    What a person has changed stays; a copy that was only run is renewed when ours has changed.

    Parameters
    ----------
    folder : Path
        Of the notebooks.
    here : Path
        Where the folder of copies is, or is made.
    """
    own = here / OWN
    own.mkdir(exist_ok=True)
    for name in names(folder):
        source, goal = folder / f"{name}{ENDING}", own / f"{name}{ENDING}"
        notebook = json.loads(source.read_text("utf-8"))
        if goal.exists() and not _is_old(goal, _cells(notebook)):
            continue
        notebook["metadata"][COPIED] = _cells(notebook)
        goal.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return own


def _cells(notebook: dict[str, Any]) -> str:
    """Tells the cells of a notebook, without what they gave, from any others."""
    cells = [[each["cell_type"], "".join(each["source"])] for each in notebook["cells"]]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()[:16]


def _is_old(copy: Path, now: str) -> bool:
    """Whether a copy is of an earlier notebook, and nobody has changed a cell of it."""
    try:
        notebook = json.loads(copy.read_text("utf-8"))
        copied = notebook["metadata"].get(COPIED)
        return bool(copied) and copied == _cells(notebook) != now
    except (ValueError, KeyError, TypeError):
        return False  # it is not ours to judge
