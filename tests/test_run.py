"""run.py: it installs once, starts again after an interruption, and fails in one sentence."""

import ast
import errno
import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Neither PyPI nor a folder of wheels that this machine may be told of.
NO_NETWORK = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_FIND_LINKS": "",
    "PIP_RETRIES": "0",
    "UV_OFFLINE": "1",
}


@pytest.fixture
def checkout(tmp_path):
    """A folder with what run.py needs to install, and no more."""
    for name in ("run.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(checkout):
    """run.py of that folder as a module."""
    spec = importlib.util.spec_from_file_location("run_of_checkout", checkout / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installed(run, monkeypatch):
    """The steps of the install, noted and not taken; with `fails` among them the next one fails."""
    steps = []

    def make_venv():
        steps.append("venv")
        Path(run.PYTHON).parent.mkdir(parents=True, exist_ok=True)
        Path(run.PYTHON).touch(0o700)

    def install_packages():
        steps.append("packages")
        return "fails" not in steps

    monkeypatch.setattr(run, "make_venv", make_venv)
    monkeypatch.setattr(run, "install_packages", install_packages)
    monkeypatch.setattr(run, "compile_counts", lambda: steps.append("counts"))
    return steps


def start(checkout, *arguments, python=(sys.executable,), **environment):
    return subprocess.run(
        [*python, str(checkout / "run.py"), *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def only_sentence(ended):
    """What stands on stderr, which must be one line and no traceback."""
    assert ended.returncode == 1
    lines = ended.stderr.strip().splitlines()
    assert len(lines) == 1, ended.stderr
    assert lines[0].startswith("run.py: ")
    return lines[0].removeprefix("run.py: ")


# --- old Pythons -------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 4, 0), (3, 10, 13)])
def test_old_python_gets_a_sentence(run, version):
    assert run.python_problem(version) == (
        f"valgforbund needs Python 3.11 or newer; this is Python {version[0]}.{version[1]}."
    )


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_new_enough_python_has_no_problem(run, version):
    assert run.python_problem(version) is None


def test_file_parses_on_old_pythons():
    source = (ROOT / "run.py").read_text("ascii")
    newer = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.AsyncFunctionDef, ast.Match)
    for node in ast.walk(ast.parse(source, feature_version=(3, 7))):
        assert not isinstance(node, newer), ast.unparse(node)
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            assert not arguments.kwonlyargs
            assert not arguments.posonlyargs
            assert node.returns is None
            assert all(argument.annotation is None for argument in arguments.args)
        if isinstance(node, ast.List | ast.Tuple):
            assert not any(isinstance(item, ast.Starred) for item in node.elts)
        if isinstance(node, ast.Raise):
            assert node.cause is None


def test_version_is_checked_before_newer_modules_are_imported():
    body = ast.parse((ROOT / "run.py").read_text("ascii")).body
    check = next(i for i, node in enumerate(body) if isinstance(node, ast.If))
    before = [ast.unparse(node) for node in body[:check] if isinstance(node, ast.Import)]
    assert before == ["import sys"]


# --- one sentence ------------------------------------------------------------------------------


def test_unknown_command(checkout):
    sentence = only_sentence(start(checkout, "sim"))
    assert sentence == (
        "there is no command 'sim'; choose among app, lab, prepare, test, check, bench."
    )


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_missing_venv_module(checkout, module):
    without = (
        f"import runpy, sys; sys.modules[{module!r}] = None; sys.argv = sys.argv[1:];"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    ended = start(checkout, "app", python=(sys.executable, "-c", without))
    assert only_sentence(ended) == (
        f"this Python has no {module} module; install it first "
        "(Debian and Ubuntu: sudo apt install python3-venv)."
    )


@pytest.mark.exhaustive  # it makes a folder of Python first
def test_no_network(checkout):
    ended = start(checkout, "test", **NO_NETWORK)
    assert "is this machine on the network?" in only_sentence(ended)
    assert (checkout / ".venv" / "install.log").read_text()
    assert not (checkout / ".venv" / "installed.txt").exists()


def test_check_takes_no_options(checkout):
    assert only_sentence(start(checkout, "check", "fast")) == "check takes no options."


def test_help_names_every_command(checkout, run):
    ended = start(checkout, "--help")
    assert ended.returncode == 0
    assert all(f"  {name} " in ended.stdout for name in run.COMMANDS)


# --- installing once ---------------------------------------------------------------------------


def test_second_start_installs_nothing(run, installed):
    run.ensure_installed()
    run.ensure_installed()
    assert installed == ["venv", "packages", "counts"]


@pytest.mark.usefixtures("installed")
def test_second_start_touches_no_network(run, monkeypatch):
    run.ensure_installed()
    monkeypatch.setattr(subprocess, "Popen", pytest.fail)
    monkeypatch.setattr(socket, "socket", pytest.fail)
    run.ensure_installed()
    assert run.is_installed()


def test_interrupted_install_starts_again(run, installed, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, "install_packages", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.ensure_installed()
    assert not run.is_installed()
    run.ensure_installed()
    assert installed == ["venv", "venv", "packages", "counts"]
    assert run.is_installed()


def test_failed_update_starts_from_an_empty_folder(run, installed, checkout):
    run.ensure_installed()
    (checkout / "requirements.lock").write_text("pandas==3.0.0\n")
    installed.append("fails")
    with pytest.raises(SystemExit, match="network"):
        run.ensure_installed()
    installed.clear()
    run.ensure_installed()
    assert installed == ["venv", "packages", "counts"]


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_change_of_what_is_installed_installs_again(run, installed, checkout, changed):
    run.ensure_installed()
    with (checkout / changed).open("a") as file:
        file.write("\n")
    run.ensure_installed()
    assert installed == ["venv", "packages", "counts", "packages", "counts"]


@pytest.mark.usefixtures("installed")
def test_moved_folder_installs_again(run, monkeypatch):
    run.ensure_installed()
    monkeypatch.setattr(run, "HERE", "/elsewhere")
    assert not run.is_installed()


def test_pip_takes_over_when_there_is_no_uv(run, monkeypatch):
    commands = []

    def logged(*command):
        commands.append(command)
        return not command[-1].endswith("uv.txt")

    monkeypatch.setattr(run, "logged", logged)
    Path(run.VENV).mkdir()
    assert run.install_packages()
    assert len(commands) == 3
    assert all(command[2] == "pip" for command in commands)


def test_pip_takes_over_when_uv_fails(run, monkeypatch):
    commands = []

    def logged(*command):
        commands.append(command)
        return command[2] == "pip"

    monkeypatch.setattr(run, "logged", logged)
    Path(run.VENV).mkdir()
    assert run.install_packages()
    assert [command[2] for command in commands] == ["pip", "uv", "pip", "pip"]


def test_every_file_must_have_the_hash_of_the_lock(run, monkeypatch):
    commands = []
    monkeypatch.setattr(run, "logged", lambda *command: commands.append(command) or False)
    Path(run.VENV).mkdir()
    assert not run.install_packages()
    monkeypatch.setattr(run, "logged", lambda *command: commands.append(command) or True)
    assert run.install_packages()
    for command in commands:
        if "--editable" in command:  # nothing else is fetched for it
            assert "--no-build-isolation" in command
            assert "--no-deps" in command
        else:
            assert "--require-hashes" in command
            assert command[-2] == "-r"


def test_uv_is_installed_by_its_hashes(run):
    first, *hashes = run.locked("uv").splitlines()
    assert first.startswith("uv==")
    assert len(hashes) > 10
    assert all(line.startswith("    --hash=sha256:") for line in hashes)
    assert not hashes[-1].endswith("\\")


@pytest.mark.exhaustive  # it makes a folder of Python first
def test_a_changed_file_is_not_installed(checkout, run):
    uv = run.locked("uv")
    lock = checkout / "requirements.lock"
    wrong = re.sub("sha256:[0-9a-f]{4}", "sha256:0000", lock.read_text())
    lock.write_text(uv + re.sub(r"(?m)^uv==.*\n(    .*\n)*", "", wrong))
    run.make_venv()
    assert not run.install_packages()
    log = (checkout / ".venv" / "install.log").read_text()
    assert "Hash mismatch" in log  # uv
    assert "DO NOT MATCH THE HASHES" in log  # pip


# --- handing over --------------------------------------------------------------------------------

# In place of the command: it says what it was given, and how it ends.
COMMAND = """
import os, sys
print(sys.argv[1:], os.environ["VALGFORBUND_STATE"], os.environ.get("VALGFORBUND_HELD"), flush=True)
if "wait" in sys.argv:
    sys.stdin.read()
    print("let go", flush=True)
sys.exit(3)
"""
HAND_OVER = """
import os, sys
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import run
run.ensure_installed = lambda: None
run.installed = lambda *arguments: [sys.executable, sys.argv[2]] + list(arguments)
run.PYTHON = sys.executable
if sys.argv[3] == "waits":
    hand_over = run.hand_over
    run.hand_over = lambda command, arguments: hand_over(command, arguments, wait=True)
run.start(sys.argv[4:])
"""


def handing_over(checkout, how, *arguments):
    (checkout / "command.py").write_text(COMMAND)
    paths = [str(checkout / "run.py"), str(checkout / "command.py")]
    return [sys.executable, "-c", HAND_OVER, *paths, how, *arguments]


@pytest.mark.parametrize("how", ["goes on", "waits"])
@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ([], ["app"]),
        (["--port", "1"], ["app", "--port", "1"]),
        (["lab", "undervisning"], ["lab", "undervisning"]),
        (["app", "--help"], ["app", "--help"]),
        (["prepare"], ["prepare"]),
    ],
)
def test_the_installed_command_goes_on_with_what_was_typed(checkout, how, typed, given):
    if how == "goes on" and os.name == "nt":
        pytest.skip("Windows cannot go on as another program")
    ended = subprocess.run(
        handing_over(checkout, how, *typed), capture_output=True, text=True, check=False
    )
    held = None if how == "goes on" else "yes"
    assert ended.stdout == f"{given} {checkout / '.venv'} {held}\n"
    assert (ended.returncode, ended.stderr) == (3, "")


def test_where_it_waits_the_command_is_let_go_when_run_py_is_killed(checkout):
    process = subprocess.Popen(
        handing_over(checkout, "waits", "app", "wait"), stdout=subprocess.PIPE, text=True
    )
    assert "yes" in process.stdout.readline()
    process.kill()
    assert process.communicate(timeout=20)[0] == "let go\n"


def test_the_counts_are_compiled_by_the_command(run, monkeypatch, capsys):
    Path(run.VENV).mkdir()
    called = []

    def call(command, env, stderr):
        called.append((command, env["VALGFORBUND_STATE"], Path(stderr.name)))
        return 1

    monkeypatch.setattr(run.subprocess, "call", call)
    run.compile_counts()
    assert called == [(run.installed("prepare"), run.VENV, Path(run.LOG))]
    assert "first uses are slow" in capsys.readouterr().out


# --- testing -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("installed")
def test_the_suite_runs_on_all_cores_with_the_options_that_were_given(run, monkeypatch):
    commands = []
    monkeypatch.setattr(run, "module", lambda *command: commands.append(command) or 3)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert run.main(["test", "--exhaustive", "tests/test_lots.py"]) == 3
    assert commands == [("pytest", "--numprocesses=auto", "--exhaustive", "tests/test_lots.py")]
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


# --- disks and folders -------------------------------------------------------------------------


@pytest.fixture
def others(checkout):
    """What lay in .venv before, of which nothing may go."""
    venv = checkout / ".venv"
    kept = {venv / "lib" / "package.py": "package", venv / "pyvenv.cfg": "home = /nowhere\n"}
    for path, text in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    yield venv
    assert {path: path.read_text() for path in kept} == kept


def test_a_venv_that_run_py_did_not_make_is_not_cleared(checkout, others):
    sentence = only_sentence(start(checkout, "test"))
    assert sentence == f"{others} was not made by run.py; move it away, and start again."


def test_a_venv_whose_python_cannot_be_reached_is_not_cleared(checkout, others, run):
    others.joinpath("installed.txt").write_text(run.fingerprint())
    others.joinpath("install.log").touch()
    sentence = only_sentence(start(checkout, "test"))
    assert sentence == (
        "the Python of .venv (/nowhere) cannot be reached; bring it back, "
        "or delete .venv and start again."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no links unasked")
def test_a_python_that_is_a_dangling_link_is_not_cleared_either(checkout, others, run):
    others.joinpath("installed.txt").write_text("of an older lock")
    others.joinpath("install.log").touch()
    Path(run.PYTHON).parent.mkdir()
    Path(run.PYTHON).symlink_to("/nowhere/python3")
    assert "cannot be reached" in only_sentence(start(checkout, "app"))


def full(monkeypatch, run, megabytes):
    usage = shutil.disk_usage(run.HERE)._replace(free=megabytes * 10**6)
    monkeypatch.setattr(run.shutil, "disk_usage", lambda _: usage)


@pytest.mark.usefixtures("others")
def test_a_full_disk_is_told_before_an_update_touches_anything(checkout, run, monkeypatch):
    monkeypatch.setattr(run, "is_reachable", lambda: True)
    stamp = checkout / ".venv" / "installed.txt"
    stamp.write_text("of an older lock")
    full(monkeypatch, run, 12)
    with pytest.raises(SystemExit, match=r"the disk is full: .* 300 MB, and 12 MB are free"):
        run.ensure_installed()
    assert stamp.read_text() == "of an older lock"


def test_a_full_disk_is_told_before_the_first_install(checkout, run, monkeypatch):
    full(monkeypatch, run, 900)
    with pytest.raises(SystemExit, match=r"the disk is full: .* 1500 MB, and 900 MB are free"):
        run.ensure_installed()
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("error: No space left on device (os error 28)", "the disk is full"),
        ("ERROR: Could not install: [Errno 122] Disk quota exceeded", "the disk is full"),
        ("error: Hash mismatch for `numba==1`", "not the one of requirements.lock"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "not the one of requirements.lock"),
        ("Connection refused", "is this machine on the network?"),
    ],
)
def test_a_failed_install_says_why(run, installed, monkeypatch, said, sentence):
    installed.append("fails")
    monkeypatch.setattr(run, "make_venv", lambda: Path(run.VENV).mkdir())
    monkeypatch.setattr(run, "LOG", run.__file__ + ".log")
    Path(run.LOG).write_text(said)
    with pytest.raises(SystemExit, match=re.escape(sentence)):
        run.ensure_installed()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full; make room and start again."),
        (errno.EROFS, "you may not write /x; put this folder where you may, and start again."),
        (errno.EACCES, "you may not write /x; put this folder where you may, and start again."),
        (errno.EISDIR, "/x: Is a directory."),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(run, monkeypatch, number, sentence):
    def refuse(*_):
        raise OSError(number, os.strerror(number), "/x")

    monkeypatch.setattr(run, "ensure_installed", refuse)
    monkeypatch.setattr(run.signal, "signal", lambda *_: None)
    with pytest.raises(SystemExit, match=re.escape(f"run.py: {sentence}")):
        run.start(["app"])


# Root may write everywhere, so it becomes nobody, when all that Python needs is loaded.
AS_NOBODY = """
import ensurepip, os, sys, venv
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import run
if os.geteuid() == 0:
    os.setuid(65534)
run.start(sys.argv[2:])
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_checkout_that_may_only_be_read(checkout):
    with tempfile.TemporaryDirectory() as folder:
        read_only = Path(folder, "valgforbund")
        shutil.copytree(checkout, read_only)
        for path in (Path(folder), read_only):
            path.chmod(0o555)
        for command in ("app", "test"):
            python = (sys.executable, "-B", "-c", AS_NOBODY)
            sentence = only_sentence(start(read_only, command, python=python))
            assert sentence == (
                f"you may not write {read_only / '.venv'}; "
                "put this folder where you may, and start again."
            )
        assert not (read_only / ".venv").exists()
        for path in (Path(folder), read_only):
            path.chmod(0o755)
