"""pyproject.toml, requirements.lock and the two lists for conda ask for the same packages."""

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
USERS = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
DEVELOPERS = yaml.safe_load((ROOT / "environment-dev.yml").read_text("utf-8"))

# conda-forge's "matplotlib" brings a whole GUI toolkit along; the library alone is this.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}


def wanted(*extras):
    """Every requirement of the package and of these extras, or of all."""
    project = PYPROJECT["project"]
    optional = project["optional-dependencies"]
    lines = (optional[extra] for extra in extras or optional)
    return [Requirement(line) for line in sum(lines, project["dependencies"])]


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


def of_pip(conda):
    """What a list for conda has from PyPI."""
    return next(item["pip"] for item in conda["dependencies"] if isinstance(item, dict))


def of_conda(conda):
    """The requirements of a list but Python and pip themselves, and this checkout."""
    lines = [item for item in conda["dependencies"] if isinstance(item, str)]
    found = [Requirement(line) for line in lines + of_pip(conda)[:-1]]
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


def test_condas_list_for_developers_has_the_same_ranges():
    everything = {requirement.name: requirement.specifier for requirement in wanted()}
    assert of_conda(DEVELOPERS) == everything


def test_condas_list_for_users_has_the_pages_and_nbval():
    pages = {requirement.name: requirement.specifier for requirement in wanted("app")}
    nbval = of_conda(DEVELOPERS)["nbval"]
    assert of_conda(USERS) == pages | {"nbval": nbval}


@pytest.mark.parametrize("conda", [USERS, DEVELOPERS], ids=["users", "developers"])
def test_conda_has_the_same_python(conda):
    assert f"python{PYPROJECT['project']['requires-python']}" in conda["dependencies"]


def test_conda_installs_the_checkout_itself():
    assert of_pip(USERS)[-1] == "."
    assert of_pip(DEVELOPERS)[-1] == "--editable ."
    assert USERS["name"] != DEVELOPERS["name"]


def test_extras_are_the_five():
    extras = list(PYPROJECT["project"]["optional-dependencies"])
    assert extras == ["app", "bench", "cluster", "dev", "live"]


def test_the_package_puts_nothing_into_a_persons_jupyter():
    wheel = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(wheel) == {"only-include", "sources"}
    assert all(place.startswith("valgforbund") for place in wheel["sources"].values())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [path] = folder.iterdir()
    return ZipFile(path)


def test_the_wheel_is_the_package_with_the_settings_of_its_servers(wheel):
    names = wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"valgforbund"}
    assert not [name for name in names if ".data/" in name]
    server = ROOT / "src" / "valgforbund" / "server"
    settings = [path for path in server.rglob("*") if path.suffix in (".json", ".j2")]
    assert len(settings) == 4
    assert {path.relative_to(ROOT / "src").as_posix() for path in settings} <= set(names)


def test_the_wheel_has_every_notebook_as_it_is(wheel):
    ours = {path.name: path.read_bytes() for path in (ROOT / "notebooks").glob("*.ipynb")}
    inside = [name for name in wheel.namelist() if name.startswith("valgforbund/notebooks/")]
    assert {name.rpartition("/")[2]: wheel.read(name) for name in inside} == ours


def test_the_wheel_has_the_command(wheel):
    [name] = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "valgforbund = valgforbund.__main__:main" in wheel.read(name).decode()


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
