"""The notebooks: short cells, outputs only where nbval compares them, nothing of a machine.

After an edit run all cells and save, then
``nbstripout --keep-count --keep-id --extra-keys metadata.language_info notebooks/*.ipynb``.
"""

import copy
import re
from pathlib import Path

import nbformat
import pytest
from nbstripout import strip_output

ROOT = Path(__file__).parents[1]
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
COMPARED = {"keep_output", "nbval-check-output"}
MOST_LINES = 5
MOST_ROWS = 16  # a small table; more belong into the explorer
MACHINE = re.compile(r"/(home|root|tmp|var|Users)/|\\\\Users|file://|localhost|127\.0\.0\.1")


def code_cells(path: Path) -> list[nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


# a tool is one folded cell; what has more is walked through
WALKS = [path for path in PATHS if len(code_cells(path)) > 1]


def is_compared(cell: nbformat.NotebookNode) -> bool:
    return set(cell.metadata.get("tags", ())) >= COMPARED


def test_the_walk_throughs_are_there() -> None:
    names = {"naestved-2017", "lyngby-taarbaek-2017", "lejre-2021", "undervisning"}
    assert names <= {path.stem for path in WALKS}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_notebook_is_valid_and_runs_with_any_python_kernel(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    # what a server adds tells of its Python
    assert set(notebook.metadata.get("language_info", ())) <= {"name"}
    assert notebook.metadata.title
    # our template is our own server's: any other Voilà opens the notebook with its own
    assert "template" not in notebook.metadata.voila
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_cells_are_short(path: Path) -> None:
    for cell in code_cells(path):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert 1 <= len(lines) <= MOST_LINES, cell.id


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_outputs_are_there_exactly_where_they_are_compared(path: Path) -> None:
    for cell in code_cells(path):
        assert bool(cell.outputs) == is_compared(cell), cell.id
        assert is_compared(cell) or not COMPARED & set(cell.metadata.get("tags", ())), cell.id
    notebook = nbformat.read(path, as_version=4)
    kept = {"keep_output": False, "keep_count": True, "keep_id": True}
    assert strip_output(copy.deepcopy(notebook), **kept) == notebook


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_a_walk_through_ends_in_small_tables_that_are_compared(path: Path) -> None:
    cells = code_cells(path)
    compared = [cell for cell in cells if is_compared(cell)]
    assert compared
    # a lesson is widgets, which nbval cannot see into; every other walk is tables
    assert path.stem == "undervisning" or len(compared) > len(cells) / 2
    for cell in compared:
        (output,) = cell.outputs
        assert output.output_type == "execute_result"
        assert set(output.data) == {"text/html", "text/plain"}, cell.id
        assert 1 <= output.data["text/html"].count("<tr>") <= MOST_ROWS, cell.id


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_a_walk_through_was_run_from_top_to_bottom(path: Path) -> None:
    cells = code_cells(path)
    counts = [cell.execution_count for cell in cells]
    assert counts in ([None] * len(cells), list(range(1, len(cells) + 1)))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_notebook_says_nothing_of_a_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not MACHINE.search(text)
    assert str(ROOT) not in text


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_the_readme_tells_how_to_open_it(path: Path) -> None:
    assert f"`{path.stem}`" in (ROOT / "README.md").read_text("utf-8")
