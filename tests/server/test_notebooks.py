"""Where our notebooks are, and the copies that JupyterLab may write."""

import json
import shutil

import pytest
from servers import ROOT

from valgforbund.server import notebooks


@pytest.fixture
def folder(tmp_path):
    """Two notebooks of ours."""
    ours = tmp_path / "ours"
    ours.mkdir()
    for name in ("explorer", "lejre-2021"):
        shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", ours)
    return ours


def edit(path, change):
    notebook = json.loads(path.read_text("utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), "utf-8")


def other_cell(notebook):
    notebook["cells"][-1]["source"] = "1 + 1"


def was_run(notebook):
    notebook["cells"][-1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.99"}


def sources(path):
    return [each["source"] for each in json.loads(path.read_text("utf-8"))["cells"]]


def test_ours_are_those_of_the_checkout():
    assert notebooks.shipped() == ROOT / "notebooks"
    assert notebooks.names(notebooks.shipped())[0] == "explorer"


def test_copies_have_the_same_cells_and_ours_stay_byte_for_byte(folder, tmp_path):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    own = notebooks.own_copies(folder, tmp_path)
    assert own == tmp_path / "egne"
    assert notebooks.names(own) == ["explorer", "lejre-2021"]
    for path in folder.iterdir():
        assert sources(own / path.name) == sources(path)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_copy_that_was_only_run_is_renewed_when_ours_has_changed(folder, tmp_path):
    copy = notebooks.own_copies(folder, tmp_path) / "explorer.ipynb"
    edit(copy, was_run)
    there = copy.read_bytes()
    notebooks.own_copies(folder, tmp_path)
    assert copy.read_bytes() == there  # ours is the same: what it gave stays
    edit(folder / "explorer.ipynb", other_cell)
    notebooks.own_copies(folder, tmp_path)
    assert sources(copy)[-1] == "1 + 1"
    assert "language_info" not in copy.read_text() or "3.99" not in copy.read_text()


def test_what_a_person_has_changed_stays(folder, tmp_path):
    copy = notebooks.own_copies(folder, tmp_path) / "explorer.ipynb"
    edit(copy, lambda notebook: notebook["cells"].append(notebook["cells"][0]))
    theirs = copy.read_bytes()
    edit(folder / "explorer.ipynb", other_cell)
    notebooks.own_copies(folder, tmp_path)
    assert copy.read_bytes() == theirs


@pytest.mark.parametrize("text", ["", "{", "[]", '{"metadata": {"valgforbund": "x"}}', "{}"])
def test_a_file_of_that_name_that_is_no_copy_stays(folder, tmp_path, text):
    (tmp_path / "egne").mkdir()
    (tmp_path / "egne" / "explorer.ipynb").write_text(text)
    own = notebooks.own_copies(folder, tmp_path)
    assert (own / "explorer.ipynb").read_text() == text
