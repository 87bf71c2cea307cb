"""run.py: it installs once, starts again after an interruption, and fails in one sentence."""

import ast
import errno
import importlib.util
import io
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from valgforbund.server import lab

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
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
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
    assert sentence == "there is no command 'sim'; choose among app, lab, test, check, bench."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["app", "--prot", "1"], "app: unrecognized arguments: --prot (see --help)."),
        (["--port", "x"], "app: argument --port: invalid int value: 'x' (see --help)."),
        (["lab", "--port", "70000"], "port 70000 cannot be used"),
        (["app", "--ready", "-1"], "app: argument --ready: invalid choice: -1"),
        (["lab", "--ready", "2"], "lab: unrecognized arguments: --ready"),
        (["check", "fast"], "check takes no options."),
    ],
)
def test_wrong_option(checkout, arguments, says):
    assert says in only_sentence(start(checkout, *arguments))


@pytest.mark.parametrize("command", ["app", "lab"])
@pytest.mark.parametrize("name", ["naestved", "../run.py", "jupyter", ""])
def test_unknown_notebook_names_those_there_are(checkout, run, command, name):
    there = ", ".join(run.notebooks())
    assert there.startswith("explorer, ")
    assert only_sentence(start(checkout, command, name)) == (
        f"{command}: there is no notebook '{name}'; choose among {there}."
    )


@pytest.mark.parametrize("name", ["undervisning", "undervisning.ipynb"])
def test_notebook_is_found_with_or_without_its_ending(run, name):
    assert Path(run.notebook_path("app", name)) == Path("notebooks", "undervisning.ipynb")


def test_taken_port(checkout):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        sentence = only_sentence(start(checkout, "--port", str(port)))
    assert sentence == f"port {port} cannot be used; choose another one, or leave --port out."


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


def test_help_names_every_command(checkout, run):
    ended = start(checkout, "--help")
    assert ended.returncode == 0
    assert all(f"  {name} " in ended.stdout for name in run.COMMANDS)
    assert ", ".join(run.notebooks()) in ended.stdout


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


# --- testing -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("installed")
def test_the_suite_runs_on_all_cores_with_the_options_that_were_given(run, monkeypatch):
    commands = []
    monkeypatch.setattr(run, "module", lambda *command: commands.append(command) or 3)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert run.main(["test", "--exhaustive", "tests/test_lots.py"]) == 3
    assert commands == [("pytest", "--numprocesses=auto", "--exhaustive", "tests/test_lots.py")]
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


# --- opening -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("screen", "platform", "opens"),
    [("", "linux", False), (":0", "linux", True), ("", "darwin", True), ("", "win32", True)],
)
def test_no_text_browser_in_the_terminal(run, monkeypatch, screen, platform, opens):
    opened = []
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(run.sys, "platform", platform)
    monkeypatch.setattr(run.webbrowser, "open", opened.append)
    run.open_browser("/a folder/open.html")
    assert opened == ["file:///a%20folder/open.html"] * opens


def test_the_browsers_command_line_does_not_tell_the_token(run):
    Path(run.VENV).mkdir()
    address = "http://127.0.0.1:8888/?token=secret"
    path = Path(run.opening_page(address))
    assert "secret" not in path.name
    assert f'content="0;url={address}"' in path.read_text("ascii")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run.opening_page(address) == str(path)  # what a killed start left is no hindrance


# --- the address and the log -------------------------------------------------------------------


def choose(run, kept, name="app notebooks/explorer.ipynb", wanted=0):
    port = run.choose_port(name, wanted, kept)
    Path(run.VENV).mkdir(exist_ok=True)
    run.keep_addresses(kept)
    return port


def test_the_next_start_has_the_port_and_the_token_of_the_last(run, capsys):
    first = run.kept_addresses()
    port = choose(run, first)
    second = run.kept_addresses()
    assert choose(run, second) == port
    assert second["token"] == first["token"]
    assert len(first["token"]) >= 32
    assert capsys.readouterr().out == ""


def test_each_tool_and_jupyterlab_have_addresses_of_their_own(run):
    names = ["app notebooks/explorer.ipynb", "app notebooks/other.ipynb", "lab notebooks/x.ipynb"]
    ports = [choose(run, run.kept_addresses(), name) for name in names]
    assert [choose(run, run.kept_addresses(), name) for name in names] == ports
    assert run.kept_addresses()["ports"] == dict(zip(names, ports, strict=True))


def test_a_taken_port_is_told_and_not_forgotten(run, capsys):
    port = choose(run, run.kept_addresses())
    with socket.create_server(("127.0.0.1", port)):
        other = choose(run, run.kept_addresses())
    assert other != port
    assert capsys.readouterr().out.startswith(f"Port {port} of the last start is taken;")
    assert choose(run, run.kept_addresses()) == port


def test_a_port_that_was_asked_for_is_the_one_of_the_next_start(run):
    port = run.free_port(0)
    assert choose(run, run.kept_addresses(), wanted=port) == port
    assert choose(run, run.kept_addresses()) == port


@pytest.mark.parametrize(
    "torn",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"token": 1, "ports": {}}',
        b'{"token": "short", "ports": {}}',
        b'{"token": "' + 40 * b"a" + b'"}',
        b'{"token": "' + 40 * b"a" + b'", "ports": {"app": "x"}}',
        b'{"token": "' + 40 * b"a" + b"\\n" + b'", "ports": {}}',
    ],
)
def test_a_torn_address_is_none(run, torn):
    Path(run.VENV).mkdir()
    Path(run.VENV, run.ADDRESSES).write_bytes(torn)
    kept = run.kept_addresses()
    assert kept["ports"] == {}
    assert re.fullmatch("[A-Za-z0-9_-]{32,}", kept["token"])


def test_only_the_last_logs_stay(run):
    folder = Path(run.VENV, run.LOGS)
    folder.mkdir(parents=True)
    for n in range(30):
        (folder / f"app-20260101-0000{n:02}-1.log").touch()
    (folder / "lab-20250101-000000-1.log").touch()
    Path(run.new_log("app")).touch()
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == run.KEPT_LOGS + 1
    assert left[0] == "app-20260101-000021-1.log"
    assert left[-1] == "lab-20250101-000000-1.log"


@pytest.mark.parametrize(
    "said",
    [
        "GET /?token=guess HTTP",
        "GET /?a=1&token=guess&b=2",
        "302 /login?next=%2F%3Ftoken%3Dguess%26a%3D1",
        "referer=http://127.0.0.1:1/?TOKEN=guess",
        "the token itself: {token}",
    ],
)
def test_a_log_has_no_token(run, said):
    log, token = io.BytesIO(), "t" * 32
    kept = []
    log.close = lambda: kept.append(log.getvalue().decode())
    run.keep_log([said.format(token=token).encode() + b"\n"], log, token)
    assert "guess" not in kept[0]
    assert token not in kept[0]
    assert "..." in kept[0]


def test_a_log_on_a_full_disk_does_not_stop_the_server(run):
    class Full(io.BytesIO):
        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

    said = iter([b"one\n", b"two\n"])
    run.keep_log(said, Full(), "t" * 32)
    assert next(said, None) is None


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
@pytest.mark.parametrize("step", ["ensure_installed", "keep_addresses", "new_log"])
def test_what_the_disk_refuses_is_one_sentence(run, monkeypatch, number, sentence, step):
    def refuse(*_):
        raise OSError(number, os.strerror(number), "/x")

    monkeypatch.setattr(run, "ensure_installed", lambda: None)
    monkeypatch.setattr(run, "keep_addresses", lambda _: None)
    monkeypatch.setattr(run, step, refuse)
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


@pytest.mark.skipif(os.name == "nt", reason="Windows has no root")
@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_lab_runs_as_root_only_for_root(monkeypatch, user, allowed):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--allow-root" in lab.settings()) == allowed
