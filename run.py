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
import hashlib
import importlib.util
import itertools
import os
import secrets
import signal
import socket
import subprocess
import time
import webbrowser

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOCK = os.path.join(HERE, "requirements.lock")
PYPROJECT = os.path.join(HERE, "pyproject.toml")
SHARED_DATA = os.path.join(HERE, "notebooks", "jupyter")
NOTEBOOKS, EXPLORER = "notebooks", "explorer"
STAMP = os.path.join(VENV, "installed.txt")
LOG = os.path.join(VENV, "install.log")

DANISH = ["tests/wording/test_spelling.py", "tests/wording/test_style.py"]

SERVER_START_SECONDS = 90
SERVER_STOP_SECONDS = 15
USAGE = """usage: python3 run.py [command] [options]      (Windows: py run.py)

  app [NOTEBOOK]  open the explorer, or another notebook, in the browser (the default)
  lab [NOTEBOOK]  open it in JupyterLab
  test            run a fair sample of the tests on all cores, or all with --exhaustive;
                  what follows goes to pytest (--cov, for one, adds coverage)
  check           lint, types, lock, environment, and the spelling of all Danish
  bench           run the benchmarks

notebooks: %s

options of app and lab:
  --port NUMBER   the port to listen on (default: any free one)
  --no-browser    print the address and open nothing

The first start makes .venv and installs the packages of requirements.lock into it.
"""


def stop(sentence):
    """Leave with one sentence on stderr and exit code 1."""
    sys.exit("run.py: " + sentence)


# --- installing ------------------------------------------------------------------------------


def fingerprint():
    """Changes whenever the installed packages could be wrong: also when the folder was moved."""
    digest = hashlib.sha256(HERE.encode("utf-8"))
    shared = [
        os.path.join(folder, name)
        for folder, _, names in sorted(os.walk(SHARED_DATA))
        for name in sorted(names)
    ]
    for path in [LOCK, PYPROJECT] + shared:
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def is_installed():
    """Whether the last install ended, and was of what the checkout asks for now."""
    if not (os.path.exists(STAMP) and os.path.exists(PYTHON)):
        return False
    with open(STAMP) as file:
        return file.read() == fingerprint()


def logged(*command):
    """Run a step of the install, its output in the log; whether it succeeded."""
    with open(LOG, "a") as log:
        log.write("\n$ " + " ".join(command) + "\n")
        log.flush()
        return subprocess.call(command, cwd=HERE, stdout=log, stderr=log) == 0


def make_venv():
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        stop(
            "this Python has no %s module; install it first "
            "(Debian and Ubuntu: sudo apt install python3-venv)." % missing[0]
        )
    # A folder whose install did not end is not to be trusted: --clear starts again.
    made = subprocess.call([sys.executable, "-m", "venv", "--clear", VENV], stdout=sys.stderr) == 0
    if not made:
        stop("Python could not make the folder %s; is there room and may you write there?" % VENV)


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
    if is_installed():
        return
    if not (os.path.exists(STAMP) and os.path.exists(PYTHON)):
        make_venv()
    else:
        os.remove(STAMP)
    print("Installing into .venv; the first time takes a minute or two ...")
    sys.stdout.flush()
    if not install_packages():
        stop(
            "the packages could not be installed; is this machine on the network? "
            "(What happened stands in %s.)" % os.path.relpath(LOG, HERE)
        )
    compile_counts()
    # Last, so that an interrupted install starts again.
    with open(STAMP, "w") as file:
        file.write(fingerprint())


# --- servers ---------------------------------------------------------------------------------


def free_port(wanted):
    """The wanted port if nobody has it; with 0 any free one."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # Else a port is refused for a minute after its last server has ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except (OSError, OverflowError):
            stop("port %d cannot be used; choose another one, or leave --port out." % wanted)
        return probe.getsockname()[1]


def voila_command(notebook, port):
    """Voila on this port; what never changes (culling, host check) stands in voila.json."""
    # No retries: the page would be elsewhere than the address that is printed.
    options = "--no-browser --token --Voila.ip=127.0.0.1 --Voila.port_retries=0"
    return [PYTHON, "-m", "voila", notebook, "--port=%d" % port] + options.split()


def lab_command(port):
    options = "--no-browser --ServerApp.ip=127.0.0.1 --ServerApp.port_retries=0"
    # JupyterLab refuses to run as root unless told; anyone else need not know.
    root = ["--allow-root"] if os.name == "posix" and os.geteuid() == 0 else []
    return [PYTHON, "-m", "jupyterlab", "--port=%d" % port] + options.split() + root


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


def open_browser(address):
    # Without a screen Linux would open a text browser in this terminal.
    has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if has_screen or not sys.platform.startswith("linux"):
        webbrowser.open(address)


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
    port = free_port(options.port)
    ensure_installed()
    token = secrets.token_urlsafe(24)
    log_path = os.path.join(VENV, name + ".log")
    with open(log_path, "w") as log:
        server = subprocess.Popen(
            command(port),
            cwd=HERE,
            # In the environment, because other users of the machine can read command lines.
            env=dict(os.environ, JUPYTER_TOKEN=token),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C is for us alone: we end the server in order.
            start_new_session=os.name == "posix",
        )
    try:
        wait_until_open(server, port, log_path)
        address = "http://127.0.0.1:%d%s?token=%s" % (port, page, token)
        print("valgforbund is open at\n\n    %s\n\nCtrl-C ends it." % address)
        sys.stdout.flush()
        if options.browser:
            open_browser(address)
        server.wait()
        stop("the server has ended; why stands in %s." % os.path.relpath(log_path, HERE))
    except KeyboardInterrupt:
        print("\nEnded.")
    finally:
        end(server)


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
    options = parser.parse_args(arguments)
    options.notebook = notebook_path(command, options.notebook)
    return options


def app(arguments):
    options = server_options("app", arguments)
    serve("app", lambda port: voila_command(options.notebook, port), "/", options)


def lab(arguments):
    options = server_options("lab", arguments)
    serve("lab", lab_command, "/lab/tree/" + options.notebook.replace(os.sep, "/"), options)


def module(*command):
    """Run a module of the environment at the root of the checkout; its exit code."""
    return subprocess.call([PYTHON, "-m"] + list(command), cwd=HERE)


def test(arguments):
    ensure_installed()
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


if __name__ == "__main__":
    start(sys.argv[1:])
