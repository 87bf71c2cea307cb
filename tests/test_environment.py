"""pyproject.toml, requirements.lock and environment.yml ask for the same packages."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))

# conda-forge's "matplotlib" brings a whole GUI toolkit along; the library alone is this.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}


def wanted():
    """Every requirement of the package and of all its extras."""
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for line in sum(extras, project["dependencies"])]


# A requirement and, on lines of their own, the hashes of its files.
PIN = re.compile(
    r"([a-z0-9.-]+)==([0-9][^ ]*)( ; [^\\\n]+)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n"
)


def pinned():
    """The versions of each package in the lock; there may be one for each Python."""
    versions = {}
    for name, version, _, _ in PIN.findall(LOCK):
        versions.setdefault(canonicalize_name(name), []).append(version)
    return versions


def of_conda():
    """The requirements of environment.yml but Python and pip themselves."""
    pip = next(item["pip"] for item in CONDA["dependencies"] if isinstance(item, dict))
    conda = [item for item in CONDA["dependencies"] if isinstance(item, str)]
    found = [Requirement(line) for line in conda + pip if not line.startswith("--editable")]
    for requirement in found:
        requirement.name = CONDA_NAMES.get(requirement.name, requirement.name)
    return {r.name: r.specifier for r in found if r.name not in ("python", "pip")}


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_lock_has_every_requirement_at_an_allowed_version(requirement):
    versions = pinned().get(canonicalize_name(requirement.name))
    assert versions, f"{requirement.name} is not in requirements.lock"
    assert all(version in requirement.specifier for version in versions)


def test_lock_pins_with_hashes_and_names_no_host():
    assert "://" not in LOCK
    assert re.fullmatch(r"(#.*\n)*", PIN.sub("", LOCK))
    assert "--generate-hashes" in LOCK.splitlines()[1]


def test_lock_has_what_builds_the_checkout():
    builders = [Requirement(line) for line in PYPROJECT["build-system"]["requires"]]
    assert all(
        version in builder.specifier for builder in builders for version in pinned()[builder.name]
    )


def test_lock_has_files_for_every_system():
    """A lock of one machine would have one hash a package; numba has a file for each system."""
    numba = next(hashes for name, _, _, hashes in PIN.findall(LOCK) if name == "numba")
    assert numba.count("--hash") > 10


def test_lock_is_for_the_oldest_python():
    oldest = PYPROJECT["project"]["requires-python"].removeprefix(">=")
    assert f"--python-version {oldest} " in LOCK.splitlines()[1]


def test_conda_has_the_same_ranges():
    assert of_conda() == {requirement.name: requirement.specifier for requirement in wanted()}


def test_conda_has_the_same_python():
    assert f"python{PYPROJECT['project']['requires-python']}" in CONDA["dependencies"]


def test_conda_installs_the_checkout_itself():
    pip = next(item["pip"] for item in CONDA["dependencies"] if isinstance(item, dict))
    assert pip[-1] == "--editable ."


def test_extras_are_the_four():
    extras = list(PYPROJECT["project"]["optional-dependencies"])
    assert extras == ["app", "bench", "cluster", "dev"]


def test_the_package_puts_nothing_into_a_persons_jupyter():
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel == {"packages": ["src/valgforbund"]}


def test_the_wheel_is_the_package_with_the_settings_of_its_servers(tmp_path):
    pytest.importorskip("hatchling", reason="installed before the lock had it")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.iterdir()
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"valgforbund"}
    assert not [name for name in names if ".data/" in name]
    server = ROOT / "src" / "valgforbund" / "server"
    settings = [path for path in server.rglob("*") if path.suffix in (".json", ".j2")]
    assert len(settings) == 4
    assert {path.relative_to(ROOT / "src").as_posix() for path in settings} <= set(names)


# --- the notebook that opens the explorer --------------------------------------------------------


@pytest.fixture
def notebook():
    return json.loads((ROOT / "notebooks" / "explorer.ipynb").read_text("utf-8"))


def test_notebook_is_a_sentence_and_a_folded_cell(notebook):
    sentence, cell = notebook["cells"]
    assert sentence["cell_type"] == "markdown"
    assert "Shift+Enter" in "".join(sentence["source"])
    assert cell["cell_type"] == "code"
    assert cell["metadata"]["jupyter"]["source_hidden"] is True


def test_notebook_stores_no_output(notebook):
    cell = notebook["cells"][1]
    assert cell["outputs"] == []
    assert cell["execution_count"] is None
    assert "widgets" not in notebook["metadata"]


def test_notebook_runs_on_the_kernel_that_is_always_there(notebook):
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
