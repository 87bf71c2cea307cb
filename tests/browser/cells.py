"""A notebook of a test's own cells, in the place of the explorer's."""

from pathlib import Path

import nbformat
from servers import ROOT


def with_cells(folder: Path, *sources: str) -> Path:
    """The folder with a notebook of these cells."""
    notebook = nbformat.read(ROOT / "notebooks" / "explorer.ipynb", as_version=4)
    notebook.cells = [nbformat.v4.new_code_cell(each) for each in sources]
    folder.joinpath("notebooks").mkdir()
    nbformat.write(notebook, folder / "notebooks" / "explorer.ipynb")
    return folder
