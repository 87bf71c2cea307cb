"""The direction of imports, what stays unloaded, and that calculation neither prints nor logs."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import valgforbund

PACKAGE = Path(valgforbund.__file__).parent

# a room may use the rooms to its left; rooms of one group may not use each other
ROOMS = (
    ("version",),
    ("errors",),
    ("glyphs",),
    ("parsing",),
    ("progress",),
    ("palette", "parties"),
    ("order",),
    ("frames",),
    ("lots",),
    ("checks",),
    ("waiting",),
    ("dhondt",),
    ("shifts",),
    ("alliances",),
    ("units",),
    ("scenario",),
    ("ranges",),
    ("outcomes",),
    ("awards",),
    ("counting",),
    ("official",),
    ("protocol",),
    ("waste",),
    ("baselines",),
    ("movements",),
    ("comparison",),
    ("margins",),
    ("workers",),
    ("kernels",),
    ("strategy",),
    ("simulation",),
    ("council", "proportional"),
    ("sharing",),
    ("sources",),
    ("people",),
    ("script",),
    ("study", "prepare"),
    ("calibration",),
    ("night",),
    ("live",),
    ("wording", "charts"),
    ("review",),
    ("pictures",),
    ("plot",),
    ("reports",),
    ("explorer",),
    ("server",),
    ("__main__",),
)
# inside the explorer: what tools stand on, then the tools, side by side
BENCH = (
    ("workbench",),
    ("count", "majorities"),
    ("election", "constitution", "proportional", "lesson", "review", "night"),
)
BENCH_PLACE = {room: i for i, group in enumerate(BENCH) for room in group}
# one-line methods of the face that hand on to a later room, and import it when they are called
HANDED_ON = {
    ("errors", "__str__"): "wording",
    ("scenario", "code"): "sharing.code",
    ("scenario", "save"): "sharing.file",
    ("scenario", "as_python"): "script",
    ("scenario", "_repr_html_"): "reports",
    ("counting", "_repr_html_"): "reports",
    ("comparison", "_repr_html_"): "reports",
    ("study", "_repr_html_"): "reports",
}
PLACE = {room: i for i, group in enumerate(ROOMS) for room in group}
CALCULATION = [room for room in PLACE if room not in ("explorer", "charts", "server", "__main__")]
ONLY_IN = {
    "numba": ("kernels",),
    "asyncssh": ("live",),
    "distributed": ("workers",),
    "matplotlib": ("charts",),
    "ipywidgets": ("explorer",),
    "anywidget": ("explorer",),
    "typst": ("reports",),
    "openpyxl": ("reports", "sources"),
    "msgspec": ("sharing", "sources", "explorer"),
    "traitlets": ("explorer", "server"),
    "tornado": ("server",),
    "jupyter_server": ("server",),
    "jupyterlab": ("server",),
    "voila": ("server",),
    "IPython": ("explorer",),
}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if room_of(path) != "__init__"]


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under ``if TYPE_CHECKING``, which never run."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from nodes(child)


def handed_on(tree: ast.AST, room: str) -> list[ast.FunctionDef]:
    """The methods of a module that hand on to a later room."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (room, node.name) in HANDED_ON
    ]


def imported(path: Path) -> set[str]:
    """Full names of what a module imports; ``from a import b`` gives ``a.b``."""
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {id(node) for method in handed_on(tree, room_of(path)) for node in ast.walk(method)}
    for node in nodes(tree):
        if id(node) in late:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def dotted(path: Path) -> str:
    """The name by which a module is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


EVERY = {dotted(path) for path in PACKAGE.rglob("*.py")}


def used_by(path: Path) -> set[str]:
    """The modules of ours that a module imports: ``from a import b`` is b where that is one."""
    found = {name if name in EVERY else name.rpartition(".")[0] for name in imported(path)}
    return (found & EVERY) - {dotted(path)}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_uses_only_rooms_to_its_left(path: Path) -> None:
    room = room_of(path)
    assert room in PLACE, f"{room} has no place in the direction of imports"
    for name in imported(path):
        package, *inside = name.split(".")
        if package == "valgforbund":
            used = inside[0]
            assert used in PLACE, f"{name}: import from the room, not from the package"
            assert used == room or PLACE[used] < PLACE[room], f"{room} uses {used}"
        assert room in ONLY_IN.get(package, (room,)), f"{room} uses {package}"


def on_the_bench() -> list[Path]:
    """The modules of the explorer's rooms; what puts the tools together stands above them."""
    return [path for path in modules() if len(path.relative_to(PACKAGE).parts) > 2]


@pytest.mark.parametrize(
    "path",
    [path for path in on_the_bench() if room_of(path) == "explorer"],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_a_tool_uses_the_bench_and_no_other_tool(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[1]
    assert room in BENCH_PLACE, f"{room} has no place on the bench"
    for name in imported(path):
        if name.startswith("valgforbund.explorer."):
            used = name.split(".")[2]
            assert used in BENCH_PLACE, f"{name}: import from the room"
            assert used == room or BENCH_PLACE[used] < BENCH_PLACE[room], f"{room} uses {used}"


def test_the_bench_knows_no_scenario_and_no_council() -> None:
    known = {
        name
        for path in sorted((PACKAGE / "explorer" / "workbench").glob("*.py"))
        for name in imported(path)
        if name.startswith("valgforbund.")
    }
    # what knows none either: places are looked up by name, an envelope holds anything
    whole = ("envelope", "packing", "document", "text")
    plain = ("sources.places.", *(f"sharing.{each}." for each in whole))
    allowed = {name for name in known if name.removeprefix("valgforbund.").startswith(plain)}
    rooms = {name.split(".")[1] for name in known - allowed}
    plain_rooms = {"errors", "palette", "parsing", "parties", "progress", "ranges", "wording"}
    assert rooms <= {"explorer", *plain_rooms}


def test_elections_come_from_a_source_and_not_from_what_is_bundled() -> None:
    """Only the sources, and the names of candidates, which are bundled too, look behind it."""
    behind = {
        room_of(path)
        for path in modules()
        if any(each.startswith("valgforbund.sources.bundled") for each in imported(path))
    }
    assert behind <= {"sources", "people"}


def test_no_module_is_in_a_circle() -> None:
    uses = {dotted(path): used_by(path) for path in [*modules(), PACKAGE / "__init__.py"]}
    done: set[str] = set()

    def walk(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, f"a circle: {' > '.join((*way, module))}"
        if module not in done:
            for each in sorted(uses.get(module, ())):
                walk(each, (*way, module))
            done.add(module)

    for module in uses:
        walk(module, ())


def test_what_is_handed_on_is_one_line() -> None:
    seen = set()
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for method in handed_on(tree, room_of(path)):
            late, done = method.body[bool(ast.get_docstring(method)) :]
            wanted = HANDED_ON[room_of(path), method.name]
            assert isinstance(late, ast.ImportFrom)
            assert late.module == f"valgforbund.{wanted}"
            assert isinstance(done, ast.Return)
            seen.add((room_of(path), method.name))
    assert seen == set(HANDED_ON)


@pytest.mark.parametrize("room", CALCULATION)
def test_calculation_neither_prints_nor_logs(room: str) -> None:
    for path in (path for path in modules() if room_of(path) == room):
        calls = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"print", "input", "display"}
        assert not {name.split(".")[0] for name in imported(path)} & {"logging", "warnings"}


def test_the_package_loads_neither_numba_nor_widgets_nor_plots() -> None:
    code = "import sys, valgforbund; print(*sorted(m.split('.')[0] for m in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not loaded & {
        "numba",
        "asyncssh",
        "distributed",
        "matplotlib",
        "ipywidgets",
        "traitlets",
    }


def test_a_notebook_shows_an_object_without_plots_and_widgets() -> None:
    code = (
        "import sys, valgforbund as vf\n"
        "s = vf.Scenario({'A': 3, 'B': 2, 'C': 1}, 3, [['A', 'B']])\n"
        "for each in (s, vf.count(s), vf.compare(s, 'A-B'), vf.study(s)):\n"
        "    each._repr_html_()\n"
        "print(*sorted(m.split('.')[0] for m in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(run.stdout.split()) & {"matplotlib", "ipywidgets", "traitlets"}
