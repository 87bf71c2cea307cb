"""Install and open valgforbund with nothing but Python: python3 run.py (Windows: py run.py).

Standard library only. Every line must parse on old Pythons too, so that they can be told
in one sentence that they are too old: no f-strings, no annotations, ASCII only.
"""

import sys

OLDEST = (3, 11)


def python_problem(version):
    """One sentence if this Python is too old, else None."""
    if tuple(version[:2]) >= OLDEST:
        return None
    return "valgforbund needs Python %d.%d or newer; this is Python %d.%d." % (
        OLDEST + tuple(version[:2])
    )


if python_problem(sys.version_info):
    sys.exit("run.py: " + python_problem(sys.version_info))

import argparse
import contextlib
import errno
import hashlib
import importlib.util
import itertools
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time
import webbrowser

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOCK = os.path.join(HERE, "requirements.lock")
PYPROJECT = os.path.join(HERE, "pyproject.toml")
NOTEBOOKS, EXPLORER = "notebooks", "explorer"
STAMP = os.path.join(VENV, "installed.txt")
LOG = os.path.join(VENV, "install.log")
ADDRESSES, LOGS = "addresses.json", "logs"  # in .venv

DANISH = ["tests/wording/test_spelling.py", "tests/wording/test_style.py"]

SERVER_START_SECONDS = 90
SERVER_STOP_SECONDS = 15
KEPT_LOGS = 10  # of each command
NEW_MB, UPDATE_MB = 1500, 300  # what must be free for the first install, and for a later one
TOKEN = re.compile(rb"(?i)(token(?:=|%3d))[^&\s\"'<>%]+")
USAGE = """usage: python3 run.py [command] [options]      (Windows: py run.py)

  app [NOTEBOOK]  open the explorer, or another notebook, in the browser (the default)
  lab [NOTEBOOK]  open it in JupyterLab
  test            run a fair sample of the tests on all cores, or all with --exhaustive;
                  what follows goes to pytest (--cov, for one, adds coverage)
  check           lint, types, lock, environment, and the spelling of all Danish
  bench           run the benchmarks

notebooks: %s

options of app and lab:
  --port NUMBER   the port to listen on (default: that of the last start, or any free one)
  --no-browser    print the address and open nothing
  --ready NUMBER  of app: how many pages are kept ready to open at once (default: 1)

The first start makes .venv and installs the packages of requirements.lock into it.
"""


def stop(sentence):
    """Leave with one sentence on stderr and exit code 1."""
    sys.exit("run.py: " + sentence)


def disk_problem(error):
    """One sentence for what the operating system says of a file or a program."""
    where = getattr(error, "filename", None) or HERE
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "the disk is full; make room and start again."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "you may not write %s; put this folder where you may, and start again." % where
    return "%s: %s." % (where, error.strerror or error)


def owners_file(path):
    """A new file that only its owner can read, open for bytes."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb", 0)


# --- installing ------------------------------------------------------------------------------


def fingerprint():
    """Changes whenever the installed packages could be wrong: also when the folder was moved."""
    digest = hashlib.sha256(HERE.encode("utf-8"))
    for path in [LOCK, PYPROJECT]:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_installed():
    """Whether the last install ended, and was of what the checkout asks for now."""
    if not os.path.exists(STAMP):
        return False
    with open(STAMP) as file:
        return file.read() == fingerprint()


def logged(*command):
    """Run a step of the install, its output in the log; whether it succeeded."""
    with open(LOG, "a") as log:
        log.write("\n$ " + " ".join(command) + "\n")
        log.flush()
        return subprocess.call(command, cwd=HERE, stdout=log, stderr=log) == 0


def python_of_venv():
    """Where the Python lies that .venv was made with, or None if that cannot be told."""
    try:
        with open(os.path.join(VENV, "pyvenv.cfg")) as file:
            settings = dict(line.strip().split(" = ", 1) for line in file if " = " in line)
        return settings.get("home")
    except OSError:
        return None


def is_reachable():
    """Whether the Python of .venv can be started: it may lie on a disk that is not there now."""
    home = python_of_venv()
    return os.access(PYTHON, os.X_OK) and (home is None or os.path.isdir(home))


def need_room(megabytes):
    free = shutil.disk_usage(HERE).free // 10**6
    if free < megabytes:
        stop(
            "the disk is full: installing takes %d MB, and %d MB are free; "
            "make room and start again." % (megabytes, free)
        )


def make_venv():
    """Make .venv, also over what an earlier start did not end."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        stop(
            "this Python has no %s module; install it first "
            "(Debian and Ubuntu: sudo apt install python3-venv)." % missing[0]
        )
    found = sorted(os.listdir(VENV)) if os.path.isdir(VENV) else []
    if found and os.path.basename(LOG) not in found:
        stop("%s was not made by run.py; move it away, and start again." % VENV)
    if not found:
        need_room(NEW_MB)
    os.makedirs(VENV, exist_ok=True)
    # First, because the log says that this folder is ours to empty.
    open(LOG, "w").close()
    # A folder whose install did not end is not to be trusted.
    for name in found:
        path = os.path.join(VENV, name)
        if path == LOG:
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)
    if not logged(sys.executable, "-m", "venv", VENV):
        stop(
            "Python could not make the folder %s; why stands in %s."
            % (VENV, os.path.relpath(LOG, HERE))
        )


def locked(package):
    """The lines of the lock about one package: its version and its hashes."""
    with open(LOCK) as file:
        lines = file.read().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(package + "=="))
    hashes = itertools.takewhile(lambda line: line.startswith(" "), lines[first + 1 :])
    return "\n".join([lines[first]] + list(hashes)) + "\n"


def install_packages():
    """Install the lock and this checkout, by uv or else by pip; whether it succeeded."""
    # Few retries: without a network the answer should come at once.
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--retries", "1", "install"]
    uv = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON, "--compile-bytecode"]
    # The lock is complete: --no-deps keeps everything else out, and each file must have its hash.
    checked = ["--no-deps", "--require-hashes", "-r"]
    # A checkout has no hash; what builds it is in the lock, and is not fetched apart from it.
    steps = (checked + [LOCK], ["--no-deps", "--no-build-isolation", "--editable", HERE])
    uv_lock = os.path.join(VENV, "uv.txt")
    with open(uv_lock, "w") as file:
        file.write(locked("uv"))
    has_uv = logged(*pip + checked + [uv_lock])
    return any(
        all(logged(*tool + step) for step in steps) for tool in ([uv, pip] if has_uv else [pip])
    )


def install_problem():
    """One sentence for why the packages could not be installed."""
    with open(LOG, errors="replace") as log:
        said = log.read().lower()
    if "no space left" in said or "disk quota exceeded" in said:
        return "the disk is full; make room and start again."
    if "hash mismatch" in said or "do not match the hashes" in said:
        return "a file that was fetched is not the one of requirements.lock; it was not installed."
    return "the packages could not be installed; is this machine on the network?"


def compile_counts():
    """Have the fast counts compiled now, so that nobody waits for them at their first use."""
    print("Preparing the fast counts, once; half a minute or more ...")
    sys.stdout.flush()
    if not logged(PYTHON, "-m", "valgforbund.prepare"):
        print(
            "They could not be prepared (see %s): first uses are slow." % os.path.relpath(LOG, HERE)
        )


def ensure_installed():
    """Make .venv ready. When it is, this touches neither disk nor network."""
    if os.path.exists(STAMP) and not is_reachable():
        stop(
            "the Python of .venv (%s) cannot be reached; bring it back, "
            "or delete .venv and start again." % (python_of_venv() or os.path.realpath(PYTHON))
        )
    if is_installed():
        return
    if os.path.exists(STAMP):
        need_room(UPDATE_MB)
        os.remove(STAMP)
        open(LOG, "w").close()
    else:
        make_venv()
    print("Installing into .venv; the first time takes a minute or two ...")
    sys.stdout.flush()
    if not install_packages():
        stop(install_problem() + " (What happened stands in %s.)" % os.path.relpath(LOG, HERE))
    compile_counts()
    # Last, so that an interrupted install starts again.
    with open(STAMP, "w") as file:
        file.write(fingerprint())


# --- servers ---------------------------------------------------------------------------------


def free_port(wanted):
    """The wanted port if nobody has it, else None; with 0 any free one."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # Else a port is refused for a minute after its last server has ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except (OSError, OverflowError):
            return None
        return probe.getsockname()[1]


def kept_addresses():
    """The token and the ports of the last starts; what cannot be read or is torn is nothing."""
    try:
        with open(os.path.join(VENV, ADDRESSES), "rb") as file:
            kept = json.loads(file.read().decode("utf-8"))
        ports = {name: port for name, port in kept["ports"].items() if 0 < port < 2**16}
        if re.match(r"[A-Za-z0-9_-]{32,}\Z", kept["token"]):
            return {"token": kept["token"], "ports": ports}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        pass
    return {"token": secrets.token_urlsafe(24), "ports": {}}


def keep_addresses(kept):
    """Write them where only the owner reads them, whole or not at all."""
    path = os.path.join(VENV, ADDRESSES)
    new = "%s.%d" % (path, os.getpid())
    with owners_file(new) as file:
        file.write(json.dumps(kept).encode("utf-8"))
    os.replace(new, path)


def choose_port(name, wanted, kept):
    """The port that was asked for, or that of the last start of the same, or any free one.

    Another port is another memory of the browser: what a page keeps there is found again only
    at the address at which it was kept.
    """
    if wanted:
        port = free_port(wanted)
        if port is None:
            stop("port %d cannot be used; choose another one, or leave --port out." % wanted)
    else:
        last = kept["ports"].get(name)
        port = free_port(last or 0)
        if port is None:
            print(
                "Port %d of the last start is taken; is it open already? What the page kept in the "
                "browser there is not seen at the new address." % last
            )
            return free_port(0)
    kept["ports"][name] = port
    return port


def app_command(notebook, port, ready):
    options = ["--port=%d" % port, "--App.ready=%d" % ready]
    return [PYTHON, "-m", "valgforbund.server.app", notebook] + options


def lab_command(port):
    return [PYTHON, "-m", "valgforbund.server.lab", "--port=%d" % port]


def new_log(name):
    """A log for this start, and of those before only the last few."""
    folder = os.path.join(VENV, LOGS)
    os.makedirs(folder, exist_ok=True)
    old = sorted(log for log in os.listdir(folder) if log.startswith(name + "-"))
    for log in old[: -KEPT_LOGS + 1]:
        os.remove(os.path.join(folder, log))
    start = time.strftime("%Y%m%d-%H%M%S")
    return os.path.join(folder, "%s-%s-%d.log" % (name, start, os.getpid()))


def keep_log(said, log, token):
    """Write what a server says, but no token: neither ours nor one that it refused."""
    with log:
        for line in said:
            # When the disk is full, read on: else the server waits for ever.
            with contextlib.suppress(OSError):
                log.write(TOKEN.sub(b"\\1...", line.replace(token.encode("ascii"), b"...")))


def wait_until_open(server, port, log_path):
    """Return when something answers on the port; stop if the server ends or takes too long."""
    deadline = time.monotonic() + SERVER_START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    stop("the server did not start; why stands in %s." % os.path.relpath(log_path, HERE))


def opening_page(address):
    """A page that sends the browser on: command lines can be read by everybody, this cannot."""
    path = os.path.join(VENV, "open-%d.html" % os.getpid())
    if os.path.exists(path):
        os.remove(path)  # of a start that was killed
    with owners_file(path) as file:
        file.write(
            (
                '<!doctype html><html lang="da"><meta charset="utf-8"><title>Valgforbund</title>'
                '<meta http-equiv="refresh" content="0;url=%s">'
                '<p><a href="%s">&Aring;bn valgforbund</a></p></html>' % (address, address)
            ).encode("ascii")
        )
    return path


def open_browser(path):
    # Without a screen Linux would open a text browser in this terminal.
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_screen or not sys.platform.startswith("linux"):
        webbrowser.open(pathlib.Path(path).as_uri())


def end(server):
    """End the server, and with it its kernels; kill it only if it does not listen."""
    server.terminate()
    try:
        server.wait(SERVER_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def serve(name, command, page, options):
    """Run a server until it ends or the person presses Ctrl-C."""
    kept = kept_addresses()
    # One address for each tool, so that two that are open at once find theirs again.
    port = choose_port("%s %s" % (name, options.notebook), options.port, kept)
    ensure_installed()
    keep_addresses(kept)
    token = kept["token"]
    log_path = new_log(name)
    server = subprocess.Popen(
        command(port),
        cwd=HERE,
        # In the environment, because other users of the machine can read command lines.
        env=dict(os.environ, JUPYTER_TOKEN=token),
        # It ends when this pipe does: also when we are killed and cannot end it.
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        # Ctrl-C is for us alone: we end the server in order.
        start_new_session=os.name == "posix",
    )
    said = (server.stdout, owners_file(log_path), token)
    log = threading.Thread(target=keep_log, args=said, daemon=True)
    log.start()
    opening = None
    try:
        wait_until_open(server, port, log_path)
        address = "http://127.0.0.1:%d%s?token=%s" % (port, page, token)
        print("valgforbund is open at\n\n    %s\n\nCtrl-C ends it." % address)
        sys.stdout.flush()
        if options.browser:
            opening = opening_page(address)
            open_browser(opening)
        server.wait()
        stop("the server has ended; why stands in %s." % os.path.relpath(log_path, HERE))
    except KeyboardInterrupt:
        print("\nEnded.")
    finally:
        end(server)
        log.join(1)
        if opening and os.path.exists(opening):
            os.remove(opening)


# --- commands --------------------------------------------------------------------------------


def notebooks():
    """Names of the notebooks that can be opened, the explorer first."""
    found = [os.path.splitext(name) for name in os.listdir(os.path.join(HERE, NOTEBOOKS))]
    names = sorted(name for name, ending in found if ending == ".ipynb")
    return sorted(names, key=lambda name: name != EXPLORER)


def notebook_path(command, wanted):
    """Where the notebook lies that a person asks for, with or without its ending."""
    name = wanted[: -len(".ipynb")] if wanted.endswith(".ipynb") else wanted
    if name not in notebooks():
        there = ", ".join(notebooks())
        stop("%s: there is no notebook '%s'; choose among %s." % (command, wanted, there))
    return os.path.join(NOTEBOOKS, name + ".ipynb")


def server_options(command, arguments):
    parser = argparse.ArgumentParser(prog="run.py " + command, add_help=False)
    parser.error = lambda message: stop("%s: %s (see --help)." % (command, message))
    parser.add_argument("notebook", nargs="?", default=EXPLORER)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--no-browser", dest="browser", action="store_false")
    if command == "app":
        parser.add_argument("--ready", type=int, choices=range(100), metavar="NUMBER", default=1)
    options = parser.parse_args(arguments)
    options.notebook = notebook_path(command, options.notebook)
    return options


def app(arguments):
    options = server_options("app", arguments)
    serve("app", lambda port: app_command(options.notebook, port, options.ready), "/", options)


def lab(arguments):
    options = server_options("lab", arguments)
    serve("lab", lab_command, "/lab/tree/" + options.notebook.replace(os.sep, "/"), options)


def module(*command):
    """Run a module of the environment at the root of the checkout; its exit code."""
    return subprocess.call([PYTHON, "-m"] + list(command), cwd=HERE)


def test(arguments):
    ensure_installed()
    # Else each process, kernel and server of the suite would compile all sources again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return module("pytest", "--numprocesses=auto", *arguments)


def check(arguments):
    if arguments:
        stop("check takes no options.")
    ensure_installed()
    failed = [
        step
        for step, command in [
            ("lint", ["ruff", "check", "."]),
            ("format", ["ruff", "format", "--check", "."]),
            ("types", ["mypy"]),
            ("lock and environment", ["pytest", "-q", "tests/test_environment.py"]),
            ("Danish", ["pytest", "-q"] + DANISH),
        ]
        if module(*command)
    ]
    if failed:
        stop("check failed: %s." % ", ".join(failed))


def bench(arguments):
    ensure_installed()
    return module("benchmarks", *arguments)


COMMANDS = {"app": app, "lab": lab, "test": test, "check": check, "bench": bench}


def main(arguments):
    if "--help" in arguments[:1] or "-h" in arguments[:1]:
        print(USAGE % ", ".join(notebooks()))
        return 0
    if not arguments or arguments[0].startswith("-"):
        arguments = ["app"] + arguments
    name, rest = arguments[0], arguments[1:]
    if name not in COMMANDS:
        stop("there is no command '%s'; choose among %s." % (name, ", ".join(COMMANDS)))
    if rest[:1] == ["--help"] and name != "test":
        print(USAGE % ", ".join(notebooks()))
        return 0
    return COMMANDS[name](rest) or 0


def start(arguments):
    """What a person started: ends with an exit code, also after Ctrl-C."""
    # A closed terminal and a polite kill must end the server too; shells ignore SIGINT for jobs.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        sys.exit(main(arguments))
    except KeyboardInterrupt:
        stop("interrupted; start again to go on.")
    except OSError as error:
        stop(disk_problem(error))


if __name__ == "__main__":
    start(sys.argv[1:])
